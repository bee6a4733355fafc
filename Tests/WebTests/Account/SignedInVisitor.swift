import Conference
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Conference
@testable import Web

/// Somebody who is signed in to the story conference.
struct SignedInVisitor: Sendable {
  let account: Account
  let secret: Secret

  /// What forms carry.
  let token: String

  init(account: Account, secret: Secret, token: String? = nil) {
    (self.account, self.secret) = (account, secret)
    self.token = token ?? secret.derived(for: "forms").text
  }

  var headers: HTTPFields { [.cookie: "__Host-device=\(secret.text)"] }

  func get(_ path: String, _ client: TestClient) async throws -> TestResponse {
    try await client.get(path, headers)
  }

  func text(_ path: String, _ client: TestClient) async throws -> String {
    String(buffer: try await get(path, client).body)
  }

  /// Sends a form as its page in the browser does.
  ///
  /// - Parameter mode: how a browser says that it came to be, where it does.
  func send(
    _ path: String, _ fields: [String: String], _ client: TestClient, mode: String? = nil
  ) async throws -> TestResponse {
    let body = fields.merging(["token": token]) { given, _ in given }.map { "\($0)=\(Query.encoded($1))" }.joined(
      separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    headers[.origin] = "https://conference.example"
    headers[SameSite.mode] = mode
    return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
  }
}

extension StorySite {
  /// Signs somebody in, as a new account unless the address has one.
  func insider(_ address: String, name: String = "Selam Tesfaye", role: Role = .participant) async throws
    -> SignedInVisitor
  {
    let email = try #require(EmailAddress(address))
    var account = Account(email: email, name: name, added: site.clock.now())
    account.role = role
    if let known = try await site.people.account(email) { account = known }
    let (added, now) = (account, site.clock.now())
    if try await site.people.account(email) == nil {
      try await site.database.write { try People.add(added, at: now, $0) }
    }
    let conduct = site.edition.conduct ?? ""
    try await site.people.acceptConduct(conduct, by: account.id)
    let ticket = try await site.signIns.issue(for: account, by: nil)
    guard case .signedIn(let secret, _) = try await site.signIns.enter(link: ticket.link, browser: nil, named: "test")
    else {
      throw ConferenceError.unauthenticated
    }
    try await site.refresh()
    let stored = try await site.people.account(account.id)
    return SignedInVisitor(account: try #require(stored), secret: secret)
  }
}
