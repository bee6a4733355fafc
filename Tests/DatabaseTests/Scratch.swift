import Foundation
import ScratchDatabase
import Synchronization

@testable import Database

/// An empty folder, and databases, that go when the test is over.
final class Scratch: Sendable {
  let url: URL
  private let places = Mutex<[ScratchPlace]>([])

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

  /// A place for a new database.
  func place(_ backend: Backend) throws -> ScratchPlace {
    let place = try ScratchPlace(backend)
    places.withLock { $0.append(place) }
    return place
  }

  /// A new database whose one migration is `schema`.
  func database(_ schema: String, on backend: Backend = .sqlite) throws -> Database {
    try place(backend).open([first(schema)])
  }

  /// A new PostgreSQL database with these settings.
  func database(_ schema: String, _ settings: Postgres.Settings) throws -> Database {
    try Database.open(postgres: place(.postgres).address, migrations: [first(schema)], settings: settings)
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
