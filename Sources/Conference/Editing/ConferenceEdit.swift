import Database

extension ProgramEditor {
  /// Changes what the conference says of itself, on record and undoable as every change.
  public func changeConference(
    by doer: (any Doer)?, _ change: @escaping @Sendable (inout ConferenceInfo) -> Void
  ) async throws {
    try await edit(by: doer, having: .changeConference) { edit in
      guard var conference = try edit.entries(ConferenceInfo.self).first else {
        throw ConferenceError.notFound("conference")
      }
      change(&conference)
      try edit.put(conference, seen: .anything)
    }
  }
}
