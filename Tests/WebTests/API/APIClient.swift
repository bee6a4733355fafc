import Conference
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

/// A program that uses the API with a token.
struct APIClient: Sendable {
  let client: TestClient
  let token: String?

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, type: String = "application/json",
    bytes: [UInt8]? = nil, _ headers: HTTPFields = [:]
  ) async throws -> APIReply {
    var fields = headers
    if let token { fields[.authorization] = "Bearer \(token)" }
    let content = try bytes ?? body?.json
    if content != nil { fields[.contentType] = type }
    return APIReply(
      try await client.execute(
        uri: "/api/v1" + path, method: method, headers: fields, body: content.map { ByteBuffer(bytes: $0) }))
  }

  func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> APIReply {
    try await send(.get, path, nil, headers)
  }
}

/// What the API answered.
struct APIReply: Sendable {
  let status: Int
  let headers: HTTPFields
  let bytes: [UInt8]
  /// Null where it is no JSON.
  let json: JSONValue

  init(_ response: TestResponse) {
    (status, headers, bytes) = (response.status.code, response.headers, Array(buffer: response.body))
    json = (try? JSONValue(json: bytes)) ?? .null
  }

  subscript(name: String) -> JSONValue? { json[name] }
  var items: [JSONValue] { json["items"]?.items ?? [] }
  var tag: String { headers[.eTag] ?? "" }
  /// What went wrong, in words.
  var detail: String { json["detail"]?.text ?? "" }
}

extension JSONValue {
  var fields: [String: JSONValue] { if case .map(let fields) = self { fields } else { [:] } }
}

extension StorySite {
  /// A program with a token for these scopes, made by an organizer of the story; of all scopes unless told otherwise.
  func program(
    _ client: TestClient, _ scopes: Set<TokenScope> = Set(TokenScope.allCases), days: Int = 1
  ) async throws -> APIClient {
    let email = try #require(EmailAddress("chair@example.org"))
    let maker = try await site.people.addOrganizer(email, name: "Abeba Chair")
    let (_, secret) = try await APITokens(site.database, clock: site.clock).add(
      "A test", scopes, lasting: days, by: maker.id)
    return APIClient(client: client, token: secret.text)
  }
}
