import Database
import Foundation
import Logging

/// Tells whether the folder of files is the one that goes with the database, where it has to be named to be found, by all nodes and
/// commands: its id stands in a file there and in the database.
public struct FilesMark: Sendable {
  /// Below the folder of files.
  static let fileName = "files-id"
  /// Among the choices, although nobody chooses it.
  private static let key = "files"

  private let data: DataFolder
  private let database: Database

  public init(_ data: DataFolder, _ database: Database) { (self.data, self.database) = (data, database) }

  /// What is wrong with the folder, in a sentence; the first node that asks makes its folder the one that counts.
  public func problem(at now: Instant) async throws -> String? {
    if isApart, try await stored() == nil { try await store(written ?? made(), at: now) }
    return try await difference()
  }

  /// The same, and nothing is written; nil while no node was ever started.
  public func difference() async throws -> String? {
    guard let id = try await stored(), id != written else { return nil }
    return """
      The files in \(data.filesPath) are not those of the conference: name the one folder that all its servers use (--files, \
      HATATA_FILES), as else pictures are missing, and stay when they are deleted. If this is that folder, write \(id) into \(path)
      """
  }

  /// Says in the log what is wrong with the folder, or why that could not be found out, which keeps nobody from serving.
  public func warn(at now: Instant, _ logger: Logger) async {
    do {
      if let problem = try await problem(at: now) { logger.warning("\(problem)") }
    } catch {
      logger.warning(
        "Whether the files are those of the conference could not be found out",
        metadata: ["folder": "\(data.filesPath)", "error": "\(error)"])
    }
  }

  /// Throws where files would be written, read or removed beside those of the conference.
  public func require() async throws {
    if let problem = try await difference() { throw ConferenceError.conflict(problem) }
  }

  /// Whether nothing speaks against it that the folder is the one, and the mark, where there has to be one, for it.
  func isSure() async throws -> Bool {
    guard let id = try await stored() else { return !isApart }
    return id == written
  }

  /// What lies together in a data folder needs no mark, and may come back from a backup that has none.
  private var isApart: Bool { database.dialect == .postgres || data.filesPath != data.path }

  private var path: String { "\(data.filesPath)/\(Self.fileName)" }

  private var written: String? {
    let id = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return id == "" ? nil : id
  }

  /// A new id, unless another node has just written one: the file is there with all that is in it, or not at all.
  private func made() throws -> String {
    let (id, draft) = (Account.newId(), "\(path).\(Account.newId())")
    let bytes = Data("\(id)\n".utf8)
    defer { try? FileManager.default.removeItem(atPath: draft) }
    try bytes.write(to: URL(fileURLWithPath: draft))
    if link(draft, path) == 0 { return id }
    if let written { return written }
    // Some file systems know no links.
    try bytes.write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    return id
  }

  private func stored() async throws -> String? {
    try await database.first("SELECT value FROM choices WHERE name = \(Self.key)")?.value(0, as: String.self)
  }

  private func store(_ id: String, at now: Instant) async throws {
    try await database.execute(
      """
      INSERT INTO choices (name, value, changed_at) VALUES (\(Self.key), \(id), \(now.milliseconds))
      ON CONFLICT (name) DO NOTHING
      """)
  }
}
