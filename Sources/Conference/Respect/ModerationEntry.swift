import Database

/// Something that a moderator did, why, and whether it was undone.
public struct ModerationEntry: Hashable, Sendable, Identifiable {
  public enum Action: String, CaseIterable, Sendable, SQLBindable, SQLDecodable {
    case hide, mute, slow, close, ban
    /// Brought back something that went out of sight with a ban.
    case show
  }

  public let id: String
  public let at: Instant
  public let by: String
  public let byName: String
  public let action: Action
  public let person: String?
  public let personName: String?
  /// Empty for everywhere.
  public let channel: String
  public let subject: String?
  public let why: String
  public let until: Instant?
  public let seconds: Int?
  public let undone: Instant?
  public let undoneByName: String?

  static let columns: SQL =
    """
    moderations.id, at, moderations.account, actors.name AS actor_name, action, person, people.name AS person_name, channel, subject,
      why, until_at, seconds, undone_at, undoers.name AS undoer_name
    """
  static let tables: SQL =
    """
    moderations JOIN accounts actors ON actors.id = moderations.account LEFT JOIN accounts people ON people.id = moderations.person
      LEFT JOIN accounts undoers ON undoers.id = moderations.undone_by
    """

  init(_ row: Row) throws {
    id = try row.value("id")
    at = Instant(milliseconds: try row.value("at"))
    by = try row.value("account")
    byName = try row.value("actor_name")
    action = try row.value("action")
    person = try row.value("person")
    personName = try row.value("person_name")
    channel = try row.value("channel")
    subject = try row.value("subject")
    why = try row.value("why")
    until = try row.value("until_at", as: Int64?.self).map { Instant(milliseconds: $0) }
    seconds = try row.value("seconds")
    undone = try row.value("undone_at", as: Int64?.self).map { Instant(milliseconds: $0) }
    undoneByName = try row.value("undoer_name")
  }

  /// Whether it can be undone now: it stands, and has not ended by itself. What was shown again is hidden anew instead.
  public func stands(at now: Instant) -> Bool { action != .show && undone == nil && until.map { $0 > now } ?? true }
}

/// Which of them to read.
public struct ModerationChoice: Sendable {
  public var person: String?
  public var channel: String?

  public init(person: String? = nil, channel: String? = nil) { (self.person, self.channel) = (person, channel) }

  var condition: SQL {
    var parts: [SQL] = ["1 = 1"]
    if let person { parts.append("person = \(person)") }
    if let channel { parts.append("channel = \(channel)") }
    return parts.joined(separator: " AND ")
  }
}
