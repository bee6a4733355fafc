import Database

/// Changes of the program by hand: each is one transaction, is on record, and can be undone.
public struct ProgramEditor: Sendable {
  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Stores what the body does to the program, if it breaks no rule; nil where that is nothing.
  ///
  /// - Parameter doer: who does it; nil for the command line.
  /// - Parameter notice: mails for those who saved what is cancelled, moved or taken away.
  @discardableResult
  public func edit(
    by doer: (any Doer)?, telling notice: SavedNotice? = nil,
    _ body: @escaping @Sendable (inout ProgramEdit) throws -> Void
  ) async throws -> ProgramChange? {
    try await edit(by: doer, having: .changeProgram, telling: notice, body)
  }

  @discardableResult
  func edit(
    by doer: (any Doer)?, having right: Right, telling notice: SavedNotice? = nil,
    _ body: @escaping @Sendable (inout ProgramEdit) throws -> Void
  ) async throws -> ProgramChange? {
    try await keep(by: doer, telling: notice) {
      try Self.checked(by: doer, having: right, $0, body)
    } picking: {
      $0.change
    }
  }

  /// Changes what is somebody's own: the body asks whether it is, by what they may do as the database knows it at that moment.
  func edit(
    own access: Access, _ body: @escaping @Sendable (inout ProgramEdit, Access, Connection) throws -> Void
  ) async throws {
    _ = try await keep(by: access.account?.id, telling: nil) { connection in
      let current = try access.renewed(connection)
      return try Self.checked(connection) { try body(&$0, current, connection) }
    } picking: {
      $0.change
    }
  }

  /// An edit, and the program before and after it where it does anything.
  typealias Checked = (edit: ProgramEdit, drafts: EditDrafts?)

  /// An edit with what became of it.
  struct Stored {
    let edit: ProgramEdit
    let drafts: EditDrafts?
    let change: ProgramChange
    let told: SavedNotice.Told
  }

  /// Stores what is made of the program; nil where that is nothing.
  ///
  /// - Parameter pick: what is to be known of it.
  func keep<Picked: Sendable>(
    by doer: (any Doer)?, telling notice: SavedNotice?, _ make: @escaping @Sendable (Connection) throws -> Checked,
    picking pick: @escaping @Sendable (Stored) -> Picked
  ) async throws -> Picked? {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    return try await database.write { connection -> Picked? in
      let (edit, drafts) = try make(connection)
      guard !edit.steps.isEmpty else { return nil }
      let id = try Self.store(edit, .edit, by: doer, at: now, connection)
      let told = try notice?.post(edit, change: id, outbox, connection) ?? .nobody
      let change = try ChangeLog.change(id, connection)
      return pick(Stored(edit: edit, drafts: drafts, change: change, told: told))
    }
  }

  /// What the body makes of the program; throws where it breaks a rule.
  static func checked(
    by doer: (any Doer)?, having right: Right, _ connection: Connection, _ body: (inout ProgramEdit) throws -> Void
  ) throws -> Checked {
    try right.check(doer, connection)
    return try checked(connection, body)
  }

  private static func checked(_ connection: Connection, _ body: (inout ProgramEdit) throws -> Void) throws -> Checked {
    let edit = try edited(connection, body)
    let drafts = try edit.steps.isEmpty ? nil : EntryCheck.check(edit)
    return (edit, drafts)
  }

  /// Takes a whole change back, unless what it changed was changed again since, with its mails that have not left.
  ///
  /// - Parameter notice: mails for those who saved what takes place after all, moves back or is there again.
  @discardableResult
  public func undo(_ id: Int, by doer: (any Doer)?, telling notice: SavedNotice? = nil) async throws
    -> (change: ProgramChange, told: SavedNotice.Told)
  {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    return try await database.write { connection in
      try Right.changeProgram.check(doer, connection)
      let change = try ChangeLog.change(id, connection)
      if let other = change.undoneBy {
        throw ConferenceError.conflict("change \(id) was taken back already, by change \(other)")
      }
      let edit = try Self.edited(connection) { edit in
        for step in try ChangeLog.steps(of: id, connection) { try edit.undo(step, of: id, connection) }
      }
      if let drafts = try EditDrafts(edit) { try EntryCheck.checkReferences(drafts) }
      let unaware = try SavedNotice.drop(change: id, connection)
      let number = try Self.store(edit, .undo, by: doer, undoing: change, at: now, connection)
      let told = try notice?.post(edit, change: number, undoingFor: unaware, outbox, connection) ?? .nobody
      return (try ChangeLog.change(number, connection), told)
    }
  }

