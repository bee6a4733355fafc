import Database

/// A deed as organizers read it, with the names of those whom it is about.
public struct DeedEntry: Sendable {
  public private(set) var deed: Deed
  /// Of who did it; nil for the command line.
  public let name: String?
  /// Of the token by which it was done, if it was.
  public let tokenName: String?
  /// Of whom it was done to, where that is a person.
  public let subjectName: String?
  public let at: Instant

  static let columns: SQL = """
    deeds.at, deeds.account, deeds.token, deeds.action, deeds.subject, deeds.detail, actors.name,
      subjects.name AS subject_name, api_tokens.name AS token_name
    FROM deeds LEFT JOIN api_tokens ON api_tokens.id = deeds.token LEFT JOIN accounts actors ON actors.id = deeds.account
      LEFT JOIN accounts subjects ON subjects.id = deeds.subject
    """

  init(_ row: Row) throws {
    deed = try Deed(row)
    tokenName = try row.value("token_name")
    (name, subjectName) = (try row.value("name"), try row.value("subject_name"))
    at = Instant(milliseconds: try row.value("at"))
  }

  /// The same for who may read the record, but no list of people.
  var withoutPersonal: DeedEntry {
    guard deed.isPersonal else { return self }
    var entry = self
    entry.deed.detail = [:]
    return entry
  }
}

/// Which deeds to read.
public struct DeedChoice: Hashable, Sendable {
  /// An account, a batch of mails, the name of a setting.
  public var subject: String?
  /// The account of who did it.
  public var by: String?
  /// Parts of words of what was done, or of the names of those in it; each must be there. Who may look people up finds them by
  /// their addresses and other details, too.
  public var text: String

  public init(subject: String? = nil, by: String? = nil, text: String = "") {
    (self.subject, self.by, self.text) = (subject, by, text)
  }

  /// At most 8 words count, and of those who are called by one whom the reader may not look up, 1,000.
  fileprivate func condition(mayReadPeople: Bool, _ connection: Connection) throws -> SQL {
    var parts: [SQL] = ["1 = 1"]
    if let subject { parts.append("deeds.subject = \(subject)") }
    if let by { parts.append("deeds.account = \(by)") }
    for word in Folding.folded(text).split(whereSeparator: \.isWhitespace).prefix(8) {
      let pattern = PeopleChoice.pattern(word)
      var choices: [SQL] = ["LOWER(deeds.action) LIKE \(pattern) ESCAPE '!'"]
      if mayReadPeople {
        choices.append("actors.words LIKE \(pattern) ESCAPE '!' OR subjects.words LIKE \(pattern) ESCAPE '!'")
      } else {
        let named = try People.named([word], atMost: 1_000, connection)
        choices.append("deeds.account IN \(list: named) OR deeds.subject IN \(list: named)")
      }
      parts.append("(\(choices.joined(separator: " OR ")))")
    }
    return parts.joined(separator: " AND ")
  }
}

extension People {
  /// What was done, the newest first. A token that may not look people up is not told their addresses and other details here either.
  public func deeds(
    _ choice: DeedChoice = DeedChoice(), for reader: (any Doer)?, offset: Int = 0, limit: Int = 50
  ) async throws -> [DeedEntry] {
    try await database.read { connection in
      try Right.readRecord.check(reader, connection)
      let mayReadPeople = reader?.scopes?.contains(.peopleRead) ?? true
      let condition = try choice.condition(mayReadPeople: mayReadPeople, connection)
      return try connection.query(
        """
        SELECT \(DeedEntry.columns)
        WHERE \(condition)
        ORDER BY deeds.at DESC, deeds.id LIMIT \(min(limit, 200)) OFFSET \(max(offset, 0))
        """
      ).map(DeedEntry.init).map { mayReadPeople ? $0 : $0.withoutPersonal }
    }
  }

  /// What was done to somebody or something, the newest first.
  public func deeds(about subject: String, for reader: (any Doer)?) async throws -> [DeedEntry] {
    try await deeds(DeedChoice(subject: subject), for: reader)
  }
}
