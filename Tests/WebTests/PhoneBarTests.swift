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
}
