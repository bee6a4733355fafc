import Database

extension People {
  /// Ends every way into an account whose address became another one, so that who reads the mail of the one before comes in no
  /// more: browsers, providers that vouch for them, links and codes, the private calendar. Does nothing where the address is the same.
  ///
  /// - Parameter account: as it is stored now.
  static func endWaysIn(
    to account: Account, leaving before: EmailAddress?, by doer: (any Doer)?, at now: Instant, _ connection: Connection
  ) throws {
    guard account.email != before else { return }
    let id = account.id
    try Devices.end(id, at: now, connection)
    try connection.execute("DELETE FROM openid_identities WHERE account = \(id)")
    try connection.execute("DELETE FROM openid_requests WHERE account = \(id)")
    try PrivateCalendars.end(for: id, connection)
    try SignInRequest.closeAll(of: id, at: now, connection)
    let detail = before.map { ["before": $0.text] } ?? [:]
    try Deed(by: doer, "address changed", id, detail).write(at: now, connection)
  }
}
