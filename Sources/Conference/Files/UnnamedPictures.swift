import Database
import Foundation

/// Deletes pictures that nothing in the database names, as they stay after a write whose end is not known, or a program that ended in
/// the middle of one.
///
/// Another database may live beside the same files, such as a copy to try something with, or a backup that was the wrong one. So a picture
/// is only marked at first, by a file beside it; who finds it named takes the mark away, and a picture goes when that has stood for a week.
struct UnnamedPictures: Sendable {
  /// Seconds.
  static let patience: TimeInterval = 7 * 86_400
  /// What a mark is called after its picture's name.
  static let ending = ".unnamed"

  let data: DataFolder
  let database: Database

  func sweep(at now: Date) async throws {
    guard try await FilesMark(data, database).isSure() else { return }
    let named = try await database.read { connection in
      [
        PictureFolder.portraitsName: try Self.portraits(connection),
        PictureFolder.messagesName: try Self.texts(
          "SELECT picture FROM messages WHERE picture IS NOT NULL", connection),
        PictureFolder.casesName: Set(
          try Self.texts("SELECT id FROM conduct_cases", connection).map { CasePicture.name(of: $0) }),
      ]
    }
    for (folder, names) in named { sweep("\(data.filesPath)/\(folder)", named: names, at: now) }
  }

  private func sweep(_ folder: String, named: Set<String>, at now: Date) {
    let files = Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    func remove(_ name: String) { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
    for picture in files where Self.isPicture(picture) && !named.contains(picture) {
      let mark = picture + Self.ending
      guard files.contains(mark) else {
        _ = FileManager.default.createFile(atPath: "\(folder)/\(mark)", contents: nil)
        continue
      }
      let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(mark)")
      guard let since = facts?[.modificationDate] as? Date, now.timeIntervalSince(since) > Self.patience else {
        continue
      }
      remove(picture)
      remove(mark)
    }
    for mark in files where mark.hasSuffix(Self.ending) {
      let picture = String(mark.dropLast(Self.ending.count))
      if Self.isPicture(picture), named.contains(picture) || !files.contains(picture) { remove(mark) }
    }
  }

  /// What is on its way into the folder has other endings.
  private static func isPicture(_ name: String) -> Bool { name.hasSuffix(".jpg") && Slug.isAddress(name) }

  private static func texts(_ sql: SQL, _ connection: Connection) throws -> Set<String> {
    Set(try connection.query(sql).map { try $0.value(0, as: String.self) })
  }

  /// One profile that cannot be read keeps all.
  private static func portraits(_ connection: Connection) throws -> Set<String> {
    Set(
      try texts("SELECT DISTINCT profile FROM accounts WHERE profile <> '{}'", connection).compactMap {
        try Profile(json: $0)?.portrait
      })
  }
}
