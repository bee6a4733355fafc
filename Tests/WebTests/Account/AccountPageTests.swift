import Conference
import Testing

@testable import Web

@Suite struct AccountPageTests {
  @Test("the account's page leads to all that is one's own, a line each, and those with work to it")
  func ways() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let own = ["/account/profile", "/plan", "/chat", "/account/announcements", "/account/reports", "/account/data"]
      let page = try await ada.text("/account", client)
      #expect(page.matches(of: /<li><span><a href="([^"]+)">/).map { String($0.1) } == own)
      #expect(Markup(page).problems.isEmpty)
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let hers = try await mona.text("/account", client)
      #expect(
        hers.matches(of: /<li><span><a href="([^"]+)">/).map { String($0.1) } == ["/help/queue", "/conduct/cases"] + own
      )
    }
  }
}
