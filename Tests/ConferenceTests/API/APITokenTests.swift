import Database
import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct APITokenTests {
  @Test("a token opens with what it was made for, and is known by its hash alone")
  func opens() async throws {
    try await ScratchPeople.run { scratch in
      let organizer = try await scratch.add("abeba@example.org", name: "Abeba Bekele", role: .organizer)
      let (token, secret) = try await scratch.tokens.add(
        "Nightly list", [.peopleImport, .peopleRead], lasting: 90, by: organizer.id)
      let holder = try #require(try await scratch.tokens.present(secret).holder)
      #expect(holder.token.name == "Nightly list" && holder.token.makerName == "Abeba Bekele")
      #expect(holder.token.orderedScopes == [.peopleRead, .peopleImport])
      #expect(TokenScope.allCases.filter { holder.may($0) } == [.peopleRead, .peopleImport])
      #expect(throws: ConferenceError.forbidden("This token has not the scope mail:read")) {
        try holder.require(.mailRead)
      }
      let stored = try #require(try await scratch.database.first("SELECT token_hash, name FROM api_tokens"))
      let (hash, name): (String, String) = (try stored.value(0), try stored.value(1))
      #expect(hash == secret.hash && hash != secret.text && name == "Nightly list")
      #expect(secret.text.hasPrefix("hatata_") && token.expires == scratch.time.now.adding(seconds: 90 * 86_400))
    }
  }

  @Test("what was expired, revoked, mutated or made up opens nothing")
  func closed() async throws {
    try await ScratchPeople.run { scratch in
      let (token, secret) = try await scratch.tokens.add("One", [.recordRead], lasting: 1, by: nil)
      let mutations = secret.text.indices.map { index in
        secret.text.replacingCharacters(in: index...index, with: secret.text[index] == "A" ? "B" : "A")
      }
      var (tried, letIn) = (0, 0)
      for text in mutations + ["", "hatata_", secret.hash, token.id, secret.text + "A", String(secret.text.dropLast())]
      {
        tried += 1
        if try await scratch.tokens.present(Secret(text)).holder != nil { letIn += 1 }
      }
      #expect(try await scratch.tokens.present(secret).holder != nil)
      scratch.time.pass(seconds: 86_400)
      #expect(try await scratch.tokens.present(secret).refusal == "This token has expired; make another one.")
      let (other, second) = try await scratch.tokens.add("Two", [.recordRead], lasting: 1, by: nil)
      try await scratch.tokens.revoke(other.id, by: nil)
      #expect(try await scratch.tokens.present(second).refusal == "This token was revoked.")
      await #expect(throws: ConferenceError.conflict("this token is revoked already")) {
        try await scratch.tokens.revoke(other.id, by: nil)
      }
      await #expect(throws: ConferenceError.notFound("token")) { try await scratch.tokens.revoke("none", by: nil) }
      print("tried \(tried + 2), let in \(letIn)")
      #expect(letIn == 0)
    }
  }

  @Test("a token may never do more than who made it may now")
  func maker() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("other@example.org", role: .organizer)
      let organizer = try await scratch.add("abeba@example.org", role: .organizer)
      let (_, secret) = try await scratch.tokens.add(
        "All", Set(TokenScope.allCases), lasting: 90, by: organizer.id)
      func allowed() async throws -> [TokenScope]? {
        let holder = try await scratch.tokens.present(secret).holder
        return holder.map { holder in TokenScope.allCases.filter { holder.may($0) } }
      }
      #expect(try await allowed() == TokenScope.allCases)
      try await scratch.people.setRole(.chair, of: organizer.id, by: nil)
      #expect(try await allowed() == [.programRead, .programWrite])
      try await scratch.people.setRole(.moderator, of: organizer.id, by: nil)
      #expect(try await allowed() == [])
      try await scratch.people.setRole(.organizer, of: organizer.id, by: nil)
      for standing in [Standing.banned, .removed, .waiting] {
        try await scratch.people.setStanding(standing, of: organizer.id, by: nil)
        #expect(try await allowed() == nil)
      }
      try await scratch.people.setStanding(.active, of: organizer.id, by: nil)
      #expect(try await allowed() == TokenScope.allCases)
    }
  }

  @Test("the record names the token, and who made it")
  func record() async throws {
    try await ScratchPeople.run { scratch in
      let organizer = try await scratch.add("abeba@example.org", name: "Abeba Bekele", role: .organizer)
      let person = try await scratch.add("selam@example.org")
      let (_, secret) = try await scratch.tokens.add("Nightly list", [.peopleWrite], lasting: 90, by: organizer.id)
      let holder = try #require(try await scratch.tokens.present(secret).holder)
      try await scratch.people.setStanding(.banned, of: person.id, by: holder)
      let deed = try #require(try await scratch.people.deeds(about: person.id, for: nil).first)
      #expect(deed.deed.by == organizer.id && deed.name == "Abeba Bekele" && deed.tokenName == "Nightly list")
      #expect(try await scratch.people.deeds(DeedChoice(text: "token made"), for: nil).first?.tokenName == nil)
    }
  }

  @Test("when a token was last used is known to the minute")
  func used() async throws {
    try await ScratchPeople.run { scratch in
      let (_, secret) = try await scratch.tokens.add("One", [.recordRead], lasting: 1, by: nil)
      #expect(try await scratch.tokens.all(for: nil).first?.used == nil)
      _ = try await scratch.tokens.present(secret)
      let first = scratch.time.now
      #expect(try await scratch.tokens.all(for: nil).first?.used == first)
      scratch.time.pass(seconds: 30)
      _ = try await scratch.tokens.present(secret)
      #expect(try await scratch.tokens.all(for: nil).first?.used == first)
      scratch.time.pass(seconds: 31)
      _ = try await scratch.tokens.present(secret)
      #expect(try await scratch.tokens.all(for: nil).first?.used == scratch.time.now)
    }
  }

  @Test("a token has a name, a scope and an end, and there are not too many")
  func limits() async throws {
    try await ScratchPeople.run { scratch in
      let tokens = scratch.tokens
      for (name, scopes, days) in [
        (" ", [TokenScope.recordRead], 9), (String(repeating: "a", count: 81), [.recordRead], 9), ("a", [], 9),
        ("a", [.recordRead], 0), ("a", [.recordRead], 367),
      ] {
        await #expect(throws: ConferenceError.self) {
          _ = try await tokens.add(name, Set(scopes), lasting: days, by: nil)
        }
      }
      for number in 0..<APITokens.most { _ = try await tokens.add("t\(number)", [.recordRead], lasting: 1, by: nil) }
      await #expect(throws: ConferenceError.conflict("100 tokens work already; revoke one first")) {
        _ = try await tokens.add("one more", [.recordRead], lasting: 1, by: nil)
      }
      try await tokens.revoke(try #require(try await tokens.all(for: nil).first).id, by: nil)
      _ = try await tokens.add("one more", [.recordRead], lasting: 1, by: nil)
    }
  }

  @Test("who erases themselves leaves no token behind that works or is named by them")
  func erasure() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("other@example.org", role: .organizer)
      let organizer = try await scratch.add("abeba@example.org", role: .organizer)
      let (_, secret) = try await scratch.tokens.add("Abeba’s script", [.recordRead], lasting: 90, by: organizer.id)
      try await scratch.people.erase(organizer.id, in: DataFolder(path: "/nowhere"))
      #expect(try await scratch.tokens.present(secret).refusal == "This token is not known.")
      #expect(try await scratch.tokens.all(for: nil).map(\.name) == ["a token"])
    }
  }
}

extension ScratchPeople {
  var tokens: APITokens { APITokens(database, clock: clock) }
}

extension APITokens.Presented {
  var holder: TokenHolder? { if case .accepted(let holder) = self { holder } else { nil } }
  var refusal: String? { if case .refused(let why) = self { why } else { nil } }
}
