import Database
import Foundation

/// Tells the other nodes who is on this one and how many write there, and learns it of them; one node alone has nobody to tell.
public actor PresenceExchange {
  /// In milliseconds: a node that was silent for longer is gone, and all who were on it.
  static let patience: Int64 = 60_000
  /// In milliseconds: for so long is true what a node has told of who writes.
  static let freshness: Int64 = 10_000

  private let database: Database
  private let presence: Presence
  private let typing: Typing
  private let node = Account.newId()
  /// What the table says of this node; nil before it says anything, and after it could not be written.
  private var told: Set<Presence.Place>?

  public init(_ database: Database, _ presence: Presence, _ typing: Typing) {
    (self.database, self.presence, self.typing) = (database, presence, typing)
  }

  /// Writes what has changed here since the last time and reads the rest.
  public func exchange(at now: Instant) async throws {
    let (here, told, node) = (presence.here, told, node)
    let writing = String(decoding: try JSONEncoder().encode(typing.here(at: now)), as: UTF8.self)
    self.told = nil
    try await database.write { try Self.tell(here, writing, told, node, at: now, $0) }
    self.told = here
    let others = try await database.query(
      """
      SELECT DISTINCT around.channel, around.account FROM around JOIN around_nodes ON around_nodes.id = around.node
      WHERE around.node <> \(node) AND around_nodes.seen_at > \(now.milliseconds - Self.patience)
      """
    ).map { Presence.Place(channel: try $0.value(0), account: try $0.value(1)) }
    presence.learn(elsewhere: Dictionary(grouping: others, by: \.channel).mapValues { Set($0.map(\.account)) })
    try await learnWriting(at: now)
  }

  private func learnWriting(at now: Instant) async throws {
    let rows = try await database.query(
      "SELECT typing FROM around_nodes WHERE id <> \(node) AND seen_at > \(now.milliseconds - Self.freshness)")
    var counts: [String: Int] = [:]
    for row in rows {
      let told = try JSONDecoder().decode([String: Int].self, from: Data(try row.value(0, as: String.self).utf8))
      counts.merge(told) { $0 + $1 }
    }
    typing.learn(elsewhere: counts, until: Instant(milliseconds: now.milliseconds + Self.freshness))
  }

  private static func tell(
    _ here: Set<Presence.Place>, _ writing: String, _ told: Set<Presence.Place>?, _ node: String, at now: Instant,
    _ connection: Connection
  ) throws {
    let gone: SQL = "SELECT id FROM around_nodes WHERE id <> \(node) AND seen_at < \(now.milliseconds - 10 * patience)"
    try connection.execute("DELETE FROM around WHERE node IN (\(gone))")
    try connection.execute("DELETE FROM around_nodes WHERE id IN (\(gone))")
    try connection.execute(
      """
      INSERT INTO around_nodes (id, seen_at, typing) VALUES (\(node), \(now.milliseconds), \(writing))
      ON CONFLICT (id) DO UPDATE SET seen_at = \(now.milliseconds), typing = \(writing)
      """)
    if told == nil { try connection.execute("DELETE FROM around WHERE node = \(node)") }
    for place in (told ?? []).subtracting(here) {
      try connection.execute(
        "DELETE FROM around WHERE node = \(node) AND channel = \(place.channel) AND account = \(place.account)")
    }
    for place in here.subtracting(told ?? []) {
      try connection.execute(
        """
        INSERT INTO around (node, channel, account) VALUES (\(node), \(place.channel), \(place.account))
        ON CONFLICT (node, channel, account) DO NOTHING
        """)
    }
  }
}

extension People {
  /// Names of those of the accounts who take part, by name; at most `limit`.
  public func names(of accounts: Set<String>, limit: Int) async throws -> [(id: String, name: String)] {
    guard !accounts.isEmpty else { return [] }
    return try await database.query(
      """
      SELECT id, name FROM accounts WHERE id IN \(list: accounts.sorted()) AND standing = 'active' ORDER BY name, id LIMIT \(limit)
      """
    ).map { (try $0.value(0), try $0.value(1)) }
  }
}
