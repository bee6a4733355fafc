import Database

/// What an edit of the program did, or would do.
public struct EditOutcome: Sendable {
  /// Nil where nothing has changed, or was only tried.
  public let change: ProgramChange?
  /// What is needed in two sessions at once after it, and was not before.
  public let clashes: [Clash]
}

extension ProgramEditor {
  /// The same as `edit`, with what it makes clash.
  ///
  /// - Parameter isDry: whether it is only tried: everything is checked, and nothing written.
  public func outcome(
    by doer: (any Doer)?, telling notice: SavedNotice? = nil, isDry: Bool = false,
    _ body: @escaping @Sendable (inout ProgramEdit) throws -> Void
  ) async throws -> EditOutcome {
    guard !isDry else { return try await tried(by: doer, body) }
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    return try await database.write { connection in
      let edit = try Self.checked(by: doer, having: .changeProgram, connection, body)
      guard !edit.steps.isEmpty else { return EditOutcome(change: nil, clashes: []) }
      let clashes = try edit.newClashes()
      return EditOutcome(
        change: try Self.stored(edit, by: doer, telling: notice, outbox, at: now, connection), clashes: clashes)
    }
  }

  private func tried(by doer: (any Doer)?, _ body: @escaping @Sendable (inout ProgramEdit) throws -> Void) async throws
    -> EditOutcome
  {
    try await database.read { connection in
      let edit = try Self.checked(by: doer, having: .changeProgram, connection, body)
      try edit.steps.checkRights(of: doer, connection)
      return EditOutcome(change: nil, clashes: try edit.newClashes())
    }
  }
}
