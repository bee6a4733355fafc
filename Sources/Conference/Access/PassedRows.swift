import Database

/// Rows of signing in and of browsers, and lists that were looked at, that were good for a while.
struct PassedRows: Sendable {
  /// A day, which is the longest stretch of time that anything is counted for.
  static let kept = 86_400

  let database: Database

  /// Deletes links and codes that ended, and counts that began, more than a day ago, and browsers and uploaded lists whose
  /// time is over.
  func prune(at now: Instant) async throws {
    let end = now.adding(seconds: -Self.kept).milliseconds
    try await database.write { connection in
      try connection.execute("DELETE FROM sign_ins WHERE expires_at <= \(end)")
      try connection.execute("DELETE FROM allowances WHERE since <= \(end)")
      try connection.execute("DELETE FROM openid_requests WHERE expires_at <= \(end)")
      try connection.execute("DELETE FROM devices WHERE expires_at <= \(now.milliseconds)")
      try connection.execute("DELETE FROM uploads WHERE expires_at <= \(now.milliseconds)")
    }
    // Of who was erased something may be left: in a list, which names many, or by a program that ended before it could scrub.
    try await database.scrub(isPatient: false)
  }
}
