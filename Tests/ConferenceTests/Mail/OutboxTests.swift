import Mail
import Testing

@testable import Conference

@Suite(.bothDatabases) struct OutboxTests {
  @Test("a mail of a transaction that fails is never sent") func transactions() async throws {
    let scratch = try ScratchOutbox()
    let (outbox, mail) = (scratch.outbox, try ScratchOutbox.mail())
    await #expect(throws: ConferenceError.self) {
      try await outbox.database.write { connection in
        try outbox.enqueue(mail, in: connection)
        throw ConferenceError.conflict("changed my mind")
      }
    }
    #expect(try await outbox.counts(for: nil) == [:])
  }

  @Test("no two nodes take the same mail") func nodes() async throws {
    let scratch = try ScratchOutbox()
    for number in 1...60 { try await scratch.outbox.enqueue(try ScratchOutbox.mail(to: "p\(number)")) }
    let nodes = try [scratch.outbox, scratch.otherNode(), scratch.otherNode()]
    let taken = try await withThrowingTaskGroup(of: [String].self) { group in
      for node in nodes + nodes {
        group.addTask {
          var taken: [String] = []
          while case let entries = try await node.claim(4, patient: 4), !entries.isEmpty { taken += entries.map(\.id) }
          return taken
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect((taken.count, Set(taken).count) == (60, 60))
  }

  @Test("what somebody waits for goes first, and does not wait its turn") func urgency() async throws {
    let scratch = try ScratchOutbox()
    for purpose in [MailPurpose.announcement, .reminder, .signIn] {
      try await scratch.outbox.enqueue(try ScratchOutbox.mail(purpose))
    }
    #expect(try await scratch.outbox.claim(4, patient: 1).map(\.purpose) == [.signIn, .reminder])
  }

  @Test("what may be told only once is taken once") func onlyOnce() async throws {
    let scratch = try ScratchOutbox()
    var mail = try ScratchOutbox.mail()
    mail.onlyOnce = "session 12 to ada"
    #expect(try await scratch.outbox.enqueue(mail) != nil)
    #expect(try await scratch.outbox.enqueue(mail) == nil)
    mail.onlyOnce = "session 13 to ada"
    #expect(try await scratch.outbox.enqueue(mail) != nil)
    #expect(try await scratch.outbox.counts(for: nil) == [.waiting: 2])
  }

  @Test("a code that is too old is dropped, with its text") func expiry() async throws {
    let scratch = try ScratchOutbox()
    var mail = try ScratchOutbox.mail(.signIn)
    mail.expires = scratch.outbox.clock.now().adding(minutes: 10)
    let id = try #require(try await scratch.outbox.enqueue(mail))
    scratch.pass(minutes: 10)
    #expect(try await scratch.outbox.claim(4, patient: 4) == [])
    let entry = try await scratch.outbox.entry(id, for: nil)
    #expect((entry?.state, entry?.text) == (.dropped, ""))
  }

  @Test("a sender that ended in the middle leaves a mail unknown, and one that somebody waits for is sent again")
  func interrupted() async throws {
    let scratch = try ScratchOutbox()
    let reminder = try #require(try await scratch.outbox.enqueue(try ScratchOutbox.mail(.reminder)))
    try await scratch.outbox.enqueue(try ScratchOutbox.mail(.signIn))
    let claimed = try await scratch.outbox.claim(4, patient: 4)
    #expect(claimed.count == 2)
    scratch.pass(seconds: Outbox.leaseSeconds - 1)
    #expect(try await scratch.outbox.claim(4, patient: 4) == [])
    scratch.pass(seconds: 1)
    #expect(try await scratch.outbox.claim(4, patient: 4).map(\.purpose) == [.signIn])
    #expect(try await scratch.outbox.counts(for: nil) == [.unknown: 1, .sending: 1])
    try await scratch.outbox.retry(reminder, by: nil)
    #expect(try await scratch.outbox.claim(4, patient: 4).map(\.id) == [reminder])
  }

  @Test("what is heard late of a mail makes it known, but says nothing about its next attempt") func late() async throws
  {
    let scratch = try ScratchOutbox()
    try await scratch.outbox.enqueue(try ScratchOutbox.mail(.reminder))
    try await scratch.outbox.enqueue(try ScratchOutbox.mail(.signIn))
    let claimed = try await scratch.outbox.claim(4, patient: 4)
    scratch.pass(seconds: Outbox.leaseSeconds)
    #expect(try await scratch.outbox.claim(4, patient: 4).count == 1)
    #expect(try await scratch.outbox.counts(for: nil) == [.unknown: 1, .sending: 1])
    for entry in claimed { try await scratch.outbox.record(.accepted("250"), of: entry, id: nil) }
    #expect(try await scratch.outbox.counts(for: nil) == [.sent: 1, .sending: 1])
  }

  @Test("a text with a zero in it does not stop what it tells of") func zero() async throws {
    let scratch = try ScratchOutbox()
    var mail = try ScratchOutbox.mail()
    (mail.text, mail.html) = ("a\0b", "<p>\0</p>")
    let id = try #require(try await scratch.outbox.enqueue(mail))
    let entry = try await scratch.outbox.entry(id, for: nil)
    #expect((entry?.text, entry?.html) == ("ab", "<p></p>"))
  }

  @Test("an organizer stops one mail, unless it went") func dropping() async throws {
    let scratch = try ScratchOutbox()
    let id = try #require(try await scratch.outbox.enqueue(try ScratchOutbox.mail()))
    try await scratch.outbox.drop(id, by: nil)
    #expect(try await scratch.outbox.claim(4, patient: 4) == [])
    await #expect(throws: ConferenceError.self) { try await scratch.outbox.drop(id, by: nil) }
  }

  @Test("a mail to many waits for its review, and can be stopped after it") func review() async throws {
    let scratch = try ScratchOutbox()
    let outbox = scratch.outbox
    let mails = try (1...9).map { try ScratchOutbox.mail(.announcement, to: "p\($0)") }
    let count = try await outbox.database.write { try outbox.enqueue(mails, batch: "b1", in: $0) }
    #expect(count == 9)
    scratch.pass(minutes: 600)
    #expect(try await outbox.claim(4, patient: 4) == [])
    #expect(try await outbox.batches(for: nil).map(\.counts) == [[.waitingForReview: 9]])
    #expect(try await outbox.approve(batch: "b1", by: nil) == 9)
    #expect(try await outbox.approve(batch: "b1", by: nil) == 0)
    #expect(try await outbox.claim(4, patient: 4).count == 4)
    #expect(try await outbox.drop(batch: "b1", by: nil) == 5)
    #expect(try await outbox.counts(for: nil) == [.sending: 4, .dropped: 5])
  }

  @Test("organizers page through the outbox without gaps") func pages() async throws {
    let scratch = try ScratchOutbox()
    for number in 1...7 {
      try await scratch.outbox.enqueue(try ScratchOutbox.mail(to: "p\(number)"))
      scratch.pass(seconds: 1)
    }
    var (seen, last): ([String], String?) = ([], nil)
    while case let page = try await scratch.outbox.page(.waiting, for: nil, before: last, limit: 3), !page.isEmpty {
      seen += page.map(\.recipient)
      last = page.last?.id
    }
    #expect(seen == (1...7).reversed().map { "p\($0)@example.org" })
  }

  @Test("a mail that was sent is not sent again by hand") func noRetry() async throws {
    let scratch = try ScratchOutbox()
    let id = try #require(try await scratch.outbox.enqueue(try ScratchOutbox.mail()))
    for entry in try await scratch.outbox.claim(1, patient: 1) {
      try await scratch.outbox.record(.accepted("250 OK"), of: entry, id: "<a@b>")
    }
    await #expect(throws: ConferenceError.self) { try await scratch.outbox.retry(id, by: nil) }
    #expect(try await scratch.outbox.prune(before: scratch.outbox.clock.now()) == 0)
    scratch.pass(seconds: 1)
    #expect(try await scratch.outbox.prune(before: scratch.outbox.clock.now()) == 1)
  }

  @Test("attempts become rarer, and end after three days") func backoff() {
    #expect((1...8).map { OutboxBackoff.seconds(after: $0, .reminder) } == [60, 120, 240, 480, 960, 1920, 3600, 3600])
    #expect((1...4).map { OutboxBackoff.seconds(after: $0, .signIn) } == [5, 15, 45, 135])
    let all = (1...200).compactMap { OutboxBackoff.seconds(after: $0, .announcement) }.reduce(0, +)
    #expect((71 * 3600...73 * 3600).contains(all))
  }

  @Test("no more mails leave than a provider takes") func pace() {
    let start = Instant(milliseconds: 0)
    var pace = MailPace(perMinute: 60, at: start)
    var total = 0
    for second in 0..<120 {
      let count = pace.allowance(at: start.adding(seconds: second))
      pace.left(count)
      total += count
    }
    #expect((118...121).contains(total))
    #expect(pace.allowance(at: start.adding(seconds: 100_000)) == 6)
    var free = MailPace(perMinute: nil, at: start)
    #expect(free.allowance(at: start) == .max)
  }
}
