import Database

/// A message or a question, which moderators may hide.
public enum WrittenThing: Hashable, Sendable {
  case message(String)
  case question(String)

  /// Reads "messages/ID" or "questions/ID".
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "messages": self = .message(parts[1])
    case "questions": self = .question(parts[1])
    default: return nil
    }
  }

  public var text: String {
    switch self {
    case .message(let id): "messages/\(id)"
    case .question(let id): "questions/\(id)"
    }
  }

  public var word: String { if case .message = self { "message" } else { "question" } }

  /// Who wrote it, and in which channel or about what; nil where there is no such thing.
  func place(_ connection: Connection) throws -> (author: String, channel: String)? {
    let sql: SQL =
      switch self {
      case .message(let id): "SELECT author, channel FROM messages WHERE id = \(id)"
      case .question(let id): "SELECT author, subject FROM questions WHERE id = \(id)"
      }
    return try connection.first(sql).map { (try $0.value(0), try $0.value(1)) }
  }

  public enum Standing: Sendable { case shown, hidden }

  /// Nil where there is nothing left of it to be shown.
  func standing(_ connection: Connection) throws -> Standing? {
    let sql: SQL =
      switch self {
      case .message(let id): "SELECT hidden_at FROM messages WHERE id = \(id) AND removed_at IS NULL"
      case .question(let id): "SELECT hidden_at FROM questions WHERE id = \(id)"
      }
    return try connection.first(sql).map { try $0.value(0, as: Int64?.self) == nil ? .shown : .hidden }
  }

  /// Takes it from view; false where there was nothing to be seen of it.
  func hide(at now: Instant, _ connection: Connection) throws -> Bool { try set(now, at: now, connection) }

  /// Brings it back; false where it was not hidden.
  @discardableResult
  func restore(at now: Instant, _ connection: Connection) throws -> Bool { try set(nil, at: now, connection) }

  private func set(_ hidden: Instant?, at now: Instant, _ connection: Connection) throws -> Bool {
    let before: SQL = hidden == nil ? "hidden_at IS NOT NULL" : "hidden_at IS NULL"
    switch self {
    case .message(let id):
      let row = try connection.first(
        """
        UPDATE messages SET hidden_at = \(hidden?.milliseconds) WHERE id = \(id) AND removed_at IS NULL AND \(before)
        RETURNING channel, thread
        """)
      guard let row, let key = ChannelKey(try row.value(0)) else { return false }
      try Chat.tell(id, in: key, at: now, connection)
      if let thread = try row.value(1, as: String?.self) { try Chat.tell(thread, in: key, at: now, connection) }
    case .question(let id):
      // What is hidden is not being answered now, nor is it once it is back; then it is open from now on, as authors are told of it.
      let row = try connection.first(
        """
        UPDATE questions SET hidden_at = \(hidden?.milliseconds), changed_at = \(now.milliseconds),
          state = CASE WHEN state = 'pinned' THEN 'open' ELSE state END
        WHERE id = \(id) AND \(before) RETURNING subject
        """)
      guard let subject: QuestionSubject = try row?.value(0) else { return false }
      try Questions.tell(id, subject, at: now, connection)
    }
    return true
  }

  /// All that somebody wrote and that is still to be seen.
  static func all(by person: String, _ connection: Connection) throws -> [WrittenThing] {
    let messages = try connection.query(
      "SELECT id FROM messages WHERE author = \(person) AND removed_at IS NULL AND hidden_at IS NULL ORDER BY number")
    let questions = try connection.query(
      "SELECT id FROM questions WHERE author = \(person) AND hidden_at IS NULL ORDER BY id")
    return try messages.map { WrittenThing.message(try $0.value(0)) }
      + questions.map { WrittenThing.question(try $0.value(0)) }
  }
}
