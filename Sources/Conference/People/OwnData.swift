import Database
import Foundation

/// Everything that the database holds of somebody.
extension People {
  /// All of it as one JSON object: a list of rows for each table, times as ISO 8601, the files that the person sent, and the
  /// papers, sessions, events and sponsors in which an address of theirs stands.
  public func data(of id: String) async throws -> [UInt8] {
    try await database.read { connection in
      guard let account = try Self.account(id, connection) else { throw ConferenceError.notFound("person") }
      var tables: [String: Any] = [:]
      for table in PersonalTable.all { tables[table.name] = try connection.query(table.rows(account)).map(Self.object) }
      tables["files"] = try OwnUpload.all(of: id, connection).map(\.object)
      let draft = try Draft(rows: try ProgramStore.storedRows(connection).map(\.row))
      // What the program holds by an address that they had before is theirs to know, too.
      let each = try Self.addresses(of: account, connection).map { address in
        var past = account
        past.email = address
        return Access(past, conduct: nil)
      }
      let granted = try PaperClaims.granted(to: id, connection)
      tables["papers"] =
        draft?.papers.filter { paper in
          granted.contains(paper.id) || each.contains { $0.isAuthor(of: paper) }
        }.map(\.id) ?? []
      tables["sessions"] =
        draft?.sessions.filter { session in each.contains { $0.isChair(of: session) } }.map(\.id) ?? []
      tables["events"] = draft?.events.filter { event in each.contains { $0.isHost(of: event) } }.map(\.id) ?? []
      tables["sponsors"] =
        draft?.sponsors.filter { sponsor in each.contains { $0.isRepresentative(of: sponsor) } }.map(\.id) ?? []
      return Array(
        try JSONSerialization.data(
          withJSONObject: tables, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]))
    }
  }

  /// Puts on record that somebody's data was written out for them, which holds what they wrote to others in private.
  public func noteArchive(of id: String) async throws {
    let now = clock.now()
    try await database.write { try Deed(by: nil, "data written out", id).write(at: now, $0) }
  }

  /// So often one may take everything along in an hour, with all files.
  public static let mostArchives = 5

  /// Counts an archive of somebody's; throws where there were enough for now.
  public func countArchive(of id: String) async throws {
    let (now, pace) = (clock.now(), Allowance("data \(id)", Self.mostArchives, per: 3_600))
    let left: Int? = try await database.write { connection in
      try pace.take(at: now, connection) ? nil : pace.left(at: now, connection)
    }
    guard let left else { return }
    throw ConferenceError.limited(
      "You have taken your data along \(Self.mostArchives) times within an hour. You can do so again \(Allowance.words(left))",
      seconds: left)
  }

  /// The files that somebody sent, as they are listed with the data.
  public func uploads(of id: String) async throws -> [OwnUpload] {
    try await database.read { try OwnUpload.all(of: id, $0) }
  }

  private static func object(_ row: Row) throws -> [String: Any] {
    var object: [String: Any] = [:]
    for column in row.columns {
      switch try row.value(column, as: SQLValue.self) {
      case .null: object[column] = NSNull()
      case .integer(let number): object[column] = isTime(column) ? Instant(milliseconds: number).iso8601 as Any : number
      case .real(let number): object[column] = number
      case .text(let text): object[column] = nested(text) ?? text
      case .blob(let bytes): object[column] = Data(bytes).base64EncodedString()
      }
    }
    return object
  }

  private static func isTime(_ column: String) -> Bool { column.hasSuffix("_at") || ["at", "since"].contains(column) }

  /// What is stored as JSON is told as JSON.
  private static func nested(_ text: String) -> Any? {
    text.hasPrefix("{") ? try? JSONSerialization.jsonObject(with: Data(text.utf8)) : nil
  }
}
