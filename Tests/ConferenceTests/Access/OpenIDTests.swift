import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct OpenIDTests {
  private let provider: OpenIDProvider

  init() throws {
    provider = try OpenIDProvider(
      id: "story", name: "Story ID", issuer: "https://id.example", client: "hatata", secret: "word")
  }

  /// What the provider says of somebody.
  private func claims(_ subject: String, _ more: [String: any Sendable] = [:]) throws -> OpenIDClaims {
    var claims: [String: Any] = ["iss": "https://id.example", "sub": subject, "aud": "hatata", "exp": 2, "iat": 1]
    for (name, value) in more { claims[name] = value }
    return try JSONDecoder().decode(OpenIDClaims.self, from: JSONSerialization.data(withJSONObject: claims))
  }

  private func admit(
    _ scratch: ScratchPeople, _ claims: OpenIDClaims, from origin: OpenIDRequest.Origin = .init(back: "/", account: nil)
  ) async throws -> OpenIDSignIns.Outcome {
    let admission = OpenIDAdmission(provider: provider, claims: claims, now: scratch.time.now)
    return try await scratch.database.write { try admission.admit(origin, named: "Firefox", $0) }
  }

  private func who(_ outcome: OpenIDSignIns.Outcome, _ scratch: ScratchPeople) async throws -> String? {
    guard case .signedIn(let secret, _) = outcome else { return nil }
    return try await scratch.devices.signedIn(secret)?.account.id
  }

  @Test("a request is taken up once, by its browser, at its provider, within ten minutes")
  func request() async throws {
    try await ScratchPeople.run { scratch in
      let other = try OpenIDProvider(
        id: "other", name: "Other", issuer: "https://other.example", client: "hatata", secret: nil)
      let (request, start) = (OpenIDRequest(state: .random(), browser: .random()), scratch.time.now)
      let thief = OpenIDRequest(state: request.state, browser: .random())
      let provider = provider
      let taken = try await scratch.database.write { connection -> [String?] in
        let origin = OpenIDRequest.Origin(back: "/papers", account: nil)
        try request.add(provider, from: origin, at: start, connection)
        return [
          try thief.take(provider, at: start, connection)?.back, try request.take(other, at: start, connection)?.back,
          try request.take(provider, at: start.adding(seconds: 600), connection)?.back,
          try request.take(provider, at: start.adding(seconds: 599), connection)?.back,
          try request.take(provider, at: start, connection)?.back,
        ]
      }
      #expect(taken == [nil, nil, nil, "/papers", nil])
      #expect(request.nonce != thief.nonce && request.verifier != thief.verifier && request.nonce != request.verifier)
    }
  }

  @Test("a verified address finds its account once; from then on the subject does, whatever the address")
  func known() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org")
      let first = try await admit(scratch, try claims("7", ["email": "Selam@Example.org", "email_verified": true]))
      #expect(try await who(first, scratch) == account.id)
      let later = try await admit(scratch, try claims("7", ["email": "other@example.org", "email_verified": false]))
      #expect(try await who(later, scratch) == account.id)
      #expect(try await scratch.people.openIDIdentities(of: account.id).map(\.subject) == ["7"])
      #expect(
        try await scratch.people.deeds(about: account.id, for: nil).filter { $0.deed.action == "tied to Story ID" }
          .count == 1)
    }
  }

  @Test("two who come at the same time with one new identity get one account")
  func together() async throws {
    try await ScratchPeople.run { scratch in
      try await Registration(mode: .open).choose(by: nil, scratch.database, at: scratch.time.now)
      let claims = try claims("8", ["email": "new@example.org", "email_verified": true, "name": "New Person"])
      let accounts = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<8 { group.addTask { try await who(try await admit(scratch, claims), scratch) } }
        return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
      }
      #expect(accounts.count == 1 && accounts != [nil])
    }
  }

  @Test("an address that is not vouched for makes no account and finds none")
  func unverified() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("selam@example.org")
      try await Registration(mode: .open).choose(by: nil, scratch.database, at: scratch.time.now)
      for more: [String: any Sendable] in [
        [:], ["email": "selam@example.org"], ["email": "selam@example.org", "email_verified": false],
        ["email": "new@example.org", "email_verified": 1],
        ["email_verified": true], ["email": "no address", "email_verified": true],
      ] {
        guard case .noAddress = try await admit(scratch, try claims("9", more)) else {
          Issue.record("\(more) came in"); return
        }
      }
      #expect(try await scratch.account("new@example.org") == nil)
    }
  }

  @Test(
    "a newcomer waits where organizers approve, and stays out where the list is closed or has a code",
    arguments: Registration.Mode.allCases)
  func newcomer(mode: Registration.Mode) async throws {
    try await ScratchPeople.run { scratch in
      try await Registration(mode: mode, code: "abc").choose(by: nil, scratch.database, at: scratch.time.now)
      _ = try await admit(
        scratch,
        try claims(
          "10", ["email": "new@example.org", "email_verified": true, "given_name": "New", "family_name": "Person"]))
      let account = try await scratch.account("new@example.org")
      let expected: [Registration.Mode: Standing] = [.open: .active, .approval: .waiting]
      #expect(account?.standing == expected[mode])
      #expect(account == nil || account?.name == "New Person")
    }
  }

  @Test("a newcomer whom the provider calls as an organizer waits for an organizer's word")
  func namesake() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("ada@example.org", name: "Ada Obi", role: .organizer)
      try await Registration(mode: .open).choose(by: nil, scratch.database, at: scratch.time.now)
      for (subject, name, standing) in [("20", "Ada  ÓBI", Standing.waiting), ("21", "Ada Obiora", .active)] {
        let email = "\(subject)@example.org"
        _ = try await admit(scratch, try claims(subject, ["email": email, "email_verified": true, "name": name]))
        #expect(try await scratch.account(email)?.standing == standing)
      }
    }
  }

  @Test("the banned and the removed stay out, tied or not", arguments: [Standing.banned, .removed])
  func shutOut(standing: Standing) async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org")
      let claims = try claims("11", ["email": "selam@example.org", "email_verified": true])
      _ = try await admit(scratch, claims)
      try await scratch.people.setStanding(standing, of: account.id, by: nil)
      guard case .stranger = try await admit(scratch, claims) else { Issue.record("came in"); return }
      guard
        case .stranger = try await admit(
          scratch, try self.claims("12", ["email": "selam@example.org", "email_verified": true]))
      else {
        Issue.record("came in")
        return
      }
      #expect(try await scratch.people.openIDIdentities(of: account.id).map(\.subject) == ["11"])
    }
  }

  @Test("a client that begins without end is stopped before anything is fetched")
  func limit() async throws {
    try await ScratchPeople.run { scratch in
      let away = try OpenIDProvider(
        id: "away", name: "Away", issuer: "http://127.0.0.1:1", client: "hatata", secret: nil)
      let signIns = OpenIDSignIns(
        away, returnAddress: "https://conference.example/return", directory: OpenIDDirectory(), scratch.database,
        clock: scratch.clock, limits: scratch.signIns { $0.perClient = 20 }.limits)
      for number in 0...20 {
        let error = await #expect(throws: ConferenceError.self) {
          try await signIns.begin(browser: .random(), account: nil, back: "/", client: "192.0.2.1")
        }
        guard case .limited = error else { continue }
        #expect(number == 20)
        return
      }
      Issue.record("was never stopped")
    }
  }

  @Test("an identity is tied to one account, and only its owner unties it")
  func tying() async throws {
    try await ScratchPeople.run { scratch in
      let (mine, other) = (try await scratch.add("selam@example.org"), try await scratch.add("other@example.org"))
      let claims = try claims("13")
      guard case .tied = try await admit(scratch, claims, from: .init(back: "/", account: mine.id)) else {
        Issue.record("not tied"); return
      }
      guard case .tied = try await admit(scratch, claims, from: .init(back: "/", account: mine.id)) else {
        Issue.record("not tied"); return
      }
      guard case .ofAnother = try await admit(scratch, claims, from: .init(back: "/", account: other.id)) else {
        Issue.record("stolen"); return
      }
      let identity = try #require(try await scratch.people.openIDIdentities(of: mine.id).first)
      try await scratch.people.untie(identity.id, from: other.id)
      #expect(try await who(try await admit(scratch, claims), scratch) == mine.id)
      try await scratch.people.untie(identity.id, from: mine.id)
      guard case .noAddress = try await admit(scratch, claims) else { Issue.record("still tied"); return }
    }
  }
}

@Suite struct OpenIDProviderTests {
  @Test(
    "a provider that cannot be right is refused with what to do",
    arguments: [
      ("ORCID", "ORCID", "https://orcid.org", "c"), ("", "ORCID", "https://orcid.org", "c"),
      ("a/b", "ORCID", "https://orcid.org", "c"),
      ("orcid", "", "https://orcid.org", "c"), ("orcid", "ORCID", "http://orcid.org", "c"),
      ("orcid", "ORCID", "orcid.org", "c"),
      ("orcid", "ORCID", "https://orcid.org", ""), ("orcid", "ORCID", "https://orcid.org?x=y", "c"),
      ("orcid", "OR\u{7}CID", "https://orcid.org", "c"),
    ])
  func wrong(id: String, name: String, issuer: String, client: String) {
    #expect(throws: ConferenceError.self) {
      try OpenIDProvider(id: id, name: name, issuer: issuer, client: client, secret: nil)
    }
  }

  @Test("a provider in a log shows no secret")
  func description() throws {
    let provider = try OpenIDProvider(
      id: "orcid", name: "ORCID", issuer: "https://orcid.org", client: "c", secret: "correct-horse")
    #expect("\(provider)" == "ORCID (https://orcid.org)")
  }
}
