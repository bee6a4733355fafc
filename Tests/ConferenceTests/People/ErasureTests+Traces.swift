import Foundation
import Logging
import Mail
import Testing

@testable import Conference
@testable import Database

extension ErasureTests {
  /// Somebody who has left a trace everywhere.
  func trace(_ data: DataFolder, _ database: Database, _ scratch: ScratchPeople) async throws -> Account {
    let canary = Self.canary
    let email = "\(canary)@example.org"
    let newcomer = try Newcomer(name: canary, affiliation: canary, country: canary)
    var draft = Draft(conference: ConferenceInfo(id: "c", name: "Conference"))
    draft.papers = [
      Paper(
        id: "p", title: "A paper",
        authors: [Person(name: "Ada", email: email), Person(name: "Ben", email: "ben@example.org")])
    ]
    try await ProgramStore(database).apply(draft, now: scratch.time.now)
    try await Registration(mode: .open).choose(by: nil, database, at: scratch.time.now)
    let ticket = try await scratch.ask(email, newcomer: newcomer)
    _ = try await scratch.signIns().enter(
      code: ticket.code, email: try #require(EmailAddress(email)), client: "c", named: canary)
    let found = try await scratch.account(email)
    let account = try #require(found)
    var form = ProfileForm(Interests([canary]))
    (form.name, form.affiliation, form.pronouns, form.languages, form.interests) = (
      canary, canary, canary, canary, [canary]
    )
    (form.shown, form.isReachable) = ([.portrait], true)
    form.links = "https://example.org/\(canary)"
    try await scratch.people.write(form, of: account.id)
    try await scratch.people.setPortrait(
      try PictureSamples.picture("png", metadata: canary) + Array(canary.utf8), of: account.id,
      in: PictureFolder.portraits(data))
    try mark("portraits", in: data)
    let item = try #require(SavedItem("papers:p"))
    try await Saved(database, clock: scratch.clock).change(save: [item], of: account.id)
    try await Saved(database, clock: scratch.clock).note(
      String(repeating: canary + " ", count: 100), on: item, of: account.id)
    _ = try await PrivateCalendars(database, clock: scratch.clock).renew(for: account.id)
    try await Authors(database, clock: scratch.clock, in: data).write(
      AuthorPart(tldr: "In short", code: nil, video: nil), of: draft.papers[0], by: Access(account, conduct: nil))
    let now = scratch.time.now
    try await database.write {
      try Deed(by: nil, "mended", account.id, ["before": canary, "address": email]).write(at: now, $0)
    }
    try await trace(of: account, data, database, scratch)
    try await post(data, database, scratch)
    return try #require(try await scratch.people.account(account.id))
  }

  /// What the help desk, the conduct desk and moderators wrote down of them.
  private func trace(of account: Account, _ data: DataFolder, _ database: Database, _ scratch: ScratchPeople)
    async throws
  {
    let question = try HelpQuestion(Self.canary, page: Self.canary, browser: Self.canary)
    let request = try await HelpDesk(database, clock: scratch.clock).ask(question, by: account.id, client: "c")
    let moderator = try await scratch.add("mona@example.org", role: .moderator)
    try await words(of: account, to: moderator, help: request, data, database, scratch)
    let access = Access(moderator, conduct: nil)
    let cases = ConductCases(database, clock: scratch.clock, in: data)
    let reported = try await cases.find(.person, account.id, channel: nil, by: ChannelDoor(access, .empty))
    let letters = ConductCases.Letters(
      desk: { found, _ in Letter(purpose: .conduct, subject: "Report", text: found.id) },
      outside: { found in
        let facts = [found.reporterName, found.reported.personName ?? "", found.reported.copy]
        return Letter(purpose: .conduct, subject: "Report", text: facts.joined(separator: "\n"))
      })
    _ = try await cases.report(reported, words: "", by: moderator.id, letters: letters)
    try await ConductDesk(outside: "desk@outside.example").choose(by: nil, database, at: scratch.time.now)
    _ = try await cases.report(reported, words: "", by: moderator.id, letters: letters)
    _ = try await cases.report(.incident, words: "It was loud", by: account.id, letters: letters)
    try await Moderation(database, clock: scratch.clock).mute(
      account.id, in: nil, minutes: 1, why: Self.canary, by: access)
    try await Blocks(database, clock: scratch.clock).block(account.id, by: moderator.id)
  }

  /// What they said to all, without their name, and to one and to the help desk; and what they asked, of which others read one.
  private func words(
    of account: Account, to other: Account, help request: String, _ data: DataFolder, _ database: Database,
    _ scratch: ScratchPeople
  ) async throws {
    let (first, second) = (min(account.id, other.id), max(account.id, other.id))
    try await database.execute(
      "INSERT INTO direct_channels (id, first, second, added_at) VALUES ('two', \(first), \(second), 1)")
    let door = ChannelDoor(Access(account, conduct: nil), .empty)
    for (channel, text) in [
      ("general/corridor", "Hello to all"), ("direct/two", Self.canary), ("help/\(request)", Self.canary),
    ] {
      let key = try #require(ChannelKey(channel))
      var picture: SentPicture?
      if key.kind != .help {
        let bytes = try PictureSamples.picture("png")
        picture = SentPicture(try await PictureFolder.messages(data).keep(bytes), of: bytes)
      }
      _ = try await Chat(database, clock: scratch.clock).post(
        MessageText(text, client: nil), in: key, picture: picture, by: door)
    }
    try mark("message-pictures", in: data)
    let naming = try MessageText("Ask @\(Self.canary.capitalized) of it", client: nil)
    _ = try await Chat(database, clock: scratch.clock).post(
      naming, in: ChatTests.corridor, by: ChannelDoor(Access(other, conduct: nil), .empty))
    for (state, text) in [("open", "What is next?"), ("waiting", Self.canary)] {
      try await database.execute(
        """
        INSERT INTO questions (id, subject, author, is_anonymous, client, body, state, root, asked_at, changed_at)
        VALUES (\(state), 'papers/p', \(account.id), 0, \(state), \(text), \(state), \(state), 1, 1)
        """)
    }
  }

  /// Delivers the mails of the outbox into the data folder.
  private func post(_ data: DataFolder, _ database: Database, _ scratch: ScratchPeople) async throws {
    let outbox = Outbox(database, clock: scratch.clock)
    let postman = Postman(
      outbox, by: FolderTransport(path: data.mailPath), from: try Mailbox("Story <no-reply@story.example>"),
      logger: Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() })
    for entry in try await outbox.claim(100, patient: 100) { await postman.deliver(entry) }
  }

  /// Puts the canary into the files of a folder of pictures, as what is made anew holds nothing but pixels.
  private func mark(_ folder: String, in data: DataFolder) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(data.path)/\(folder)") {
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(data.path)/\(folder)/\(name)"))
      try file.seekToEnd()
      try file.write(contentsOf: Data(Self.canary.utf8))
      try file.close()
    }
  }
}
