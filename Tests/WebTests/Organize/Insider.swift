import Conference
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

/// Somebody in a browser of their own, who is signed in and has accepted the code of conduct.
struct Insider: Sendable {
  let account: Account
  let device: Secret
  let client: TestClient

  /// Makes an organizer, who can then make others.
  static func organizer(_ story: StorySite, _ client: TestClient) async throws -> Insider {
    let email = try #require(EmailAddress("chair@example.org"))
    let account = try await story.site.people.addOrganizer(email, name: "Abeba Chair")
    return try await signedIn(account, story, client)
  }

  /// Adds people by a list, and signs in the first of them.
  static func participant(
    _ story: StorySite, _ client: TestClient, email: String = "selam@example.org"
  ) async throws -> Insider {
    let list = PeopleList(file: "people.csv", bytes: Array("email,name\n\(email),Selam Tesfaye\n".utf8))
    _ = try await PeopleImport(story.site.database, clock: story.site.clock).run(list, by: nil)
    let address = try #require(EmailAddress(email))
    let account = try await story.site.people.account(address)
    return try await signedIn(try #require(account), story, client)
  }

  private static func signedIn(_ account: Account, _ story: StorySite, _ client: TestClient) async throws
    -> Insider
  {
    if let conduct = story.site.edition.conduct {
      try await story.site.people.acceptConduct(conduct, by: account.id)
    }
    let ticket = try await story.site.signIns.issue(for: account, by: nil)
    guard
      case .signedIn(let secret, _) = try await story.site.signIns.enter(link: ticket.link, browser: nil, named: "Test")
    else {
      throw ConferenceError.unauthenticated
    }
    return Insider(account: account, device: secret, client: client)
  }

  private var cookie: String { "__Host-device=\(device.text)" }
  var token: String { device.derived(for: "forms").text }

  func get(_ path: String) async throws -> TestResponse {
    try await client.execute(uri: path, method: .get, headers: [.cookie: cookie])
  }

  func text(_ path: String) async throws -> String { String(buffer: try await get(path).body) }

  /// Sends a form as our own pages do.
  func post(_ path: String, _ fields: [(String, String)] = []) async throws -> TestResponse {
    let body = ([("token", token)] + fields).map { "\($0.0)=\(Query.encoded($0.1))" }.joined(separator: "&")
    return try await client.execute(
      uri: path, method: .post,
      headers: [.cookie: cookie, .contentType: "application/x-www-form-urlencoded"], body: ByteBuffer(string: body))
  }

  /// Sends a form with a list in it, as browsers do (RFC 7578).
  func upload(
    _ path: String, file: String, named name: String = "people.csv", _ fields: [(String, String)] = [],
    token: String? = nil
  ) async throws -> TestResponse {
    try await upload(path, bytes: Array(file.utf8), field: "file", named: name, fields, token: token)
  }

  func upload(
    _ path: String, bytes: [UInt8], field: String, named name: String = "file", _ fields: [(String, String)] = [],
    token: String? = nil
  ) async throws -> TestResponse {
    let boundary = "----story"
    let parts = ([("token", token ?? self.token)] + fields).map {
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
    }
    let last =
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n"
    return try await client.execute(
      uri: path, method: .post,
      headers: [.cookie: cookie, .contentType: "multipart/form-data; boundary=\(boundary)"],
      body: ByteBuffer(bytes: Array((parts.joined() + last).utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8)))
  }
}

/// The first match of a pattern in a page.
func found(_ pattern: Regex<(Substring, Substring)>, _ text: String) -> String? {
  text.firstMatch(of: pattern).map { String($0.1) }
}
