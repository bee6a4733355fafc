import Conference

extension Routes {
  /// Asking a person, and the people who answer.
  func addHelpDesk() {
    personal("help/desk", .door) { try await HelpDeskPage.page($0) }
    form("help/requests", .door) { try await HelpDeskActions.ask($0) }
    personal("help/queue", .helper) { try await HelpQueuePage.page($0) }
    personal("help/requests/:id", .participant) { try await HelpRequestPage.page($0) }
    form("help/requests/:id/taking", .helper) { try await HelpDeskActions.take($0) }
    form("help/requests/:id/handover", .helper) { try await HelpDeskActions.handOver($0) }
    form("help/requests/:id/answers", .helper) { try await HelpDeskActions.answer($0) }
    form("help/requests/:id/closing", .participant) { try await HelpDeskActions.close($0) }
    form("help/requests/:id/reopening", .participant) { try await HelpDeskActions.reopen($0) }
    form("help/problems", .helper) { try await HelpDeskActions.addProblem($0) }
    form("help/problems/:id/end", .helper) { try await HelpDeskActions.endProblem($0) }
    personal("help/shifts", .helper) { try await HelpShiftsPage.page($0) }
    form("help/shifts/:id/place", .helper) { try await HelpDeskActions.join($0) }
    form("help/shifts/:id/place/removal", .helper) { try await HelpDeskActions.leave($0) }
  }
}

extension Site {
  var helpDesk: HelpDesk { HelpDesk(database, clock: clock) }
  var helpShifts: HelpShifts { HelpShifts(database, clock: clock) }
  var knownProblems: KnownProblems { KnownProblems(database, clock: clock) }

  /// How many wait at the help desk; nil for who does not help.
  func waitingHelp(for access: Access) async throws -> Int? {
    guard access.mayHelp, let account = access.account?.id else { return nil }
    return try await helpDesk.waiting(for: account)
  }
}

extension Visit {
  /// Looks up what waits at the desks for who asks.
  mutating func lookAtDesks(for access: Access) async throws {
    untakenCases = try await site.untakenCases(for: access) ?? 0
    waitingHelp = try await site.waitingHelp(for: access) ?? 0
  }
}
