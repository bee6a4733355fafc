import Conference

extension Site {
  /// Makes hold what somebody chose, and takes it up at once.
  func choose(_ choice: some Choice, by doer: any Doer) async throws {
    try await choice.choose(by: doer, database, at: clock.now())
    await takeUp()
  }
}

extension Act {
  func choose(_ choice: some Choice) async throws {
    try await site.choose(choice, by: try personal.account.id)
  }
}
