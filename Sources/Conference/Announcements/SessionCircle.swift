import Database

/// Those whom a session concerns: who saved it or a paper in it, who leads it, the people of its event and of its booth, and the
/// authors of its papers, by their addresses or because an organizer said so.
public struct SessionCircle: Sendable {
  private let saved: SavedAudience
  private let addresses: Set<EmailAddress>

  /// - Parameter program: all of it, as organizers see it. Of a session that is not in it, those who saved it.
  public init(_ id: String, in program: Program?) {
    guard let program, let session = program.session(id) else {
      (saved, addresses) = (SavedAudience(session: id, papers: []), [])
      return
    }
    let event = session.event.flatMap { program.event($0) }
    let sponsor = session.sponsor.flatMap { program.sponsor($0) }
    let papers = program.positions(ofPapersIn: id).map { program.papers[$0] }
    let people = session.chairs + (event?.people ?? []) + (sponsor?.contacts ?? []) + papers.flatMap(\.authors)
    saved = SavedAudience(session)
    addresses = Set(people.compactMap { $0.email.flatMap { EmailAddress($0) } })
  }

  /// Those of all sessions that something is announced for, by session: made once for a program, as every author's address is read.
  public static func all(of announcements: [Announcement], in program: Program?) -> [String: SessionCircle] {
    let sessions = Set(announcements.compactMap(\.session))
    return Dictionary(uniqueKeysWithValues: sessions.map { ($0, SessionCircle($0, in: program)) })
  }

  /// By the program as it is stored.
  static func stored(_ id: String, _ connection: Connection) throws -> SessionCircle {
    let draft = try Draft(rows: try ProgramStore.storedRows(connection).map(\.row))
    return SessionCircle(id, in: draft.map { Program(draft: $0, version: 0, changed: .earliest) })
  }

  /// Whether somebody is among them.
  func has(_ account: Account, _ connection: Connection) throws -> Bool {
    if let email = account.email, addresses.contains(email) { return true }
    var isIn = false
    try connection.forEach("SELECT kind, subject FROM saved WHERE account = \(account.id) AND saved_at IS NOT NULL") {
      row in
      let (kind, subject): (SavedItem.Kind, String) = (try row.value("kind"), try row.value("subject"))
      isIn = isIn || (kind == .session ? subject == saved.session : saved.papers.contains(subject))
    }
    return try isIn || !saved.papers.isDisjoint(with: PaperClaims.granted(to: account.id, connection))
  }

  /// The accounts in use among them.
  func accounts(_ connection: Connection) throws -> Set<String> {
    var found = try saved.accounts(connection)
    try connection.forEach("SELECT id, email FROM accounts WHERE standing = 'active' AND email IS NOT NULL") { row in
      guard let email = EmailAddress(try row.value("email")), addresses.contains(email) else { return }
      let id: String = try row.value("id")
      found.insert(id)
    }
    try connection.forEach("SELECT account, paper FROM paper_claims WHERE state = \(PaperClaims.State.granted)") {
      row in
      let (account, paper): (String, String) = (try row.value("account"), try row.value("paper"))
      if saved.papers.contains(paper) { found.insert(account) }
    }
    return found
  }
}

extension Announcements {
  /// Of announcements for single sessions, those whose session concerns somebody.
  ///
  /// - Parameter circles: of those sessions.
  public func own(_ announcements: [Announcement], of account: Account, _ circles: [String: SessionCircle]) async throws
    -> [Announcement]
  {
    let sessions = Set(announcements.compactMap(\.session))
    return try await database.read { connection in
      let mine = try sessions.filter { try circles[$0]?.has(account, connection) ?? false }
      return announcements.filter { one in one.session.map { mine.contains($0) } ?? false }
    }
  }
}
