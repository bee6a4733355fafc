import Foundation

@testable import Database

/// An empty folder that goes when the test is over.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { url.appendingPathComponent(name).path }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  /// A new database whose one migration is `schema`.
  func database(_ schema: String) throws -> Database {
    try Database.open(sqlite: file("scratch.sqlite"), migrations: [first(schema)])
  }
}

func first(_ schema: String) -> Migration {
  Migration(number: 1, name: "first", text: schema)
}

extension Database {
  func count(_ sql: SQL) async throws -> Int? {
    try await first(sql)?.value(0)
  }
}
