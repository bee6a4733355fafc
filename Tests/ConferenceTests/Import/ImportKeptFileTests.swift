import Testing

@testable import Conference

@Suite(.bothDatabases) struct ImportKeptFileTests {
  private static let files = [
    "papers.csv": "id,title,thumbnail\np1,One,media/figures/one.svg\n",
    "media/figures/one.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
  ]

  @Test("a folder need not bring again what an earlier one has brought; what is nowhere, or a folder, is left out")
  func kept() async throws {
    let scratch = try ScratchImport(Self.files)
    _ = try await scratch.run()
    try scratch.remove("media/figures/one.svg")
    #expect(try await scratch.run().changes?.isEmpty == true)
    #expect(try await scratch.draft().papers.map(\.thumbnail) == ["media/figures/one.svg"])
    for name in ["media/figures/two.svg", "media/figures", "media/", "media/../hatata.sqlite"] {
      try scratch.write("id,title,thumbnail\np1,One,\(name)\n", to: "papers.csv")
      let outcome = try await scratch.run { $0.dryRun = true }
      #expect(outcome.changes?.byKind[.paper]?.changed == ["p1"], "\(name)")
      #expect(outcome.problems.contains { $0.message.contains("thumbnail") }, "\(name): \(outcome.problems)")
    }
  }
}
