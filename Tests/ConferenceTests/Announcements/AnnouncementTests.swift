import Database
import Testing

@testable import Conference

@Suite(.bothDatabases, .serialized) struct AnnouncementTests {
  private static let mail = AnnouncementMail(decliningAt: "https://conference.example/mail/") { account, declining in
    Letter(purpose: .announcement, subject: "News", text: "Dear \(account.name), \(declining)")
  }

  private static func text(_ scratch: ScratchPeople, session: String? = nil, lasting: Int? = nil) throws
    -> AnnouncementText
  {
    let now = scratch.time.now
    return try AnnouncementText(
      title: "The keynote is late", text: "By *ten* minutes.", session: session, from: now,
      until: lasting.map { now.adding(seconds: $0) })
  }

  private static func open(_ scratch: ScratchPeople) async throws -> [Announcement] {
    let now = scratch.time.now
    return try await scratch.database.read { try Announcements.open(at: now, $0) }
  }

  @Test("an announcement is shown from its beginning to its end, changed, and withdrawn, all on record")
  func life() async throws {
    try await ScratchPeople.run { scratch in
      let announcements = Announcements(scratch.database, clock: scratch.clock)
      let id = try await announcements.add(try Self.text(scratch, lasting: 60), by: nil)
      #expect(try await Self.open(scratch).map { $0.isShown(at: scratch.time.now) } == [true])
      let later = try AnnouncementText(title: "Later", text: "", from: scratch.time.now.adding(seconds: 10))
      try await announcements.change(id, to: later, by: nil)
      let open = try await Self.open(scratch)
      #expect(open.map { $0.isShown(at: scratch.time.now) } == [false])
      #expect(open.nextChange(after: scratch.time.now) == scratch.time.now.adding(seconds: 10))
      try await announcements.withdraw(id, by: nil)
      #expect(try await Self.open(scratch).isEmpty)
      await #expect(throws: ConferenceError.self) { try await announcements.withdraw(id, by: nil) }
      await #expect(throws: ConferenceError.self) { try await announcements.change(id, to: later, by: nil) }
      let actions = Set(try await scratch.people.deeds(about: id, for: nil).map(\.deed.action))
      #expect(actions == ["announced", "announcement changed", "announcement withdrawn"])
    }
  }

