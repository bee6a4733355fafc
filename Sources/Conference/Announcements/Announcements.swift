import Database
import Mail

/// The announcements in the database; each change is on record, and told to all nodes.
public struct Announcements: Sendable {
  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Makes one; by mail too where there is a letter for it, as batches that wait in the outbox for an organizer's word.
  public func add(_ text: AnnouncementText, by doer: (any Doer)?, mail: AnnouncementMail? = nil) async throws -> String
  {
    try await add(text, by: doer, asProblem: false, mail: mail) { _, _ in }
  }

  /// - Parameters:
  ///   - isProblem: whether it is a known problem, which helpers may make.
  ///   - also: what else belongs to it, in the same transaction.
  func add(
    _ text: AnnouncementText, by doer: (any Doer)?, asProblem isProblem: Bool, mail: AnnouncementMail? = nil,
    also: @escaping @Sendable (_ id: String, Connection) throws -> Void
  ) async throws -> String {
    let (now, id, outbox) = (clock.now(), Account.newId(), Outbox(database, clock: clock))
    let circle = try await mail == nil ? nil : circle(of: text.session, for: doer)
    try await database.write { connection in
      let right: Right = isProblem ? .help : .announce
      try right.check(doer, connection)
      try Self.checkRoom(for: text, besides: id, isProblem: isProblem, at: now, connection)
      let batch = mail.map { _ in "announcement \(id)" }
      try connection.execute(
        """
        INSERT INTO announcements (id, title, body, session, readers, from_at, until_at, batch, added_at, changed_at)
        VALUES (\(id), \(text.title), \(text.text), \(text.session), \(text.readers?.rawValue), \(text.from.milliseconds),
          \(text.until?.milliseconds), \(batch), \(now.milliseconds), \(now.milliseconds))
        """)
      let mails = try batch.map { try mail?.enqueue(text, to: circle, batch: $0, in: outbox, connection) ?? 0 }
      try also(id, connection)
      let detail = Announcement.words(text).filter { !$0.value.isEmpty }
      try Self.tell(
        "announced", id, detail.merging(mails.map { ["mails": "\($0)"] } ?? [:]) { $1 }, by: doer, at: now, connection)
    }
    return id
  }

  /// Read before anything is written, as to read a large program takes a second, for which nobody else could write.
  private func circle(of session: String?, for doer: (any Doer)?) async throws -> SessionCircle? {
    guard let session else { return nil }
    return try await database.read { connection in
      try Right.announce.check(doer, connection)
      return try SessionCircle.stored(session, connection)
    }
  }

  /// Changes what stands on the pages; mails stay as they were written, and go when it is shown. Throws a conflict where it would be
  /// for another session than those who are still to get a mail.
  public func change(_ id: String, to text: AnnouncementText, by doer: (any Doer)?) async throws {
    let now = clock.now()
    try await database.write { connection in
      try Right.announce.check(doer, connection)
      let before = try connection.first("SELECT \(Announcement.columns) FROM announcements WHERE id = \(id)").map(
        Announcement.init)
      let count = try connection.execute(
        """
        UPDATE announcements SET title = \(text.title), body = \(text.text), session = \(text.session),
          readers = \(text.readers?.rawValue), from_at = \(text.from.milliseconds), until_at = \(text.until?.milliseconds), changed_at = \(now.milliseconds)
        WHERE id = \(id) AND withdrawn_at IS NULL
        """)
      guard count == 1 else { throw ConferenceError.conflict("this announcement is withdrawn") }
      let isProblem = try KnownProblems.has(id, connection)
      try Self.checkRoom(for: text, besides: id, isProblem: isProblem, at: now, connection)
      if let batch = before?.batch {
        if before?.session != text.session { try AnnouncementMail.checkGone(batch, connection) }
        try AnnouncementMail.move(batch, to: text, connection)
      }
      let detail = Deed.differences(before?.words ?? [:], Announcement.words(text))
      try Self.tell("announcement changed", id, detail, by: doer, at: now, connection)
    }
  }

  /// Takes it from all pages, and drops those of its mails that have not gone.
  public func withdraw(_ id: String, by doer: (any Doer)?) async throws {
    try await withdraw(id, by: doer, having: .announce)
  }

  func withdraw(_ id: String, by doer: (any Doer)?, having right: Right) async throws {
    let now = clock.now()
    try await database.write { connection in
      try right.check(doer, connection)
      let row = try connection.first(
        """
        UPDATE announcements SET withdrawn_at = \(now.milliseconds) WHERE id = \(id) AND withdrawn_at IS NULL
        RETURNING \(Announcement.columns)
        """)
      guard let announcement = try row.map(Announcement.init) else {
        throw ConferenceError.conflict("this announcement is withdrawn already")
      }
      if let batch = announcement.batch { try AnnouncementMail.drop(batch, connection) }
      try Self.tell("announcement withdrawn", id, ["title": announcement.title], by: doer, at: now, connection)
    }
  }

  private static func tell(
    _ action: String, _ id: String, _ detail: [String: String], by doer: (any Doer)?, at now: Instant,
    _ connection: Connection
  ) throws {
    try Deed(by: doer, action, id, detail).write(at: now, connection)
    // Visitors follow another topic than participants, as they are not told the same.
    for topic in ["announcements", "announcements/participants"] {
      connection.record(topic: topic, kind: "changed", subject: id, at: now.milliseconds)
    }
    try KnownProblems.tell(id, at: now, connection)
  }

  public func announcement(_ id: String, for reader: (any Doer)?) async throws -> Announcement? {
    try await database.read { connection in
      try Right.readAnnouncements.check(reader, connection)
      return try connection.first("SELECT \(Announcement.columns) FROM announcements WHERE id = \(id)").map(
        Announcement.init)
    }
  }

  /// All that were ever made, the newest first.
  public func all(for reader: (any Doer)?, offset: Int = 0, limit: Int = 50) async throws -> [Announcement] {
    try await database.read { connection in
      try Right.readAnnouncements.check(reader, connection)
      return try connection.query(
        """
        SELECT \(Announcement.columns) FROM announcements ORDER BY from_at DESC, id
        LIMIT \(min(limit, 200)) OFFSET \(max(offset, 0))
        """
      ).map(Announcement.init)
    }
  }

  /// Those that are shown or will be, the newest first.
  public static func open(at now: Instant, _ connection: Connection) throws -> [Announcement] {
    try connection.query(
      """
      SELECT \(Announcement.columns) FROM announcements
      WHERE withdrawn_at IS NULL AND (until_at IS NULL OR until_at > \(now.milliseconds))
      ORDER BY from_at DESC, id LIMIT \(2 * mostOpen)
      """
    ).map(Announcement.init)
  }
}

extension Announcement {
  /// What the record tells of one.
  fileprivate var words: [String: String] { Self.words(title, text, session, readers, from, until) }

  fileprivate static func words(_ text: AnnouncementText) -> [String: String] {
    words(text.title, text.text, text.session, text.readers, text.from, text.until)
  }

  private static func words(
    _ title: String, _ text: String, _ session: String?, _ readers: Readers?, _ from: Instant, _ until: Instant?
  ) -> [String: String] {
    [
      "title": title, "text": text, "session": session ?? "", "readers": readers?.rawValue ?? "",
      "from": from.iso8601, "until": until?.iso8601 ?? "",
    ]
  }
}

extension [Announcement] {
  /// When the next of them begins or ends to be shown.
  public func nextChange(after now: Instant) -> Instant? {
    flatMap { [$0.from, $0.until].compactMap(\.self) }.filter { $0 > now }.min()
  }
}
