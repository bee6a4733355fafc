import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct ReminderTests {
  /// A session that begins in half an hour, saved by Ada and Ben, of whom only Ada wants reminders.
  private func prepare(_ scratch: ScratchPeople) async throws -> (reminders: Reminders, ada: Account, ben: Account) {
    var draft = Draft(conference: ConferenceInfo(id: "c", name: "Conference", zone: "Africa/Addis_Ababa"))
    let start = scratch.time.now.adding(minutes: 30)
    draft.sessions = [
      Session(id: "s", kind: .qa, title: "Tones\r\nBcc: all@example.org", start: start, end: start.adding(minutes: 60))
    ]
    try await ProgramStore(scratch.database).apply(draft, now: scratch.time.now)
    let item = try #require(SavedItem("sessions:s"))
    let (ada, ben) = (try await scratch.add("ada@example.org"), try await scratch.add("ben@example.org"))
    for account in [ada, ben] {
      try await Saved(scratch.database, clock: scratch.clock).change(save: [item], of: account.id)
    }
    let reminders = Reminders(scratch.database, clock: scratch.clock)
    try await reminders.want(true, by: ada.id)
    return (reminders, ada, ben)
  }

  private func run(_ body: (ScratchPeople, Reminders, Account) async throws -> Void) async throws {
    try await ScratchPeople.run { scratch in
      let (reminders, ada, _) = try await prepare(scratch)
      try await body(scratch, reminders, ada)
    }
  }

  @Test("a reminder goes to who asked for it, a quarter of an hour before, and once")
  func once() async throws {
    try await run { scratch, reminders, _ in
      let early = try await reminders.post(address: "https://c.example")
      #expect(early == 0)
      scratch.time.pass(seconds: 15 * 60)
      let first = try await reminders.post(address: "https://c.example")
      #expect(first == 1)
      scratch.time.pass(seconds: 60)
      let second = try await reminders.post(address: "https://c.example")
      #expect(second == 0)
      let mails = try await scratch.database.query("SELECT recipient, subject, body_text FROM outbox")
      #expect(try mails.map { try $0.value(0, as: String.self) } == ["ada@example.org"])
      let text: String = try #require(try mails.first?.value("body_text"))
      #expect(text.contains("https://c.example/sessions/s"))
      #expect(text.contains("(Africa/Addis_Ababa)"))
    }
  }

  @Test("two nodes that look at the same time send one reminder")
  func nodes() async throws {
    try await run { scratch, reminders, _ in
      scratch.time.pass(seconds: 16 * 60)
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<8 { group.addTask { try await reminders.post(address: "https://c.example") } }
        return try await group.reduce(0, +)
      }
      #expect(counts == 1)
    }
  }

  @Test("where everybody has their reminder, another round writes nothing")
  func quiet() async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = try ScratchData.folder(at: path)
    let database = try data.open()
    let scratch = ScratchPeople(database: database, time: ScratchPeople.Time())
    let (reminders, _, ben) = try await prepare(scratch)
    scratch.time.pass(seconds: 16 * 60)
    let first = try await reminders.post(address: "https://c.example")
    #expect(first == 1)
    let reading = try data.openReadOnly()
    let looking = Reminders(reading, clock: scratch.clock)
    let second = try await looking.post(address: "https://c.example")
    #expect(second == 0)
    try await reminders.want(true, by: ben.id)
    await #expect(throws: (any Error).self) { try await looking.post(address: "https://c.example") }
    let third = try await reminders.post(address: "https://c.example")
    #expect(third == 1)
    try reading.close()
    try database.close()
  }

  @Test("many who wait for one session are all reminded, each once")
  func many() async throws {
    try await run { scratch, reminders, _ in
      let others = try (1...410).map { number in
        Account(
          email: try #require(EmailAddress("p\(number)@example.org")), name: "Person \(number)", added: scratch.time.now
        )
      }
      try await scratch.database.write { connection in
        for account in others {
          try People.add(account, at: ScratchPeople.start, connection)
          try connection.execute(
            "INSERT INTO saved (account, kind, subject, saved_at) VALUES (\(account.id), 'session', 's', 1)")
          try connection.execute("INSERT INTO reminders (account, since) VALUES (\(account.id), 1)")
        }
      }
      scratch.time.pass(seconds: 16 * 60)
      let first = try await reminders.post(address: "https://c.example")
      let second = try await reminders.post(address: "https://c.example")
      #expect(first == 411 && second == 0)
      let rows = try await scratch.database.query("SELECT DISTINCT recipient FROM outbox")
      #expect(rows.count == 411)
    }
  }

  @Test("nobody is reminded who wants none any more, was shut out, took the session off, or of what has begun")
  func none() async throws {
    for change in ["unwanted", "banned", "unsaved", "begun"] {
      try await run { scratch, reminders, ada in
        scratch.time.pass(seconds: change == "begun" ? 31 * 60 : 20 * 60)
        switch change {
        case "unwanted": try await reminders.want(false, by: ada.id)
        case "banned": try await scratch.people.setStanding(.banned, of: ada.id, by: nil)
        case "unsaved":
          let item = try #require(SavedItem("sessions:s"))
          try await Saved(scratch.database, clock: scratch.clock).change(unsave: [item], of: ada.id)
        default: break
        }
        let count = try await reminders.post(address: "https://c.example")
        #expect(count == 0, "\(change)")
      }
    }
  }

  @Test("who saved only a paper is reminded of its session, or of its own part of it")
  func papers() async throws {
    try await ScratchPeople.run { scratch in
      var draft = Draft(conference: ConferenceInfo(id: "c", name: "Conference"))
      let start = scratch.time.now.adding(minutes: 10)
      draft.papers = [Paper(id: "p", title: "Looms"), Paper(id: "q", title: "Warps")]
      var session = Session(id: "s", kind: .poster, title: "Posters", start: start, end: start.adding(minutes: 60))
      let part = start.adding(minutes: 30)
      session.slots = [Slot(paper: "p"), Slot(paper: "q", start: part, end: start.adding(minutes: 60))]
      draft.sessions = [session]
      try await ProgramStore(scratch.database).apply(draft, now: scratch.time.now)
      let reminders = Reminders(scratch.database, clock: scratch.clock)
      for (email, paper) in [("ada@example.org", "p"), ("ben@example.org", "q")] {
        let account = try await scratch.add(email).id
        let item = try #require(SavedItem(.paper, paper))
        try await Saved(scratch.database, clock: scratch.clock).change(save: [item], of: account)
        try await reminders.want(true, by: account)
      }
      let first = try await reminders.post(address: "https://c.example")
      scratch.time.pass(seconds: 30 * 60)
      let second = try await reminders.post(address: "https://c.example")
      #expect(first == 1 && second == 1)
      let rows = try await scratch.database.query("SELECT recipient, subject FROM outbox ORDER BY recipient")
      let mails: [String] = try rows.map { row in
        let (recipient, subject): (String, String) = (try row.value(0), try row.value(1))
        return "\(recipient) \(subject.dropFirst("12:00: ".count))"
      }
      #expect(mails == ["ada@example.org Posters", "ben@example.org Warps (Posters)"])
    }
  }

  @Test("reminders are off until somebody asks for them")
  func off() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org")
      let areWanted = try await Reminders(scratch.database, clock: scratch.clock).areWanted(by: ada.id)
      #expect(!areWanted)
    }
  }
}
