import Database

/// Problems that everybody should know of: announcements that helpers make, too.
public struct KnownProblems: Sendable {
  /// The kind of the event that tells of them in the queue.
  public static let changed = "problem"

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Tells everybody, on every page, for so many hours or until it is ended: also who is not signed in, as that may
  /// be what does not work.
  public func add(_ title: String, text: String, hours: Int, by helper: String) async throws {
    let now = clock.now()
    let announcement = try AnnouncementText(
      title: title, text: text, readers: .everyone, from: now, until: now.adding(minutes: min(max(hours, 1), 168) * 60))
    _ = try await Announcements(database, clock: clock).add(announcement, by: helper, asProblem: true) {
      id, connection in
      _ = try connection.execute("INSERT INTO help_problems (announcement, account) VALUES (\(id), \(helper))")
    }
  }

  /// Tells the queue of an announcement that has come, changed or gone, where it is a known problem.
  static func tell(_ id: String, at now: Instant, _ connection: Connection) throws {
    guard try has(id, connection) else { return }
    connection.record(topic: "help-queue", kind: changed, subject: id, at: now.milliseconds)
  }

  /// Whether an announcement is a known problem.
  static func has(_ id: String, _ connection: Connection) throws -> Bool {
    try connection.first("SELECT 1 FROM help_problems WHERE announcement = \(id)") != nil
  }

  /// Takes one off all pages.
  public func end(_ id: String, by helper: String) async throws {
    guard try await database.read({ try Self.has(id, $0) }) else {
      throw ConferenceError.notFound("known problem")
    }
    try await Announcements(database, clock: clock).withdraw(id, by: helper, having: .help)
  }

  /// Those that are shown now, the newest first.
  public func shown() async throws -> [Announcement] {
    let now = clock.now()
    return try await database.query(
      """
      SELECT \(Announcement.columns) FROM announcements
      WHERE id IN (SELECT announcement FROM help_problems) AND withdrawn_at IS NULL ORDER BY from_at DESC, id LIMIT 50
      """
    ).map(Announcement.init).filter { $0.isShown(at: now) }
  }
}
