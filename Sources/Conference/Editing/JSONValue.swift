import Foundation

/// Any JSON, for what is the same for the fields of all kinds of entries.
public enum JSONValue: Hashable, Sendable, Codable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case map([String: JSONValue])

  /// What is frequent is tried first, as each failure costs.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([String: JSONValue].self) {
      self = .map(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else {
      self = .number(try container.decode(Double.self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .map(let value): try container.encode(value)
    }
  }

  /// The fields of a stored entry; none of what is no object.
  static func fields(_ body: String?) -> [String: JSONValue] {
    guard let body, case .map(let fields)? = try? JSONDecoder().decode(JSONValue.self, from: Data(body.utf8)) else {
      return [:]
    }
    return fields
  }

  /// For people: a list has an item in every line, and an object its fields one after another.
  var plain: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "yes" : "no"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let value): value
    case .list(let items): items.map(\.plain).joined(separator: "\n")
    case .map(let fields): Self.line(fields)
    }
  }

  /// What names a thing first: a person's name, a link's label.
  private static func line(_ fields: [String: JSONValue]) -> String {
    let order = ["name", "label", "title", "paper", "kind"]
    let keys = fields.keys.sorted { (order.firstIndex(of: $0) ?? 9, $0) < (order.firstIndex(of: $1) ?? 9, $1) }
    return keys.map { fields[$0, default: .null].timed($0).plain }.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Instants, which are stored as milliseconds, as people write them.
  func timed(_ field: String) -> JSONValue {
    guard field == "start" || field == "end", case .integer(let milliseconds) = self else { return self }
    return .text(Instant(milliseconds: milliseconds).iso8601)
  }
}
