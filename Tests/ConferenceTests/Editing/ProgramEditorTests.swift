import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct ProgramEditorTests {
  @Test("an edit is stored, found by the search, told to other nodes, and on record with its author")
  func edit() async throws {
    try await ScratchProgram.run { scratch in
      let version = try await scratch.store.version()
      var paper = try await scratch.draft().papers[0]
      paper.title = "Weaving Zebras"
      let change = try await scratch.put(paper)
      let stored = try await scratch.draft().papers[0]
      let after = try await scratch.store.version()
      #expect(stored.title == "Weaving Zebras" && after == version + 1)
      #expect(change?.by == "Abeba Chair" && change?.summary == "changed the paper “Weaving Zebras”: title")
      let deeds = try await scratch.people.people.deeds(for: nil)
      #expect(deeds.first?.deed.action == change?.summary)
      let events = try await scratch.people.database.query(
        "SELECT subject FROM events WHERE topic = 'program' ORDER BY id DESC")
      let subject: String? = try events.first?.value(0)
      #expect(subject == "\(after)")
    }
  }

  @Test("of two organizers who edit the same paper, the second is told, and nothing of the first is lost")
  func twoAtOnce() async throws {
    try await ScratchProgram.run { scratch in
      let seen = try await scratch.draft().papers[0]
      let revision = try Revision(of: seen)
      var (one, other) = (seen, seen)
      (one.title, other.tldr) = ("One", "Other")
      let (first, second) = (one, other)
      try await scratch.editor.edit(by: scratch.organizer) { try $0.put(first, seen: .revision(revision)) }
      await #expect(
        throws: ConferenceError.conflict(
          "the paper \(seen.id) was changed while you edited it, by somebody else or by you in another tab")
      ) {
        try await scratch.editor.edit(by: nil) { try $0.put(second, seen: .revision(revision)) }
      }
      let stored = try await scratch.draft().papers[0]
      #expect(stored == one)
    }
  }

  @Test("an edit that changes nothing is none")
  func nothing() async throws {
    try await ScratchProgram.run { scratch in
      let paper = try await scratch.draft().papers[0]
      let change = try await scratch.put(paper)
      let changes = try await scratch.editor.changes(for: nil)
      #expect(change == nil && changes.isEmpty)
    }
  }

  @Test("what breaks a rule is refused with its field, and nothing is written")
  func refused() async throws {
    try await ScratchProgram.run { scratch in
      let before = try await scratch.draft()
      var session = before.sessions[0]
      session.end = session.start
      var paper = before.papers[0]
      paper.authors[0].email = "nobody at home"
      let (late, addressed) = (session, paper)
      await #expect(
        throws: ConferenceError.invalid(
          field: "end", problem: "it is not after the start", advice: "look at the day, and at the half of the day")
      ) { try await scratch.put(late) }
      await #expect(throws: ConferenceError.self) { try await scratch.put(addressed) }
      let after = try await scratch.draft()
      #expect(after == before)
    }
  }

  @Test("an entry is added once, and a paper that is removed leaves its sessions too")
  func addAndRemove() async throws {
    try await ScratchProgram.run { scratch in
      let new = Paper(id: "late-1", title: "A late breaking result")
      try await scratch.editor.edit(by: nil) { try $0.put(new, seen: .nothing) }
      await #expect(throws: ConferenceError.conflict("there is a paper late-1 already")) {
        try await scratch.editor.edit(by: nil) { try $0.put(new, seen: .nothing) }
      }
      let draft = try await scratch.draft()
      #expect(draft.papers.last == new)
      let slotted = try #require(draft.sessions.flatMap(\.slots).first).paper
      try await scratch.editor.edit(by: nil) { try $0.remove(EntryName(kind: .paper, id: slotted)) }
      let after = try await scratch.draft()
      #expect(!after.sessions.contains { $0.slots.contains { $0.paper == slotted } })
      #expect(DraftCheck(after).problems == [])
    }
  }

  @Test("a paper moves from one session into another as one change")
  func move() async throws {
    try await ScratchProgram.run { scratch in
      let draft = try await scratch.draft()
      let from = try #require(draft.sessions.first { !$0.slots.isEmpty })
      let to = try #require(draft.sessions.last { $0.id != from.id })
      let paper = from.slots[0].paper
      let change = try await scratch.editor.edit(by: scratch.organizer) {
        try $0.move(paper: paper, from: from.id, to: (to.id, nil, nil))
      }
      #expect(change?.summary == "changed 2 sessions")
      let after = try await scratch.draft()
      #expect(after.sessions.first { $0.id == from.id }?.slots.contains { $0.paper == paper } == false)
      #expect(after.sessions.first { $0.id == to.id }?.slots.last == Slot(paper: paper))
      await #expect(throws: ConferenceError.self) {
        try await scratch.editor.edit(by: nil) { try $0.move(paper: paper, from: from.id, to: nil) }
      }
    }
  }

  @Test("calendars follow: a moved session has a higher SEQUENCE, a cancelled one and a removed one are CANCELLED")
  func calendars() async throws {
    try await ScratchProgram.run { scratch in
      let draft = try await scratch.draft()
      var session = draft.sessions[0]
      let uid = CalendarUID.of(session: session.id, conference: draft.conference.id)
      let first = try #require(try await scratch.store.load().stamps[uid])
      session.end = session.end.adding(minutes: 5)
      try await scratch.put(session)
      let moved = try #require(try await scratch.store.load().stamps[uid])
      #expect(moved.sequence == first.sequence + 1 && moved.end == session.end && !moved.isCancelled)
      session.isCancelled = true
      try await scratch.put(session)
      let cancelled = try #require(try await scratch.store.load().stamps[uid])
      #expect(cancelled.isCancelled && cancelled.sequence == first.sequence + 2)
      let gone = EntryName(of: draft.sessions[1])
      try await scratch.editor.edit(by: nil) { try $0.remove(gone) }
      let stamps = try await scratch.store.load().stamps
      #expect(stamps[CalendarUID.of(session: gone.id, conference: draft.conference.id)]?.isCancelled == true)
    }
  }

  @Test("those who saved a session or a paper in it get one mail when it is cancelled, in the same transaction")
  func notice() async throws {
    try await ScratchProgram.run { scratch in
      let draft = try await scratch.draft()
      var session = try #require(draft.sessions.first { !$0.slots.isEmpty })
      for (email, kind, subject) in [
        ("saver@example.org", "session", session.id), ("reader@example.org", "paper", session.slots[0].paper),
        ("other@example.org", "session", "another"),
      ] {
        let account = try await scratch.people.add(email).id
        _ = try await scratch.people.database.execute(
          "INSERT INTO saved (account, kind, subject, saved_at) VALUES (\(account), \(kind), \(subject), 1)")
      }
      session.isCancelled = true
      let cancelled = session
      let notice = SavedNotice(address: "https://c.example")
      await #expect(throws: ConferenceError.self) {
        try await scratch.editor.edit(by: nil, telling: notice) { try $0.put(cancelled, seen: .nothing) }
      }
      try await scratch.editor.edit(by: nil, telling: notice) { try $0.put(cancelled, seen: .anything) }
      let mails = try await scratch.people.database.query("SELECT recipient FROM outbox ORDER BY recipient")
      let recipients: [String] = try mails.map { try $0.value(0) }
      #expect(recipients == ["reader@example.org", "saver@example.org"])
    }
  }
}
