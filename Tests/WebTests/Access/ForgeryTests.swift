import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct ForgeryTests {
  /// How a request may come from elsewhere than our own forms.
  private static let forgeries:
    [(name: String, token: @Sendable (Browser) -> String, change: @Sendable (inout HTTPFields) -> Void)] = [
      ("no token", { _ in "" }, { _ in }),
      ("a made-up token", { _ in String(repeating: "A", count: 43) }, { _ in }),
      ("another browser's token", { _ in Browser(device: nil).token }, { _ in }),
      ("the cookie as the token", { ($0.device ?? $0.own).text }, { _ in }),
      ("another site", { $0.token }, { $0[.origin] = "https://evil.example" }),
      ("a site that begins alike", { $0.token }, { $0[.origin] = "https://conference.example.evil.example" }),
      ("another scheme", { $0.token }, { $0[.origin] = "http://conference.example" }),
      ("another port", { $0.token }, { $0[.origin] = "https://conference.example:8443" }),
      ("a sandboxed frame", { $0.token }, { $0[.origin] = "null" }),
      (
        "a site without an origin", { $0.token },
        {
          $0[.origin] = nil; $0[HTTPField.Name("Sec-Fetch-Site")!] = "cross-site"
        }
      ),
      (
        "a sister site", { $0.token },
        {
          $0[.origin] = nil; $0[HTTPField.Name("Sec-Fetch-Site")!] = "same-site"
        }
      ),
    ]

  @Test("no form that is not our own changes anything, at any address")
  func forged() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let samples = try await RouteSamples(story, device: "nobody-s")
      let browsers = [
        try await story.browser(.organizer), try await story.browser(.participant), try await story.browser(.visitor),
      ]
      let before = try story.storedBytes()
      var (tried, letIn) = (0, 0)
      // A mail program declines for its reader by a secret address and without any page of ours (RFC 8058).
      // The API reads no cookie, so that there is nothing to forge; its own tests try what opens it.
      let declining: Set = [
        "/invitation-mail/{token}", "/mail/{token}", "/notice-mail/{token}", "/question-mail/{token}",
        "/reminder-mail/{token}",
      ]
      let routes = Routes(story.site).all.filter {
        $0.method != .get && !declining.contains($0.path) && !$0.need.isToken
      }
      for route in routes {
        let address = try #require(samples.address(route))
        for browser in browsers {
          // The choice of a time zone is a cookie and no more: for it the origin suffices.
          for forgery in Self.forgeries where route.path != "/zones" || forgery.token(browser) == browser.token {
            let answer = try await client.post(
              address, [("email", "new@example.org")], by: browser, token: forgery.token(browser),
              change: forgery.change)
            tried += 1
            // Who has no right to it is told so first, and a form without the file that it is for is none.
            let refusals: [HTTPResponse.Status] = [.forbidden, .unauthorized, .badRequest]
            let isRefused = refusals.contains(answer.status)
            if !isRefused { letIn += 1 }
            #expect(isRefused, "\(address) from \(forgery.name): \(answer.status)")
            #expect(answer.headers[.location] == nil)
          }
        }
      }
      print("tried \(tried), let in \(letIn)")
      #expect(try story.storedBytes() == before)
      #expect(tried > 300)
    }
  }

  @Test(
    "nothing is changed by looking: no GET writes to the database, but for the way back from a provider, a look at a case and what is counted"
  )
  func looking() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let samples = try await RouteSamples(story, device: "nobody-s")
      let browser = try await story.browser(.organizer)
      let before = try story.storedBytes()
      // Each look at a case is on its record, and archives of one's data are counted.
      let looks: Set = ["/conduct/cases/{id}", "/conduct/cases/{id}/picture.jpg", "/account/data.zip"]
      for route in Routes(story.site).all where route.method == .get && !looks.contains(route.path) {
        guard !route.path.hasSuffix("/return") else { continue }
        let address = try #require(samples.address(route))
        _ = try await client.get(address, by: browser)
        _ = try await client.execute(uri: address, method: .head, headers: browser.fields)
      }
      #expect(try story.storedBytes() == before)
    }
  }
}
