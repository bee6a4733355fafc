import Database

/// A report, and how it stands.
public struct ConductCase: Hashable, Sendable, Identifiable {
  public let id: String
  public let reported: Reported
  public let reporter: String
  public let reporterName: String
  /// What the reporter said.
  public let words: String
  public let at: Instant
  /// The address that it went to instead of the desk.
  public let outside: String?
  public let handler: String?
  public let handlerName: String?
  public let decided: Instant?

  static let columns: SQL =
    """
    conduct_cases.id, conduct_cases.kind, subject, channel, copy, person, person_name, about, conduct_cases.account,
      conduct_cases.words, reported_at, outside, handler, decided_at, reporters.name AS reporter_name, handlers.name AS handler_name
    """
  static let tables: SQL =
    """
    conduct_cases JOIN accounts reporters ON reporters.id = conduct_cases.account
      LEFT JOIN accounts handlers ON handlers.id = conduct_cases.handler
    """

  init(_ row: Row) throws {
    id = try row.value("id")
    var reported = Reported(
      kind: try row.value("kind"), subject: try row.value("subject"), channel: try row.value("channel"),
      copy: try row.value("copy"), person: try row.value("person"), personName: try row.value("person_name"))
    reported.about = Set(try row.value("about", as: String.self).split(separator: " ").map { String($0) })
    self.reported = reported
    reporter = try row.value("account")
    reporterName = try row.value("reporter_name")
    words = try row.value("words")
    at = Instant(milliseconds: try row.value("reported_at"))
    outside = try row.value("outside")
    handler = try row.value("handler")
    handlerName = try row.value("handler_name")
    decided = try row.value("decided_at", as: Int64?.self).map { Instant(milliseconds: $0) }
  }
}

/// What a list says of a case: how it stands, and nothing of what it is about, since a look at that belongs on its record.
public struct ConductHeading: Hashable, Sendable, Identifiable {
  public let id: String
  public let at: Instant
  public let handlerName: String?
  public let decided: Instant?

  init(_ found: ConductCase) {
    (id, at, handlerName, decided) = (found.id, found.at, found.handlerName, found.decided)
  }
}

/// Something that happened with a case.
public struct ConductEntry: Hashable, Sendable {
  public enum Kind: String, Sendable, SQLBindable, SQLDecodable {
    case looked, taken, noted
    /// To the reporter, and by the reporter.
    case wrote, answered
    case decided, reopened

    /// Whether the reporter gets to see it.
    public var isForReporter: Bool { self == .wrote || self == .answered }
  }

  public let number: Int
  public let account: String
  public let name: String
  public let kind: Kind
  public let text: String?
  public let at: Instant

  static let columns: SQL =
    "number, conduct_entries.account, accounts.name, kind, body, at"
  static let tables: SQL = "conduct_entries JOIN accounts ON accounts.id = conduct_entries.account"

  init(_ row: Row) throws {
    number = try row.value("number")
    account = try row.value("account")
    name = try row.value("name")
    kind = try row.value("kind")
    text = try row.value("body")
    at = Instant(milliseconds: try row.value("at"))
  }
}
