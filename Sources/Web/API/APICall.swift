import Conference
import HTTPTypes
import Hummingbird

/// A request that was let in and has the shape that its operation asks for.
struct APICall: Sendable {
  let site: Site
  let holder: TokenHolder
  let request: Request
  let parameters: [String: String]
  let query: [String: JSONValue]
  /// Null where there is none.
  let body: JSONValue
  let bytes: [UInt8]
  /// Of the bytes, such as "text/csv".
  let type: String

  var now: Instant { site.clock.now() }

  /// What stands in the address in place of a name in braces; throws where nothing can have such an id.
  func id(_ name: String = "id") throws -> String {
    guard let id = parameters[name], Slug.isAddress(id) else { throw ConferenceError.notFound(name) }
    return id
  }

  func flag(_ name: String) -> Bool { query[name]?.isTrue ?? false }
  func word(_ name: String) -> String? { query[name]?.text }

  /// A text of the body; nil where it is absent or null.
  func text(_ name: String) -> String? { body[name]?.text }

  /// A text that the shape of the body says is there.
  func must(_ name: String) throws -> String {
    guard let text = text(name) else {
      throw ConferenceError.invalid(field: name, problem: "it is missing", advice: "write it")
    }
    return text
  }

  /// An instant of the body, as people write it.
  func instant(_ name: String) throws -> Instant? {
    guard let text = text(name) else { return nil }
    guard let instant = Instant(iso8601: text) else {
      throw ConferenceError.invalid(
        field: name, problem: "“\(text)” is no instant", advice: "write it as 2026-05-14T08:00:00Z")
    }
    return instant
  }

  /// The part of a long list that is asked for.
  struct Page: Sendable {
    static let fields = [
      ShapeField("limit", .integer(1...200), "How many items to answer with.", standard: 50),
      ShapeField("offset", .integer(0...10_000_000), "How many items to leave out first.", standard: 0),
    ]
    let offset: Int
    let limit: Int
  }

  var page: Page { Page(offset: query["offset"]?.integer ?? 0, limit: query["limit"]?.integer ?? 50) }
}
