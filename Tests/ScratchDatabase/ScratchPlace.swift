import Database
import Foundation

/// A place for one database, without one that was there before; what is in it goes with it.
public final class ScratchPlace: Sendable {
  public let backend: Backend
  /// What `Database.open` takes: the path of a file or the address of a PostgreSQL database.
  public let address: String
  private let name: String

  /// A place without anything in it, or with the program's own tables already where its server takes long to make them.
  public init(_ backend: Backend, withTables hasTables: Bool = false) throws {
    self.backend = backend
    name = "hatata-\(UUID().uuidString.lowercased())"
    switch backend {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      address = folder.appendingPathComponent("scratch.sqlite").path
    case .postgres:
      let cluster = try PostgresCluster.shared()
      let template = hasTables ? try cluster.withTables : "template1"
      try cluster.run(sql: "CREATE DATABASE \"\(name)\" TEMPLATE \(template)")
      address = cluster.address(of: name)
    }
  }

  deinit {
    // What is left behind goes with the system's temporary folder or with the cluster.
    switch backend {
    case .sqlite:
      try? FileManager.default.removeItem(at: URL(fileURLWithPath: address).deletingLastPathComponent())
    case .postgres: try? PostgresCluster.shared().run(sql: "DROP DATABASE \"\(name)\" WITH (FORCE)")
    }
  }

  /// Opens the database with the program's own migrations.
  public func open() throws -> Database {
    switch backend {
    case .sqlite: try Database.open(sqlite: address)
    case .postgres: try Database.open(postgres: address)
    }
  }

  /// Opens the database with other migrations.
  public func open(_ migrations: [Migration]) throws -> Database {
    switch backend {
    case .sqlite: try Database.open(sqlite: address, migrations: migrations)
    case .postgres: try Database.open(postgres: address, migrations: migrations)
    }
  }
}
