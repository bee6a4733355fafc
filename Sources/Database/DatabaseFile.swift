import Foundation

/// The path of a database file, always absolute, so that SQLite takes it for neither a URI nor a name like `:memory:`.
struct DatabaseFile: Sendable {
  let path: String

  init(_ path: String) {
    self.path = Self.isPath(path) ? URL(fileURLWithPath: path).path : path
  }

  private static func isPath(_ path: String) -> Bool { !path.isEmpty && !path.utf8.contains(0) }

  /// The path as error messages begin with it.
  var quoted: String { "'\(path)'" }

  /// The path for a connection that only reads. Where nobody has a log beside the file, SQLite is told that it does not change;
  /// else it would make a log, and leave it behind.
  var pathToRead: String {
    let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    return (log ?? 0) > 0 ? path : URL(fileURLWithPath: path).absoluteString + "?immutable=1"
  }

  private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// Throws in plain words for what SQLite would call "unable to open database file".
  func checkUsable() throws {
    try checkFolder()
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    if isFolder.boolValue { throw refusal("is a folder", "give the path of a file in it") }
    guard files.isReadableFile(atPath: path), files.isWritableFile(atPath: path) else {
      throw refusal("may not be read and written", "give this user the right to do both")
    }
  }

  private func checkFolder() throws {
    guard Self.isPath(path) else {
      throw DatabaseError(.misuse, quoted, "is not a path", "give the path of a file")
    }
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw refusal("cannot be opened, as there is no folder '\(folder)'", "make the folder, or choose another one")
    }
    // SQLite puts its log beside the file, so the folder has to be writable as well.
    guard files.isWritableFile(atPath: folder) else {
      throw refusal("cannot be opened, as its folder may not be written", "give this user the right to write it")
    }
  }

  /// Lets `write` fill a file of another name beside this one, which gets its own name only when that has succeeded.
  func makeWhole(_ write: (_ partial: String) throws -> Void) throws {
    try checkFolder()
    let files = FileManager.default
    guard !files.fileExists(atPath: path) else { throw refusal("exists already", "choose another name") }
    let partial = "\(path).\(UUID().uuidString).partial"
    do {
      try write(partial)
      try files.moveItem(atPath: partial, toPath: path)
    } catch {
      // The first error is the one to tell, whether or not anything was left to clean up.
      try? files.removeItem(atPath: partial)
      throw error as? DatabaseError ?? refusal("cannot be made (\(error.localizedDescription))", nil)
    }
  }

  private func refusal(_ problem: String, _ advice: String?) -> DatabaseError {
    DatabaseError(.other, quoted, problem, advice)
  }
}
