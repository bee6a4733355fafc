import Database
import Letters
import Mail

/// Mails before what somebody saved begins, for those who asked for them.
public struct Reminders: Sendable {
  /// Minutes before the start.
  public static let lead = 15

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  public func areWanted(by account: String) async throws -> Bool {
    try await database.first("SELECT 1 FROM reminders WHERE account = \(account)") != nil
  }

  public func want(_ isWanted: Bool, by account: String) async throws {
    let now = clock.now()
    try await database.write { try Self.want(isWanted, account, at: now, $0) }
  }

  /// Whether the person whose mails have the token still gets them; nil where nobody's have.
  public func areWanted(_ token: Secret) async throws -> Bool? {
    try await database.first(
      """
      SELECT reminders.account FROM mail_wishes LEFT JOIN reminders ON reminders.account = mail_wishes.account
      WHERE mail_wishes.token = \(token.text)
      """
    ).map { try $0.value(0, as: String?.self) != nil }
  }

  public func want(_ isWanted: Bool, _ token: Secret) async throws {
    let now = clock.now()
    try await database.write { connection in
      let row = try connection.first("SELECT account FROM mail_wishes WHERE token = \(token.text)")
      guard let account: String = try row?.value(0) else { throw ConferenceError.notFound("such link") }
      try Self.want(isWanted, account, at: now, connection)
    }
  }

  static func want(_ isWanted: Bool, _ account: String, at now: Instant, _ connection: Connection) throws {
    try connection.execute("DELETE FROM reminders WHERE account = \(account)")
    if isWanted {
      try connection.execute("INSERT INTO reminders (account, since) VALUES (\(account), \(now.milliseconds))")
    } else if let email = try People.account(account, connection)?.email {
      try Outbox.dropDeclined(path, to: email, connection)
    }
  }

  /// Of the address by which one declines, before the token.
  private static let path = "reminder-mail"

  /// Puts what is due into the outbox, which takes each reminder once, whichever node was first; returns how many were new.
  ///
  /// - Parameter address: where the site is reached, without a slash at the end.
  @discardableResult
  public func post(address: String) async throws -> Int {
    let now = clock.now()
    let due = try await database.read { try Self.due(at: now, $0) }
    guard !due.isEmpty else { return 0 }
    let outbox = Outbox(database, clock: clock)
    return try await database.write { connection in
      guard let conference = try ConferenceInfo.current(connection) else { return 0 }
      return try due.reduce(0) { count, due in
        try Self.readers(of: due, connection).reduce(count) { count, reader in
          let token = try MailWish.token(of: reader.account.id, connection)
          let declining = "\(address)/\(Self.path)/\(token)"
          let mail = try Self.mail(to: reader, due, conference, address: address, declining: declining)
          return try mail.flatMap { try outbox.enqueue($0, in: connection) } == nil ? count : count + 1
        }
      }
    }
  }

  /// A session, or a paper's own part of it, that begins soon.
  private struct Due {
    let session: Session
    /// Nil for the session as a whole.
    var paper: Paper?
    let start: Instant

    var title: String { paper.map { "\($0.title) (\(session.title))" } ?? session.title }
    var path: String { paper.map { "/papers/\($0.id)" } ?? "/sessions/\(session.id)" }
    var name: String { paper.map { "\($0.id) in \(session.id)" } ?? session.id }

    /// Who saved it: of the whole, also who saved a paper that has no part of its own.
    var audience: SavedAudience {
      if let paper { return SavedAudience(paper) }
      let shared = session.slots.filter { $0.start ?? session.start == session.start }
      return SavedAudience(session: session.id, papers: Set(shared.map(\.paper)))
    }
  }

  /// What begins soon, where anybody wants reminders.
  private static func due(at now: Instant, _ connection: Connection) throws -> [Due] {
    guard try connection.first("SELECT 1 FROM reminders LIMIT 1") != nil else { return [] }
    let end = now.adding(minutes: lead)
    let isSoon = { (start: Instant) in start > now && start <= end }
    return try ProgramStore.entries(Session.self, connection).filter { !$0.isCancelled }.flatMap { session -> [Due] in
      let whole = isSoon(session.start) ? [Due(session: session, start: session.start)] : []
      let parts = try session.slots.compactMap { slot -> Due? in
        guard let start = slot.start, start != session.start, isSoon(start) else { return nil }
        let paper = try ProgramStore.entries(Paper.self, where: "id = \(slot.paper)", connection).first
        return paper.map { Due(session: session, paper: $0, start: start) }
      }
      return whole + parts
    }
  }

  /// Those who saved it and want reminders.
  private static func readers(of due: Due, _ connection: Connection) throws -> [(account: Account, zone: Zone?)] {
    let rows = try connection.query("SELECT account FROM reminders ORDER BY account")
    let saved = try due.audience.accounts(connection)
    return try rows.compactMap { row in
      let id: String = try row.value(0)
      guard saved.contains(id), let account = try People.account(id, connection) else { return nil }
      return (account, try People.profile(of: id, connection)?.zone.flatMap { Zones.named($0) })
    }
  }

  private static func mail(
    to reader: (account: Account, zone: Zone?), _ due: Due, _ conference: ConferenceInfo, address: String,
    declining: String
  ) throws -> OutgoingMail? {
    guard let mailbox = reader.account.email?.mailbox else { return nil }
    let zone = reader.zone ?? Zones.named(conference.zone) ?? .utc
    let time = TimeText.clock(due.start, zone: zone)
    let letter = Letter(
      on: conference.stationery, purpose: .reminder, subject: "\(time): \(due.title)",
      [
        .words("\(due.title) begins at \(time) (\(zone.id)), in a quarter of an hour or less."),
        .button("Open its page", url: address + due.path),
      ],
      footnotes: [
        .words("You saved it, or a paper in it, and asked \(conference.name) for reminders."),
        .link("No more reminders by mail", url: declining),
      ])
    var mail = OutgoingMail(to: mailbox, letter)
    mail.unsubscribe = try UnsubscribeLink(declining)
    mail.expires = due.start.adding(minutes: 5)
    mail.onlyOnce = "reminder of \(due.name) at \(due.start.iso8601) to \(reader.account.id)"
    return mail
  }
}
