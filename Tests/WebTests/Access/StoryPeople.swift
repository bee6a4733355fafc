import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

/// Whoever may ask: nobody in particular, those who are not let in yet, and each role.
enum Visitor: String, CaseIterable, Sendable {
  case visitor, waiting, unaccepted, participant, volunteer, moderator, chair, organizer

  var email: String { "\(rawValue)@example.org" }
  var role: Role { Role(rawValue: rawValue) ?? .participant }
}

extension StorySite {
  /// Accounts for all of them, in a conference that only participants see anything of and anybody may register for.
  func addPeople() async throws {
    let rows = Visitor.allCases.dropFirst().map { "\($0.email),\($0.rawValue),\($0.role.rawValue)" }
    let csv = (["email,name,role"] + rows).joined(separator: "\n")
    _ = try await PeopleImport(site.database, clock: site.clock).run(
      PeopleList(file: "people.csv", bytes: Array(csv.utf8)), by: nil)
    let version = try #require(site.edition.conduct)
    for visitor in Visitor.allCases where visitor != .visitor {
      let account = try await account(visitor)
      if visitor != .unaccepted { try await site.people.acceptConduct(version, by: account.id) }
      if visitor == .waiting { try await site.people.setStanding(.waiting, of: account.id, by: nil) }
    }
    try await Policies.closed.choose(by: nil, site.database, at: site.clock.now())
    try await Registration(mode: .open).choose(by: nil, site.database, at: site.clock.now())
    try await site.refresh()
  }

  func account(_ visitor: Visitor) async throws -> Account {
    let email = try #require(EmailAddress(visitor.email))
    let found = try await site.people.account(email)
    return try #require(found)
  }

  /// A browser in which they are signed in anew.
  func browser(_ visitor: Visitor) async throws -> Browser {
    guard visitor != .visitor else { return Browser(device: nil) }
    return try await browser(of: try await account(visitor))
  }

  func browser(of account: Account) async throws -> Browser {
    let ticket = try await site.signIns.issue(for: account, by: nil)
    let outcome = try await site.signIns.enter(link: ticket.link, browser: nil, named: "A test")
    guard case .signedIn(let secret, _) = outcome else { throw ConferenceError.unauthenticated }
    return Browser(device: secret)
  }

  /// All that the database holds, as it lies on the disk.
  func storedBytes() throws -> [Data] {
    try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: "\(data.path)/hatata.sqlite\($0)")) }
  }
}

extension Need {
  /// Whether it is only for programs.
  var isToken: Bool { if case .token = self { true } else { false } }
}

/// A browser's cookies, and what its own forms carry.
struct Browser: Sendable {
  let device: Secret?
  var own = Secret.random()

  var token: String { (device ?? own).derived(for: "forms").text }

  var fields: HTTPFields {
    let cookies =
      ["\(SecretCookie.browser.name)=\(own.text)"] + (device.map { ["\(SecretCookie.device.name)=\($0.text)"] } ?? [])
    return [.cookie: cookies.joined(separator: "; "), .origin: "https://conference.example"]
  }
}

extension TestClient {
  func get(_ address: String, by browser: Browser) async throws -> TestResponse {
    try await get(address, browser.fields)
  }

  /// What a route takes: a form of our own where it takes one.
  func send(_ method: HTTPRequest.Method, _ address: String, by browser: Browser) async throws -> TestResponse {
    switch method {
    case .get: try await get(address, by: browser)
    case .post: try await post(address, by: browser)
    default: try await execute(uri: address, method: method, headers: browser.fields)
    }
  }

  /// Sends a form as one of our own pages does, unless told otherwise.
  func post(
    _ address: String, _ form: [(String, String)] = [], by browser: Browser, token: String? = nil,
    change: (inout HTTPFields) -> Void = { _ in }
  ) async throws -> TestResponse {
    var fields = browser.fields
    change(&fields)
    let pairs = [("token", token ?? browser.token)] + form
    let text = pairs.map { "\($0.0)=\(Query.encoded($0.1))" }.joined(separator: "&")
    return try await execute(uri: address, method: .post, headers: fields, body: .init(string: text))
  }
}
