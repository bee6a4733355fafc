import Database

/// Somebody who takes part, with what the list of registrations says of them.
public struct Account: Hashable, Sendable {
  public let id: String
  /// None once erased.
  public var email: EmailAddress?
  public var name: String
  public var affiliation: String?
  public var country: String?
  public var registration: String?
  public var role: Role
  public var standing: Standing
  /// Which text of the code of conduct was accepted.
  public var conduct: String?
  public var conductAt: Instant?
  public var added: Instant

  public init(
    id: String = Account.newId(), email: EmailAddress, name: String, role: Role = .participant, added: Instant
  ) {
    (self.id, self.email, self.name, self.role, self.added) = (id, email, name, role, added)
    standing = .active
  }

  /// Says nothing about the person, and cannot be guessed from others.
  public static func newId() -> String { String(Secret.random().text.filter { $0 != "-" && $0 != "_" }.prefix(16)) }

  /// What the list of people is searched by.
  var words: String {
    [name, email?.text, affiliation, country, registration].compactMap { $0.map(Folding.folded) }.joined(separator: " ")
  }

  static let columns: SQL =
    "id, email, name, affiliation, country, registration, role, standing, conduct, conduct_at, added_at"

  init(_ row: Row) throws {
    id = try row.value("id")
    email = try row.value("email", as: String?.self).flatMap { EmailAddress($0) }
    name = try row.value("name")
    affiliation = try row.value("affiliation")
    country = try row.value("country")
    registration = try row.value("registration")
    role = try row.value("role")
    standing = try row.value("standing")
    conduct = try row.value("conduct")
    conductAt = try row.value("conduct_at", as: Int64?.self).map { Instant(milliseconds: $0) }
    added = Instant(milliseconds: try row.value("added_at"))
  }
}

extension Role: SQLBindable, SQLDecodable {}
extension Standing: SQLBindable, SQLDecodable {}
