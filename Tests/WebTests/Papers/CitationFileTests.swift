import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct CitationFileTests {
  private static let looms = """
    @inproceedings{nwosu2026looms,
      title = {{Looms \\& yarn}},
      author = {Ada Nwosu and Bea Lund},
      booktitle = {Proceedings of Looms},
      year = {2026},
      url = {https://forum.example/1}
    }
    """
  private static let own = "@article{Nwosu2026Looms,\n  title = {Her own words}\n}"

  private func withPapers(_ body: @escaping @Sendable (TestClient) async throws -> Void) async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      draft.conference.proceedings = "Proceedings of Looms"
      draft.conference.citationDate = "2026/4/28"
      var paper = Paper(
        id: "loom-1", title: "Looms & yarn", authors: [Person(name: "Ada Nwosu"), Person(name: "Bea Lund")])
      paper.forum = "https://forum.example/1"
      draft.papers.append(paper)
      (paper.id, paper.bibtex) = ("loom-2", Self.own)
      draft.papers.append(paper)
    }
    try await StorySite.run(papers: 5, change: change) { client, _ in try await body(client) }
  }

  @Test("a paper's citation is a file of its name, the same as stands on its page")
  func paper() async throws {
    try await withPapers { client in
      for (id, entry) in [("loom-1", Self.looms), ("loom-2", Self.own)] {
        let answer = try await client.get("/papers/\(id).bib")
        #expect(answer.headers[.contentType] == "application/x-bibtex; charset=utf-8")
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"\(id).bib\"")
        #expect(String(buffer: answer.body) == entry + "\n")
        let page = try await client.text("/papers/\(id)")
        #expect(page.contains("<pre id=\"bibtex\" tabindex=\"0\">\(entry.replacing("&", with: "&amp;"))</pre>"))
        #expect(page.contains("data-copy=\"#bibtex\"") && page.contains("href=\"/papers/\(id).bib\""))
      }
      #expect(try await client.get("/papers/none.bib").status == .notFound)
    }
  }

  @Test("a plan's citations are one file, in the plan's order, without what is not there, and no key is in it twice")
  func plan() async throws {
    try await withPapers { client in
      let answer = try await client.get("/plan.bib?papers=loom-2,none,loom-1")
      #expect(answer.headers[.contentType] == "application/x-bibtex; charset=utf-8")
      #expect(answer.headers[.contentDisposition] == "attachment; filename=\"my-plan.bib\"")
      let second = Self.looms.replacing("nwosu2026looms", with: "nwosu2026looms-2")
      #expect(String(buffer: answer.body) == Self.own + "\n\n" + second + "\n")
      let page = try await client.text("/plan?papers=loom-2,loom-1")
      #expect(page.contains("href=\"/plan.bib?papers=loom-2,loom-1\""))
      let none = try await client.get("/plan.bib")
      #expect(none.status == .ok && none.body.readableBytes == 0)
    }
  }
}