  private static func edited(_ connection: Connection, _ body: (inout ProgramEdit) throws -> Void) throws -> ProgramEdit
  {
    let stored = try ProgramStore.storedRows(connection)
    guard stored.contains(where: { $0.row.kind == .conference }) else {
      throw ConferenceError.unavailable("there is no conference yet; import one first")
    }
    var edit = ProgramEdit(stored, nextNumber: try ProgramStore.nextNumber(connection))
    try body(&edit)
    edit.finish()
    return edit
  }

  private static func store(
    _ edit: ProgramEdit, _ origin: ProgramChange.Origin, by doer: (any Doer)?, undoing undone: ProgramChange? = nil,
    at now: Instant, _ connection: Connection
  ) throws -> Int {
    let steps = edit.steps
    try steps.checkRights(of: doer, connection)
    try HandEdits(connection).note(steps, connection)
    try ProgramStore.take(steps, now: now, connection)
    return try ChangeLog.record(steps, origin, by: doer, undoing: undone, at: now, connection)
  }

  /// What was done, the newest first; at most 200 at once.
  public func changes(
    to entry: EntryName? = nil, for reader: (any Doer)?, offset: Int = 0, limit: Int = 50
  ) async throws -> [ProgramChange] {
    let condition: SQL =
      entry.map {
        "WHERE program_changes.id IN (SELECT change FROM program_change_steps WHERE kind = \($0.kind.rawValue) AND entry = \($0.id))"
      } ?? ""
    return try await database.read { connection in
      try Right.readChanges.check(reader, connection)
      return try connection.query(
        """
        SELECT \(ChangeLog.columns) \(condition)
        ORDER BY program_changes.id DESC LIMIT \(min(limit, 200)) OFFSET \(max(offset, 0))
        """
      ).map(ProgramChange.init)
    }
  }

  /// One change with what it did, field by field.
  public func change(_ id: Int, for reader: (any Doer)?) async throws
    -> (change: ProgramChange, differences: [EntryDifference])
  {
    try await database.read { connection in
      try Right.readChanges.check(reader, connection)
      return (
        try ChangeLog.change(id, connection),
        try ChangeLog.steps(of: id, connection).filter(\.isVisible).map(\.difference)
      )
    }
  }
}

extension ProgramEdit {
  /// Puts back what was there before a step; throws a conflict that says what is there now.
  fileprivate mutating func undo(_ step: EntryStep, of change: Int, _ connection: Connection) throws {
    let current = after[step.name]
    let isAsLeft =
      (current == nil) == (step.after == nil) && (step.after?.body == nil || step.after?.body == current?.row.body)
    guard isAsLeft else { throw try conflict(step, of: change, current, connection) }
    guard let old = step.before else { return restore(step.name, nil) }
    guard
      var row = current?.row
        ?? old.body.map({ EntryRow(kind: step.name.kind, id: step.name.id, position: 0, body: $0) })
    else { return }
    if current == nil || current?.row.position == step.after?.position { row.position = old.position }
    row.body = old.body ?? row.body
    restore(step.name, StoredEntry(row: row, number: step.number))
  }

  private func conflict(_ step: EntryStep, of change: Int, _ current: StoredEntry?, _ connection: Connection) throws
    -> ConferenceError
  {
    let (kind, id) = (step.name.kind.rawValue, step.name.id)
    let later: Int? = try connection.first(
      "SELECT MIN(change) FROM program_change_steps WHERE kind = \(kind) AND entry = \(id) AND change > \(change)")?
      .value(0)
    let title = EntryDifference.title(current?.row.body ?? step.after?.body) ?? id
    let fields = EntryDifference.fields(before: step.after?.body, after: current?.row.body).prefix(5).map {
      "\($0.name) is “\(($0.after ?? "").prefix(80))” now"
    }
    let there = current == nil ? "it is no longer there" : fields.joined(separator: ", ")
    let advice = later.map { "; take back change \($0) first" } ?? ""
    return .conflict("the \(kind) “\(title)” was changed again since: \(there)\(advice)")
  }
}
