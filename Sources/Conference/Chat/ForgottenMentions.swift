import Database

extension Chat {
  /// What stands in messages in place of a name.
  static let forgotten = "@a former participant"

  /// Takes somebody's name out of what others wrote to or of them; the messages stay.
  static func forgetMentions(of account: Account, at now: Instant, _ connection: Connection) throws {
    let rows = try connection.query(
      """
      SELECT messages.id, messages.channel, messages.body FROM messages
      JOIN message_mentions ON message_mentions.message = messages.id WHERE message_mentions.account = \(account.id)
      """)
    for row in rows {
      let (id, body): (String, String) = (try row.value("id"), try row.value("body"))
      let text = try forgetting(account, in: body, naming: names(in: id, connection))
      guard text != body, let key = ChannelKey(try row.value("channel")) else { continue }
      try connection.execute("UPDATE messages SET body = \(text), words = \(Folding.folded(text)) WHERE id = \(id)")
      try tell(id, in: key, at: now, connection)
    }
  }

  /// Whom a message names, so that of names that begin alike only one goes.
  private static func names(in message: String, _ connection: Connection) throws -> [(id: String, name: String)] {
    try connection.query(
      """
      SELECT accounts.id, accounts.name FROM message_mentions JOIN accounts ON accounts.id = message_mentions.account
      WHERE message_mentions.message = \(message)
      """
    ).map { (id: try $0.value(0), name: try $0.value(1)) }
  }

  private static func forgetting(_ account: Account, in body: String, naming people: [(id: String, name: String)])
    -> String
  {
    // Browsers write names as Markdown that shows them as they are.
    let written = people.map { (id: $0.id, name: NameOffer.escaped($0.name)) }
    let others = written.filter { escaped in !people.contains { $0.name == escaped.name } }
    return Mentions.pieces(of: body, naming: people + others).map { piece in
      piece.account == account.id ? forgotten : piece.written
    }.joined()
  }
}
