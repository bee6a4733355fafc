import Database
import Foundation

/// Where a conference lives on disk: its database and its media, nothing else.
public struct DataFolder: Sendable {
  public let path: String
  public var databasePath: String { path + "/hatata.sqlite" }
  public var mediaPath: String { path + "/media" }
  public var settingsPath: String { path + "/settings.json" }

  public init(path: String) { self.path = path }

  /// Opens the database, making the folder and the database where there is none yet.
  public func open() throws -> Database {
    do {
      try FileManager.default.createDirectory(atPath: mediaPath, withIntermediateDirectories: true)
    } catch {
      throw ConferenceError.unavailable("the data folder \(path) cannot be made: \(error.localizedDescription)")
    }
    return try Database.open(sqlite: databasePath)
  }

  /// Opens the database of a conference that is there already.
  public func openExisting() throws -> Database {
    guard FileManager.default.fileExists(atPath: databasePath) else {
      throw ConferenceError.notFound(
        "there is no conference in \(path); make one with “hatata import FOLDER --data \(path)” or “hatata demo --data \(path)”"
      )
    }
    return try open()
  }
}
