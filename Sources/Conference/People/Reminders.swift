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

  private static let wish = MailWish(
    declined: "CASE WHEN mail_wishes.account NOT IN (SELECT reminders.account FROM reminders) THEN 0 END"
  ) { isWanted, account, now, connection in try Reminders.want(isWanted, account, at: now, connection) }

  /// Whether the person whose mails have the token still gets them; nil where nobody's have.
  public func areWanted(_ token: Secret) async throws -> Bool? { try await Self.wish.areWanted(token, database) }

  public func want(_ isWanted: Bool, _ token: Secret) async throws {
    try await Self.wish.want(isWanted, token, database, at: clock.now())
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

  /// Puts what is due into the outbox, which takes each reminder once, whichever node was first; returns how many were new. Where
  /// nothing is, nothing is written.
  ///
  /// - Parameter address: where the site is reached, without a slash at the end.
  @discardableResult
  public func post(address: String) async throws -> Int {
    let now = clock.now()
    let new = try await database.read { connection in
      try Self.pending(of: Self.due(at: now, connection), connection)
    }
    var count = 0
    for start in stride(from: 0, to: new.count, by: Self.atOnce) {
      let part = Array(new[start..<min(start + Self.atOnce, new.count)])
      count += try await database.write { try enqueue(part, address: address, $0) }
    }
    return count
  }

  /// So many are written in one transaction, that others need not wait for long.
  private static let atOnce = 200

  private func enqueue(_ reminders: [Reminder], address: String, _ connection: Connection) throws -> Int {
    guard let conference = try ConferenceInfo.current(connection) else { return 0 }
    let outbox = Outbox(database, clock: clock)
    let readers = try Self.readers(Set(reminders.map(\.account)), connection)
    let mails = try reminders.compactMap { reminder in
      try readers[reminder.account].flatMap { try Self.mail(reminder, to: $0, conference, address: address) }
    }
    return try outbox.enqueue(mails, in: connection)
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

  /// What somebody is to be told.
  private struct Reminder {
    let due: Due
    let account: String

    /// By which the outbox knows it, to take it once.
    var name: String { "reminder of \(due.name) at \(due.start.iso8601) to \(account)" }
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

  /// What those are to be told who saved what is due and want reminders, but for what the outbox has taken already.
  private static func pending(of due: [Due], _ connection: Connection) throws -> [Reminder] {
    guard !due.isEmpty else { return [] }
    let wanting = Set(try connection.query("SELECT account FROM reminders").map { try $0.value(0, as: String.self) })
    let all = try due.flatMap { due in
      try due.audience.accounts(connection).intersection(wanting).sorted().map { Reminder(due: due, account: $0) }
    }
    var taken: Set<String> = []
    for start in stride(from: 0, to: all.count, by: 500) {
      let names = all[start..<min(start + 500, all.count)].map(\.name)
      try connection.forEach("SELECT only_once FROM outbox WHERE only_once IN \(list: names)") { row in
        taken.insert(try row.value(0, as: String.self))
      }
    }
    return all.filter { !taken.contains($0.name) }
  }

  /// Somebody who gets reminders, with what stands in their links.
  private struct Reader {
    let account: Account
    let token: String
    let zone: Zone?
  }

  /// Those of some accounts who are in use and still want reminders.
  private static func readers(_ accounts: Set<String>, _ connection: Connection) throws -> [String: Reader] {
    let rows = try connection.query(
      """
      SELECT \(Account.columns), profile, mail_wishes.token FROM accounts
      JOIN reminders ON reminders.account = accounts.id LEFT JOIN mail_wishes ON mail_wishes.account = accounts.id
      WHERE id IN \(list: accounts.sorted()) AND standing = 'active' ORDER BY id
      """)
    var zones: [String: Zone] = [:]
    let people = try rows.map { row -> (Account, token: String?) in
      let account = try Account(row)
      let profile = try Profile(json: try row.value("profile"))
      zones[account.id] = profile?.zone.flatMap { Zones.named($0) }
      return (account, token: try row.value("token", as: String?.self))
    }
    return try MailWish.withTokens(people, connection).reduce(into: [:]) { found, person in
      let id = person.0.id
      found[id] = Reader(account: person.0, token: person.token, zone: zones[id])
    }
  }

  private static func mail(
    _ reminder: Reminder, to reader: Reader, _ conference: ConferenceInfo, address: String
  ) throws -> OutgoingMail? {
    let due = reminder.due
    let declining = "\(address)/\(path)/\(reader.token)"
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
    mail.onlyOnce = reminder.name
    return mail
  }
}
