import Foundation
import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct ErasureTests {
  private static let canary = "kanarienvogel"

  /// Runs with a data folder and its database.
  private func run(_ body: (DataFolder, Database, ScratchPeople) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = try ScratchData.folder(at: path)
    let database = try data.open()
    try await body(data, database, ScratchPeople(database: database, time: ScratchPeople.Time()))
    try database.close()
  }

  /// Somebody who has left a trace everywhere.
  private func trace(_ data: DataFolder, _ database: Database, _ scratch: ScratchPeople) async throws -> Account {
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
    var form = ProfileForm()
    (form.name, form.affiliation, form.pronouns, form.languages, form.interests) = (
      canary, canary, canary, canary, [canary]
    )
    (form.shown, form.isReachable) = ([.portrait], true)
    form.links = "https://example.org/\(canary)"
    try await scratch.people.write(form, of: account.id)
    try await scratch.people.setPortrait(
      try PictureSamples.picture("png", metadata: canary) + Array(canary.utf8), of: account.id,
      in: PictureFolder.portraits(data))
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
    return try #require(try await scratch.people.account(account.id))
  }

  /// What the help desk, the conduct desk and moderators wrote down of them.
  private func trace(of account: Account, _ data: DataFolder, _ database: Database, _ scratch: ScratchPeople)
    async throws
  {
    let question = try HelpQuestion(Self.canary, page: Self.canary, browser: Self.canary)
    let request = try await HelpDesk(database, clock: scratch.clock).ask(question, by: account.id, client: "c")
    let moderator = try await scratch.add("mona@example.org", role: .moderator)
    try await words(of: account, to: moderator, help: request, database, scratch)
    let access = Access(moderator, conduct: nil)
    let cases = ConductCases(database, clock: scratch.clock, in: data)
    let reported = try await cases.find(.person, account.id, channel: nil, by: ChannelDoor(access, .empty))
    let letters = ConductCases.Letters(
      desk: { found, _ in Letter(purpose: .conduct, subject: "Report", text: found.id) },
      outside: { Letter(purpose: .conduct, subject: "Report", text: $0.id) })
    _ = try await cases.report(reported, words: "", by: moderator.id, letters: letters)
    try await Moderation(database, clock: scratch.clock).mute(
      account.id, in: nil, minutes: 1, why: Self.canary, by: access)
    try await Blocks(database, clock: scratch.clock).block(account.id, by: moderator.id)
  }

  /// What they said to all, without their name, and to one and to the help desk; and what they asked, of which others read one.
  private func words(
    of account: Account, to other: Account, help request: String, _ database: Database, _ scratch: ScratchPeople
  ) async throws {
    let (first, second) = (min(account.id, other.id), max(account.id, other.id))
    try await database.execute(
      "INSERT INTO direct_channels (id, first, second, added_at) VALUES ('two', \(first), \(second), 1)")
    let door = ChannelDoor(Access(account, conduct: nil), .empty)
    for (channel, text) in [
      ("general/corridor", "Hello to all"), ("direct/two", Self.canary), ("help/\(request)", Self.canary),
    ] {
      let key = try #require(ChannelKey(channel))
      _ = try await Chat(database, clock: scratch.clock).post(MessageText(text, client: nil), in: key, by: door)
    }
    for (state, text) in [("open", "What is next?"), ("waiting", Self.canary)] {
      try await database.execute(
        """
        INSERT INTO questions (id, subject, author, is_anonymous, client, body, state, root, asked_at, changed_at)
        VALUES (\(state), 'papers/p', \(account.id), 0, \(state), \(text), \(state), \(state), 1, 1)
        """)
    }
  }

  /// Where the canary's name still stands: tables, and files of the data folder.
  private func finds(_ data: DataFolder, _ database: Database) async throws -> [String] {
    let canary = Self.canary
    var finds = try await database.read { connection in
      try CopyTable.all(in: connection).map(\.name).filter { name in
        var isFound = false
        try connection.session.forEach(RenderedSQL(text: "SELECT * FROM \(CopyTable.quoted(name))")) { row in
          isFound = isFound || "\(row.values)".lowercased().contains(canary)
        }
        return isFound
      }
    }
    let names = FileManager.default.enumerator(atPath: data.path)?.compactMap { $0 as? String } ?? []
    for name in names {
      guard let bytes = FileManager.default.contents(atPath: data.path + "/" + name) else { continue }
      if bytes.range(of: Data(canary.utf8)) != nil { finds.append(name) }
    }
    return finds
  }

  @Test("after an erasure no table and no file of the data folder knows anything of who was erased")
  func canary() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      let before = try await finds(data, database)
      #expect(
        Set(before).isSuperset(of: [
          "accounts", "allowances", "deeds", "devices", "conduct_cases", "help_requests", "messages", "moderations",
          "outbox", "program_change_steps", "program_entries", "program_originals", "questions", "saved", "sign_ins",
        ]))
      try await scratch.people.erase(account.id, in: data)
      let after = try await finds(data, database)
      #expect(after == [])
      for folder in ["portraits", "case-pictures"] {
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(data.path)/\(folder)") == [], "\(folder)")
      }
      let left = try #require(try await scratch.people.account(account.id))
      #expect(left.name == "A former participant")
      #expect(left.standing == .erased)
      #expect(left.email == nil)
      let program = try await ProgramStore(database).load()
      #expect(program.paper("p")?.authors.map(\.email) == [nil, "ben@example.org"])
    }
  }

  @Test("what was said to all stays, by a former participant; what was said to one or to the help desk goes")
  func spoken() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      try await scratch.people.erase(account.id, in: data)
      let messages = try await database.query(
        "SELECT channel, body, removed_at FROM messages WHERE author = \(account.id) ORDER BY number")
      let said = try messages.map { row in
        let (channel, body): (String, String) = (try row.value("channel"), try row.value("body"))
        let isRemoved = try row.value("removed_at", as: Int64?.self) != nil
        return "\(channel.prefix { $0 != "/" }): \(isRemoved ? "taken back" : "stays") \(body)"
      }
      #expect(said == ["general: stays Hello to all", "direct: taken back ", "help: taken back "])
      let questions = try await database.query("SELECT body FROM questions WHERE author = \(account.id) ORDER BY id")
      let asked: [String] = try questions.map { try $0.value(0) }
      #expect(asked == ["What is next?", "Erased by who asked it"])
    }
  }

  @Test("others lose nothing when somebody is erased, also where an address holds another's")
  func others() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      let other = try await scratch.add("not-\(Self.canary)@example.org", name: "Ben")
      let item = try #require(SavedItem("papers:p"))
      try await Saved(database, clock: scratch.clock).change(save: [item], of: other.id)
      _ = try await scratch.ask("not-\(Self.canary)@example.org")
      let before = try await scratch.people.data(of: other.id)
      try await scratch.people.erase(account.id, in: data)
      let after = try await scratch.people.data(of: other.id)
      #expect(String(decoding: after, as: UTF8.self) == String(decoding: before, as: UTF8.self))
    }
  }

  @Test("one may come back with the same address, as somebody new")
  func again() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      try await scratch.people.erase(account.id, in: data)
      let newcomer = try await scratch.add("\(Self.canary)@example.org")
      #expect(newcomer.id != account.id)
      await #expect(throws: ConferenceError.notFound("person")) {
        try await scratch.people.erase(account.id, in: data)
      }
    }
  }

  @Test("the only organizer cannot be erased")
  func organizer() async throws {
    try await run { data, _, scratch in
      let chair = try await scratch.add("chair@example.org", role: .organizer)
      await #expect(throws: ConferenceError.self) {
        try await scratch.people.erase(chair.id, in: data)
      }
      try await scratch.add("second@example.org", role: .organizer)
      try await scratch.people.erase(chair.id, in: data)
    }
  }

  @Test("what one downloads holds everything of oneself, and nothing that is of use to a thief")
  func download() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      let bytes = try await scratch.people.data(of: account.id)
      let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      for table in ["accounts", "allowances", "calendar_addresses", "deeds", "devices", "outbox", "saved", "sign_ins"] {
        #expect((json[table] as? [Any])?.isEmpty == false, "\(table)")
      }
      #expect(json["papers"] as? [String] == ["p"])
      #expect(!String(decoding: bytes, as: UTF8.self).contains("hash"))
    }
  }

  @Test("every table that names people has its line in what is downloaded and erased")
  func complete() async throws {
    try await run { _, database, _ in
      let tables = try await database.read { try CopyTable.all(in: $0) }
      let naming = tables.filter {
        !Set($0.columns).isDisjoint(with: ["account", "email", "recipient", "person", "author"])
      }.map(\.name)
      #expect(Set(naming).subtracting(PersonalTable.all.map(\.name)) == [])
      #expect(Set(PersonalTable.all.map(\.name)).subtracting(tables.map(\.name)) == [])
    }
  }
}
