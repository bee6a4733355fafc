import Database
import Foundation

/// What people saved, visited and noted, in the database.
public struct Saved: Sendable {
  /// So many papers and sessions one may keep, saved or visited.
  static let most = 10_000
  /// Characters of a note.
  public static let longestNote = 2_000

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  public func list(of account: String) async throws -> SavedList {
    try await database.read { try Self.list(of: account, $0) }
  }

  static func list(of account: String, _ connection: Connection) throws -> SavedList {
    var list = SavedList()
    try connection.forEach(
      "SELECT kind, subject, saved_at, visited_at, note FROM saved WHERE account = \(account) ORDER BY saved_at, subject"
    ) { row in
      let kind: SavedItem.Kind = try row.value("kind")
      guard let item = SavedItem(kind, try row.value("subject")) else { return }
      if try row.value("saved_at", as: Int64?.self) != nil {
        if kind == .paper { list.papers.append(item.id) } else { list.sessions.append(item.id) }
      }
      if kind == .paper, try row.value("visited_at", as: Int64?.self) != nil { list.visited.append(item.id) }
      list.notes[item] = try row.value("note", as: String?.self)
    }
    return list
  }

  /// Saves, takes back and notes as visited, all in one transaction; what was so before stays as it was.
  public func change(save: [SavedItem] = [], unsave: [SavedItem] = [], visit: [SavedItem] = [], of account: String)
    async throws
  {
    let now = clock.now()
    try await database.write { connection in
      for (place, item) in save.enumerated() {
        // The order in which they come is the order in which they were saved.
        try Self.save(item, of: account, at: now.milliseconds + Int64(place), connection)
      }
      for item in unsave { try Self.unsave(item, of: account, connection) }
      for item in visit where item.kind == .paper { try Self.visit(item, of: account, at: now, connection) }
      try Self.checkCount(of: account, connection)
    }
  }

  private static func save(_ item: SavedItem, of account: String, at milliseconds: Int64, _ connection: Connection)
    throws
  {
    try connection.execute(
      """
      INSERT INTO saved (account, kind, subject, saved_at) VALUES (\(account), \(item.kind), \(item.id), \(milliseconds))
      ON CONFLICT (account, kind, subject) DO UPDATE SET saved_at = COALESCE(saved.saved_at, \(milliseconds))
      """)
  }

  private static func unsave(_ item: SavedItem, of account: String, _ connection: Connection) throws {
    try connection.execute("UPDATE saved SET saved_at = NULL WHERE \(row(item, of: account))")
    try dropEmpty(item, of: account, connection)
  }

  private static func visit(_ item: SavedItem, of account: String, at now: Instant, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO saved (account, kind, subject, visited_at) VALUES (\(account), \(item.kind), \(item.id), \(now.milliseconds))
      ON CONFLICT (account, kind, subject) DO UPDATE SET visited_at = COALESCE(saved.visited_at, \(now.milliseconds))
      """)
  }

  /// Keeps what somebody wrote of something; an empty text takes the note away.
  public func note(_ text: String, on item: SavedItem, of account: String) async throws {
    let text = text.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.count <= Self.longestNote, text.utf8.count <= 4 * Self.longestNote, !text.contains("\0") else {
      throw ConferenceError.invalid(
        field: "Note", problem: "it is longer than \(Self.longestNote) characters", advice: "Write it shorter.")
    }
    let note = text.isEmpty ? nil : text
    try await database.write { connection in
      try connection.execute(
        """
        INSERT INTO saved (account, kind, subject, note) VALUES (\(account), \(item.kind), \(item.id), \(note))
        ON CONFLICT (account, kind, subject) DO UPDATE SET note = \(note)
        """)
      try Self.dropEmpty(item, of: account, connection)
      try Self.checkCount(of: account, connection)
    }
  }

  private static func row(_ item: SavedItem, of account: String) -> SQL {
    "account = \(account) AND kind = \(item.kind) AND subject = \(item.id)"
  }

  private static func dropEmpty(_ item: SavedItem, of account: String, _ connection: Connection) throws {
    try connection.execute(
      "DELETE FROM saved WHERE \(row(item, of: account)) AND saved_at IS NULL AND visited_at IS NULL AND note IS NULL")
  }

  private static func checkCount(of account: String, _ connection: Connection) throws {
    let count: Int = try connection.first("SELECT COUNT(*) FROM saved WHERE account = \(account)")?.value(0) ?? 0
    guard count <= most else {
      throw ConferenceError.invalid(
        field: "My plan", problem: "it holds more than \(most) papers and sessions", advice: "Take some off first.")
    }
  }
}
