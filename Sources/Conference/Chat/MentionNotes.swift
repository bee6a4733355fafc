import Database

/// Somebody whom a message names.
public struct Mention: Hashable, Sendable {
  public let id: String
  public let name: String
  /// Whether the person has a page that participants may see.
  public let isHere: Bool
}

/// A name that is offered to who types an @.
public struct NameOffer: Encodable, Hashable, Sendable {
  public let name: String
  /// What is written after the @, in Markdown.
  public let text: String
  /// What tells the person from others of the same name.
  public let about: String?
}

extension Chat {
  /// Whom a text names. It is read before the message is written, so that nobody waits for it.
  func named(_ text: MessageText, in key: ChannelKey, by door: ChannelDoor) async throws -> [String] {
    let names = Mentions.candidates(in: text.prose)
    guard !names.isEmpty else { return [] }
    let beginnings = Set(names.map { String($0.prefix(while: Mentions.isWordPart)) })
    return try await database.read { connection in
      let people = try Namable.all(in: key, door.program, beginning: beginnings, connection) { names.contains($0) }
      return Mentions.found(in: text.prose, among: people.map { (id: $0.id, name: $0.name) })
    }
  }

  /// Notes whom a message names, in place of those whom it named before, and tells those for whom that is new. Who has read on already is not told again.
  static func mention(
    _ named: [String], in message: String, _ key: ChannelKey, by author: String, at now: Instant,
    _ connection: Connection
  ) throws {
    let before = Set(
      try connection.query("SELECT account FROM message_mentions WHERE message = \(message)").map {
        try $0.value(0, as: String.self)
      })
    let after = Set(named).subtracting([author])
    for account in before.subtracting(after).sorted() {
      try connection.execute("DELETE FROM message_mentions WHERE message = \(message) AND account = \(account)")
    }
    for account in after.subtracting(before).sorted() {
      try connection.execute(
        """
        INSERT INTO message_mentions (message, account) VALUES (\(message), \(account))
        ON CONFLICT (message, account) DO NOTHING
        """)
    }
    tellUnread(before.symmetricDifference(after), key, at: now, connection)
  }

  /// Lets the pages of people show anew how much is unread.
  static func tellUnread(_ accounts: Set<String>, _ key: ChannelKey, at now: Instant, _ connection: Connection) {
    for account in accounts.sorted() {
      connection.record(topic: "me/\(account)", kind: "unread", subject: key.description, at: now.milliseconds)
    }
  }

  /// Whom each of some messages names.
  static func mentions(in messages: [Message], _ connection: Connection) throws -> [String: [Mention]] {
    let ids = messages.filter { $0.isShown && $0.body.contains("@") }.map(\.id)
    guard !ids.isEmpty else { return [:] }
    var mentions: [String: [Mention]] = [:]
    try connection.forEach(
      """
      SELECT message, accounts.id, accounts.name, accounts.standing FROM message_mentions
      JOIN accounts ON accounts.id = message_mentions.account WHERE message IN \(list: ids) ORDER BY accounts.id
      """
    ) { row in
      let isHere = try row.value(3, as: Standing.self) == .active
      mentions[try row.value(0), default: []].append(
        Mention(id: try row.value(1), name: try row.value(2), isHere: isHere))
    }
    return mentions
  }

  /// Names that begin with a text, of people who can be named in a channel, those who wrote there first.
  public func names(beginning text: String, in key: ChannelKey, by door: ChannelDoor, limit: Int = 8) async throws
    -> [NameOffer]
  {
    let start = Folding.folded(text)
    let people = try await database.read { connection in
      _ = try door.channel(key, connection)
      guard start.first.map(Mentions.isWordPart) == true, start.count <= 60, !start.contains("\0") else {
        return [Namable]()
      }
      return try Namable.all(in: key, door.program, beginning: [start], connection) { $0.hasPrefix(start) }
    }
    let namesakes = Dictionary(grouping: people, by: \.folded).mapValues { $0.map(\.id) }
    return people.filter { $0.id != door.access.account?.id }
      .sorted { ($0.hasWritten ? 0 : 1, $0.folded, $0.id) < ($1.hasWritten ? 0 : 1, $1.folded, $1.id) }
      .prefix(limit).map { NameOffer($0, among: namesakes[$0.folded, default: []]) }
  }
}

extension NameOffer {
  fileprivate init(_ person: Namable, among namesakes: [String]) {
    name = person.name
    let written = Self.escaped(person.name)
    guard namesakes.count > 1 else {
      (text, about) = (written, nil)
      return
    }
    let sign = "#" + Mentions.sign(of: person.id, among: namesakes)
    text = written + sign
    about = [person.affiliation, sign].compactMap(\.self).joined(separator: ", ")
  }

  /// As Markdown, which shows it as it is.
  static func escaped(_ name: String) -> String {
    name.reduce(into: "") { text, character in
      switch character {
      case "<": text += "&lt;"
      case "\\", "`", "*", "_", "[", "]", ">", "$", "&", "~", "|": text += "\\\(character)"
      default: text.append(character)
      }
    }
  }
}