  @Test("what is too long, has no title or ends before it begins is refused")
  func checked() throws {
    let now = ScratchPeople.start
    #expect(throws: ConferenceError.self) { try AnnouncementText(title: " ", text: "", from: now) }
    #expect(throws: ConferenceError.self) {
      try AnnouncementText(title: String(repeating: "a", count: 121), text: "", from: now)
    }
    #expect(throws: ConferenceError.self) {
      try AnnouncementText(title: "A", text: String(repeating: "a", count: 2_001), from: now)
    }
    #expect(throws: ConferenceError.self) { try AnnouncementText(title: "A", text: "", from: now, until: now) }
  }

  @Test("no more than ten stand on the pages at once")
  func most() async throws {
    try await ScratchPeople.run { scratch in
      let announcements = Announcements(scratch.database, clock: scratch.clock)
      for _ in 0..<10 { _ = try await announcements.add(try Self.text(scratch, lasting: 60), by: nil) }
      let text = try Self.text(scratch)
      await #expect(throws: ConferenceError.self) { try await announcements.add(text, by: nil) }
      scratch.time.pass(seconds: 60)
      _ = try await announcements.add(text, by: nil)
    }
  }

  @Test("what waits for another time takes no room from what is shown now, and known problems have room of their own")
  func room() async throws {
    try await ScratchPeople.run { scratch in
      let helper = try await scratch.add("vera@example.org", role: .volunteer).id
      let announcements = Announcements(scratch.database, clock: scratch.clock)
      let problems = KnownProblems(scratch.database, clock: scratch.clock)
      let later = try AnnouncementText(title: "Later", text: "", from: scratch.time.now.adding(seconds: 60))
      for _ in 0..<Announcements.most { _ = try await announcements.add(later, by: nil) }
      let (now, tooLong) = (try Self.text(scratch, lasting: 60), try Self.text(scratch, lasting: 61))
      await #expect(throws: ConferenceError.self) { try await announcements.add(tooLong, by: nil) }
      let id = try await announcements.add(now, by: nil)
      await #expect(throws: ConferenceError.self) { try await announcements.change(id, to: tooLong, by: nil) }
      scratch.time.pass(seconds: 60)
      for _ in 0..<Announcements.most { try await problems.add("No sound", text: "", hours: 1, by: helper) }
      await #expect(throws: ConferenceError.self) {
        try await problems.add("No sound", text: "", hours: 1, by: helper)
      }
      let shown = try await Self.open(scratch).count(where: { $0.isShown(at: scratch.time.now) })
      #expect(shown == 2 * Announcements.most)
    }
  }

  @Test("by mail it goes to active people only, waits for review, and is dropped when withdrawn")
  func mailed() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("ada@example.org")
      let bob = try await scratch.add("bob@example.org")
      try await scratch.people.setStanding(.banned, of: bob.id, by: nil)
      let announcements = Announcements(scratch.database, clock: scratch.clock)
      let id = try await announcements.add(try Self.text(scratch), by: nil, mail: Self.mail)
      let outbox = Outbox(scratch.database, clock: scratch.clock)
      let mails = try await outbox.page(for: nil)
      #expect(mails.map(\.recipient) == ["ada@example.org"])
      #expect(mails.map(\.state) == [.waitingForReview])
      let link = try #require(mails.first?.unsubscribe)
      #expect(link.hasPrefix("https://conference.example/mail/") && mails.first?.text.contains(link) == true)
      try await announcements.withdraw(id, by: nil)
      #expect(try await outbox.counts(for: nil) == [.dropped: 1])
    }
  }

  @Test("mails that are approved before it is shown go when it is, also where that is changed meanwhile")
  func mailedLater() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("ada@example.org")
      func text(in minutes: Int) throws -> AnnouncementText {
        try AnnouncementText(title: "Doors open", text: "", from: scratch.time.now.adding(minutes: minutes))
      }
      let announcements = Announcements(scratch.database, clock: scratch.clock)
      let outbox = Outbox(scratch.database, clock: scratch.clock)
      let id = try await announcements.add(try text(in: 60), by: nil, mail: Self.mail)
      let batch = try #require(try await outbox.batches(for: nil).first)
      #expect(batch.next == scratch.time.now.adding(minutes: 60))
      try await outbox.approve(batch: batch.id, by: nil)
      scratch.time.pass(seconds: 3_599)
      #expect(try await outbox.claim(4, patient: 4) == [])
      try await announcements.change(id, to: try text(in: 10), by: nil)
      scratch.time.pass(seconds: 599)
      #expect(try await outbox.claim(4, patient: 4) == [])
      scratch.time.pass(seconds: 1)
      #expect(try await outbox.claim(4, patient: 4).map(\.recipient) == ["ada@example.org"])
    }
  }

  @Test("one for a session is mailed to those who saved it")
  func session() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org")
      try await scratch.add("bob@example.org")
      try await scratch.database.execute(
        "INSERT INTO saved (account, kind, subject, saved_at) VALUES (\(ada.id), 'session', 'P1', 1)")
      let announcements = Announcements(scratch.database, clock: scratch.clock)
      _ = try await announcements.add(try Self.text(scratch, session: "P1"), by: nil, mail: Self.mail)
      let mails = try await Outbox(scratch.database, clock: scratch.clock).page(for: nil)
      #expect(mails.map(\.recipient) == ["ada@example.org"])
    }
  }

  @Test("it is not for another session while mails wait for those whom it concerned; everything else of it is changed")
  func otherSession() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("ada@example.org")
      let announcements = Announcements(scratch.database, clock: scratch.clock)
      let outbox = Outbox(scratch.database, clock: scratch.clock)
      let id = try await announcements.add(try Self.text(scratch), by: nil, mail: Self.mail)
      try await announcements.change(id, to: try Self.text(scratch, lasting: 60), by: nil)
      let other = try Self.text(scratch, session: "P1")
      await #expect(throws: ConferenceError.self) { try await announcements.change(id, to: other, by: nil) }
      #expect(try await announcements.announcement(id, for: nil)?.session == nil)
      let batch = try #require(try await outbox.batches(for: nil).first)
      try await outbox.drop(batch: batch.id, by: nil)
      try await announcements.change(id, to: other, by: nil)
      #expect(try await announcements.announcement(id, for: nil)?.session == "P1")
      let unmailed = try await announcements.add(try Self.text(scratch), by: nil)
      try await announcements.change(unmailed, to: other, by: nil)
    }
  }

  @Test("who declines gets no announcements any more, also none that waited, until they want them again")
  func declined() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("ada@example.org")
      let announcements = Announcements(scratch.database, clock: scratch.clock)
      let outbox = Outbox(scratch.database, clock: scratch.clock)
      _ = try await announcements.add(try Self.text(scratch), by: nil, mail: Self.mail)
      let link = try await outbox.page(for: nil).first?.unsubscribe
      let token = Secret(String(try #require(link).split(separator: "/").last ?? ""))
      #expect(try await scratch.people.getsAnnouncements(token) == true)
      try await scratch.people.wish(false, token)
      #expect(try await scratch.people.getsAnnouncements(token) == false)
      #expect(try await outbox.counts(for: nil) == [.dropped: 1])
      _ = try await announcements.add(try Self.text(scratch), by: nil, mail: Self.mail)
      #expect(try await outbox.counts(for: nil) == [.dropped: 1])
      try await scratch.people.wish(true, token)
      _ = try await announcements.add(try Self.text(scratch), by: nil, mail: Self.mail)
      #expect(try await outbox.counts(for: nil) == [.dropped: 1, .waitingForReview: 1])
      #expect(try await scratch.people.getsAnnouncements(.random()) == nil)
    }
  }
}
