import Foundation
import Testing

@testable import Conference

/// A folder of files and the data folder that it is imported into, both removed with it.
final class ScratchImport {
  let root: String
  var folder: String { root + "/folder" }
  let data: DataFolder

  init(_ files: [String: String] = [:]) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("import-\(UUID().uuidString)").path
    data = try ScratchData.folder(at: root + "/data")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + name) }

  func run(_ change: (inout FolderImport.Options) -> Void = { _ in }) async throws -> FolderImport.Outcome {
    var options = FolderImport.Options()
    change(&options)
    return try await FolderImport(data: data, options: options)
      .run(folder, now: Instant(milliseconds: 1_777_000_000_000))
  }

  func draft() async throws -> Draft {
    let database = try data.openExisting()
    defer { try? database.close() }
    return try #require(try await ProgramStore(database).draft())
  }

  func program() async throws -> Program {
    let database = try data.openExisting()
    defer { try? database.close() }
    return try await ProgramStore(database).load()
  }

  /// Every file below the data folder with its bytes.
  func stored() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: data.path) {
      files[name] = FileManager.default.contents(atPath: data.path + "/" + name) ?? Data()
    }
    return files
  }
}
