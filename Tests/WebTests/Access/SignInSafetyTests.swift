import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct SignInSafetyTests {
  private func device(_ answer: TestResponse) -> Secret? {
    let name = SecretCookie.device.name + "="
    let cookie = answer.headers[values: .setCookie].first { $0.hasPrefix(name) }
    return cookie.map { Secret(String($0.dropFirst(name.count).prefix { $0 != ";" })) }
  }

  @Test("signing in gives the browser a new secret, whatever it had, and ends the old one")
  func fixation() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      var (tried, letIn) = (0, 0)
      let victim = try await story.account(.participant)
      for planted in [
        try await story.browser(.volunteer), Browser(device: .random()),
        Browser(device: Secret(String(repeating: "A", count: 43))),
      ] {
        let ticket = try await story.site.signIns.issue(for: victim, by: nil)
        let answer = try await client.post("/sign-in/link", [("link", ticket.link.text)], by: planted)
        let secret = try #require(device(answer))
        #expect(secret != planted.device)
        #expect(
          answer.headers[values: .setCookie].allSatisfy {
            $0.contains("; Secure; HttpOnly; SameSite=Lax") && $0.contains("Path=/;") && $0.hasPrefix("__Host-")
          })
        for old in [planted, Browser(device: planted.own), Browser(device: ticket.link)] {
          tried += 1
          if try await client.get("/account", by: old).status == .ok { letIn += 1 }
        }
        #expect(try await client.get("/account", by: Browser(device: secret)).status == .ok)
      }
      print("tried \(tried), let in \(letIn)")
      #expect(letIn == 0)
    }
  }

  @Test("a secret is worth nothing once it was signed out, everywhere, or its owner shut out or given another role")
  func reuse() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let people = story.site.people
      let endings: [@Sendable (Browser, Account) async throws -> Void] = [
        { browser, _ in _ = try await client.post("/sign-out", by: browser) },
        { browser, _ in _ = try await client.post("/account/devices/removal", by: browser) },
        { _, account in try await people.setStanding(.removed, of: account.id, by: nil) },
        { _, account in
          try await people.setStanding(.active, of: account.id, by: nil);
          try await people.setStanding(.banned, of: account.id, by: nil)
        },
        { _, account in try await people.setRole(.volunteer, of: account.id, by: nil) },
      ]
      let account = try await story.account(.chair)
      var (tried, letIn) = (0, 0)
      for ending in endings {
        try await people.setStanding(.active, of: account.id, by: nil)
        let browser = try await story.browser(.chair)
        #expect(try await client.get("/account", by: browser).status == .ok)
        try await ending(browser, account)
        story.site.doorkeeper.forget(account.id)
        for address in [
          "/account", "/organize", "/papers", "/papers/\(Story.heroinePaper)", "/schedule.json", "/calendars/all.ics",
          "/plan.bib",
        ] {
          tried += 1
          if try await client.get(address, by: browser).status == .ok { letIn += 1 }
        }
        tried += 1
        if try await client.post("/organize/access", [("sees-schedule", "everyone")], by: browser).status
          != .unauthorized
        {
          letIn += 1
        }
      }
      print("tried \(tried), let in \(letIn)")
      #expect(letIn == 0)
    }
  }

  @Test("what one does not sign in to is no page of another, also when both ask for the same address at once")
  func mixing() async throws {
    try await StorySite.run(papers: 8) { client, story in
      try await story.addPeople()
      let (inside, outside) = (try await story.browser(.participant), Browser(device: nil))
      for _ in 0..<20 {
        async let open = client.get("/papers/\(Story.heroinePaper)", by: inside)
        async let closed = client.get("/papers/\(Story.heroinePaper)", by: outside)
        #expect(try await open.status == .ok)
        #expect(try await closed.status == .unauthorized)
      }
    }
  }
}
