import Foundation

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByStringInterpolation
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .map(Dictionary(elements) { _, last in last })
  }
}

extension JSONValue {
  public init(_ value: Int) { self = .integer(Int64(value)) }
  public init(_ value: String?) { self = value.map { .text($0) } ?? .null }
  /// As people write instants: "2026-04-28T14:00:00Z".
  public init(_ value: Instant?) { self = value.map { .text($0.iso8601) } ?? .null }

  /// What something is encoded as.
  public init(encoding value: some Encodable) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: try JSONEncoder().encode(value))
  }

  /// Reads JSON strictly; throws where and why that cannot be done.
  public init(json bytes: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw Self.unreadable(bytes)
    }
  }

  private static func unreadable(_ bytes: [UInt8]) -> ConferenceError {
    var problems = Problems()
    let text = String(validating: bytes, as: UTF8.self)
    _ = text.flatMap { JSONText.parse($0, file: "body", problems: &problems) }
    guard let problem = problems.errors.first else {
      let what = text == nil ? "it is not UTF-8" : "it is no JSON that can be read"
      return .invalid(field: "body", problem: what, advice: "send one JSON value in UTF-8")
    }
    let place = "line \(problem.place.line), column \(problem.place.column)"
    return .invalid(field: "body, \(place)", problem: problem.message, advice: problem.advice)
  }

  /// The bytes that an answer has: the same for the same value.
  public var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self))
    }
  }

  public subscript(name: String) -> JSONValue? {
    guard case .map(let fields) = self, let value = fields[name], value != .null else { return nil }
    return value
  }

  public var items: [JSONValue]? { if case .list(let items) = self { items } else { nil } }
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var integer: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
  public var isTrue: Bool { self == .bool(true) }
}
