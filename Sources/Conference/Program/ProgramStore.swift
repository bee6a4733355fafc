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
      return Program(
        draft: try Draft(rows: rows), version: try state?.value("version") ?? 0,
        changed: Instant(milliseconds: try state?.value("changed_at") ?? 0),
        numbers: Dictionary(
          uniqueKeysWithValues: stored.map { ($0.number, EntryName(kind: $0.row.kind, id: $0.row.id)) }),
        stamps: try Self.stamps(connection))
    }
  }

  /// The program as entries only; nil when nothing was imported yet.
  public func draft() async throws -> Draft? {
    try await database.read { try Draft(rows: try Self.storedRows($0).map(\.row)) }
  }

  /// Makes the program what the draft says, in one transaction; entries that the draft lacks stay unless `pruning`.
  ///
  /// - Returns: what changed, or would change with `dryRun`.
  @discardableResult
  public func apply(_ draft: Draft, pruning: Bool = false, dryRun: Bool = false, now: Instant) async throws -> Changes {
    let incoming = try draft.rows()
    if dryRun {
      return try await database.read { connection in
        Changes.between(stored: try Self.storedRows(connection).map(\.row), incoming: incoming, pruning: pruning)
      }
    }
    return try await database.write { connection in
      let stored = try Self.storedRows(connection)
      let changes = Changes.between(stored: stored.map(\.row), incoming: incoming, pruning: pruning)
      guard !changes.isEmpty else { return changes }
      try Self.write(changes, incoming: incoming, now: now, connection)
      try Self.afterChange(now: now, connection)
      return changes
    }
  }

  private static func write(_ changes: Changes, incoming: [EntryRow], now: Instant, _ connection: Connection) throws {
    for (kind, names) in changes.byKind {
      for id in names.removed {
        _ = try connection.execute("DELETE FROM program_entries WHERE kind = \(kind.rawValue) AND id = \(id)")
      }
    }
    let added = Dictionary(uniqueKeysWithValues: changes.byKind.map { ($0, Set($1.added)) })
    let changed = Dictionary(uniqueKeysWithValues: changes.byKind.map { ($0, Set($1.changed)) })
    let moved = Dictionary(uniqueKeysWithValues: changes.byKind.map { ($0, $1.moved) })
    var number: Int = try connection.first("SELECT next_number FROM program_state")?.value("next_number") ?? 1
    for row in incoming {
      if added[row.kind]?.contains(row.id) == true {
        _ = try connection.execute(
          """
          INSERT INTO program_entries (kind, id, number, position, body, added_at, modified_at)
          VALUES (\(row.kind.rawValue), \(row.id), \(number), \(row.position), \(row.body), \(now.milliseconds), \(now.milliseconds))
          """)
        number += 1
      } else if changed[row.kind]?.contains(row.id) == true {
        _ = try connection.execute(
          """
          UPDATE program_entries SET body = \(row.body), position = \(row.position), modified_at = \(now.milliseconds)
          WHERE kind = \(row.kind.rawValue) AND id = \(row.id)
          """)
      } else if moved[row.kind]?.contains(row.id) == true {
        _ = try connection.execute(
          "UPDATE program_entries SET position = \(row.position) WHERE kind = \(row.kind.rawValue) AND id = \(row.id)")
      }
    }
    _ = try connection.execute("UPDATE program_state SET next_number = \(number)")
  }

  /// What must follow from the program within the same transaction: the calendar's memory, the search index, the version,
  /// and the event that tells everybody.
  private static func afterChange(now: Instant, _ connection: Connection) throws {
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

  private static func storedRows(_ connection: Connection) throws -> [(row: EntryRow, number: Int)] {
    var rows: [(row: EntryRow, number: Int)] = []
    try connection.forEach(
      "SELECT kind, id, number, position, body FROM program_entries ORDER BY kind, position, number"
    ) { row in
      let kind: String = try row.value("kind")
      guard let entryKind = EntryKind(rawValue: kind) else {
        throw ConferenceError.unavailable("the database holds entries of the unknown kind “\(kind)”")
      }
      rows.append(
        (
          EntryRow(
            kind: entryKind, id: try row.value("id"), position: try row.value("position"), body: try row.value("body")),
          try row.value("number")
        ))
    }
    return rows
  }
}
