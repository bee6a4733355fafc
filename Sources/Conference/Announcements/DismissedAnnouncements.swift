import Database

/// An announcement as it reads: with another text it is another one to put away.
public struct AnnouncementVersion: Hashable, Sendable, CustomStringConvertible {
  public let id: String
  /// A fingerprint of the text: hexadecimal digits.
  public let version: String
  public var description: String { "\(id)-\(version)" }

  public init(id: String, version: String) { (self.id, self.version) = (id, version) }

  /// Reads "id-version"; nil where it names no announcement.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, Slug.isAddress(parts[0]), (1...16).contains(parts[1].utf8.count),
      parts[1].utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
    else { return nil }
    self.init(id: parts[0], version: parts[1])
  }
}

/// What people have put away of what was announced: for each person, on whatever device.
public struct DismissedAnnouncements: Sendable {
  /// So many are put away at once.
  public static let most = 50
  /// Tells other open pages of the person that what is put away is not the same any more.
  public static let changed = "dismissed"

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Of those that are not over, what somebody has put away.
  public func all(of account: String) async throws -> Set<AnnouncementVersion> {
    let now = clock.now()
    let rows = try await database.query(
      """
      SELECT announcement, version FROM dismissed_announcements
        JOIN announcements ON announcements.id = dismissed_announcements.announcement
      WHERE account = \(account) AND withdrawn_at IS NULL AND (until_at IS NULL OR until_at > \(now.milliseconds))
      """)
    return Set(try rows.map { AnnouncementVersion(id: try $0.value(0), version: try $0.value(1)) })
  }

  /// Puts announcements away; those that there are none of are passed over.
  public func dismiss(_ announcements: [AnnouncementVersion], of account: String) async throws {
    let now = clock.now()
    guard announcements.count <= Self.most else {
      throw ConferenceError.invalid(
        field: "Announcements", problem: "there are more than \(Self.most)", advice: "Send fewer at once.")
    }
    try await database.write { connection in
      var isNew = false
      for one in announcements {
        guard try connection.first("SELECT 1 FROM announcements WHERE id = \(one.id)") != nil else { continue }
        try connection.execute(
          """
          INSERT INTO dismissed_announcements (account, announcement, version, dismissed_at)
          VALUES (\(account), \(one.id), \(one.version), \(now.milliseconds))
          ON CONFLICT (account, announcement) DO UPDATE SET version = \(one.version), dismissed_at = \(now.milliseconds)
          """)
        isNew = true
      }
      if isNew { Self.tell(account, at: now, connection) }
    }
  }

  /// Shows an announcement again to who has put it away.
  public func restore(_ announcement: String, of account: String) async throws {
    guard Slug.isAddress(announcement) else { throw ConferenceError.notFound("announcement") }
    let now = clock.now()
    try await database.write { connection in
      try connection.execute(
        "DELETE FROM dismissed_announcements WHERE account = \(account) AND announcement = \(announcement)")
      Self.tell(account, at: now, connection)
    }
  }

  private static func tell(_ account: String, at now: Instant, _ connection: Connection) {
    connection.record(topic: "me/\(account)", kind: changed, subject: "announcements", at: now.milliseconds)
  }
}
