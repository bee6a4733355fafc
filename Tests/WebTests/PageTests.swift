import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct PageTests {
  /// Every kind of page, by an address that the story has.
  static let addresses = [
    "/", "/schedule", "/schedule?day=2026-04-27", "/schedule?kind=poster&kind=qa", "/papers", "/papers?show=titles",
    "/papers?q=speech", "/papers?q=nothingofthekind",
    "/papers/\(Story.heroinePaper)", "/sessions", "/sessions/P2S2", "/sessions/P1S1", "/keynotes", "/keynotes/1",
    "/workshops", "/workshops/W2",
    "/socials", "/socials/S1", "/tutorials", "/tutorials/T1", "/plenary", "/plenary/opening",
    "/expos", "/expos/E1", "/sponsors", "/sponsors/rainwright", "/help", "/help?q=zone", "/committee",
    "/code-of-conduct", "/about", "/api", "/search",
    "/search?q=tone", "/plan",
    "/plan?papers=\(Story.heroinePaper)&sessions=P2S2,P2S4", "/zones", "/zones?q=lagos", "/calendars",
  ]

  @Test("every page is well-formed, with one h1 and headings that skip no level", arguments: addresses)
  func wellFormed(address: String) async throws {
    try await StorySite.run { client, _ in
      for zone in ["UTC", "Pacific/Auckland"] {
        let page = try await client.text(address, zone: zone)
        let markup = Markup(page)
        #expect(markup.problems == [])
        #expect(markup.headings.filter { $0 == 1 }.count == 1)
        #expect(markup.headings.first == 1 || markup.headings.first == 2)
        for (upper, lower) in zip(markup.headings, markup.headings.dropFirst()) {
          #expect(lower <= upper + 1, "h\(lower) follows h\(upper)")
        }
      }
    }
  }

  @Test("every link of the site leads somewhere")
  func links() async throws {
    try await StorySite.run(papers: 12) { client, _ in
      var waiting: Set<String> = ["/"]
      var seen: Set<String> = []
      while let address = waiting.popFirst(), seen.count < 900 {
        seen.insert(address)
        let answer = try await client.get(address)
        #expect(answer.status == .ok || answer.status == .seeOther, "\(address) answers \(answer.status)")
        guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
        waiting.formUnion(
          Markup(String(buffer: answer.body)).links.subtracting(seen).filter { !$0.hasPrefix("/zones?back") })
      }
      #expect(seen.count > 150)
    }
  }

  @Test("what is not there gets a page that says so and leads on")
  func notFound() async throws {
    try await StorySite.run(papers: 5) { client, _ in
      for address in [
        "/papers/nobody", "/sessions/none", "/keynotes/0", "/sponsors/none", "/nowhere", "/calendars/none.ics",
        "/media/../hatata.sqlite", "/media/%2e%2e/hatata.sqlite", "/assets/x/none.css",
      ] {
        let answer = try await client.get(address)
        #expect(answer.status == .notFound, "\(address)")
        #expect(String(buffer: answer.body).contains("href=\"/schedule\""))
      }
    }
  }

  @Test("hostile texts stay text on every page")
  func hostile() async throws {
    let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'"
    try await StorySite.run(papers: 5) { draft in
      draft.conference.tagline = hostile
      for index in draft.papers.indices {
        draft.papers[index].title = hostile
        draft.papers[index].abstract = hostile
        draft.papers[index].keywords = [hostile]
        draft.papers[index].track = hostile
        draft.papers[index].authors = [Person(name: hostile, affiliation: hostile)]
        draft.papers[index].video = "javascript:alert(1)"
        draft.papers[index].pdf = "javascript:alert(1)"
      }
      for index in draft.sessions.indices {
        draft.sessions[index].title = hostile
        draft.sessions[index].join = "javascript:alert(1)"
      }
      for index in draft.events.indices {
        draft.events[index].title = hostile
        draft.events[index].description = hostile
        draft.events[index].website = "javascript:alert(1)"
        draft.events[index].people = [Person(name: hostile, affiliation: hostile, biography: hostile)]
      }
      for index in draft.sponsors.indices { draft.sponsors[index].description = hostile }
      for index in draft.answers.indices { draft.answers[index].text = hostile }
    } _: { client, story in
      let paper = story.story.draft().papers[0].id
      for address in Self.addresses + ["/papers/\(paper)"]
      where !address.contains(Story.heroinePaper) || address.hasPrefix("/papers/") {
        let page = try await client.text(address)
        #expect(!page.contains("<script>"), "\(address)")
        #expect(!page.contains("<img src=x"), "\(address)")
        #expect(!page.contains("href=\"javascript:"), "\(address)")
        #expect(Markup(page).problems == [], "\(address)")
      }
    }
  }
}
