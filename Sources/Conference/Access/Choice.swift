import Database
import Foundation

/// Something that organizers set for the whole site, kept under its name.
public protocol Choice: Codable, Hashable, Sendable {
  static var name: String { get }
  /// What holds until somebody chose.
  static var standard: Self { get }
  /// With which a token may choose.
  static var scope: TokenScope { get }
  /// What differs between two of them, as the record tells organizers: by name, before and after, and no secrets.
  static func differences(_ before: Self, _ after: Self, _ connection: Connection) throws -> [String: String]
}

extension Choice {
  public static var scope: TokenScope { .settingsWrite }

  public static func differences(_ before: Self, _ after: Self, _ connection: Connection) throws -> [String: String] {
    Deed.differences(try before.words, try after.words)
  }

  /// Its fields as people read them.
  private var words: [String: String] {
    get throws {
      guard case .map(let fields) = try JSONValue(encoding: self) else { return [:] }
      return fields.mapValues(\.plain)
    }
  }

  /// What holds in this transaction.
  public static func current(_ connection: Connection) throws -> Self {
    guard let json: String = try connection.first("SELECT value FROM choices WHERE name = \(name)")?.value(0) else {
      return standard
    }
    return try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }

  /// What holds now.
  public static func current(_ database: Database) async throws -> Self { try await database.read { try current($0) } }

  /// Whether somebody chose, be it what holds anyway.
  public static func isChosen(_ database: Database) async throws -> Bool {
    try await database.first("SELECT 1 FROM choices WHERE name = \(name)") != nil
  }

  /// Makes it hold from now on, on all nodes, and writes down who did it.
  public func choose(by doer: (any Doer)?, _ database: Database, at now: Instant) async throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(self), as: UTF8.self)
    try await database.write { connection in
      try Right.choose(by: Self.scope).check(doer, connection)
      let differences = try Self.differences(try Self.current(connection), self, connection)
      try connection.execute(
        """
        INSERT INTO choices (name, value, changed_at) VALUES (\(Self.name), \(json), \(now.milliseconds))
        ON CONFLICT (name) DO UPDATE SET value = \(json), changed_at = \(now.milliseconds)
        """)
      try Deed(by: doer, "\(Self.name) changed", Self.name, differences).write(at: now, connection)
      connection.record(topic: "choices", kind: "changed", subject: Self.name, at: now.milliseconds)
    }
  }
}
