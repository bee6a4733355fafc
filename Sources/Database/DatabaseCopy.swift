import Dispatch
import Foundation

/// What a copy has written into one table.
public struct CopiedTable: Sendable, Equatable {
  public let name: String
  public let rows: Int
  /// A hash of all values that does not depend on the rows' order, the same on both servers.
  public let checksum: UInt64
}

extension Database {
  /// Copies all tables, as of now and while they are used, into a database that is as new: of the same schema, and with no
  /// rows but those that migrations have made. All or nothing; what was written is read again and compared.
  ///
  /// Search indexes, which each server has of its own kind, are not copied: the caller is to fill them anew.
  public func copy(to target: Database) async throws -> [CopiedTable] {
    guard schemaVersion == target.schemaVersion else {
      throw DatabaseError(
        .misuse, target.driver.place, "has schema \(target.schemaVersion), and what is copied \(schemaVersion)",
        "open both with the same program"
      )
    }
    return try await blocking { try self.copyNow(to: target) }
  }

  /// Whether any of the tables that were copied is another one now, as something was written while or after that.
  public func hasMoved(since copied: [CopiedTable]) async throws -> Bool {
    let names = Set(copied.map(\.name))
    return try await blocking {
      var found: [CopiedTable] = []
      try self.driver.inspect { session in
        let connection = Connection(session: session)
        found = try CopyTable.all(in: connection).filter { names.contains($0.name) }
          .map { try $0.summary(in: connection) }
      }
      return found != copied
    }
  }

  /// Does what blocks its thread for as long as it takes.
  private func blocking<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: "hatata.copy").async { continuation.resume(with: Result { try work() }) }
    }
  }

  private func copyNow(to target: Database) throws -> [CopiedTable] {
    let pristine = try pristineTables()
    var copied: [CopiedTable] = []
    try driver.inspect { source in
      try target.driver.alterSchema { session in
        let copy = DatabaseCopy(
          from: Connection(session: source), to: Connection(session: session), target.driver.place)
        copied = try copy.run(over: pristine)
      }
    }
    return copied
  }

  /// What the migrations alone put into each table, tried in a temporary file.
  private func pristineTables() throws -> [String: CopiedTable] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-copy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = DatabaseFile(folder.appendingPathComponent("pristine.sqlite").path)
    let driver = try SQLite(file: file, settings: SQLite.Settings()) { _ in }
    try plan.apply(to: driver)
    var tables: [String: CopiedTable] = [:]
    try driver.inspect { session in
      for table in try CopyTable.all(in: Connection(session: session)) {
        tables[table.name] = try table.summary(in: Connection(session: session))
      }
    }
    try driver.close()
    return tables
  }
}

/// One copy, within a transaction on each side.
private struct DatabaseCopy {
  private let source: Connection
  private let target: Connection
  private let place: String

  init(from source: Connection, to target: Connection, _ place: String) {
    (self.source, self.target, self.place) = (source, target, place)
  }

  func run(over pristine: [String: CopiedTable]) throws -> [CopiedTable] {
    // What is read first decides as of when the copy is.
    let ours = try CopyTable.all(in: source)
    let theirs = try CopyTable.all(in: target)
    try CopyTable.lock(theirs, in: target)
    // What only one kind of server has is a search index, or a part of one.
    let tables = ours.filter { table in
      pristine[table.name] != nil && theirs.contains { $0.name == table.name }
    }
    for table in tables { try check(table, against: pristine[table.name], theirs) }
    let rules = try CopyRules(in: target)
    try rules.loosen()
    for table in tables { try table.empty(in: target) }
    let copied = try tables.map { try $0.copy(from: source, to: target) }
    for (table, expected) in zip(tables, copied) { try verify(table, expected) }
    try rules.tighten()
    return copied
  }

  private func check(_ table: CopyTable, against pristine: CopiedTable?, _ theirs: [CopyTable]) throws {
    guard theirs.contains(table) else {
      throw DatabaseError(.misuse, place, "has other columns in \(table.name)", "open both with the same program")
    }
    guard try table.summary(in: target) == pristine else {
      throw DatabaseError(.misuse, place, "has rows in \(table.name) already", "copy into a new database")
    }
  }

  private func verify(_ table: CopyTable, _ expected: CopiedTable) throws {
    guard try table.summary(in: target) == expected else {
      throw DatabaseError(
        .other, place, "would hold other values in \(table.name) than were copied, so nothing was",
        "look for values there that do not fit their columns"
      )
    }
  }
}
