import Conference
import Testing

@testable import Web

extension ProgramConsoleTests {
  private static func names(_ page: String) -> [String] {
    page.matches(of: /id=(item-[0-9]+)"/).map { String($0.1) }
  }

  @Test("a long list of entries has parts, and every entry is in one of them")
  func parts() async throws {
    let ids = (101...220).map { "item-\($0)" }
    let answers = ids.map { Answer(id: $0, question: "What is \($0)?", text: "That.") }
    try await StorySite.run(papers: 5, change: { $0.answers = answers }) { client, story in
      let insider = try await Insider.organizer(story, client)
      let first = try await insider.text("/organize/program?q=what&kind=answer")
      #expect(first.contains("120 entries") && !first.contains(">Before</a>"))
      #expect(first.contains("/organize/program?q=what&amp;kind=answer&amp;page=2"))
      let second = try await insider.text("/organize/program?q=what&kind=answer&page=2")
      let third = try await insider.text("/organize/program?q=what&kind=answer&page=3")
      #expect(!third.contains(">After</a>"))
      #expect([first, second, third].flatMap(Self.names) == ids)
    }
  }

  @Test("a search that finds no entry says what to try")
  func nothing() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let page = try await insider.text("/organize/program?q=nothingiscalledthis")
      #expect(page.contains("Nothing in the program fits") && !page.contains("0 entries"))
    }
  }
}
