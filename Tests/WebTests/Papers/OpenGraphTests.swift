import Conference
import Testing

@testable import Web

@Suite struct OpenGraphTests {
  private func tags(_ page: String) -> [String: [String]] {
    page.matches(of: /<meta property="([^"]+)" content="([^"]*)">/).reduce(into: [:]) {
      $0[String($1.output.1), default: []].append(String($1.output.2))
    }
  }

  @Test("a link to a paper or an event shows what it is, with its picture or else the conference's logo")
  func articles() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      draft.conference.logo = "media/logo/loom.png"
      draft.papers[0].thumbnail = "media/figures/loom.png"
      draft.papers[0].keywords = ["looms", "a <b> & c"]
      draft.papers[0].track = "Weaving"
      draft.papers[1].thumbnail = "media/figures/\(draft.papers[1].id).svg"
      draft.events[0].image = "https://pictures.example/keynote.jpg"
    }
    try await StorySite.run(papers: 5, change: change) { client, story in
      let program = story.site.edition.program
      let paper = tags(try await client.text(Address.of(program.papers[0])))
      #expect(paper["og:type"] == ["article"])
      #expect(paper["og:url"] == ["https://conference.example" + Address.of(program.papers[0])])
      #expect(paper["og:image"] == ["https://conference.example/media/figures/loom.png"])
      #expect(paper["og:image:alt"] == paper["og:title"])
      #expect(paper["article:tag"] == ["looms", "a &lt;b&gt; &amp; c"])
      #expect(paper["article:section"] == ["Weaving"])
      #expect(paper["article:published_time"]?.first?.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil)
      // What is drawn in lines is shown nowhere.
      let drawn = tags(try await client.text(Address.of(program.papers[1])))
      #expect(drawn["og:image"] == ["https://conference.example/media/logo/loom.png"])
      let event = tags(try await client.text(Address.of(program.events[0])))
      #expect(event["og:type"] == ["article"] && event["og:image"] == ["https://pictures.example/keynote.jpg"])
      #expect(event["article:published_time"] == nil)
    }
  }

  @Test("other pages are of the website, without a picture where there is none")
  func website() async throws {
    try await StorySite.run(papers: 5, change: { $0.conference.logo = nil }) { client, _ in
      for path in ["/", "/papers", "/schedule"] {
        let page = try await client.text(path)
        let found = tags(page)
        #expect(found["og:type"] == ["website"] && found["og:image"] == nil, "\(path)")
        #expect(found["og:title"]?.count == 1 && found["og:site_name"]?.count == 1, "\(path)")
        #expect(!page.contains("article:"), "\(path)")
      }
    }
  }
}
