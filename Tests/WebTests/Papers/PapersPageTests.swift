import Conference
import HTTPTypes
import Testing

@testable import Web

/// The ids of the papers that a list shows, in its order.
func shownPapers(_ page: String) -> [String] {
  page.matches(of: /<article [^>]*data-paper="([^"]+)"/).map { String($0.output.1) }
}

@Suite struct PapersPageTests {
  @Test("papers are narrowed down to those of a session, keyword, track, kind, part, author and theme")
  func filters() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      for index in draft.papers.indices { draft.papers[index].program = index < 20 ? "main" : "demo" }
    }
    try await StorySite.run(change: change) { client, story in
      let program = story.site.edition.program
      let paper = try #require(program.papers.first { $0.kind != nil && $0.track != nil && !$0.keywords.isEmpty })
      let session = try #require(program.appearances(of: paper).first?.session)
      let theme = try #require(program.themes.first)
      let filters: [(String, String, (Paper) -> Bool)] = [
        ("session", session.id, { paper in session.slots.contains { $0.paper == paper.id } }),
        ("keyword", paper.keywords[0], { $0.keywords.contains(paper.keywords[0]) }),
        ("track", paper.track ?? "", { $0.track == paper.track }),
        ("kind", paper.kind ?? "", { $0.kind == paper.kind }),
        ("program", "demo", { $0.program == "demo" }),
        ("author", paper.authors[0].name.uppercased(), { $0.authors.map(\.name).contains(paper.authors[0].name) }),
        ("theme", theme.id, { theme.papers.contains($0.id) }),
      ]
      for (name, value, fits) in filters {
        let page = try await client.text("/papers?show=titles&\(name)=\(Query.encoded(value))")
        let expected = program.papers.filter(fits).map(\.id)
        #expect((1..<program.papers.count).contains(expected.count), "\(name) leaves something out")
        #expect(shownPapers(page).sorted() == expected.sorted(), "\(name)")
        #expect(page.contains("<p data-announce>\(EntryKind.paper.counted(expected.count))</p>"), "\(name)")
      }
    }
  }

  @Test("several values of one sort add up, and several sorts have to hold together")
  func together() async throws {
    try await StorySite.run { client, story in
      let program = story.site.edition.program
      let found = try await client.text("/papers?show=titles&kind=oral&kind=spotlight&session=P2S2&session=P2S4")
      let ids = Set(["P2S2", "P2S4"].compactMap { program.session($0) }.flatMap { $0.slots.map(\.paper) })
      let expected = program.papers.filter { ids.contains($0.id) && ["Oral", "Spotlight"].contains($0.kind) }
      #expect(!expected.isEmpty && expected.count < ids.count)
      #expect(Set(expected.map(\.kind)).count == 2)
      #expect(shownPapers(found).sorted() == expected.map(\.id).sorted())
    }
  }

  @Test("papers come in pages, none twice, and each page leads to the others with what narrows them down")
  func pages() async throws {
    try await StorySite.run { client, story in
      let pages = [try await client.text("/papers"), try await client.text("/papers?page=2")]
      #expect(pages.map { shownPapers($0).count } == [30, 30])
      #expect(Set(pages.flatMap(shownPapers)) == Set(story.site.edition.program.papers.map(\.id)))
      #expect(pages[0].contains("<a href=\"/papers?page=2\" rel=\"next\">Next</a>"))
      #expect(!pages[1].contains("rel=\"next\""))
      let titles = try await client.text("/papers?sort=title&page=2")
      #expect(titles.contains("<a href=\"/papers?sort=title\">1</a><span aria-current=\"page\">2</span></nav>"))
      let beyond = try await client.text("/papers?page=3")
      #expect(shownPapers(beyond) == [] && beyond.contains("That is beyond the last page"))
      let one = try await client.text("/papers?show=titles")
      #expect(shownPapers(one).count == 60 && !one.contains("aria-label=\"Pages\""))
    }
  }
}
