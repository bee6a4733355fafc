import Database

/// Something that was done to the program, as the record tells of it.
public struct ProgramChange: Hashable, Sendable {
  public enum Origin: String, Codable, Sendable, SQLBindable, SQLDecodable {
    case edit, `import`, undo
  }

  /// Rises with time.
  public let id: Int
  public let at: Instant
  /// The account's name; nil for the command line.
  public let by: String?
  /// The name of the token by which it was done, if it was.
  public let token: String?
  public let origin: Origin
  public let summary: String
  public let undoes: Int?
  public let undoneBy: Int?
  /// How many mails have told of it, or will, as long as the outbox remembers them.
  public let mails: Int

  /// Who did it, in words.
  public var doer: String { Signature.words(name: by, token: token) }

  init(_ row: Row) throws {
    id = try row.value("id")
    at = Instant(milliseconds: try row.value("at"))
    (by, token) = (try row.value("name"), try row.value("token"))
    origin = try row.value("origin")
    summary = try row.value("summary")
    undoes = try row.value("undoes")
    undoneBy = try row.value("undone_by")
    mails = try row.value("mails")
  }
}

/// The record of what was done to the program, the newest last.
enum ChangeLog {
  /// Writes down steps as one change with its deed; returns its id.
  @discardableResult
  static func record(
    _ steps: [EntryStep], _ origin: ProgramChange.Origin, by doer: (any Doer)?, undoing undone: ProgramChange? = nil,
    at now: Instant, _ connection: Connection
  ) throws -> Int {
    let last: Int = try connection.first("SELECT COALESCE(MAX(id), 0) FROM program_changes")?.value(0) ?? 0
    let (id, summary) = (last + 1, summary(steps, origin, undone))
    try connection.execute(
      """
      INSERT INTO program_changes (id, at, account, token, origin, summary, undoes)
      VALUES (\(id), \(now.milliseconds), \(doer?.signature.account), \(doer?.signature.token), \(origin), \(summary),
        \(undone?.id))
      """)
    for step in steps { try step.write(change: id, connection) }
    if let undone { try connection.execute("UPDATE program_changes SET undone_by = \(id) WHERE id = \(undone.id)") }
    try Deed(by: doer, summary, "program change \(id)").write(at: now, connection)
    return id
  }

  /// "changed the paper “On Looms”: title, abstract", or how much of what was added, changed and removed.
  private static func summary(_ steps: [EntryStep], _ origin: ProgramChange.Origin, _ undone: ProgramChange?) -> String
  {
    if let undone { return "took back change \(undone.id), which \(undone.summary)" }
    let seen = steps.filter(\.isVisible).map(\.difference)
    let intro = origin == .import ? "imported: " : ""
    guard let first = seen.first else { return intro + "reordered entries" }
    if seen.count == 1 {
      let fields = first.fields.isEmpty ? "" : ": " + first.fields.map(\.word).joined(separator: ", ")
      return "\(intro)\(first.verb.rawValue) the \(first.kind.rawValue) “\(first.title)”\(fields)"
    }
    return intro
      + [EntryDifference.Verb.added, .changed, .removed].compactMap { verb in counted(verb, seen) }.joined(
        separator: "; ")
  }

  private static func counted(_ verb: EntryDifference.Verb, _ all: [EntryDifference]) -> String? {
    let kinds = EntryKind.allCases.compactMap { kind in
      let count = all.count { $0.verb == verb && $0.kind == kind }
      return count == 0 ? nil : kind.counted(count)
    }
    return kinds.isEmpty ? nil : "\(verb.rawValue) \(kinds.joined(separator: ", "))"
  }

  static let columns: SQL = """
    program_changes.id, program_changes.at, program_changes.origin, program_changes.summary, program_changes.undoes,
    program_changes.undone_by, accounts.name, api_tokens.name AS token, \(SavedNotice.mailCount) AS mails FROM program_changes
    LEFT JOIN accounts ON accounts.id = program_changes.account LEFT JOIN api_tokens ON api_tokens.id = program_changes.token
    """

  static func change(_ id: Int, _ connection: Connection) throws -> ProgramChange {
    guard let row = try connection.first("SELECT \(columns) WHERE program_changes.id = \(id)") else {
      throw ConferenceError.notFound("change \(id)")
    }
    return try ProgramChange(row)
  }

  static func steps(of change: Int, _ connection: Connection) throws -> [EntryStep] {
    try connection.query(
      """
      SELECT kind, entry, number, before_position, before_body, after_position, after_body
      FROM program_change_steps WHERE change = \(change) ORDER BY kind, entry
      """
    ).map(EntryStep.init)
  }
}
