import Conference

/// What a JSON value has to look like: requests are held to it, and the description of the API says it, from one source.
indirect enum Shape: Sendable {
  case text(TextRules)
  case integer(ClosedRange<Int>)
  case number
  case truth
  case choice([String])
  /// One of some words, or something else.
  case either([String], Shape)
  case list(Shape, atMost: Int?)
  case object([ShapeField])
  /// An object with any names, whose values are alike.
  case map(Shape)
  case nullable(Shape)
  /// One that the description lists by its name.
  case named(String, Shape)
  case anything

  /// What a text has to be like; its length counts Unicode scalars, as JSON Schema does.
  struct TextRules: Sendable {
    var least = 0
    var most: Int?
    /// As JSON Schema calls it: "date-time", "email", "uri".
    var format: String?
    var pattern: TextPattern?
  }

  static func text(_ most: Int? = nil, least: Int = 0, format: String? = nil) -> Shape {
    .text(TextRules(least: least, most: most, format: format))
  }

  /// A text without signs that cannot be shown, such as a name.
  static func line(_ most: Int, least: Int = 0) -> Shape {
    .text(TextRules(least: least, most: most, pattern: .line))
  }

  /// A color as "#0B5C63".
  static let color = Shape.text(TextRules(least: 7, most: 7, pattern: .color))

  static let instant = Shape.text(40, format: "date-time")
  static let count = Shape.integer(0...Int(Int32.max))
}

/// A field of an object, or something in the query of an address.
struct ShapeField: Sendable {
  let name: String
  let shape: Shape
  var isRequired = false
  /// What it says or does, in a sentence or less.
  let about: String
  /// What holds where it is absent.
  var standard: JSONValue?

  init(_ name: String, _ shape: Shape, _ about: String, isRequired: Bool = false, standard: JSONValue? = nil) {
    (self.name, self.shape, self.about) = (name, shape, about)
    (self.isRequired, self.standard) = (isRequired, standard)
  }

  /// One that has to be there.
  static func must(_ name: String, _ shape: Shape, _ about: String) -> ShapeField {
    ShapeField(name, shape, about, isRequired: true)
  }
}

extension Shape {
  /// The same with no field that has to be there, and with null for what is to be taken away: for a merge patch (RFC 7396).
  var patch: Shape {
    switch self {
    case .named(let name, let shape): .named(name + "Patch", shape.patch)
    case .object(let fields):
      .object(
        fields.map { field in
          let mayGo = !field.isRequired && field.standard == nil
          return ShapeField(field.name, mayGo ? field.shape.orNull : field.shape, field.about)
        })
    default: self
    }
  }

  private var orNull: Shape { if case .nullable = self { self } else { .nullable(self) } }

  /// The value with what holds where fields are absent.
  func completed(_ value: JSONValue) -> JSONValue {
    switch (self, value) {
    case (.named(_, let shape), _), (.nullable(let shape), _): return shape.completed(value)
    case (.list(let shape, _), .list(let items)): return .list(items.map { shape.completed($0) })
    case (.object(let fields), .map(var values)):
      for field in fields {
        if let given = values[field.name] {
          values[field.name] = field.shape.completed(given)
        } else if let standard = field.standard {
          values[field.name] = standard
        }
      }
      return .map(values)
    default: return value
    }
  }
}
