import Database

/// What an edit of the program did, or would do.
public struct EditOutcome: Sendable {
  /// Nil where nothing has changed, or was only tried.
  public let change: ProgramChange?
  /// What is needed in two sessions at once after it, and was not before.
  public let clashes: [Clash]
  /// Mails to those who saved what it cancels, moves or takes away.
  public let told: SavedNotice.Told

  init(change: ProgramChange? = nil, clashes: [Clash] = [], told: SavedNotice.Told = .nobody) {
    (self.change, self.clashes, self.told) = (change, clashes, told)
  }
}

extension ProgramEditor {
  /// The same as `edit`, with what it makes clash.
  ///
  /// - Parameter isDry: whether it is only tried: everything is checked, and nothing written.
  public func outcome(
    by doer: (any Doer)?, telling notice: SavedNotice? = nil, isDry: Bool = false,
    _ body: @escaping @Sendable (inout ProgramEdit) throws -> Void
  ) async throws -> EditOutcome {
    guard !isDry else { return try await tried(by: doer, telling: notice, body) }
    let outcome = try await keep(by: doer, telling: notice) {
      try Self.checked(by: doer, having: .changeProgram, $0, body)
    } picking: {
      EditOutcome(change: $0.change, clashes: $0.edit.newClashes($0.drafts), told: $0.told)
    }
    return outcome ?? EditOutcome()
  }

  /// The same as `edit`; says who was told.
  public func told(
    by doer: (any Doer)?, telling notice: SavedNotice?, _ body: @escaping @Sendable (inout ProgramEdit) throws -> Void
  ) async throws -> SavedNotice.Told {
    let told = try await keep(by: doer, telling: notice) {
      try Self.checked(by: doer, having: .changeProgram, $0, body)
    } picking: {
      $0.told
    }
    return told ?? .nobody
  }

  private func tried(
    by doer: (any Doer)?, telling notice: SavedNotice?, _ body: @escaping @Sendable (inout ProgramEdit) throws -> Void
  ) async throws -> EditOutcome {
    try await database.read { connection in
      let (edit, drafts) = try Self.checked(by: doer, having: .changeProgram, connection, body)
      try edit.steps.checkRights(of: doer, connection)
      return EditOutcome(clashes: edit.newClashes(drafts), told: try notice?.count(edit, connection) ?? .nobody)
    }
  }
}
