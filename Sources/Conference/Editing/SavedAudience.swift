import Database

/// Those who saved a session, or a paper in it; or who saved a paper.
public struct SavedAudience: Hashable, Sendable {
  let session: String?
  let papers: Set<String>

  init(session: String?, papers: Set<String>) { (self.session, self.papers) = (session, papers) }

  public init(_ session: Session) { (self.session, papers) = (session.id, Set(session.slots.map(\.paper))) }

  public init(_ paper: Paper) { (session, papers) = (nil, [paper.id]) }

  /// Those who saved one of some sessions, or a paper in one; of an event, say.
  public static func count(_ sessions: [Session], for reader: (any Doer)?, _ database: Database) async throws -> Int {
    try await database.read { connection in
      try Right.readChanges.check(reader, connection)
      return try sessions.reduce(into: Set<String>()) { $0.formUnion(try SavedAudience($1).accounts(connection)) }.count
    }
  }

  /// How many people that are.
  public func count(for reader: (any Doer)?, _ database: Database) async throws -> Int {
    try await database.read { connection in
      try Right.readChanges.check(reader, connection)
      return try accounts(connection).count
    }
  }

  /// The accounts in use among them.
  func accounts(_ connection: Connection) throws -> Set<String> {
    var found: Set<String> = []
    var choices: [SQL] = []
    if let session { choices.append("saved.kind = 'session' AND saved.subject = \(session)") }
    for part in Self.parts(papers) { choices.append("saved.kind = 'paper' AND saved.subject IN \(list: part)") }
    for choice in choices {
      try connection.forEach(
        """
        SELECT DISTINCT saved.account FROM saved JOIN accounts ON accounts.id = saved.account
        WHERE saved.saved_at IS NOT NULL AND accounts.standing = 'active' AND \(choice)
        """
      ) { row in
        let account: String = try row.value(0)
        found.insert(account)
      }
    }
    return found
  }

  /// Those among them who get mails about what they saved, each with the token of their links where they have one.
  func readers(_ connection: Connection) throws -> [(account: Account, token: String?)] {
    var found: [(account: Account, token: String?)] = []
    for part in Self.parts(try accounts(connection)) {
      try connection.forEach(
        """
        SELECT \(Account.columns), mail_wishes.token FROM accounts LEFT JOIN mail_wishes ON mail_wishes.account = accounts.id
        WHERE id IN \(list: part) AND email IS NOT NULL AND mail_wishes.notices_declined_at IS NULL ORDER BY id
        """
      ) { row in found.append((account: try Account(row), token: try row.value("token", as: String?.self))) }
    }
    return found
  }

  /// Values as lists that one statement takes.
  private static func parts(_ values: Set<String>) -> [[String]] {
    let sorted = values.sorted()
    return stride(from: 0, to: sorted.count, by: 500).map { Array(sorted[$0..<min($0 + 500, sorted.count)]) }
  }
}
