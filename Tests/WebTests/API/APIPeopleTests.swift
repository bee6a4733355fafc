import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct APIPeopleTests {
  private static let selam: JSONValue = ["name": "Selam Tesfaye", "email": "selam@example.org"]

  @Test("somebody is added, found, corrected, let in and shut out, and all of it is on record as the token's")
  func life() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let added = try await program.send(.post, "/people", Self.selam)
      let id = try #require(added["id"]?.text)
      #expect(added.status == 201 && added.headers[.location] == "/api/v1/people/\(id)")
      #expect(try await program.send(.post, "/people", Self.selam).status == 409)
      let found = try await program.get("/people?q=sela+tesf")
      #expect(found.items.map { $0["id"]?.text } == [id] && found["total"] == 1 && found["next"] == nil)
      var details = Self.selam.fields
      details["country"] = "Ethiopia"
      #expect(try await program.send(.put, "/people/\(id)", .map(details))["country"]?.text == "Ethiopia")
      #expect(try await program.send(.put, "/people/\(id)/role", ["role": "moderator"])["role"] == "moderator")
      #expect(
        try await program.send(.put, "/people/\(id)/standing", ["standing": "waiting"])["standing"] == "waiting")
      #expect(try await program.get("/people?standing=waiting").items.count == 1)
      #expect(try await program.send(.post, "/people/\(id)/admission")["standing"] == "active")
      #expect(try await program.send(.post, "/people/\(id)/admission").status == 409)
      #expect(try await program.get("/mails?to=selam@example.org").items.first?["purpose"] == "notice")
      #expect(try await program.send(.delete, "/people/\(id)/devices").status == 204)
      let record = try await program.get("/record?about=\(id)")
      #expect(
        record.items.compactMap { $0["action"]?.text }.sorted() == [
          "added", "details corrected", "let in", "role changed to moderator", "signed out",
          "standing changed to waiting",
        ])
      #expect(record.items.allSatisfy { $0["token"] == "A test" && $0["name"] == "Abeba Chair" })
    }
  }

  @Test("who is banned is erased, and then is nobody; the only organizer is not")
  func erasure() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let program = try await story.program(client)
      let id = try #require(try await program.send(.post, "/people", Self.selam)["id"]?.text)
      let path = "/people/\(id)"
      let ban: JSONValue = ["standing": "banned", "why": "Threats"]
      #expect(try await program.send(.put, path + "/standing", ban).status == 200)
      let record = try await story.site.moderation.record(for: nil)
      #expect(record.map(\.action) == [.ban] && record.map(\.why) == ["Threats"])
      #expect(try await program.send(.delete, path).status == 204)
      #expect(try await program.get(path).status == 404)
      #expect(try await program.send(.delete, path).status == 404)
      #expect(try await program.get("/people?q=sela+tesf").items.isEmpty)
      #expect(try await program.send(.delete, "/people/\(organizer.account.id)").status == 409)
    }
  }

  @Test("a code that a token makes signs in once; who is signed out by a token is, at once")
  func signIn() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let person = try await Insider.participant(story, client)
      let path = "/people/\(person.account.id)"
      #expect(try await person.get("/account").status == .ok)
      #expect(try await program.send(.delete, path + "/devices").status == 204)
      #expect(try await person.get("/account").status == .unauthorized)
      let code = try await program.send(.post, path + "/sign-in-codes")
      let link = try #require(code["link"]?.text)
      #expect(code.status == 201 && link.hasPrefix("https://conference.example/sign-in/link/"))
      let secret = Secret(String(link.split(separator: "/").last ?? ""))
      let entered = try await story.site.signIns.enter(link: secret, browser: nil, named: "Test")
      guard case .signedIn(_, let account) = entered else { throw ConferenceError.unauthenticated }
      #expect(account == person.account.id)
    }
  }

  @Test("a token that changes settings does not say to whom reports go")
  func conductDesk() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let desk: JSONValue = ["members": .list([]), "outside": "thief@example.org"]
      let settings = try await story.program(client, [.settingsRead, .settingsWrite])
      #expect(try await settings.send(.put, "/settings/conduct-desk", desk).status == 403)
      #expect(try await settings.get("/settings/conduct-desk").status == 200)
      #expect(try await ConductDesk.current(story.site.database).outside == nil)
      let conduct = try await story.program(client, [.conductWrite])
      #expect(try await conduct.send(.put, "/settings/conduct-desk", desk).status == 200)
    }
  }

  @Test("a token without the right to give roles can take over nobody who has one")
  func takeOver() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let most = Set(TokenScope.allCases.filter { $0.warning == nil })
      let program = try await story.program(client, most)
      let path = "/people/\(organizer.account.id)"
      let body: JSONValue = ["name": "Abeba Chair", "email": "thief@example.org"]
      var letIn = 0
      let csv = Array("email,name,role\nthief@example.org,Thief,organizer\n".utf8)
      for reply in [
        try await program.send(.put, path, body), try await program.send(.put, path + "/role", ["role": "organizer"]),
        try await program.send(.post, path + "/sign-in-codes"),
        try await program.send(.post, "/people/imports", type: "text/csv", bytes: csv),
      ] {
        #expect(reply.status == 403)
        if reply.status < 400 { letIn += 1 }
      }
      print("tried 4, let in \(letIn)")
      #expect(try await story.site.people.account(organizer.account.id)?.email?.text == "chair@example.org")
      // Another name harms nobody.
      let name: JSONValue = ["name": "Abeba B. Chair", "email": "chair@example.org"]
      #expect(try await program.send(.put, path, name).status == 200)
      let last = try await program.send(.put, path + "/standing", ["standing": "banned"])
      #expect(last.status == 409)
    }
  }

  @Test(
    "a list is imported as on the command line, in each of its forms; one with mistakes is refused with all of them")
  func lists() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let csv = Array("email,name,role\nana@example.org,Ana,volunteer\nbob@example.org,Bob,\n".utf8)
      let dry = try await program.send(.post, "/people/imports?dry-run=true", type: "text/csv", bytes: csv)
      #expect(dry["added"] == 2 && dry["isDry"] == true)
      #expect(try await program.get("/people?q=ana@").items.isEmpty)
      #expect(dry["people"]?["added"]?.items?.first?["email"] == "ana@example.org")
      let version = try #require(dry["version"]?.text)
      let other = try await program.send(.post, "/people/imports?version=other", type: "text/csv", bytes: csv)
      #expect(other.status == 409)
      let first = try await program.send(.post, "/people/imports?version=\(version)", type: "text/csv", bytes: csv)
      #expect(first["added"] == 2)
      let json: JSONValue = [
        "people": [["email": "ana@example.org", "name": "Ana"], ["email": "eve@example.org", "name": "Eve"]]
      ]
      let second = try await program.send(.post, "/people/imports?prune=true", json)
      #expect(second["added"] == 1 && second["unchanged"] == 1 && second["removed"] == 1, "\(second.json)")
      #expect(try await program.get("/people?q=ana@").items.first?["role"] == "volunteer")
      let less = Array("email,name,role\nana@example.org,Ana,attendee\n".utf8)
      let lowered = try await program.send(.post, "/people/imports?dry-run=true", type: "text/csv", bytes: less)
      #expect(lowered["lowered"] == 1 && lowered["people"]?["lowered"]?.items?.first?["name"] == "Ana")
      let yaml = Array("- {email: eve@example.org, name: Eve}\n".utf8)
      #expect(
        try await program.send(.post, "/people/imports", type: "application/yaml", bytes: yaml)["unchanged"] == 1)
      let bad = Array("email,name\nnobody,Nobody\nx@example.org,\n".utf8)
      let refused = try await program.send(.post, "/people/imports", type: "text/csv", bytes: bad)
      #expect(refused.status == 409 && refused["problems"]?.items?.count == 2, "\(refused.json)")
      #expect(refused["problems"]?.items?.first?["line"] == 2)
      #expect(try await program.get("/people?q=nobody").items.isEmpty)
    }
  }

  @Test("a list as JSON is refused with every row that is wrong, and imported without those where that is asked for")
  func badRows() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let list: JSONValue = [
        "people": [
          ["email": "nobody", "name": "Nobody"], ["email": "ana@example.org"],
          ["email": "bob@example.org", "name": "Bob", "role": "Student", "registration": 7],
          ["email": "eve@example.org", "name": "Eve", "seat": "4"], ["email": "zoe@example.org", "name": "Z\0e"],
        ]
      ]
      let refused = try await program.send(.post, "/people/imports", list)
      let errors = (refused["problems"]?.items ?? []).filter { $0["severity"] == "error" }
      #expect(refused.status == 409 && errors.count == 3, "\(refused.json)")
      let skipping = try await program.send(.post, "/people/imports?skip-bad-rows=true", list)
      #expect(skipping.status == 200 && skipping["added"] == 2, "\(skipping.json)")
      #expect(try await program.get("/people?q=bob@").items.first?["registration"] == "7")
      #expect(try await program.send(.post, "/people/imports", ["people": "everybody"]).status == 400)
    }
  }

  @Test("22,000 bytes of nothing, half a body, another type and a body that is too long are refused in words")
  func malformed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let cases: [([UInt8], String, Int)] = [
        (Array(repeating: UInt8(0), count: 22_000), "application/json", 400),
        (Array("{\"name\": ".utf8), "application/json", 400),
        ([], "application/json", 400), (Array("null".utf8), "application/json", 400),
        (Array("[]".utf8), "application/json", 400),
        (Array("name=x".utf8), "application/x-www-form-urlencoded", 415), (Array("{}".utf8), "text/html", 415),
        (Array(repeating: UInt8(0x20), count: 1 << 20 + 1), "application/json", 413),
        (Array(repeating: UInt8(0x5B), count: 200_000), "application/json", 400),
        (Array("{\"name\": \"\\ud800\", \"email\": \"a@example.org\"}".utf8), "application/json", 400),
        (Array("{\"name\": \"a\", \"email\": \"no address\"}".utf8), "application/json", 409),
        (Array("{\"name\": \"\\u0000\", \"email\": \"a@example.org\"}".utf8), "application/json", 400),
      ]
      for (bytes, type, status) in cases {
        let reply = try await program.send(.post, "/people", type: type, bytes: bytes)
        #expect(reply.status == status, "\(bytes.count) bytes of \(type): \(reply.status) \(reply.json)")
        #expect(reply.headers[.contentType] == "application/problem+json")
        for field in ["type", "title", "status", "detail"] { #expect(reply[field] != nil) }
      }
      #expect(try await program.get("/people").items.count == 1)
    }
  }
}
