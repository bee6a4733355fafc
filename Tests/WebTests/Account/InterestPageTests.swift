import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct InterestPageTests {
  @Test("every keyword of the conference is offered, and what is typed of them becomes a chip")
  func chosen() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      draft.papers[0].keywords += (1...70).map { "loom pattern \($0)" }
    }
    try await StorySite.run(papers: 10, change: change) { client, story in
      let selam = try await Insider.participant(story, client)
      let words = Interests(story.site.edition.program).words
      #expect(words.count > 70)
      let page = try await selam.text("/account/profile")
      let options = page.matches(of: /<option value="[^"]*">/).count
      #expect(options == words.count)
      let (rare, common) = (words[words.count - 1], words[0])
      let sent = try await selam.post(
        "/account/profile", [("name", "Selam"), ("more-interests", "\(rare.uppercased()), \(common)")])
      #expect(sent.status == .seeOther)
      let fields = try FormFields.of(try await selam.text("/account/profile"), action: "/account/profile")
      #expect(fields.filter { $0.0 == "interest" }.map(\.1) == [rare, common])
      // What is not ticked any more goes.
      _ = try await selam.post("/account/profile", [("name", "Selam"), ("interest", rare)])
      let left = try FormFields.of(try await selam.text("/account/profile"), action: "/account/profile")
      #expect(left.filter { $0.0 == "interest" }.map(\.1) == [rare])
    }
  }

  @Test("the most frequent keywords are there to be picked, besides what was chosen")
  func picked() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      draft.papers[0].keywords += (1...70).map { "loom pattern \($0)" }
    }
    try await StorySite.run(papers: 10, change: change) { client, story in
      let selam = try await Insider.participant(story, client)
      let words = Interests(story.site.edition.program).words
      let (rare, common) = (words[words.count - 1], words[5])
      func offered() async throws -> [String] {
        try await selam.text("/account/profile").matches(of: /name="interest" value="([^"]*)"/).map { String($0.1) }
      }
      #expect(try await offered() == Array(words.prefix(24)))
      let fields = [("name", "Selam"), ("interest", rare), ("interest", common)]
      #expect(try await selam.post("/account/profile", fields).status == .seeOther)
      #expect(try await offered() == [rare, common] + words.prefix(24).filter { $0 != common })
      let page = try await selam.text("/account/profile")
      #expect(Markup(page).problems.isEmpty)
    }
  }

  @Test("where few keywords are all there to be picked, nothing is asked to be typed")
  func few() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      for place in draft.papers.indices { draft.papers[place].keywords = ["looms", "tones"] }
    }
    try await StorySite.run(papers: 5, change: change) { client, story in
      let page = try await Insider.participant(story, client).text("/account/profile")
      #expect(page.contains("value=\"looms\"") && !page.contains("more-interests"))
    }
  }

  @Test("what is a keyword of no paper is refused, and can be copied from the page that says so")
  func refused() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let word = try #require(Interests(story.site.edition.program).words.first)
      let fields = [("name", "Selam"), ("more-interests", "\(word)x, <b")]
      let answer = try await selam.post("/account/profile", fields)
      #expect(answer.status == .badRequest)
      let page = String(buffer: answer.body)
      #expect(page.contains("Did you mean “\(word)”?") && page.contains("\(word)x, &lt;b"))
      let ticked = try await selam.post("/account/profile", [("name", "Selam"), ("interest", "no such word")])
      #expect(ticked.status == .badRequest)
    }
  }
}
