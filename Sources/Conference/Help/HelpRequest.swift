import Database

/// What somebody asked the help desk, and how it stands.
public struct HelpRequest: Hashable, Sendable, Identifiable {
  public enum State: Hashable, Sendable {
    case waiting, taken, closed
  }

  public let id: String
  /// Nil for a visitor, who is answered by mail.
  public let account: String?
  public let asker: String
  public let email: EmailAddress?
  public let text: String
  public let page: String?
  public let browser: String?
  public let asked: Instant
  public let helper: String?
  public let helperName: String?
  public let taken: Instant?
  public let closed: Instant?
  /// What came of it, for other helpers.
  public let note: String?

  public var state: State { closed != nil ? .closed : helper == nil ? .waiting : .taken }

  /// The channel in which it is answered.
  public var channel: String { "help/\(id)" }

  static let columns: SQL =
    """
    help_requests.id, help_requests.account, COALESCE(askers.name, help_requests.name) AS asker, help_requests.email, body, page,
      browser, asked_at, helper, helpers.name AS helper_name, taken_at, closed_at, note
    """
  static let tables: SQL =
    """
    help_requests LEFT JOIN accounts askers ON askers.id = help_requests.account
      LEFT JOIN accounts helpers ON helpers.id = help_requests.helper
    """

  init(_ row: Row) throws {
    id = try row.value("id")
    account = try row.value("account")
    asker = try row.value("asker")
    email = try row.value("email", as: String?.self).flatMap { EmailAddress($0) }
    text = try row.value("body")
    page = try row.value("page")
    browser = try row.value("browser")
    asked = Instant(milliseconds: try row.value("asked_at"))
    helper = try row.value("helper")
    helperName = try row.value("helper_name")
    taken = try row.value("taken_at", as: Int64?.self).map { Instant(milliseconds: $0) }
    closed = try row.value("closed_at", as: Int64?.self).map { Instant(milliseconds: $0) }
    note = try row.value("note")
  }
}

extension Access {
  /// A request for help is its asker's and the helpers' to read, and nobody else's.
  public func mayRead(_ request: HelpRequest) -> Bool {
    mayHelp || (isLetIn && request.account != nil && request.account == account?.id)
  }
}
