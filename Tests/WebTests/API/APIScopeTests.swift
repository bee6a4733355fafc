import Conference
import HTTPTypes
import Synchronization
import Testing

@testable import Web

@Suite struct APIScopeTests {
  @Test("every address of the API is open to the scope that it names, and to nothing else")
  func matrix() async throws {
    try await StorySite.run(papers: 5, settings: { $0.apiRequestsPerMinute = 1_000_000 }) { client, story in
      try await story.addPeople()
      let person = try await story.account(.participant).id
      var programs: [TokenScope: APIClient] = [:]
      for scope in TokenScope.allCases { programs[scope] = try await story.program(client, [scope]) }
      var (tried, letIn) = (0, 0)
      for operation in API.operations {
        let path = try RouteSamples.address(operation, story.site.edition.program, person)
        for scope in TokenScope.allCases {
          let program = try #require(programs[scope])
          // Without a body, so that nothing changes where one is needed: rights are looked at first.
          let reply = try await program.send(operation.method, path)
          let isRefused = reply.status == 403 && reply.detail.contains("has not the scope")
          let isAllowed = operation.scope == nil || operation.scope == scope
          #expect(isRefused != isAllowed, "\(operation.method) \(path) with \(scope.rawValue): \(reply.status)")
          #expect(reply.status != 401 && reply.status < 500, "\(operation.method) \(path): \(reply.status)")
          if !isAllowed {
            tried += 1
            if !isRefused { letIn += 1 }
          }
        }
      }
      print("tried \(tried), let in \(letIn)")
      #expect(tried > 500 && letIn == 0)
    }
  }

  @Test("without a token that works every address of the API refuses, whoever sends which cookie")
  func closed() async throws {
    let time = Mutex(try #require(Instant(iso8601: StorySite.now)))
    let clock = Clock { time.withLock { $0 } }
    try await StorySite.run(papers: 5, clock: clock, settings: { $0.apiRequestsPerMinute = 1_000_000 }) {
      client, story in
      try await story.addPeople()
      let tokens = APITokens(story.site.database, clock: clock)
      let all = Set(TokenScope.allCases)
      let organizer = try await story.account(.organizer)
      let (_, expired) = try await tokens.add("Old", all, lasting: 1, by: organizer.id)
      time.withLock { $0 = $0.adding(seconds: 86_400) }
      let (token, revoked) = try await tokens.add("Gone", all, lasting: 9, by: organizer.id)
      try await tokens.revoke(token.id, by: organizer.id)
      let (_, good) = try await tokens.add("Good", all, lasting: 9, by: organizer.id)
      let leaving = try await story.account(.chair).id
      try await story.site.people.setRole(.organizer, of: leaving, by: nil)
      let (_, left) = try await tokens.add("Left", all, lasting: 9, by: leaving)
      try await story.site.people.setStanding(.banned, of: leaving, by: nil)
      let browser = try await story.browser(.organizer)
      let (text, device) = (good.text, try #require(browser.device))
      let attempts: [(String, HTTPFields)] = [
        ("nothing", [:]), ("an organizer's cookie", browser.fields),
        ("expired", [.authorization: "Bearer \(expired.text)"]),
        ("revoked", [.authorization: "Bearer \(revoked.text)"]),
        ("a maker who was banned", [.authorization: "Bearer \(left.text)"]),
        ("made up", [.authorization: "Bearer hatata_\(Secret.random().text)"]),
        ("its hash", [.authorization: "Bearer \(good.hash)"]), ("its id", [.authorization: "Bearer \(token.id)"]),
        ("another scheme", [.authorization: "Basic \(text)"]), ("no scheme", [.authorization: text]),
        ("as a cookie", [.cookie: "token=\(text); __Host-device=\(text)"]),
        ("the secret of a browser", [.authorization: "Bearer \(device.text)"]),
        ("two", [.authorization: "Bearer \(expired.text) \(text)"]), ("empty", [.authorization: "Bearer "]),
      ]
      let person = try await story.account(.participant).id
      var (tried, letIn) = (0, 0)
      for operation in API.operations {
        let path = API.root + (try RouteSamples.address(operation, story.site.edition.program, person))
        for (name, fields) in attempts {
          for address in [path, path + "?access_token=\(text)&token=\(text)"] {
            let answer = try await client.execute(uri: address, method: operation.method, headers: fields)
            tried += 1
            if answer.status != .unauthorized { letIn += 1 }
            #expect(answer.status == .unauthorized, "\(operation.method) \(path) with \(name): \(answer.status)")
            #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer ") == true)
            #expect(answer.headers[.contentType] == "application/problem+json")
          }
        }
      }
      print("tried \(tried), let in \(letIn)")
      #expect(tried > 1_000 && letIn == 0)
      // The same with a token that works.
      let answer = try await client.execute(
        uri: "/api/v1/token", method: .get, headers: [.authorization: "bearer \(text)"])
      #expect(answer.status == .ok)
    }
  }

  @Test("who lost a role loses what tokens of theirs could do by it, at once")
  func lostRole() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let program = try await story.program(client)
      #expect(try await program.get("/people").status == 200)
      let email = try #require(EmailAddress("chair@example.org"))
      let maker = try #require(try await story.site.people.account(email))
      try await story.site.people.setRole(.chair, of: maker.id, by: nil)
      #expect(try await program.get("/people").status == 403)
      #expect(try await program.get("/program/papers").status == 200)
    }
  }

  @Test("a token may make so many requests in a minute, and is told when to go on")
  func pace() async throws {
    let time = Mutex(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { time.withLock { $0 } }, settings: { $0.apiRequestsPerMinute = 5 })
    {
      client, story in
      let (one, other) = (try await story.program(client), try await story.program(client))
      for _ in 0..<5 { #expect(try await one.get("/token").status == 200) }
      time.withLock { $0 = $0.adding(seconds: 20) }
      let refused = try await one.get("/token")
      #expect(refused.status == 429 && refused.headers[HTTPField.Name("Retry-After")!] == "40")
      #expect(try await other.get("/token").status == 200)
      time.withLock { $0 = $0.adding(seconds: 40) }
      #expect(try await one.get("/token").status == 200)
      let stranger = APIClient(client: client, token: Secret.random().text)
      for _ in 0..<5 { #expect(try await stranger.get("/token").status == 401) }
      #expect(try await stranger.get("/token").status == 429)
      #expect(try await one.get("/token").status == 200)
    }
  }
}
