import Conference
import Testing

@testable import Web

@Suite struct PersonPageTests {
  @Test("the page of somebody who said nothing says so, until they do")
  func silent() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let (eve, ben) = (
        try await site.insider("eve@example.org", name: "Eve"), try await site.insider("ben@example.org", name: "Ben")
      )
      let (path, silence) = ("/people/\(eve.account.id)", "They have not said more here.")
      let page = try await ben.text(path, client)
      #expect(page.contains(silence) && !page.contains("<dl class=\"facts\">") && Markup(page).problems.isEmpty)
      #expect(try await eve.text(path, client).contains("You have not said more here."))
      let fields = ["name": "Eve", "languages": "Igbo", "shown": "languages"]
      #expect(try await eve.send("/account/profile", fields, client).status == .seeOther)
      #expect(!(try await ben.text(path, client)).contains(silence))
    }
  }
}
