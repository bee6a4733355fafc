import Database

extension People {
  /// Forgets somebody: what stays is an account without a name, so that what others wrote to them still stands.
  ///
  /// The only organizer cannot be erased. Backups hold what they held, for as long as they are kept.
  public func erase(_ id: String, in data: DataFolder) async throws {
    let now = clock.now()
    let (portrait, pictures, cases) = try await database.write { connection -> (String?, [String], [String]) in
      guard let account = try Self.account(id, connection), account.standing != .erased else {
        throw ConferenceError.notFound("person")
      }
      if account.role == .organizer { try Self.keepOneOrganizer(besides: id, connection) }
      let portrait = try Self.profile(of: id, connection)?.portrait
      let pictures = try connection.query("SELECT picture FROM messages WHERE author = \(id) AND picture IS NOT NULL")
        .map {
          try $0.value(0, as: String.self)
        }
      let cases = try connection.query("SELECT id FROM conduct_cases WHERE person = \(id) AND kind = 'person'").map {
        try $0.value(0, as: String.self)
      }
      for email in try Self.addresses(of: account, connection) {
        try ForgottenAddress(email).forget(now: now, connection)
      }
      // The account last: the others are found by its address.
      for sql in PersonalTable.all.reversed().compactMap({ $0.forget(account) }) { try connection.execute(sql) }
      try Deed(by: id, "erased themselves", id).write(at: now, connection)
      Self.tell(id, at: now, connection)
      return (portrait, pictures, cases)
    }
    if let portrait { PictureFolder.portraits(data).remove(portrait) }
    for picture in pictures { PictureFolder.messages(data).remove(picture) }
    for id in cases { CasePicture.remove(of: id, in: data) }
    try await database.scrub()
  }
}
