import Database

/// Names with an @ before them.
enum Mentions {
  /// Of several people in a text, so many are told.
  static let most = 10

  /// Whom a text names, of the people whose names are given: after each @ the longest name that stands there.
  static func found(in text: String, among people: [(id: String, name: String)]) -> [String] {
    let folded = Folding.folded(text)
    let names = people.map { (id: $0.id, name: Folding.folded($0.name)) }.sorted { $0.name.count > $1.name.count }
    var found: [String] = []
    var rest = folded[...]
    while let at = rest.firstIndex(of: "@") {
      rest = rest[rest.index(after: at)...]
      let named = names.first { rest.hasPrefix($0.name) && !(rest.dropFirst($0.name.count).first?.isLetter ?? false) }
      if let named, !found.contains(named.id) { found.append(named.id) }
      if found.count == most { break }
    }
    return found
  }
}

extension Chat {
  /// Notes whom a message names, of those who wrote in its channel or, where the name is somebody's in full, of all; and tells them.
  static func mention(
    in text: String, message id: String, channel: Channel, by author: String, at now: Instant, _ connection: Connection
  ) throws {
    var told: Set<String> = []
    if text.contains("@") {
      let people = try connection.query(
        """
        SELECT DISTINCT accounts.id, accounts.name FROM messages JOIN accounts ON accounts.id = messages.author
        WHERE messages.channel = \(channel.key.description) AND accounts.standing = 'active' LIMIT 2000
        """
      ).map { (id: try $0.value(0, as: String.self), name: try $0.value(1, as: String.self)) }
      for account in Mentions.found(in: text, among: people) where account != author {
        try connection.execute(
          "INSERT INTO message_mentions (message, account) VALUES (\(id), \(account)) ON CONFLICT (message, account) DO NOTHING"
        )
        told.insert(account)
      }
    }
    if channel.key.kind == .direct { told.formUnion(try DirectChannels.members(channel.key, connection)) }
    told.remove(author)
    for account in told.sorted() {
      connection.record(topic: "me/\(account)", kind: "unread", subject: channel.key.description, at: now.milliseconds)
    }
  }

  /// The names of those who wrote in a channel, the last first, for whoever types an @.
  public func writers(in key: ChannelKey, by door: ChannelDoor) async throws -> [(id: String, name: String)] {
    try await database.read { connection in
      _ = try door.channel(key, connection)
      return try connection.query(
        """
        SELECT accounts.id, accounts.name FROM messages JOIN accounts ON accounts.id = messages.author
        WHERE messages.channel = \(key.description) AND accounts.standing = 'active'
        GROUP BY accounts.id, accounts.name ORDER BY MAX(messages.number) DESC LIMIT 100
        """
      ).map { (id: try $0.value(0), name: try $0.value(1)) }
    }
  }
}
