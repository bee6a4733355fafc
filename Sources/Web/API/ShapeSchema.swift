import Conference

extension Shape {
  /// The shape as JSON Schema says it (draft 2020-12); what has a name is put into `named` once.
  func schema(_ named: inout [String: JSONValue]) -> JSONValue {
    switch self {
    case .text(let rules): return rules.schema
    case .integer(let range):
      return [
        "type": "integer", "minimum": JSONValue(range.lowerBound), "maximum": JSONValue(range.upperBound),
      ]
    case .number: return ["type": "number"]
    case .truth: return ["type": "boolean"]
    case .choice(let words): return ["type": "string", "enum": .list(words.map { .text($0) })]
    case .either(let words, let shape):
      return ["anyOf": [Shape.choice(words).schema(&named), shape.schema(&named)]]
    case .list(let shape, let most):
      var schema: [String: JSONValue] = ["type": "array", "items": shape.schema(&named)]
      schema["maxItems"] = most.map { JSONValue($0) }
      return .map(schema)
    case .map(let shape): return ["type": "object", "additionalProperties": shape.schema(&named)]
    case .object(let fields): return Self.schema(fields, &named)
    case .nullable(let shape): return ["anyOf": [shape.schema(&named), ["type": "null"]]]
    case .named(let name, let shape):
      if named[name] == nil { named[name] = shape.schema(&named) }
      return ["$ref": "#/components/schemas/\(name)"]
    case .anything: return [:]
    }
  }

  private static func schema(_ fields: [ShapeField], _ named: inout [String: JSONValue]) -> JSONValue {
    var properties: [String: JSONValue] = [:]
    for field in fields { properties[field.name] = field.schema(&named) }
    var schema: [String: JSONValue] = [
      "type": "object", "properties": .map(properties), "additionalProperties": false,
    ]
    let required = fields.filter(\.isRequired).map { JSONValue.text($0.name) }
    if !required.isEmpty { schema["required"] = .list(required) }
    return .map(schema)
  }
}

extension ShapeField {
  func schema(_ named: inout [String: JSONValue]) -> JSONValue {
    guard case .map(var schema) = shape.schema(&named) else { return [:] }
    schema["description"] = .text(about)
    schema["default"] = standard
    return .map(schema)
  }
}

extension Shape.TextRules {
  fileprivate var schema: JSONValue {
    var schema: [String: JSONValue] = ["type": "string"]
    if least > 0 { schema["minLength"] = JSONValue(least) }
    schema["maxLength"] = most.map { JSONValue($0) }
    schema["format"] = format.map { .text($0) }
    schema["pattern"] = pattern.map { .text($0.expression) }
    return .map(schema)
  }
}
