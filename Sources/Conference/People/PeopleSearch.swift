import Database

/// A page of the list of people.
public struct PeoplePage: Sendable {
  public let accounts: [Account]
  /// How many there are in all.
  public let total: Int
}

/// What to choose from the list of people.
public struct PeopleChoice: Hashable, Sendable {
  /// Beginnings or parts of words of a name, an address, an affiliation, a registration; each must be there.
  public var text: String
  public var role: Role?
  public var standing: Standing?

  public init(text: String = "", role: Role? = nil, standing: Standing? = nil) {
    (self.text, self.role, self.standing) = (text, role, standing)
  }

  /// At most 8 words count.
  var condition: SQL {
    var parts: [SQL] = ["standing <> 'erased'"]
    for word in Folding.folded(text).split(whereSeparator: \.isWhitespace).prefix(8) {
      parts.append("words LIKE \(Self.pattern(word)) ESCAPE '!'")
    }
    if let role { parts.append("role = \(role)") }
    if let standing { parts.append("standing = \(standing)") }
    return parts.joined(separator: " AND ")
  }

  static func pattern(_ word: Substring) -> String { "%" + word.escapedForLike + "%" }
}

extension People {
  /// The accounts whose names have all of some folded words, by name. Addresses and what else the list of people is searched by
  /// find nobody here.
  static func named(_ words: [Substring], atMost limit: Int, _ connection: Connection) throws -> [String] {
    guard !words.isEmpty else { return [] }
    let hasAll = words.map { "words LIKE \(PeopleChoice.pattern($0)) ESCAPE '!'" as SQL }.joined(separator: " AND ")
    let rows = try connection.query("SELECT id, name FROM accounts WHERE \(hasAll) ORDER BY words, id")
    return try rows.compactMap { row -> String? in
      let name = Folding.folded(try row.value("name"))
      guard words.allSatisfy({ name.contains($0) }) else { return nil }
      return try row.value("id", as: String.self)
    }.prefix(limit).map(\.self)
  }
}

extension StringProtocol {
  /// As LIKE takes it, with `!` to escape.
  var escapedForLike: String {
    String(self).replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
  }
}

extension People {
  /// The people who have all the words, by name, from `offset` on and at most `limit`.
  public func search(
    _ choice: PeopleChoice, for reader: (any Doer)?, offset: Int = 0, limit: Int = 50
  ) async throws -> PeoplePage {
    try await database.read { connection in
      try Right.readPeople.check(reader, connection)
      let total: Int = try connection.first("SELECT COUNT(*) FROM accounts WHERE \(choice.condition)")?.value(0) ?? 0
      let rows = try connection.query(
        """
        SELECT \(Account.columns) FROM accounts WHERE \(choice.condition)
        ORDER BY words, id LIMIT \(min(limit, 200)) OFFSET \(max(offset, 0))
        """)
      return PeoplePage(accounts: try rows.map(Account.init), total: total)
    }
  }
}
