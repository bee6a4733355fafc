import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct PaperOrderTests {
  /// The ids in the order in which a visitor has them, who drew that shuffle.
  private func order(_ client: TestClient, _ address: String, shuffle: Int) async throws -> [String] {
    let answer = try await client.get(address, [.cookie: "zone=UTC; shuffle=\(shuffle)"])
    return shownPapers(String(buffer: answer.body))
  }

  /// The texts of the choices, the chosen one with a star.
  private func choices(_ page: String) -> [String] {
    page.matches(of: /<option value="[a-z]*"( selected)?>([^<]+)<\/option>/).map {
      String($0.output.2) + ($0.output.1 == nil ? "" : "*")
    }
  }

  @Test("papers are shuffled alike for one visitor all day, otherwise tomorrow, and otherwise for others")
  func shuffle() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(clock: Clock { moment.now }) { client, story in
      let all = "/papers?show=titles"
      let mine = try await order(client, all, shuffle: 3)
      #expect(mine.sorted() == story.site.edition.program.papers.map(\.id).sorted())
      var orders: [[String]] = []
      for number in 0..<16 { orders.append(try await order(client, all, shuffle: number)) }
      #expect(Set(orders).count == 16)
      #expect(Set(orders.compactMap(\.last)).count > 8, "nobody's paper is last for everybody")
      moment.pass(minutes: 11 * 60)
      #expect(try await order(client, all, shuffle: 3) == mine, "half past eleven in the evening")
      moment.pass(minutes: 60)
      let tomorrow = try await order(client, all, shuffle: 3)
      #expect(tomorrow != mine && tomorrow.sorted() == mine.sorted())
    }
  }

  @Test("by title means the alphabet, whatever the case, the accents and the shuffle")
  func titles() async throws {
    let titles = ["Zebras", "ähnlich", "apples", "Bananas", "Éclairs"]
    let change: @Sendable (inout Draft) -> Void = { draft in
      for (index, title) in titles.enumerated() { draft.papers[index].title = title }
    }
    try await StorySite.run(papers: 5, change: change) { client, story in
      let program = story.site.edition.program
      for shuffle in 0..<3 {
        let ids = try await order(client, "/papers?sort=title", shuffle: shuffle)
        #expect(ids.compactMap { program.paper($0)?.title } == ["ähnlich", "apples", "Bananas", "Éclairs", "Zebras"])
      }
    }
  }

  @Test("what is found stands by relevance, or by title or shuffled where that is chosen, and the form says which")
  func found() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      for index in draft.papers.indices { draft.papers[index].abstract = "On the zither." }
      draft.papers[41].title = "Zither"
    }
    try await StorySite.run(change: change) { client, story in
      let program = story.site.edition.program
      let words = "/papers?q=zither&show=titles"
      let best = try await order(client, words, shuffle: 1)
      #expect(best.first == program.papers[41].id && best.count == 60)
      #expect(try await order(client, words, shuffle: 2) == best)
      let shuffled = try await order(client, words + "&sort=shuffle", shuffle: 1)
      #expect(shuffled != best && shuffled.sorted() == best.sorted())
      #expect(try await order(client, words + "&sort=shuffle", shuffle: 2) != shuffled)
      let expected = [
        ("page=1", ["Shuffled for you, today*", "By title"]),
        ("sort=relevance", ["Shuffled for you, today*", "By title"]),
        ("sort=title", ["Shuffled for you, today", "By title*"]),
        ("q=zither", ["Best match first*", "By title", "Shuffled for you, today"]),
        ("q=zither&sort=", ["Best match first*", "By title", "Shuffled for you, today"]),
        ("q=zither&sort=shuffle", ["Best match first", "By title", "Shuffled for you, today*"]),
      ]
      for (query, texts) in expected {
        #expect(choices(try await client.text("/papers?\(query)")) == texts, "\(query)")
      }
      let page = try await client.text("/papers?q=zither&sort=shuffle")
      #expect(page.contains("<a href=\"/papers?q=zither&amp;sort=shuffle&amp;page=2\" rel=\"next\">"))
    }
  }
}
