import Conference
import Foundation
import HTTPTypes
import Hummingbird

/// What a request says of the state that it has seen (RFC 9110, 13.1).
struct EntryConditions: Sendable {
  private let match: [String]?
  private let noneMatch: [String]?

  init(_ request: Request) {
    match = Self.tags(request.headers[.ifMatch])
    noneMatch = Self.tags(request.headers[.ifNoneMatch])
  }

  private static func tags(_ header: String?) -> [String]? {
    header?.split(separator: ",").prefix(50).map { $0.trimmingCharacters(in: .whitespaces) }
  }

  static func tag(_ revision: Revision) -> String { "\"\(revision)\"" }

  /// Whether who asks has this state already.
  func knows(_ revision: Revision) -> Bool {
    noneMatch.map { $0.contains("*") || $0.contains(Self.tag(revision)) || $0.contains("W/" + Self.tag(revision)) }
      ?? false
  }

  /// Throws unless an entry in this state (nil where there is none) may be replaced or removed.
  ///
  /// - Parameter isNeeded: whether what is there may only be replaced by who says which state of it they have seen.
  func check(_ revision: Revision?, isNeeded: Bool) throws {
    if let match, !(revision.map { match.contains("*") || match.contains(Self.tag($0)) } ?? false) {
      throw Self.failed(
        revision == nil ? "It is no longer there." : "It was changed since you read it; nothing was stored.",
        revision)
    }
    guard let revision else { return }
    if knows(revision) { throw Self.failed("It is there already; nothing was stored.", revision) }
    guard match != nil || !isNeeded else {
      var problem = APIProblem(
        409, "Say what you replace", "It is there already; nothing was stored.", field: "If-Match",
        advice: "send If-Match with the ETag that you read, or * for whatever is there")
      problem.headers[.eTag] = Self.tag(revision)
      throw problem
    }
  }

  private static func failed(_ detail: String, _ revision: Revision?) -> APIProblem {
    var problem = APIProblem(
      412, "Changed meanwhile", detail, field: "If-Match", advice: "read it again, and send the ETag that you get")
    problem.headers[.eTag] = revision.map(tag)
    return problem
  }
}
