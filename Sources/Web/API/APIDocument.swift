import Conference

/// The API described for programs (OpenAPI 3.1), made from the operations themselves.
enum APIDocument {
  static func value(address: String) -> JSONValue {
    var schemas: [String: JSONValue] = [:]
    var paths: [String: JSONValue] = [:]
    for operation in API.operations {
      var item: [String: JSONValue] = [:]
      if case .map(let known)? = paths[operation.path] { item = known }
      if item.isEmpty, !operation.parameters.isEmpty { item["parameters"] = .list(operation.parameters.map(parameter)) }
      item[operation.method.rawValue.lowercased()] = operation.description(&schemas)
      paths[operation.path] = .map(item)
    }
    let token: JSONValue = ["type": "http", "scheme": "bearer", "description": .text(scopes)]
    let components: [String: JSONValue] = ["schemas": .map(schemas), "securitySchemes": ["token": token]]
    let server: JSONValue = ["url": .text(address + API.root)]
    let security: JSONValue = ["token": []]
    let document: [String: JSONValue] = [
      "openapi": "3.1.0", "info": info, "servers": .list([server]), "security": .list([security]),
      "paths": .map(paths), "components": .map(components), "tags": .list(tags),
    ]
    return .map(document)
  }

  private static let info: JSONValue = [
    "title": "Hatata", "version": "1",
    "description": """
    Everything that the organizers' console does, for programs. Each request carries a token that an organizer made at \
    /organize/tokens, as “Authorization: Bearer TOKEN”. What goes wrong is told as application/problem+json. Lists are gone \
    through by the address in “next”.
    """,
  ]

  private static let tags: [JSONValue] = {
    var seen: Set<String> = []
    return API.operations.map(\.tag).filter { seen.insert($0).inserted }.map { ["name": .text($0)] }
  }()

  private static let scopes =
    "A token has scopes, and may do no more than who made it. "
    + TokenScope.allCases.map { "\($0.rawValue): \($0.purpose)" }.joined(separator: "; ") + "."

  private static func parameter(_ name: String) -> JSONValue {
    ["name": .text(name), "in": "path", "required": true, "schema": ["type": "string", "minLength": 1]]
  }
}

extension APIOperation {
  func description(_ schemas: inout [String: JSONValue]) -> JSONValue {
    let rule = scope.map { "Needs a token with the scope \($0.rawValue)." } ?? "Any token will do."
    var fields: [String: JSONValue] = [
      "operationId": .text(name), "summary": .text(summary), "tags": [.text(tag)],
      "description": .text([about, preconditions, rule].compactMap(\.self).joined(separator: " ")),
      "responses": responses(&schemas),
    ]
    if let scope { fields["x-scope"] = .text(scope.rawValue) }
    let isReading = method == .get
    let parameters = query.map { parameter($0, &schemas) } + (isReading ? conditions.map { _ in Self.known } : [])
    if !isReading, !conditions.isEmpty { fields["x-conditions"] = .list(conditions.map { .text($0.rawValue) }) }
    if !parameters.isEmpty { fields["parameters"] = .list(parameters) }
    if let body { fields["requestBody"] = body.description(&schemas) }
    return .map(fields)
  }

  /// What it is told of the state that it changes. The conditions of HTTP are no parameters of single operations: whoever sends one
  /// wants a refusal where it does not hold, however well the request is formed.
  private var preconditions: String? {
    guard method != .get, !conditions.isEmpty else { return nil }
    return "It heeds \(conditions.map(\.rawValue).joined(separator: " and ")) (RFC 9110, 13), with an ETag or *."
  }

  private static let known: JSONValue = [
    "name": .text(APICondition.ifNoneMatch.rawValue), "in": "header", "description": "The ETag of what is known.",
    "schema": ["type": "string"],
  ]

  private func parameter(_ field: ShapeField, _ schemas: inout [String: JSONValue]) -> JSONValue {
    var schema = field.shape.schema(&schemas)
    if case .map(var fields) = schema {
      fields["default"] = field.standard
      schema = .map(fields)
    }
    return [
      "name": .text(field.name), "in": "query", "required": .bool(field.isRequired), "description": .text(field.about),
      "schema": schema,
    ]
  }

  private func responses(_ schemas: inout [String: JSONValue]) -> JSONValue {
    let good = answer.description(&schemas)
    var responses: [String: JSONValue] = ["\(answer.status)": good]
    if let other = answer.other { responses["\(other)"] = good }
    let problem = APIProblem.shape.schema(&schemas)
    for status in everyRefusal.sorted() {
      responses["\(status)"] = [
        "description": .text(Self.words[status] ?? "Refused."),
        "content": ["application/problem+json": ["schema": problem]],
      ]
    }
    if conditions.contains(.ifNoneMatch), method == .get {
      responses["304"] = ["description": "Nothing has changed since the state in If-None-Match."]
    }
    return .map(responses)
  }

  /// What it may answer besides what it is for.
  private var everyRefusal: Set<Int> {
    var all: Set<Int> = [400, 401, 403, 409, 429, 500, 503, 507]
    if !parameters.isEmpty { all.insert(404) }
    if body != nil { all.formUnion([413, 415]) }
    return all.union(refusals)
  }

  private static let words: [Int: String] = [
    400: "The request is not of the shape that is described here.",
    401: "No token, or one that is not known, has expired or was revoked.",
    403: "The token has not the scope, or its maker no longer the right.",
    404: "There is no such thing.",
    409:
      "It cannot be done as things stand: it does not fit with what is there, or not together, such as an end before its start.",
    412: "It was changed since the state in If-Match, or is there although If-None-Match says otherwise.",
    413: "The body is too large.",
    415: "The body is of another type than expected.",
    429: "More requests than a token may make in a minute; Retry-After says when to go on.",
    500: "This failed, and is on record.",
    503: "Not available just now; nothing was changed, unless the detail says that this is not known.",
    507: "There is no room left on a disk; nothing was changed.",
  ]
}

extension APIBody {
  fileprivate func description(_ schemas: inout [String: JSONValue]) -> JSONValue {
    var content: [String: JSONValue] = [:]
    for type in types {
      content[type] = shape(of: type).map { shape in ["schema": shape.schema(&schemas)] } ?? [:]
    }
    return ["required": true, "content": .map(content)]
  }
}

extension APIAnswerShape {
  fileprivate func description(_ schemas: inout [String: JSONValue]) -> JSONValue {
    var fields: [String: JSONValue] = ["description": .text(about)]
    if let shape { fields["content"] = ["application/json": ["schema": shape.schema(&schemas)]] }
    if let type { fields["content"] = [type: [:]] }
    var named: [String: JSONValue] = [:]
    if hasTag { named["ETag"] = ["description": "Names this state, for If-Match.", "schema": ["type": "string"]] }
    for header in headers {
      named[header.name] = ["description": .text(header.about), "schema": header.shape.schema(&schemas)]
    }
    if !named.isEmpty { fields["headers"] = .map(named) }
    return .map(fields)
  }
}
