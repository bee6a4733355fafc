import Conference

extension Routes {
  /// Reporting, and what comes of it: for reporters, and for the people on the conduct desk, whom the domain knows.
  func addReports() {
    personal("report", .participant) { try await ReportPage.general($0) }
    form("report", .participant) { try await ReportActions.send(ReportActions.incident($0.form), $0) }
    personal("report/:kind/:id", .participant) { try await ReportPage.page($0) }
    form("report/:kind/:id", .participant) {
      try await ReportActions.send(try await ReportPage.reported($0.personal), $0)
    }
    personal("reports/:id", .participant) { try await OwnReportPage.page($0) }
    form("reports/:id/words", .participant) { try await ReportActions.answer($0) }
    personal("account/reports", .participant) { try await OwnReportsPage.page($0) }
    personal("conduct/cases", .moderator) { try await CaseListPage.page($0) }
    personal("conduct/cases/:id", .moderator) { try await CasePage.page($0) }
    ownFile("conduct/cases/:id/picture.jpg", .moderator) { try await CasePage.picture($0) }
    form("conduct/cases/:id/taking", .moderator) { try await CaseActions.take($0) }
    form("conduct/cases/:id/notes", .moderator) { try await CaseActions.note($0) }
    form("conduct/cases/:id/words", .moderator) { try await CaseActions.write($0) }
    form("conduct/cases/:id/decision", .moderator) { try await CaseActions.decide($0) }
    form("conduct/cases/:id/reopening", .moderator) { try await CaseActions.reopen($0) }
  }
}

extension Site {
  var conductCases: ConductCases { ConductCases(database, clock: clock, in: data) }
  var moderation: Moderation { Moderation(database, clock: clock) }
  var blocks: Blocks { Blocks(database, clock: clock) }

  /// How many cases of conduct wait for somebody; nil for who is never asked to take any.
  func untakenCases(for access: Access) async throws -> Int? {
    guard access.mayModerate, let account = access.account?.id else { return nil }
    return try await conductCases.untaken(for: account)
  }
}
