import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite(.serialized) struct ChatSearchPageTests {
  private let corridor = "/chat/general/corridor"

  @Test("what is found leads to where it stands, and can be narrowed by who wrote it and where")
  func found() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada Nwosu")
      let ben = try await story.insider("ben@example.org", name: "Ben Mensah")
      let said = try await ada.send(corridor + "/messages", ["text": "A needle"], client)
      let root = try #require(said.headers[.location]?.split(separator: "#m-").last)
      let answer = try await ben.send(corridor + "/messages", ["text": "My needle", "thread": "\(root)"], client)
      let reply = try #require(answer.headers[.location]?.split(separator: "#m-").last)
      let all = try await ben.text("/chat/search?q=needle", client)
      #expect(Markup(all).problems.isEmpty && all.contains("2 found"))
      let place = try #require(all.firstMatch(of: /href="(\/chat\/general\/corridor\?around=\d+)#m-([A-Za-z0-9]+)"/))
      #expect(place.2 == root)
      #expect(try await ben.text(String(place.1), client).contains("id=\"m-\(root)\""))
      #expect(all.contains("href=\"/messages/\(reply)#m-\(reply)\""))
      let narrow = try await ben.text("/chat/search?q=needle&from=nwosu&in=general/corridor", client)
      #expect(
        narrow.contains("1 found by anybody called") && narrow.contains("<option value=\"general/corridor\" selected"))
      #expect(narrow.contains("name=\"from\" value=\"nwosu\"") && !narrow.contains("My needle"))
      let full = try await ben.text("/chat/search?from=Mensah", client)
      #expect(full.contains("My needle") && !full.contains("A needle"))
    }
  }

  @Test("more than fit on a page are found one page after another, from the newest to the oldest")
  func older() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada Nwosu")
      try await story.site.database.execute(
        """
        INSERT INTO messages (id, channel, author, client, body, words, sent_at)
        WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < 101)
        SELECT 'm' || numbers.number, 'general/corridor', accounts.id, 'c' || numbers.number,
          'Needle ' || numbers.number || ' of hay', 'needle', 1
        FROM numbers JOIN accounts ON accounts.id = \(ada.account.id)
        """)
      var (path, pages, numbers) = ("/chat/search?q=needle&from=nwosu&in=general/corridor", [String](), [Int]())
      while pages.count < 5 {
        let page = try await ada.text(path, client)
        pages.append(page)
        numbers += page.matches(of: /Needle (\d+) of hay/).compactMap { Int($0.1) }
        guard let next = page.firstMatch(of: /href="([^"]+)">Older messages/) else { break }
        path = String(next.1).replacing("&amp;", with: "&")
      }
      #expect(numbers == Array((1...101).reversed()))
      #expect(pages.allSatisfy { Markup($0).problems.isEmpty })
      let words = pages.compactMap { page in page.firstMatch(of: /(The newest 50|\d+ more) by anybody called/) }
      #expect(words.map { String($0.1) } == ["The newest 50", "50 more", "1 more"])
    }
  }

  @Test("a search that finds nothing says of what, leads to a wider one, and nowhere that one may not read")
  func empty() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada Nwosu")
      #expect(try await ada.text("/chat/search", client).contains("Type words of a message, or the name"))
      let none = try await ada.text("/chat/search?q=haystack&from=%3Cb%3E", client)
      #expect(none.contains("Nothing that you can read was written with all these words by anybody called"))
      #expect(none.contains("href=\"/chat/search?q=haystack\"") && !none.contains("<b>"))
      #expect(Markup(none).problems.isEmpty)
      for place in ["nothing", "direct/none", "general/none"] {
        #expect(try await ada.get("/chat/search?q=x&in=\(place)", client).status == .notFound, "\(place)")
      }
      // A paper's channel is there although one has not written in it.
      let paper = try await ada.text("/chat/search?q=x&in=papers/\(Story.heroinePaper)", client)
      #expect(paper.contains("<option value=\"papers/\(Story.heroinePaper)\" selected"))
    }
  }
}
