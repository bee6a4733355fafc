import Conference
import Foundation
import Testing

@testable import Web

@Suite struct HomeNowTests {
  /// Home with these sessions, their minutes counted from now: what it says of now, and what it says after that.
  private func home(
    _ sessions: [(title: String, from: Int, to: Int)],
    _ check: @escaping @Sendable (_ now: String, _ next: String) -> Void
  ) async throws {
    let now = try #require(Instant(iso8601: StorySite.now))
    let made = sessions.map { title, from, to in
      var session = Session(
        id: title, kind: .social, title: title, start: now.adding(minutes: from), end: now.adding(minutes: to))
      session.join = "https://rooms.example/\(title)"
      return session
    }
    try await StorySite.run(papers: 5, change: { $0.sessions = made }) { client, _ in
      let page = try await client.text("/")
      #expect(Markup(page).problems == [])
      let pieces = page.components(separatedBy: "id=\"next\"")
      check(pieces[0], pieces.dropFirst().joined())
    }
  }

  @Test("what is next is joined from home as soon as its door is open, and saved until then")
  func joining() async throws {
    try await home([("Town", -60, 60), ("Near", 8, 60), ("Far", 20, 60)]) { _, next in
      #expect(next.contains("href=\"https://rooms.example/Near\"") && !next.contains("data-save=\"sessions:Near\""))
      #expect(!next.contains("href=\"https://rooms.example/Far\"") && next.contains("data-save=\"sessions:Far\""))
    }
  }

  @Test("where nothing is on, the way into what comes first is there as soon as its door is open")
  func quiet() async throws {
    for (minutes, isOpen) in [(8, true), (20, false)] {
      try await home([("First", minutes, 60)]) { now, _ in
        #expect(now.contains("Nothing is live just now"))
        #expect(now.contains("href=\"https://rooms.example/First\"") == isOpen, "\(minutes)")
      }
    }
  }

  @Test("what is all but over comes after what goes on and what is open by now")
  func ending() async throws {
    try await home([("Ending", -60, 4), ("Town", -60, 60), ("Near", 8, 60), ("Far", 20, 60)]) { now, next in
      let places = ["Town", "Near", "Ending"].compactMap { now.range(of: ">\($0)</a></h3>")?.lowerBound }
      #expect(places.count == 3 && places == places.sorted())
      #expect(next.contains(">Far</a></h3>") && !next.contains(">Near</a></h3>"))
    }
    try await home([("Town", -60, 60), ("Near", 8, 60)]) { now, next in
      #expect(!now.contains(">Near</a></h3>") && next.contains(">Near</a></h3>"))
    }
  }

  @Test("of what begins at one time two are named, and the others are a step away")
  func several() async throws {
    try await home([("A", 60, 90), ("B", 90, 120), ("C", 90, 120)]) { _, next in
      #expect(next.contains(">B</a></h3>") && next.contains(">C</a>") && !next.contains(" more at "))
    }
    try await home([("A", 60, 90), ("B", 90, 120), ("C", 90, 120), ("D", 90, 120), ("E", 90, 120)]) { _, next in
      #expect(next.contains(">C</a>") && next.contains("href=\"/schedule?day=2026-04-28\">2 more at "))
      #expect(!next.contains(">D</a>"))
    }
  }

  @Test("once the conference is over, home has the highlights of all of its days")
  func highlights() async throws {
    let after = try #require(Instant(iso8601: "2026-06-01T12:00:00Z"))
    let times: [(Clock?, Bool)] = [(nil, false), (.fixed(after), true)]
    for (clock, isOver) in times {
      try await StorySite.run(clock: clock) { client, site in
        let themes = site.site.edition.program.themes.filter { !$0.papers.isEmpty }
        let page = try await client.text("/")
        let shown = page.components(separatedBy: "<section class=\"theme\">").count - 1
        #expect((shown == themes.count) == isOver && shown > 0 && Markup(page).problems == [])
        #expect(page.contains(">Highlights</h2>") == isOver)
      }
    }
  }

  @Test("of a poster session that is on, home says what its papers are about")
  func groups() async throws {
    let story = Story(seed: 3, papers: 120, today: try #require(Day(iso: "2026-04-28")))
    let posters = try #require(story.draft().sessions.first { $0.id == "P2S2" })
    try await StorySite.run(papers: 120, clock: .fixed(posters.start)) { client, site in
      let program = site.site.edition.program
      let session = try #require(program.session("P2S2"))
      let group = try #require(HallGroups(session, program).groups.first)
      let name = try #require(group.name)
      let page = try await client.text("/")
      #expect(page.contains("<p class=\"muted\" dir=\"auto\">\(name) (\(group.places.count))"))
    }
  }
}
