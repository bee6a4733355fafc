import Database

/// The program in the database: read as a whole, changed as a whole.
public struct ProgramStore: Sendable {
  let database: Database

  public init(_ database: Database) { self.database = database }

  /// Rises with every change.
  public func version() async throws -> Int {
    try await database.read { try $0.first("SELECT version FROM program_state")?.value("version") ?? 0 }
  }

  /// The program as it stands; without a conference when nothing was imported yet.
  public func load() async throws -> Program {
    try await database.read { connection in
      let state = try connection.first("SELECT version, changed_at FROM program_state")
      let stored = try Self.storedRows(connection)
      let rows = stored.map(\.row)
      let changed = Instant(milliseconds: try state?.value("changed_at") ?? 0)
      return Program(
        draft: try Draft(rows: rows), version: try state?.value("version") ?? 0, changed: changed,
        numbers: Dictionary(
          uniqueKeysWithValues: stored.map { ($0.number, EntryName(kind: $0.row.kind, id: $0.row.id)) }),
        stamps: try Self.stamps(connection), formerStarts: try FormerStart.all(before: changed, connection))
    }
  }

  /// The program as entries only; nil when nothing was imported yet.
  public func draft() async throws -> Draft? {
    try await database.read { try Draft(rows: try Self.storedRows($0).map(\.row)) }
  }

  /// Makes the program what the draft says, in one transaction; entries that the draft lacks stay unless `pruning`, and so
  /// does what was changed by hand unless `overwriting`.
  ///
  /// - Parameter doer: who does it; nil for the command line.
  @discardableResult
  public func apply(
    _ draft: Draft, pruning: Bool = false, overwriting: Bool = false, by doer: (any Doer)? = nil, now: Instant
  ) async throws -> Changes {
    try await apply(pruning: pruning, overwriting: overwriting, by: doer, now: now) { _ in draft }
  }

  /// The same with a draft that depends on what is stored (nil before the first import); what `draft` throws changes nothing.
  func apply(
    pruning: Bool, overwriting: Bool = false, by doer: (any Doer)? = nil, now: Instant,
    _ draft: @escaping @Sendable (Draft?) throws -> Draft
  ) async throws -> Changes {
    try await database.write { connection in
      try Right.changeProgram.check(doer, connection)
      let plan = try Self.plan(draft, pruning, overwriting, connection)
      let (changes, merged, stored) = try plan.changes(in: connection)
      if !changes.isEmpty {
        let steps = changes.steps(from: stored, to: merged.rows, firstNumber: try Self.nextNumber(connection))
        try steps.checkRights(of: doer, connection)
        try Self.take(steps, now: now, connection)
        // Before the first import there is nothing to go back to.
        if !stored.isEmpty { try ChangeLog.record(steps, .import, by: doer, at: now, connection) }
      }
      try plan.noteOriginals(merged, connection)
      return changes
    }
  }

  /// What `apply` would change.
  func changes(
    pruning: Bool, overwriting: Bool = false, for reader: (any Doer)?,
    _ draft: @escaping @Sendable (Draft?) throws -> Draft
  ) async throws -> Changes {
    try await database.read { connection in
      try Right.changeProgram.check(reader, connection)
      return try Self.plan(draft, pruning, overwriting, connection).changes(in: connection).changes
    }
  }

  private static func plan(
    _ draft: (Draft?) throws -> Draft, _ pruning: Bool, _ overwriting: Bool, _ connection: Connection
  ) throws -> ImportPlan {
    let stored = try Draft(rows: try storedRows(connection).map(\.row))
    return ImportPlan(incoming: try draft(stored).rows(), pruning: pruning, overwriting: overwriting)
  }

  /// Makes the program what stands after the steps.
  static func take(_ steps: [EntryStep], now: Instant, _ connection: Connection) throws {
    for step in steps { try step.apply(at: now, connection) }
    let next = max(try nextNumber(connection), (steps.map(\.number).max() ?? 0) + 1)
    try connection.execute("UPDATE program_state SET next_number = \(next)")
    try afterChange(now: now, connection)
  }

  static func nextNumber(_ connection: Connection) throws -> Int {
    try connection.first("SELECT next_number FROM program_state")?.value("next_number") ?? 1
  }

