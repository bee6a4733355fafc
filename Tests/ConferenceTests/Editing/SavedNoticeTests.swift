import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct SavedNoticeTests {
  private static let notice = SavedNotice(address: "https://c.example")

  /// Somebody who saved a session or a paper, of which the first session with papers gets the body.
  private func run(_ body: (ScratchProgram, Session, Outbox) async throws -> Void) async throws {
    try await ScratchProgram.run { scratch in
      let session = try #require(try await scratch.draft().sessions.first { !$0.slots.isEmpty })
      let (database, clock) = (scratch.people.database, scratch.people.clock)
      for (email, kind, subject) in [
        ("saver@example.org", SavedItem.Kind.session, session.id),
        ("reader@example.org", SavedItem.Kind.paper, session.slots[0].paper),
      ] {
        let account = try await scratch.people.add(email).id
        let item = try #require(SavedItem(kind, subject))
        try await Saved(database, clock: clock).change(save: [item], of: account)
      }
      try await body(scratch, session, Outbox(database, clock: clock))
    }
  }

  private static func mails(_ outbox: Outbox) async throws -> [String] {
    try await outbox.page(for: nil).map { "\($0.recipient): \($0.subject.prefix { $0 != ":" })" }.sorted()
  }

  @Test(
    "a session that gets another time or is taken out is told to who saved it, or a paper in it; another title is not")
  func sessions() async throws {
    try await run { scratch, session, outbox in
      for isMoved in [false, true] {
        var other = session
        if isMoved { other.end = session.end.adding(minutes: 5) } else { other.title = "Another title" }
        let wanted = other
        let told = try await scratch.editor.told(by: nil, telling: Self.notice) { try $0.put(wanted, seen: .anything) }
        #expect(told.mails == (isMoved ? 2 : 0) && !told.isWaiting)
      }
      #expect(try await Self.mails(outbox) == ["reader@example.org: Moved", "saver@example.org: Moved"])
      let name = EntryName(of: session)
      let told = try await scratch.editor.told(by: nil, telling: Self.notice) { try $0.remove(name) }
      #expect(told.mails == 2)
      let all = SavedNotice(address: "https://c.example", ofAllChanges: true)
      let paper = session.slots[0].paper
      let next = try #require(
        try await scratch.draft().sessions.first { session in !session.slots.contains { $0.paper == paper } })
      let item = try #require(SavedItem(.session, next.id))
      let saver = try #require(try await scratch.people.account("saver@example.org"))
      try await Saved(scratch.people.database, clock: scratch.people.clock).change(save: [item], of: saver.id)
      let changed = try await scratch.editor.told(by: nil, telling: all) { edit in
        var other = next
        other.title = "Another title"
        try edit.put(other, seen: .anything)
      }
      #expect(changed.mails == 1)
    }
  }

  @Test("who gets two pieces of news of one change declines further ones by the same link in both")
  func twoNews() async throws {
    try await run { scratch, session, outbox in
      let other = try #require(try await scratch.draft().sessions.first { $0.id != session.id && !$0.isCancelled })
      let saver = try #require(try await scratch.people.account("saver@example.org"))
      let item = try #require(SavedItem(.session, other.id))
      try await Saved(scratch.people.database, clock: scratch.people.clock).change(save: [item], of: saver.id)
      try await scratch.editor.edit(by: nil, telling: Self.notice) { edit in
        for session in [session, other] {
          var cancelled = session
          cancelled.isCancelled = true
          try edit.put(cancelled, seen: .anything)
        }
      }
      let links = try await outbox.page(for: nil).filter { $0.recipient == "saver@example.org" }.map(\.unsubscribe)
      #expect(links.count == 2 && Set(links).count == 1)
    }
  }

  @Test("a paper that is moved or taken out is told to who saved it, and not to who saved its session")
  func papers() async throws {
    try await run { scratch, session, outbox in
      let paper = session.slots[0].paper
      let to = try #require(
        try await scratch.draft().sessions.first { session in
          !session.isCancelled && !session.slots.contains { $0.paper == paper }
        }
      ).id
      let moved = try await scratch.editor.told(by: nil, telling: Self.notice) {
        try $0.move(paper: paper, from: session.id, to: (to, nil, nil))
      }
      #expect(moved.mails == 1)
      #expect(try await Self.mails(outbox) == ["reader@example.org: Moved"])
      let gone = try await scratch.editor.told(by: nil, telling: Self.notice) {
        try $0.remove(EntryName(kind: .paper, id: paper))
      }
      #expect(gone.mails == 1)
      #expect(try await Self.mails(outbox) == ["reader@example.org: Moved", "reader@example.org: Taken out"])
    }
  }

  @Test("a paper taken out of a session is told with the places that it has still; out of the last one, as taken out")
  func twoPlaces() async throws {
    try await run { scratch, session, outbox in
      let paper = session.slots[0].paper
      let places = try await scratch.draft().sessions.filter { $0.slots.contains { $0.paper == paper } }
      let last = try #require(places.last)
      #expect(places.count > 1)
      for place in places {
        let isLast = place.id == last.id
        let told = try await scratch.editor.told(by: nil, telling: Self.notice) {
          try $0.move(paper: paper, from: place.id, to: nil)
        }
        let mail = try #require(try await outbox.page(.waiting, for: nil).first)
        #expect(told.mails == 1 && mail.recipient == "reader@example.org")
        #expect(mail.subject.hasPrefix(isLast ? "Taken out: " : "Moved: "))
        #expect(mail.text.contains("\(last.title): ") != isLast && !mail.text.contains("\(place.title): "))
        try await Self.send(outbox)
      }
    }
  }

  @Test(
    "more than fifty mails wait for an organizer's word as one batch, and are dropped when the change is taken back")
  func many() async throws {
    try await run { scratch, session, outbox in
      let item = try #require(SavedItem(.session, session.id))
      for number in 0..<SavedNotice.mostAtOnce {
        let account = try await scratch.people.add("p\(number)@example.org").id
        try await Saved(scratch.people.database, clock: scratch.people.clock).change(save: [item], of: account)
      }
      let count = try await SavedAudience(session).count(for: nil, scratch.people.database)
      #expect(count == SavedNotice.mostAtOnce + 2)
      let tried = try await scratch.editor.outcome(by: nil, telling: Self.notice, isDry: true) { edit in
        var other = session
        other.isCancelled = true
        try edit.put(other, seen: .anything)
      }
      #expect(tried.told.mails == count)
      #expect(try await outbox.counts(for: nil) == [:])
      let outcome = try await scratch.editor.outcome(by: nil, telling: Self.notice) { edit in
        var other = session
        other.isCancelled = true
        try edit.put(other, seen: .anything)
      }
      #expect(outcome.told == tried.told && outcome.told.isWaiting)
      #expect(try await outbox.counts(for: nil) == [.waitingForReview: count])
      #expect(try await outbox.batches(for: nil).map(\.counts) == [[.waitingForReview: count]])
      let change = try #require(outcome.change)
      try await scratch.editor.undo(change.id, by: nil)
      #expect(try await outbox.counts(for: nil) == [.dropped: count])
    }
  }

  /// As if what waits had left, to everybody or to one.
  private static func send(_ outbox: Outbox, to recipient: String = "%") async throws {
    try await outbox.database.write { connection in
      _ = try connection.execute(
        "UPDATE outbox SET state = 'sent' WHERE state = 'waiting' AND recipient LIKE \(recipient)")
    }
  }

  @Test(
    "who was told of a change is told when it is taken back; a mail that has not left is dropped, and its reader told nothing"
  )
  func undone() async throws {
    try await run { scratch, session, outbox in
      var other = session
      other.isCancelled = true
      let cancelled = other
      let change = try #require(
        try await scratch.editor.edit(by: nil, telling: Self.notice) { try $0.put(cancelled, seen: .anything) })
      #expect(change.mails == 2)
      try await Self.send(outbox, to: "saver@%")
      let undo = try await scratch.editor.undo(change.id, by: nil, telling: Self.notice)
      #expect(undo.told.mails == 1 && undo.change.mails == 1)
      #expect(try await outbox.counts(for: nil) == [.sent: 1, .dropped: 1, .waiting: 1])
      let mails = try await outbox.page(.waiting, for: nil)
      #expect(mails.map(\.recipient) == ["saver@example.org"] && mails[0].subject == "Takes place: \(session.title)")
      try await Self.send(outbox)
      #expect(try await scratch.editor.undo(undo.change.id, by: nil).told == .nobody)
      #expect(try await outbox.counts(for: nil) == [.sent: 2, .dropped: 1])
      #expect(try await scratch.editor.changes(for: nil).map(\.mails) == [0, 1, 1])
    }
  }

  @Test("whatever is taken out and brought back is told to the same people both times")
  func broughtBack() async throws {
    try await run { scratch, session, outbox in
      let (name, paper) = (EntryName(of: session), session.slots[0].paper)
      let edits: [@Sendable (inout ProgramEdit) throws -> Void] = [
        { try $0.remove(name) }, { try $0.remove(EntryName(kind: .paper, id: paper)) },
        { try $0.move(paper: paper, from: session.id, to: nil) },
      ]
      let words = [
        ["reader@example.org: Takes place", "saver@example.org: Takes place"], ["reader@example.org: Back"],
        ["reader@example.org: Moved"],
      ]
      for (edit, expected) in zip(edits, words) {
        let change = try #require(try await scratch.editor.edit(by: nil, telling: Self.notice, edit))
        #expect(change.mails == expected.count)
        try await Self.send(outbox)
        try await scratch.editor.undo(change.id, by: nil, telling: Self.notice)
        let waiting = try await outbox.page(.waiting, for: nil)
        #expect(waiting.map { "\($0.recipient): \($0.subject.prefix { $0 != ":" })" }.sorted() == expected)
        try await Self.send(outbox)
      }
    }
  }

  @Test("who declines gets no more of them, also none that waited, until they want them again")
  func declined() async throws {
    try await run { scratch, session, outbox in
      let wishes = NoticeWishes(scratch.people.database, clock: scratch.people.clock)
      let cancel: @Sendable (Bool) async throws -> Int = { isCancelled in
        try await scratch.editor.told(by: nil, telling: Self.notice) { edit in
          var other = session
          other.isCancelled = isCancelled
          try edit.put(other, seen: .anything)
        }.mails
      }
      #expect(try await cancel(true) == 2)
      let mail = try #require(try await outbox.page(for: nil).first { $0.recipient == "saver@example.org" })
      let link = try #require(mail.unsubscribe)
      #expect(link.hasPrefix("https://c.example/notice-mail/") && mail.text.contains(link))
      let token = Secret(String(link.split(separator: "/").last ?? ""))
      #expect(try await wishes.areWanted(token) == true)
      try await wishes.want(false, token)
      #expect(try await wishes.areWanted(token) == false)
      #expect(try await outbox.counts(for: nil) == [.dropped: 1, .waiting: 1])
      #expect(try await cancel(false) == 1)
      try await wishes.want(true, token)
      #expect(try await cancel(true) == 2)
      #expect(try await wishes.areWanted(.random()) == nil)
      await #expect(throws: ConferenceError.notFound("such link")) { try await wishes.want(false, .random()) }
    }
  }

  @Test("how many saved something is told to those who may change the program only")
  func counted() async throws {
    try await run { scratch, session, _ in
      #expect(try await SavedAudience(session).count(for: scratch.organizer, scratch.people.database) == 2)
      #expect(try await SavedAudience.count([session], for: scratch.organizer, scratch.people.database) == 2)
      let somebody = try #require(try await scratch.people.account("saver@example.org")).id
      await #expect(throws: ConferenceError.self) {
        _ = try await SavedAudience(session).count(for: somebody, scratch.people.database)
      }
    }
  }
}
