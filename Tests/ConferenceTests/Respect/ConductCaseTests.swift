import Database
import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct ConductCaseTests {
  /// A reporter, somebody who is reported, a moderator and an organizer.
  struct Desk {
    let scratch: ScratchPeople
    let data: DataFolder
    let ada, bob, mona, olga: Account
    var cases: ConductCases { ConductCases(scratch.database, clock: scratch.clock, in: data) }
    var outbox: Outbox { Outbox(scratch.database, clock: scratch.clock) }

    func door(_ account: Account) -> ChannelDoor { ChannelDoor(Access(account, conduct: nil), .empty) }

    func say(
      _ text: String, by account: Account, in channel: String = "general/corridor", picture: String? = nil
    ) async throws -> Message {
      let key = try #require(ChannelKey(channel))
      let sent = picture.map { SentPicture($0, of: []) }
      return try await Chat(scratch.database, clock: scratch.clock).post(
        try MessageText(text, client: nil), in: key, picture: sent, by: door(account))
    }

    func report(_ reported: Reported, by account: Account) async throws -> String {
      try await cases.report(reported, words: "Please look", by: account.id, letters: Self.letters)
    }

    static let letters = ConductCases.Letters(
      desk: { Letter(purpose: .conduct, subject: "Report", text: "\($1.name): \($0.id)") },
      outside: { Letter(purpose: .conduct, subject: "Report", text: $0.reported.copy) })

    static func letter(_ found: ConductCase) -> Letter { Letter(purpose: .conduct, subject: "News", text: found.id) }
  }

  static func run(_ body: (Desk) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org", name: "Ada")
      let bob = try await scratch.add("bob@example.org", name: "Bob")
      let mona = try await scratch.add("mona@example.org", name: "Mona", role: .moderator)
      let olga = try await scratch.add("olga@example.org", name: "Olga", role: .organizer)
      try await body(Desk(scratch: scratch, data: DataFolder(path: path), ada: ada, bob: bob, mona: mona, olga: olga))
    }
  }

  @Test("a case waits for those who may see it until one of them takes it")
  func untaken() async throws {
    try await Self.run { desk in
      let message = try await desk.say("Something rude", by: desk.mona)
      let reported = try await desk.cases.find(.message, message.id, channel: nil, by: desk.door(desk.ada))
      let id = try await desk.report(reported, by: desk.ada)
      for (account, count) in [(desk.olga, 1), (desk.mona, 0), (desk.ada, 0), (desk.bob, 0)] {
        let waiting = try await desk.cases.untaken(for: account.id)
        #expect(waiting == count, "\(account.name)")
      }
      try await desk.cases.take(id, by: desk.olga.id)
      let waiting = try await desk.cases.untaken(for: desk.olga.id)
      #expect(waiting == 0)
    }
  }

  @Test("a report goes to the desk with a copy, is taken, talked over, decided, and every look stays with it")
  func life() async throws {
    try await Self.run { desk in
      let message = try await desk.say("Something rude", by: desk.bob)
      let reported = try await desk.cases.find(.message, message.id, channel: nil, by: desk.door(desk.ada))
      #expect(reported.copy == "Something rude" && reported.person == desk.bob.id)
      let id = try await desk.report(reported, by: desk.ada)
      #expect(Set(try await desk.outbox.page(for: nil).map(\.recipient)) == ["mona@example.org", "olga@example.org"])
      try await Chat(desk.scratch.database, clock: desk.scratch.clock).remove(message.id, by: desk.door(desk.bob))
      let file = try await desk.cases.file(id, by: desk.mona.id)
      #expect(file.opened.reported.copy == "Something rude", "the copy stays when the message is taken back")
      try await desk.cases.take(id, by: desk.mona.id)
      try await desk.cases.note(id, "Second time", by: desk.mona.id)
      try await desk.cases.write(id, "Thank you", by: desk.mona.id, letter: Desk.letter)
      try await desk.cases.answer(id, "It goes on", by: desk.ada.id, letter: Desk.letter)
      try await desk.cases.decide(id, "A warning", telling: "We spoke to them", by: desk.mona.id, letter: Desk.letter)
      await #expect(throws: ConferenceError.self) {
        try await desk.cases.decide(id, "Again", telling: "", by: desk.mona.id, letter: Desk.letter)
      }
      let mine = try await desk.cases.report(id, of: desk.ada.id)
      #expect(mine.entries.compactMap(\.text) == ["Thank you", "It goes on", "We spoke to them"])
      #expect(mine.opened.decided != nil)
      _ = try await desk.cases.file(id, by: desk.olga.id)
      let kinds = try await desk.cases.file(id, by: desk.mona.id).entries.map(\.kind)
      #expect(kinds == [.looked, .taken, .noted, .wrote, .answered, .decided, .wrote, .looked, .looked])
      try await desk.cases.reopen(id, by: desk.olga.id)
      #expect(try await desk.cases.list(for: desk.mona.id).map(\.decided) == [nil])
    }
  }

  @Test("who is reported never sees the case, even as an organizer; nor does anybody who is not on the desk")
  func hidden() async throws {
    try await Self.run { desk in
      let reported = try await desk.cases.find(.person, desk.olga.id, channel: nil, by: desk.door(desk.ada))
      let id = try await desk.report(reported, by: desk.ada)
      #expect(try await desk.outbox.page(for: nil).map(\.recipient) == ["mona@example.org"])
      for account in [desk.olga, desk.bob, desk.ada] {
        #expect(try await desk.cases.list(for: account.id).isEmpty)
        #expect(try await desk.cases.follow(id, by: account.id) == false)
        await #expect(throws: ConferenceError.notFound("case")) { try await desk.cases.file(id, by: account.id) }
        await #expect(throws: ConferenceError.notFound("case")) { try await desk.cases.take(id, by: account.id) }
        let shown = try await desk.cases.shown(id, for: account.id)
        #expect((shown == nil) == (account.id != desk.ada.id))
        await #expect(throws: ConferenceError.notFound("case")) {
          try await desk.cases.note(id, "x", by: account.id)
        }
      }
      for account in [desk.olga, desk.bob, desk.mona] {
        await #expect(throws: ConferenceError.notFound("report")) {
          try await desk.cases.report(id, of: account.id)
        }
      }
      #expect(try await desk.cases.list(for: desk.mona.id).map(\.id) == [id])
      // Nor does the record that organizers read, or the mail that they look after, tell of it.
      let deeds = try await desk.scratch.people.deeds(for: nil)
      #expect(!deeds.contains { $0.deed.subject == id || $0.deed.action.contains("report") })
      let mails = try await desk.outbox.page(for: nil)
      #expect(mails.allSatisfy { $0.shown.text.isEmpty && !$0.shown.subject.contains("Report") })
      try await desk.scratch.database.execute("UPDATE outbox SET last_error = 'no such Mona'")
      let failed = try await desk.outbox.page(for: nil)
      #expect(failed.allSatisfy { $0.shownWay.recipient == nil && $0.shownWay.lastError == nil })
      #expect(try await desk.outbox.page(to: "mona@example.org", for: nil).isEmpty)
      let data = try await desk.scratch.people.data(of: desk.olga.id)
      #expect(!String(decoding: data, as: UTF8.self).contains("Please look"))
    }
  }

  @Test("organizers choose who is on the desk; where only the reported one is, the other organizers are")
  func desk() async throws {
    try await Self.run { desk in
      let (database, now) = (desk.scratch.database, desk.scratch.time.now)
      try await ConductDesk(members: [desk.mona.id]).choose(by: desk.olga.id, database, at: now)
      #expect(try await desk.cases.desk() == ["Mona"])
      let mona = try await desk.cases.find(.person, desk.mona.id, channel: nil, by: desk.door(desk.ada))
      #expect(try await desk.cases.receivers(of: mona, by: desk.ada.id).names == ["Olga"])
      let id = try await desk.report(mona, by: desk.ada)
      #expect(try await desk.cases.list(for: desk.mona.id).isEmpty)
      #expect(try await desk.cases.list(for: desk.olga.id).map(\.id) == [id])
      // A member who is no moderator any more is on no desk.
      try await desk.scratch.people.setRole(.participant, of: desk.mona.id, by: desk.olga.id)
      #expect(try await desk.cases.desk() == ["Olga"])
    }
  }

  @Test("to who reports a question without a name nobody is missing on the desk; who asked it never sees the case")
  func anonymous() async throws {
    try await Self.run { desk in
      try await desk.scratch.database.execute(
        """
        INSERT INTO questions (id, subject, author, is_anonymous, client, body, state, root, asked_at, changed_at)
        VALUES ('q', 'papers/p', \(desk.mona.id), 1, 'client', 'Something rude', 'open', 'q', 1, 1)
        """)
      let reported = try await desk.cases.find(.question, "q", channel: nil, by: desk.door(desk.ada))
      #expect(try await desk.cases.receivers(of: reported, by: desk.ada.id).names == ["Mona", "Olga"])
      let id = try await desk.report(reported, by: desk.ada)
      #expect(try await desk.cases.report(id, of: desk.ada.id).handlers.map(\.name) == ["Mona", "Olga"])
      #expect(try await desk.outbox.page(for: nil).map(\.recipient) == ["olga@example.org"])
      #expect(try await desk.cases.list(for: desk.mona.id).isEmpty)
      await #expect(throws: ConferenceError.notFound("case")) { try await desk.cases.file(id, by: desk.mona.id) }
    }
  }

  @Test("by setting a report goes outside with all that was reported, and nobody here sees it but its reporter")
  func outside() async throws {
    try await Self.run { desk in
      let (database, now) = (desk.scratch.database, desk.scratch.time.now)
      try await ConductDesk(outside: "ombuds@example.net").choose(by: desk.olga.id, database, at: now)
      let message = try await desk.say("Something rude", by: desk.bob)
      let reported = try await desk.cases.find(.message, message.id, channel: nil, by: desk.door(desk.ada))
      let id = try await desk.report(reported, by: desk.ada)
      let mails = try await desk.outbox.page(for: nil)
      #expect(mails.map(\.recipient) == ["ombuds@example.net"] && mails[0].text == "Something rude")
      #expect(try await desk.cases.list(for: desk.mona.id).isEmpty)
      await #expect(throws: ConferenceError.self) { try await desk.cases.file(id, by: desk.olga.id) }
      #expect(try await desk.cases.report(id, of: desk.ada.id).opened.outside == "ombuds@example.net")
      await #expect(throws: ConferenceError.self) {
        try await desk.cases.answer(id, "Hello", by: desk.ada.id, letter: Desk.letter)
      }
    }
  }

  @Test("what one may not read cannot be reported, and so be read")
  func unreadable() async throws {
    try await Self.run { desk in
      let key = ChannelKey(kind: .direct, name: "between")
      let (first, second) = (min(desk.bob.id, desk.mona.id), max(desk.bob.id, desk.mona.id))
      try await desk.scratch.database.execute(
        "INSERT INTO direct_channels (id, first, second, added_at) VALUES ('between', \(first), \(second), 1)")
      let message = try await desk.say("Between us", by: desk.bob, in: key.description)
      await #expect(throws: ConferenceError.self) {
        try await desk.cases.find(.message, message.id, channel: nil, by: desk.door(desk.ada))
      }
      let reported = try await desk.cases.find(.message, message.id, channel: nil, by: desk.door(desk.mona))
      #expect(reported.copy == "Between us")
    }
  }

  @Test("a report about somebody who is erased stays, without the name")
  func erased() async throws {
    try await Self.run { desk in
      let message = try await desk.say("Something rude", by: desk.bob)
      let said = try await desk.report(
        try await desk.cases.find(.message, message.id, channel: nil, by: desk.door(desk.ada)), by: desk.ada)
      let person = try await desk.report(
        try await desk.cases.find(.person, desk.bob.id, channel: nil, by: desk.door(desk.ada)), by: desk.ada)
      let now = desk.scratch.time.now
      try await desk.scratch.database.write { connection in
        guard let bob = try People.account(desk.bob.id, connection) else { return }
        for sql in PersonalTable.all.reversed().compactMap({ $0.forget(bob) }) { try connection.execute(sql) }
        People.tell(bob.id, at: now, connection)
      }
      let first = try await desk.cases.file(said, by: desk.mona.id).opened.reported
      #expect(first.copy == "Something rude" && first.personName == nil && first.person == desk.bob.id)
      let second = try await desk.cases.file(person, by: desk.mona.id).opened.reported
      #expect(second.copy.isEmpty && second.personName == nil)
    }
  }
}
