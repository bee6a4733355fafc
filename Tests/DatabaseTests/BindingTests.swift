import ScratchDatabase
import Testing

@testable import Database

@Suite("Binding")
struct BindingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(
    "hostile text comes back as it went in",
    arguments: [
      "", "'", "''; DROP TABLE notes; --", "\" OR 1=1", "%_\\", "?", "$1 :name @x", "\u{1}\u{7f}\r\n\t",
      "\u{FEFF}\u{202E}", "e\u{301} 日本語 👩🏽‍🚀 🧶", String(repeating: "🧶'", count: 200_000),
    ], Backend.installed)
  func text(_ text: String, _ backend: Backend) async throws {
    let database = try scratch.database("CREATE TABLE notes (body TEXT)", on: backend)
    try await database.execute("INSERT INTO notes (body) VALUES (\(text))")
    let row = try await database.first("SELECT body FROM notes WHERE body = \(text)")
    let found: String? = try row?.value("body")
    #expect(found.map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test(
    "text with a NUL is refused rather than cut short, in both dialects, without repeating it",
    arguments: Backend.installed)
  func nul(_ backend: Backend) async throws {
    let sql: SQL = "SELECT \(1), \("s3cret\0tail")"
    for dialect in Dialect.allCases {
      let error = #expect(throws: DatabaseError.self) { try RenderedSQL(sql, for: dialect) }
      #expect(error?.kind == .misuse)
      #expect(error?.description.contains("value 2") == true)
      #expect(error?.description.contains("s3cret") == false)
    }
    let database = try scratch.database("CREATE TABLE notes (body TEXT)", on: backend)
    await #expect(throws: DatabaseError.self) { try await database.execute("INSERT INTO notes VALUES (\("a\0b"))") }
    #expect(try await database.count("SELECT COUNT(*) FROM notes") == 0)
  }

  @Test(
    "bytes come back as they went in, also none and a megabyte", arguments: [[], [0], [0, 39, 255], megabyte],
    Backend.installed)
  func bytes(_ bytes: [UInt8], _ backend: Backend) async throws {
    let database = try scratch.database("CREATE TABLE files (body BYTEA NOT NULL)", on: backend)
    try await database.execute("INSERT INTO files (body) VALUES (\(bytes))")
    let found: [UInt8]? = try await database.first("SELECT body FROM files")?.value("body")
    #expect(found == bytes)
  }

  private static let megabyte = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }

  @Test("numbers, truth and nothing come back as they went in", arguments: Backend.installed)
  func numbers(_ backend: Backend) async throws {
    let database = try scratch.database(
      "CREATE TABLE t (a INTEGER, b BIGINT, c DOUBLE PRECISION, d INTEGER, e TEXT)", on: backend)
    try await database.execute("INSERT INTO t VALUES (\(-1), \(Int64.max), \(0.1), \(true), \(String?.none))")
    let row = try #require(try await database.first("SELECT * FROM t"))
    #expect(try row.value("a") == -1)
    #expect(try row.value("b") == Int64.max)
    #expect(try row.value("c") == 0.1)
    #expect(try row.value("d") == true)
    #expect(try row.value("e") == String?.none)
  }

  @Test("a list selects its members, an empty one nothing", arguments: Backend.installed)
  func lists(_ backend: Backend) async throws {
    let database = try scratch.database("CREATE TABLE t (id INTEGER); INSERT INTO t VALUES (1), (2), (3)", on: backend)
    #expect(try await database.count("SELECT COUNT(*) FROM t WHERE id IN \(list: [1, 3, 9])") == 2)
    #expect(try await database.count("SELECT COUNT(*) FROM t WHERE id IN \(list: [Int]())") == 0)
    // PostgreSQL takes 65,535 values, SQLite 32,766.
    let many = Array(0..<20_000)
    #expect(try await database.count("SELECT COUNT(*) FROM t WHERE id IN \(list: many)") == 3)
  }

  @Test(
    "wrong SQL is a misuse that names the statement, never a crash",
    arguments: [
      "", "-- nothing", "SELEKT 1", "SELECT ?", "SELECT :name, \(1)", "SELECT 1; SELECT 2", "SELECT * FROM nowhere",
    ] as [SQL], Backend.installed)
  func wrong(_ sql: SQL, _ backend: Backend) async throws {
    let database = try scratch.database("", on: backend)
    let error = await #expect(throws: DatabaseError.self) { try await database.execute(sql) }
    #expect(error?.kind == .misuse)
    #expect(try await database.count("SELECT 1") == 1)
  }
}
