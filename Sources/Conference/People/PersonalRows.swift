import Database

/// Which rows are somebody's, of tables that do not only name accounts.
extension PersonalTable {
  static func isSignIn(of account: Account) -> SQL {
    "(sign_ins.account = \(account.id) OR \(isAt(account, "sign_ins.email", since: "sign_ins.asked_at")))"
  }

  static func isHelp(for account: Account) -> SQL {
    """
    (help_requests.account = \(account.id)
      OR \(isAt(account, "help_requests.email", since: "help_requests.asked_at")))
    """
  }

  static func isMail(to account: Account) -> SQL { isAt(account, "outbox.recipient", since: "outbox.created_at") }

  static func isNudged(_ account: Account) -> SQL {
    """
    (nudged_addresses.email = \(account.address)
      OR EXISTS (SELECT 1 FROM former_addresses
        WHERE former_addresses.account = \(account.id) AND former_addresses.email = nudged_addresses.email
          AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.email = former_addresses.email)))
    """
  }

  static func isAbout(_ account: Account) -> SQL { "(account = \(account.id) OR subject = \(account.id))" }

  /// What is counted ends with whose it is: "mails address ada@example.org". Under an address of before it is that of who has the
  /// address by now.
  static func isCounted(_ account: Account) -> SQL {
    """
    (name LIKE \("% " + account.pattern) ESCAPE '!' OR name LIKE \("% " + account.id)
      OR EXISTS (SELECT 1 FROM former_addresses WHERE former_addresses.account = \(account.id)
        AND SUBSTR(name, LENGTH(name) - LENGTH(former_addresses.email)) = ' ' || former_addresses.email
        AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.email = former_addresses.email)))
    """
  }

  /// What is kept under an address is of who had it at that time: of the present owner, unless it is from before somebody else left
  /// it; of who had it before, until they left it, and from then on as long as it is nobody's.
  private static func isAt(_ account: Account, _ email: SQL, since time: SQL) -> SQL {
    """
    ((\(email) = \(account.address)
        AND NOT EXISTS (SELECT 1 FROM former_addresses WHERE former_addresses.account <> \(account.id)
          AND former_addresses.email = \(email) AND \(time) <= former_addresses.left_at))
      OR EXISTS (SELECT 1 FROM former_addresses
        WHERE former_addresses.account = \(account.id) AND former_addresses.email = \(email)
          AND (\(time) <= former_addresses.left_at
            OR NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.email = former_addresses.email))))
    """
  }
}

extension Account {
  /// As tables hold it; what no row holds for who has none.
  var address: String { email?.text ?? "-" }

  /// The address as LIKE takes it.
  var pattern: String { address.escapedForLike }
}
