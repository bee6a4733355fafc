import Database

extension People {
  /// Lets in several who wait for it, each on record and with a mail of their own; who does not wait any more is passed over.
  /// Returns how many were let in.
  public func admit(_ ids: [String], by doer: (any Doer)?, letter: @escaping @Sendable (Account) -> Letter)
    async throws -> Int
  {
    var count = 0
    for id in ids {
      do {
        try await admit(id, by: doer, letter: letter)
        count += 1
      } catch ConferenceError.conflict, ConferenceError.notFound {
        continue
      }
    }
    return count
  }

  /// How somebody came in first: registered, added by an organizer's list, or made an organizer; nil where nothing is on record.
  public func arrival(of account: Account, for reader: (any Doer)?) async throws -> DeedEntry? {
    try await database.read { connection in
      try Right.readRecord.check(reader, connection)
      return try connection.first(
        """
        SELECT \(DeedEntry.columns)
        WHERE deeds.at = \(account.added.milliseconds)
          AND (deeds.subject = \(account.id) OR (deeds.subject = 'people' AND deeds.action = 'people imported'))
        ORDER BY CASE WHEN deeds.subject = 'people' THEN 1 ELSE 0 END, deeds.id LIMIT 1
        """
      ).map(DeedEntry.init)
    }
  }

  /// Lets in somebody who waits for it, and tells them by mail.
  public func admit(_ id: String, by doer: (any Doer)?, letter: @escaping @Sendable (Account) -> Letter) async throws {
    let outbox = Outbox(database, clock: clock)
    try await change(id, by: doer, having: .keepPeople, "let in") { account, connection in
      guard account.standing == .waiting else {
        throw ConferenceError.conflict("\(account.name) does not wait any more; somebody else was faster")
      }
      account.standing = .active
      if let email = account.email {
        try letter(account).post(to: email, isWanted: true, expires: nil, in: outbox, connection)
      }
    }
  }
}
