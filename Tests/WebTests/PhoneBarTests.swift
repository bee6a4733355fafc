import Conference
import Testing

@testable import Web

@Suite struct PhoneBarTests {
  private static func bar(_ page: String) throws -> Substring {
    try #require(page.split(separator: "<nav class=\"bar\"").last)
  }

  @Test(
    "the phone's bar leads to what is one's own, and the top to the plan; without accounts the bar leads to the plan")
  func me() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let before = try await client.text("/papers")
      #expect(try Self.bar(before).contains("href=\"/plan\""))
      let ada = try await site.insider("ada@example.org")
      let hers = try await ada.text("/papers", client)
      let bar = try Self.bar(hers)
      #expect(bar.contains("href=\"/account\"") && !bar.contains("href=\"/plan\""))
      #expect(hers.contains("<li class=\"only-phone\"><a href=\"/plan\">My plan</a></li>"))
      #expect(Markup(hers).problems == [])
    }
  }

  @Test("a phone's strip leaves out what the bar has, and says where to sign in; search stands above it")
  func strip() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org")
      await site.takeUp()
      for (page, door) in [
        (try await client.text("/keynotes"), "<li class=\"is-door\"><a href=\"/sign-in\">"),
        (try await ada.text("/keynotes", client), "<li class=\"is-door in-bar\"><a href=\"/account\">"),
      ] {
        let parts = page.split(separator: "<nav class=\"top-nav\"")
        #expect(try #require(parts.first).contains("<a class=\"top-find only-phone\" href=\"/search\">"))
        let strip = try #require(parts.last?.split(separator: "</nav>").first)
        for path in ["/schedule", "/papers"] {
          #expect(strip.contains("<li class=\"in-bar\"><a href=\"\(path)\">"))
        }
        #expect(strip.contains("<li><a href=\"/sponsors\">") && !strip.contains("href=\"/search\""))
        #expect(strip.contains(door))
        #expect(Markup(page).problems == [])
      }
    }
  }
}
