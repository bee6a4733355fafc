import Conference
import Testing

@testable import Web

@Suite struct MovedSessionTests {
  private static let now = Instant(iso8601: StorySite.now) ?? .earliest

  private static func change(_ draft: inout Draft) {
    draft.sessions = [
      Session(
        id: "walk", kind: .social, title: "The Walk", start: now.adding(minutes: 120), end: now.adding(minutes: 180))
    ]
    draft.sessions[0].slots = [Slot(paper: draft.papers[0].id)]
  }

  @Test("a session that was moved says from when on its page, in the schedule, in plans and where authors are met")
  func moved() async throws {
    try await StorySite.run(papers: 5, change: Self.change) { client, story in
      let tokyo = CookieBrowser(client, story.site)
      tokyo.cookies["zone"] = "Asia%2FTokyo"
      let paper = try #require(story.site.edition.program.papers.first)
      let pages = ["/sessions/walk", "/schedule?day=2026-04-29", "/plan?sessions=walk", Address.of(paper)]
      for page in ["/schedule?day=2026-04-28"] + pages {
        #expect(!(try await tokyo.text(page)).contains("moved from"), "\(page)")
      }
      var walk = try #require(story.site.edition.program.session("walk"))
      (walk.start, walk.end) = (walk.start.adding(minutes: 60), walk.end.adding(minutes: 60))
      let (editor, changed) = (ProgramEditor(story.site.database, clock: story.site.clock), walk)
      _ = try await editor.edit(by: nil) { try $0.put(changed, seen: .anything) }
      try await story.site.refresh()
      let former =
        "moved from <time datetime=\"2026-04-28T14:30:00Z\">23:30</time> <span class=\"plus-day\">(−1 day)</span>"
      for page in pages {
        let text = try await tokyo.text(page)
        #expect(text.contains(former) && Markup(text).problems.isEmpty, "\(page)")
      }
    }
  }
}
