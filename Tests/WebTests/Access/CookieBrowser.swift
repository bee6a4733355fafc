import Conference
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

/// A browser on a site: it keeps cookies, and sends forms with the fields that their pages have.
final class CookieBrowser {
  let client: TestClient
  let site: Site
  var cookies: [String: String] = [:]

  init(_ client: TestClient, _ site: Site) { (self.client, self.site) = (client, site) }

  func get(_ address: String) async throws -> TestResponse {
    take(try await client.execute(uri: address, method: .get, headers: fields()))
  }

  func text(_ address: String) async throws -> String { String(buffer: try await get(address).body) }

  /// Sends fields as a form of our own pages would, with the token of the page at `from`.
  func post(_ address: String, _ form: [String: String], from page: String = "/sign-in", headers: HTTPFields = [:])
    async throws -> TestResponse
  {
    var form = form
    if form["token"] == nil {
      let text = try await text(page)
      form["token"] = text.firstMatch(of: /name="token" value="([^"]+)"/).map { String($0.1) } ?? ""
    }
    return try await send(address, form, headers)
  }

  /// Sends exactly these fields.
  func send(_ address: String, _ form: [String: String], _ headers: HTTPFields = [:]) async throws -> TestResponse {
    var all = fields()
    all[.contentType] = "application/x-www-form-urlencoded"
    all.append(contentsOf: headers)
    let body = form.map { "\(Query.encoded($0.key))=\(Query.encoded($0.value))" }.joined(separator: "&")
    return take(try await client.execute(uri: address, method: .post, headers: all, body: ByteBuffer(string: body)))
  }

  /// Signs in as somebody, by a code that was issued by hand, and accepts the code of conduct.
  func signIn(_ account: Account, accepting: Bool = true) async throws {
    let ticket = try await site.people.signIns.issue(for: account, by: nil)
    let entered = try await post("/sign-in/link", ["link": ticket.link.text])
    guard entered.status == .seeOther else { throw ConferenceError.conflict("could not sign in: \(entered.status)") }
    if accepting, let version = site.edition.conduct {
      _ = try await post("/conduct-acceptance", ["version": version], from: "/conduct-acceptance")
    }
  }

  private func fields() -> HTTPFields {
    var fields = HTTPFields()
    if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
    return fields
  }

  private func take(_ response: TestResponse) -> TestResponse {
    for field in response.headers[values: .setCookie] {
      let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(pair[0])] = field.contains("Max-Age=0;") ? nil : String(pair[1])
    }
    return response
  }
}

extension Site {
  /// Adds somebody to the site's people.
  func add(_ email: String, name: String = "Selam Tesfaye", _ role: Role = .participant, _ standing: Standing = .active)
    async throws -> Account
  {
    var account = Account(email: try #require(EmailAddress(email)), name: name, added: clock.now())
    (account.role, account.standing) = (role, standing)
    let added = account
    try await database.write { try People.add(added, at: added.added, $0) }
    try await refresh()
    return added
  }
}
