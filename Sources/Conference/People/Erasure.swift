import Database

extension People {
  /// Forgets somebody: what stays is an account without a name, so that what others wrote to them still stands.
  ///
  /// The only organizer cannot be erased. Backups hold what they held, for as long as they are kept.
  ///
  /// - Parameter mails: the folder that mails are written into, if it is not that of the data folder.
  public func erase(_ id: String, in data: DataFolder, mails: String? = nil) async throws {
    try await erase(id, by: id, in: data, mails: mails)
  }

  /// The same by somebody else, for who asks for it and cannot come in to do it, as they are banned or were removed.
  public func erase(_ id: String, by doer: (any Doer)?, in data: DataFolder, mails: String? = nil) async throws {
    let now = clock.now()
    let isOwn = doer?.scopes == nil && doer?.signature.account == id
    let files = try await database.write { connection -> ErasedFiles in
      if !isOwn { try Right.keepPeople.check(doer, connection) }
      guard let account = try Self.account(id, connection), account.standing != .erased else {
        throw ConferenceError.notFound("person")
      }
      if !isOwn, account.role != .participant { try Right.giveRoles.check(doer, connection) }
      if account.role == .organizer { try Self.keepOneOrganizer(besides: id, connection) }
      let files = try ErasedFiles(of: account, connection)
      for email in try Self.addresses(of: account, connection) {
        try ForgottenAddress(email).forget(now: now, connection)
        try ForgottenAddress(email).forget(inWordsOf: account, at: now, connection)
      }
      try Chat.forgetMentions(of: account, at: now, connection)
      try OutsideReport.forgetMails(of: account, connection)
      // The account last: the others are found by its address.
      for sql in PersonalTable.all.reversed().compactMap({ $0.forget(account) }) { try connection.execute(sql) }
      try Deed(by: doer, isOwn ? "erased themselves" : "erased", id).write(at: now, connection)
      Self.tell(id, at: now, connection)
      return files
    }
    files.remove(in: data, mailFolder: mails ?? data.mailPath)
    try await database.scrub()
  }
}
