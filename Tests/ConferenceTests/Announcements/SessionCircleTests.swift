import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct SessionCircleTests {
  private static let addresses = [
    "saver@example.org", "reader@example.org", "chair@example.org", "host@example.org", "author@example.org",
    "claimant@example.org",
  ]

  /// A session with somebody for each way to belong to it, and some who do not.
  private func run(_ body: (ScratchPeople, Program, [String: Account]) async throws -> Void) async throws {
    try await ScratchPeople.run { scratch in
      var draft = Draft(conference: ConferenceInfo(id: "c", name: "Looms"))
      let start = scratch.time.now.adding(minutes: 10)
      draft.papers = [
        Paper(id: "p", title: "P", authors: [Person(name: "A", email: "Author@example.org")]),
        Paper(id: "q", title: "Q", authors: [Person(name: "B", email: "stranger@example.org")]),
      ]
      draft.events = [
        Event(kind: .workshop, name: "w", title: "W", people: [Person(name: "H", email: "host@example.org")])
      ]
      var session = Session(id: "s", kind: .workshop, title: "S", start: start, end: start.adding(minutes: 60))
      (session.event, session.slots) = (draft.events[0].reference, [Slot(paper: "p")])
      session.chairs = [Person(name: "C", email: "chair@example.org")]
      draft.sessions = [session]
      try await ProgramStore(scratch.database).apply(draft, now: scratch.time.now)
      var accounts: [String: Account] = [:]
      for email in Self.addresses + ["stranger@example.org", "refused@example.org", "unsaved@example.org"] {
        accounts[email] = try await scratch.add(email)
      }
      func id(_ name: String) throws -> String { try #require(accounts["\(name)@example.org"]).id }
      let saved = Saved(scratch.database, clock: scratch.clock)
      let (whole, paper) = (try #require(SavedItem(.session, "s")), try #require(SavedItem(.paper, "p")))
      try await saved.change(save: [whole], of: try id("saver"))
      try await saved.change(save: [paper], of: try id("reader"))
      try await saved.change(visit: [paper], of: try id("unsaved"))
      for (name, state) in [("claimant", PaperClaims.State.granted), ("refused", PaperClaims.State.refused)] {
        let account = try id(name)
        try await scratch.database.execute(
          "INSERT INTO paper_claims (account, paper, state, claimed_at) VALUES (\(account), 'p', \(state), 1)")
      }
      try await body(scratch, try await ProgramStore(scratch.database).load(), accounts)
    }
  }

  @Test("an announcement for a session is for who saved it or a paper in it, its chairs, hosts, authors and claimants")
  func pages() async throws {
    try await run { scratch, program, accounts in
      let announcements = Announcements(scratch.database, clock: scratch.clock)
      let text = try AnnouncementText(title: "Late", text: "", session: "s", from: scratch.time.now)
      _ = try await announcements.add(text, by: nil)
      let now = scratch.time.now
      let open = try await scratch.database.read { try Announcements.open(at: now, $0) }
      let circles = SessionCircle.all(of: open, in: program)
      #expect(circles.keys.sorted() == ["s"])
      for (email, account) in accounts {
        let own = try await announcements.own(open, of: account, circles)
        #expect(own.isEmpty == !Self.addresses.contains(email), "\(email)")
      }
    }
  }

  @Test("by mail it goes to the same")
  func mails() async throws {
    try await run { scratch, _, _ in
      let text = try AnnouncementText(title: "Late", text: "", session: "s", from: scratch.time.now)
      let mail = AnnouncementMail(decliningAt: "https://c.example/mail/") { _, declining in
        Letter(purpose: .announcement, subject: "News", text: declining)
      }
      _ = try await Announcements(scratch.database, clock: scratch.clock).add(text, by: nil, mail: mail)
      let mails = try await Outbox(scratch.database, clock: scratch.clock).page(for: nil)
      #expect(mails.map(\.recipient).sorted() == Self.addresses.sorted())
    }
  }
}
