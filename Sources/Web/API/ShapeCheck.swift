import Conference

/// Where a value differs from its shape.
struct Misshapen: Error, Equatable {
  /// "people[3].name"
  let field: String
  let problem: String
  let advice: String
}

extension Shape {
  /// Throws the first place where a value is not of this shape; what stands in an address or a day is for the domain to judge.
  func check(_ value: JSONValue, at place: String) throws(Misshapen) {
    switch (self, value) {
    case (.anything, _), (.truth, .bool), (.number, .integer), (.number, .number): return
    case (.named(_, let shape), _): try shape.check(value, at: place)
    case (.nullable(let shape), _): if value != .null { try shape.check(value, at: place) }
    case (.text(let rules), .text(let text)): try rules.check(text, at: place)
    case (.choice(let words), .text(let text)):
      guard words.contains(text) else { throw Self.unfit(place, "it is none of \(words.joined(separator: ", "))") }
    case (.either(let words, let shape), _):
      guard words.contains(where: { value == .text($0) }) else { return try Self.check(value, shape, words, at: place) }
    case (.integer(let range), .integer(let number)):
      guard range.contains(Int(number)) else {
        throw Self.unfit(place, "it is not from \(range.lowerBound) to \(range.upperBound)")
      }
    case (.list(let shape, let most), .list(let items)):
      if let most, items.count > most { throw Self.unfit(place, "it has more than \(most) items") }
      for (number, item) in items.enumerated() { try shape.check(item, at: "\(place)[\(number)]") }
    case (.map(let shape), .map(let values)):
      for (name, value) in values.sorted(by: { $0.key < $1.key }) { try shape.check(value, at: "\(place).\(name)") }
    case (.object(let fields), .map(let values)): try Self.check(values, fields, at: place)
    default: throw Self.unfit(place, "it is \(value.kind), where \(kind) is expected")
    }
  }

  /// Of what is none of the words that it might be, too.
  private static func check(
    _ value: JSONValue, _ shape: Shape, _ words: [String], at place: String
  ) throws(Misshapen) {
    do throws(Misshapen) {
      try shape.check(value, at: place)
    } catch {
      throw Misshapen(
        field: error.field, problem: "it is none of \(words.joined(separator: ", ")), and otherwise \(error.problem)",
        advice: error.advice)
    }
  }

  private static func check(_ values: [String: JSONValue], _ fields: [ShapeField], at place: String) throws(Misshapen) {
    let prefix = place.isEmpty || place == "body" ? "" : place + "."
    let known = Set(fields.map(\.name))
    if let other = values.keys.filter({ !known.contains($0) }).min() {
      throw Misshapen(
        field: prefix + String(other.prefix(80)), problem: "there is no such field",
        advice: "use: \(fields.map(\.name).joined(separator: ", "))")
    }
    for field in fields {
      if let value = values[field.name] {
        try field.shape.check(value, at: prefix + field.name)
      } else if field.isRequired {
        throw Misshapen(field: prefix + field.name, problem: "it is missing", advice: field.about)
      }
    }
  }

  private static func unfit(_ place: String, _ problem: String) -> Misshapen {
    Misshapen(field: place, problem: problem, advice: "see /api/v1/openapi.json")
  }

  /// What it is, for a message.
  private var kind: String {
    switch self {
    case .text: "a text"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .either(let words, let shape): "one of \(words.joined(separator: ", ")) or \(shape.kind)"
    case .integer: "a whole number"
    case .number: "a number"
    case .truth: "true or false"
    case .list: "a list"
    case .object, .map: "an object"
    case .nullable(let shape): "null or \(shape.kind)"
    case .named(_, let shape): shape.kind
    case .anything: "anything"
    }
  }
}

extension Shape.TextRules {
  func check(_ text: String, at place: String) throws(Misshapen) {
    let length = text.unicodeScalars.count
    if length < least {
      throw Misshapen(field: place, problem: "it is shorter than \(least) characters", advice: "write more")
    }
    if let most, length > most {
      throw Misshapen(field: place, problem: "it is longer than \(most) characters", advice: "write less")
    }
    if let pattern, !pattern.fits(text) {
      throw Misshapen(field: place, problem: pattern.problem, advice: pattern.advice)
    }
    if let (problem, advice) = TextFormat.problem(text, format) {
      throw Misshapen(field: place, problem: problem, advice: advice)
    }
  }
}

extension JSONValue {
  fileprivate var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .map: "an object"
    }
  }

  /// Whether a text in it, or the name of a field, has a sign that no database keeps.
  var hasZero: Bool {
    switch self {
    case .text(let text): text.unicodeScalars.contains("\0")
    case .list(let items): items.contains { $0.hasZero }
    case .map(let fields): fields.contains { $0.key.unicodeScalars.contains("\0") || $0.value.hasZero }
    default: false
    }
  }
}