  /// What must follow from the program within the same transaction: the calendar's memory, the search index, the version,
  /// and the event that tells everybody.
  static func afterChange(now: Instant, _ connection: Connection) throws {
    let stored = try storedRows(connection)
    guard let draft = try Draft(rows: stored.map(\.row)) else { return }
    try updateStamps(draft, now: now, connection)
    // Beside a PostgreSQL every node has an index of its own: see `SearchPlace`.
    if connection.dialect == .sqlite {
      let numbers = stored.map { (EntryName(kind: $0.row.kind, id: $0.row.id), $0.number) }
      try SearchIndex.rebuild(draft, numbers: Dictionary(uniqueKeysWithValues: numbers), connection)
    }
    try connection.execute("UPDATE program_state SET version = version + 1, changed_at = \(now.milliseconds)")
    let version: Int? = try connection.first("SELECT version FROM program_state")?.value(0)
    connection.record(
      topic: "program", kind: "changed", subject: version.map { String($0) } ?? "", at: now.milliseconds)
  }

  /// Fills the search index anew where it lies in the database, which a copy from another one leaves empty.
  public func fillIndex() async throws {
    guard database.dialect == .sqlite else { return }
    try await database.write { connection in
      let stored = try Self.storedRows(connection)
      guard let draft = try Draft(rows: stored.map(\.row)) else { return }
      let numbers = stored.map { (EntryName(kind: $0.row.kind, id: $0.row.id), $0.number) }
      try SearchIndex.rebuild(draft, numbers: Dictionary(uniqueKeysWithValues: numbers), connection)
    }
  }

  private static func updateStamps(_ draft: Draft, now: Instant, _ connection: Connection) throws {
    let ledger = try stamps(connection)
    for stamp in CalendarStamp.advance(ledger: ledger, current: CalendarStamp.facts(of: draft), now: now).changed {
      _ = try connection.execute("DELETE FROM calendar_stamps WHERE uid = \(stamp.uid)")
      _ = try connection.execute(
        """
        INSERT INTO calendar_stamps (uid, start_at, end_at, summary, is_cancelled, sequence, modified_at, kind, event)
        VALUES (\(stamp.uid), \(stamp.start.milliseconds), \(stamp.end.milliseconds), \(stamp.summary), \(stamp.isCancelled),
          \(stamp.sequence), \(stamp.modified.milliseconds), \(stamp.kind?.rawValue), \(stamp.event?.id))
        """)
    }
  }

  private static func stamps(_ connection: Connection) throws -> [String: CalendarStamp] {
    var result: [String: CalendarStamp] = [:]
    try connection.forEach(
      "SELECT uid, start_at, end_at, summary, is_cancelled, sequence, modified_at, kind, event FROM calendar_stamps"
    ) { row in
      let uid: String = try row.value("uid")
      result[uid] = CalendarStamp(
        uid: uid, start: Instant(milliseconds: try row.value("start_at")),
        end: Instant(milliseconds: try row.value("end_at")),
        summary: try row.value("summary"), isCancelled: try row.value("is_cancelled"),
        sequence: try row.value("sequence"),
        modified: Instant(milliseconds: try row.value("modified_at")),
        kind: try row.value("kind", as: String?.self).flatMap { Session.Kind(rawValue: $0) },
        event: try row.value("event", as: String?.self).flatMap { EventReference($0) })
    }
    return result
  }

  /// The entries of one type in their order, or those whose rows are as the condition says.
  static func entries<E: Entry>(
    _ type: E.Type, where condition: SQL = "1 = 1", _ connection: Connection
  ) throws -> [E] {
    try connection.query(
      """
      SELECT id, position, body FROM program_entries WHERE kind = \(type.entryKind.rawValue) AND \(condition)
      ORDER BY position, number
      """
    ).map { row in
      let entry = EntryRow(
        kind: type.entryKind, id: try row.value("id"), position: try row.value("position"), body: try row.value("body"))
      return try entry.decoded(as: type)
    }
  }

  static func storedRows(_ connection: Connection) throws -> [StoredEntry] {
    var rows: [StoredEntry] = []
    try connection.forEach(
      "SELECT kind, id, number, position, body FROM program_entries ORDER BY kind, position, number"
    ) { row in
      let kind: String = try row.value("kind")
      guard let entryKind = EntryKind(rawValue: kind) else {
        throw ConferenceError.unavailable("the database holds entries of the unknown kind “\(kind)”")
      }
      let entry = EntryRow(
        kind: entryKind, id: try row.value("id"), position: try row.value("position"), body: try row.value("body"))
      rows.append(StoredEntry(row: entry, number: try row.value("number")))
    }
    return rows
  }
}
