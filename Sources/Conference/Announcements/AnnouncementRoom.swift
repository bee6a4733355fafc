import Database

/// How much room there is on the pages.
extension Announcements {
  /// So many are shown at once, as they stand on every page; and besides them as many known problems, for which helpers do not have to wait.
  public static let most = 10
  /// So many, and as many known problems, are shown or wait for their time.
  static let mostOpen = 100

  /// Throws where another one would be one too many at any time at which it is shown.
  static func checkRoom(
    for text: AnnouncementText, besides id: String, isProblem: Bool, at now: Instant, _ connection: Connection
  ) throws {
    let others = try open(at: now, connection, ofProblems: isProblem).filter { $0.id != id }
    let words = isProblem ? "known problems" : "announcements"
    guard others.count < mostOpen else {
      throw ConferenceError.conflict("\(mostOpen) \(words) are shown or wait for their time; withdraw one first")
    }
    // There are more only from when one begins.
    let beginnings = ([max(text.from, now)] + others.map(\.from)).filter { $0 >= now && text.isShown(at: $0) }
    let full = beginnings.sorted().first { instant in others.count(where: { $0.isShown(at: instant) }) >= most }
    guard let full else { return }
    throw ConferenceError.conflict(
      "\(most) \(words) are shown \(full > now ? "at some of that time" : "already"); withdraw one first")
  }

  private static func open(at now: Instant, _ connection: Connection, ofProblems isProblem: Bool) throws
    -> [Announcement]
  {
    let kind: SQL = isProblem ? "IN" : "NOT IN"
    return try connection.query(
      """
      SELECT \(Announcement.columns) FROM announcements
      WHERE withdrawn_at IS NULL AND (until_at IS NULL OR until_at > \(now.milliseconds))
        AND id \(kind) (SELECT announcement FROM help_problems)
      LIMIT \(2 * mostOpen)
      """
    ).map(Announcement.init)
  }
}

extension AnnouncementText {
  fileprivate func isShown(at instant: Instant) -> Bool { from <= instant && until.map { $0 > instant } ?? true }
}
