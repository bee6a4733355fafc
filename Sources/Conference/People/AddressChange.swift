import Database

extension People {
  /// Follows a move of an account to another address: ends every way in, so that who reads the mail of the one before comes in no
  /// more (browsers, providers that vouch for them, links and codes, the private calendar, tokens of the API), and remembers that
  /// one for as long as the account is there, as something may be kept under it. What waits to be mailed goes to the new one; who
  /// has come in by the one before is told there. Does nothing where the address is the same.
  ///
  /// - Parameter account: as it is stored now.
  static func afterMove(
    of account: Account, from before: EmailAddress?, by doer: (any Doer)?, at now: Instant, in outbox: Outbox,
    _ connection: Connection
  ) throws {
    guard account.email != before else { return }
    let id = account.id
    // Before anything is written to the one before.
    if let before, let email = account.email { try MovedMails.redirect(from: before, to: email, at: now, connection) }
    if let before, try hasComeIn(account, connection) {
      try AddressLetter.post(to: before, of: account, in: outbox, connection)
    }
    try Devices.end(id, at: now, connection)
    try connection.execute("DELETE FROM openid_identities WHERE account = \(id)")
    try connection.execute("DELETE FROM openid_requests WHERE account = \(id)")
    try PrivateCalendars.end(for: id, connection)
    try APITokens.revokeAll(of: id, by: doer, at: now, connection)
    try SignInRequest.closeAll(of: id, at: now, connection)
    if account.conductAt == nil { try InvitationWishes.forget(account, connection) }
    if let before {
      try connection.execute(
        """
        INSERT INTO former_addresses (account, email, left_at) VALUES (\(id), \(before.text), \(now.milliseconds))
        ON CONFLICT (account, email) DO UPDATE SET left_at = \(now.milliseconds)
        """)
    }
    let detail = before.map { ["before": $0.text] } ?? [:]
    try Deed(by: doer, "address changed", id, detail).write(at: now, connection)
  }

  /// Whether somebody has ever signed in, so that there is something of theirs to come to. A browser that is signed out leaves
  /// nothing; what they did in it does.
  static func hasComeIn(_ account: Account, _ connection: Connection) throws -> Bool {
    guard account.conductAt == nil else { return true }
    let id = account.id
    return try connection.first(
      """
      SELECT 1 FROM accounts WHERE id = \(id) AND (
        EXISTS (SELECT 1 FROM devices WHERE devices.account = \(id))
        OR EXISTS (SELECT 1 FROM sign_ins WHERE sign_ins.account = \(id) AND used_at IS NOT NULL)
        OR EXISTS (SELECT 1 FROM openid_identities WHERE openid_identities.account = \(id))
        OR EXISTS (SELECT 1 FROM saved WHERE saved.account = \(id))
        OR EXISTS (SELECT 1 FROM messages WHERE author = \(id)))
      """) != nil
  }

  /// All addresses under which something of somebody may be kept: the present one, and those before that nobody else has by now.
  static func addresses(of account: Account, _ connection: Connection) throws -> [EmailAddress] {
    let former = try connection.query(
      """
      SELECT email FROM former_addresses
      WHERE account = \(account.id) AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.email = former_addresses.email)
      ORDER BY left_at, email
      """
    ).compactMap { EmailAddress(try $0.value(0, as: String.self)) }
    return (account.email.map { [$0] } ?? []) + former
  }
}
