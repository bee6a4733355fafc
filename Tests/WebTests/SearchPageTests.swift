import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct SearchPageTests {
  private func page(_ address: String, _ change: @escaping @Sendable (inout Draft) -> Void) async throws -> String {
    let page = Texts()
    try await StorySite.run(papers: 3, change: change) { client, _ in await page.set(try await client.text(address)) }
    return await page.text
  }

  private actor Texts {
    var text = ""
    func set(_ text: String) { self.text = text }
  }

  /// The headings of the groups, in order.
  private func groups(_ page: String) -> [String] {
    page.components(separatedBy: "<h2 id=\"g-").dropFirst().compactMap { piece in
      piece.split(separator: ">").dropFirst().first?.split(separator: "<").first.map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  @Test("each author of a paper stands by themselves, with what of their name was looked for")
  func authors() async throws {
    let found = try await page("/search?q=okon") { draft in
      draft.papers[0].authors = [Person(name: "Ada Okonkwo"), Person(name: "Ben <Nwosu>")]
    }
    #expect(
      found.contains("<span data-by>Ada <mark>Okon</mark>kwo</span>, <span data-by>Ben &lt;Nwosu&gt;</span>"))
  }

  @Test("a kind that has the word itself stands above papers with words that begin with it")
  func wholeWords() async throws {
    let found = try await page("/search?q=zither") { draft in
      draft.papers[0].title = "Zithering"
      draft.events[0].title = "Evenings of zither"
    }
    #expect(groups(found).count == 2)
    #expect(groups(found).last == "Papers")
    let papers = try await page("/search?q=zither") { draft in
      draft.papers[0].abstract = "On the zither."
      draft.events[0].title = "Zithers"
    }
    #expect(groups(papers).first == "Papers")
  }

  @Test("what is named as it was typed stands above what has the words")
  func named() async throws {
    let found = try await page("/search?q=granite%20works") { draft in
      draft.papers[0].title = "Granite that works"
      draft.sponsors[0].name = "Granite Works"
    }
    #expect(groups(found) == ["Sponsors", "Papers"])
  }

  @Test("a paper found by its id stands first, and an organizer is found by name without corrections")
  func ids() async throws {
    let byId = try await page("/search?q=/papers/zither") { draft in draft.papers[0].id = "zither" }
    #expect(groups(byId) == ["Papers"])
    let byName = try await page("/search?q=Shakir%20Mohamed") { draft in
      draft.papers[0].authors = [Person(name: "Ada Mohamed")]
      draft.members = [Member(id: "shakir", person: Person(name: "Shakir Mohamed"), role: "Chair")]
    }
    #expect(groups(byName) == ["Committee"])
    #expect(!byName.contains("Nothing has"))
  }

  private static let long = String(repeating: "Much is said about many things here. ", count: 12)

  @Test("a word that stands deep in the abstract is shown with what is around it")
  func excerpt() async throws {
    let found = try await page("/papers?q=zither") { draft in
      draft.papers[0].tldr = "A summary."
      draft.papers[0].abstract = Self.long + "We play the <zither> at night. " + Self.long
    }
    #expect(found.contains("paper-match"))
    #expect(found.contains("We play the &lt;<mark>zither</mark>&gt; at night."))
  }

  @Test(
    "no excerpt where the title, a shown keyword, an author or the beginning has the word, nor in the list of titles")
  func noExcerpt() async throws {
    let changes: [@Sendable (inout Paper) -> Void] = [
      { $0.title = "Zither" }, { $0.keywords = "abcdefgh".map { "keyword \($0)" } + ["zither"] },
      { $0.tldr = "The zither." },
      { $0.authors = (0..<12).map { Person(name: $0 == 11 ? "Ada Zither" : "Person \($0)") } },
    ]
    for change in changes {
      let found = try await page("/papers?q=zither") { draft in
        draft.papers[0].abstract = Self.long + "We play the zither." + Self.long
        change(&draft.papers[0])
      }
      #expect(found.lowercased().contains("<mark>zither</mark>"))
      #expect(!found.contains("paper-match"))
    }
    let titles = try await page("/papers?q=zither&show=titles") { draft in
      draft.papers[0].abstract = Self.long + "We play the zither." + Self.long
    }
    #expect(!titles.contains("paper-match"))
  }

  @Test("words looked for besides a rare one are told")
  func broadened() async throws {
    let found = try await page("/papers?q=reinforcment") { draft in
      let paper = draft.papers[0]
      draft.papers += (0..<60).map { number in
        var other = paper
        other.id = "more-\(number)"
        other.title = "More \(number)"
        other.abstract = "On reinforcement."
        return other
      }
      draft.papers[0].abstract = "On reinforcment."
    }
    #expect(found.contains("Also showing results for <b>reinforcement</b> beside “reinforcment”."))
  }

  @Test("a search of everything says why a paper is there: by its keyword, else by its text around the word")
  func reason() async throws {
    let text = Self.long + "We play the <zither> at night. " + Self.long
    let byKeyword = try await page("/search?q=zither") { draft in
      draft.papers[0].keywords = ["drum", "zither music"]
      draft.papers[0].abstract = text
    }
    #expect(byKeyword.contains("data-maths><mark>zither</mark> music</p>") && !byKeyword.contains("We play"))
    let byText = try await page("/search?q=zither") { $0.papers[0].abstract = text }
    #expect(byText.contains("We play the &lt;<mark>zither</mark>&gt; at night."))
    let byTitle = try await page("/search?q=zither") { draft in
      draft.papers[0].title = "Zither"
      draft.papers[0].abstract = text
    }
    #expect(!byTitle.contains("We play"))
  }
}
