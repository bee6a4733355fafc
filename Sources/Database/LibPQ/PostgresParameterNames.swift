import CPostgres

extension PostgresLink {
  /// The connection parameters that an address gives; nil when libpq cannot read it.
  static func parameters(of url: String) -> [String: String]? {
    var message: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(url, &message)
    PQfreemem(message)
    return options.map(values)
  }

  /// The connection parameters that the environment and the system give.
  static func defaultParameters() -> [String: String] {
    PQconndefaults().map(values) ?? [:]
  }

  private static func values(_ options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
    defer { PQconninfoFree(options) }
    var values: [String: String] = [:]
    var option = options
    while let name = option.pointee.keyword {
      if let value = option.pointee.val { values[String(cString: name)] = String(cString: value) }
      option += 1
    }
    return values
  }
}
