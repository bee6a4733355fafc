import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct APIPageTests {
  @Test(
    "everything that the API does stands on a page for people, to which the tokens and the page about the site lead")
  func listing() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let answer = try await client.get("/api")
      let page = String(buffer: answer.body)
      #expect(answer.status == .ok && Markup(page).problems == [])
      for operation in API.operations {
        #expect(page.contains("<h3><code>\(operation.method.rawValue) \(operation.path)</code></h3>"))
        if let scope = operation.scope { #expect(page.contains("<code>\(scope.rawValue)</code>")) }
      }
      #expect(page.contains("<code>standing</code>"))
      #expect(try await client.text("/about").contains("href=\"/api\""))
      let tokens = try await Insider.organizer(story, client).text("/organize/tokens")
      #expect(tokens.contains("href=\"/api\"") && !tokens.contains("docs/api.md"))
    }
  }
}
