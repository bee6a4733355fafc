import Testing

@testable import Conference
@testable import Web

@Suite struct TabsTests {
  @Test("papers, events, sponsors and sessions have a row that leads to their parts, each of which is there once")
  func row() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      await story.takeUp()
      let program = story.site.edition.program
      let sponsor = try #require(program.sponsors.first).id
      let hall = try #require(program.sessions.first { $0.kind == .poster }).id
      for path in [
        "/papers/\(Story.heroinePaper)", "/keynotes/1", "/workshops/W2", "/sponsors/\(sponsor)", "/sessions/\(hall)",
      ] {
        for text in [try await selam.text(path), try await client.text(path)] {
          #expect(Markup(text).problems == [], "\(path)")
          let row = try #require(text.firstMatch(of: /<nav class="tabs".*?<\/nav>/)).0
          let parts = row.matches(of: /href="#([a-z]+)"/).map { String($0.1) }
          #expect(parts.first == "page" && parts.last == "chat", "\(path)")
          for part in parts { #expect(text.contains(" id=\"\(part)\""), "\(path) \(part)") }
          // It is chosen by a script of our own, before anything is drawn.
          let script = try #require(text.range(of: "/js/tabs.js\"></script>"))
          #expect(try #require(text.range(of: "<body>")).lowerBound > script.lowerBound)
        }
      }
      #expect(try await selam.text("/papers/\(Story.heroinePaper)").contains("href=\"#ask\""))
    }
  }

  @Test("where nobody can sign in there is but one part, and no row")
  func none() async throws {
    try await StorySite.run(papers: 5) { client, _ in
      let text = try await client.text("/papers/\(Story.heroinePaper)")
      #expect(!text.contains("class=\"tabs\"") && !text.contains("/js/tabs.js"))
    }
  }
}
