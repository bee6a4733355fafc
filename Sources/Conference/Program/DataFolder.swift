import Database
import Foundation

/// Where a conference lives on disk: its database, unless that is on a PostgreSQL server, and its files.
public struct DataFolder: Sendable {
  public let path: String
  /// Where media and the pictures that people sent lie: the folder itself, or one that several nodes share.
  public let filesPath: String
  /// The address of the PostgreSQL database in place of the folder's own one; it may hold a password.
  public let postgres: String?
  /// How much of that server is used.
  let limits: PostgresLimits

  public var databasePath: String { path + "/hatata.sqlite" }
  public var mediaPath: String { filesPath + "/media" }
  public var settingsPath: String { path + "/settings.json" }
  /// Where mails are written unless they leave, or another folder is chosen.
  public var mailPath: String { path + "/mail" }
  /// A node's own search index, where the database is elsewhere.
  var searchPath: String { path + "/search.sqlite" }

  /// All folders with files that are not in the database, by their names below `filesPath`.
  public static let fileFolders = [
    "media", PictureFolder.portraitsName, PictureFolder.messagesName, PictureFolder.casesName,
  ]

  /// - Parameter files: where files lie, if that is not the folder itself; an empty text names none.
  public init(
    path: String, files: String? = nil, postgres: String? = nil, limits: PostgresLimits = PostgresLimits()
  ) {
    (self.path, self.postgres, self.limits) = (path, postgres, limits)
    filesPath = files.flatMap { $0.isEmpty ? nil : $0 } ?? path
  }

  /// Opens the database, making the folders and the database where there is none yet.
  public func open() throws -> Database {
    for folder in [path, mediaPath] {
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw ConferenceError.unavailable("the folder \(folder) cannot be made: \(error.localizedDescription)")
      }
    }
    guard let postgres else { return try Database.open(sqlite: databasePath) }
    return try Database.open(postgres: postgres, limits: limits)
  }

  public var isThere: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Whether there is a database to open; one on a server has to be there before.
  public var hasDatabase: Bool { postgres != nil || FileManager.default.fileExists(atPath: databasePath) }

  /// Opens the database of a conference that is there already, to look at it only: nothing in the folder changes.
  public func openReadOnly() throws -> Database {
    guard let database = try openReadOnlyIfThere() else { throw missing }
    return database
  }

  /// The same, or nil where there is no database, or an empty one on a server.
  func openReadOnlyIfThere() throws -> Database? {
    guard hasDatabase else { return nil }
    guard let postgres else { return try Database.openReadOnly(sqlite: databasePath) }
    return try Database.openReadOnly(postgres: postgres)
  }

  /// Opens the database of a conference that is there already.
  public func openExisting() throws -> Database {
    guard hasDatabase else { throw missing }
    return try open()
  }

  private var missing: ConferenceError {
    ConferenceError.notFound(
      postgres == nil
        ? "there is no conference in \(path); make one with “hatata import FOLDER --data \(path)” or “hatata demo --data \(path)”"
        : "there is no conference in the database yet; import one")
  }
}
