import ScratchDatabase
import Testing

@testable import Database

@Suite("Connection")
struct ConnectionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let numbers = "CREATE TABLE t (n INTEGER UNIQUE NOT NULL); INSERT INTO t VALUES (1), (2), (3)"

  @Test(
    "execute returns the rows that the statement changed, and 0 for one that changes none", arguments: Backend.installed
  )
  func changes(_ backend: Backend) async throws {
    let database = try scratch.database(numbers, on: backend)
    let counts = try await database.write { connection in
      [
        try connection.execute("UPDATE t SET n = n + 10 WHERE n > 1"),
        try connection.execute("SELECT * FROM t"),
        try connection.execute("CREATE TABLE other (x INTEGER)"),
        try connection.execute("DELETE FROM t WHERE n = 99"),
        try connection.execute("DELETE FROM t"),
      ]
    }
    #expect(counts == [2, 0, 0, 0, 3])
  }

  @Test("first returns the first row, or nil, also of a statement that writes", arguments: Backend.installed)
  func first(_ backend: Backend) async throws {
    let database = try scratch.database(numbers, on: backend)
    #expect(try await database.count("SELECT n FROM t ORDER BY n DESC") == 3)
    #expect(try await database.first("SELECT n FROM t WHERE n > 9") == nil)
    let changed: Int? = try await database.write {
      try $0.first("UPDATE t SET n = n + 10 RETURNING n")?.value("n")
    }
    #expect(changed == 11)
    #expect(try await database.query("SELECT n FROM t ORDER BY n").map { try $0.value(0) } == [11, 12, 13])
  }

  @Test("a statement may be run again while its own rows are being read", arguments: Backend.installed)
  func reentrancy(_ backend: Backend) async throws {
    let database = try scratch.database(numbers, on: backend)
    let pairs = try await database.read { connection in
      var pairs: [[Int]] = []
      let sql: SQL = "SELECT n FROM t WHERE n > \(1) ORDER BY n"
      try connection.forEach(sql) { outer in
        try connection.forEach(sql) { inner in pairs.append([try outer.value("n"), try inner.value("n")]) }
      }
      return pairs
    }
    #expect(pairs == [[2, 2], [2, 3], [3, 2], [3, 3]])
  }

  @Test("what the body of forEach throws ends it and comes out", arguments: Backend.installed)
  func throwing(_ backend: Backend) async throws {
    struct Enough: Error {}
    let database = try scratch.database(numbers, on: backend)
    await #expect(throws: Enough.self) {
      try await database.read { try $0.forEach("SELECT n FROM t") { _ in throw Enough() } }
    }
    #expect(try await database.query("SELECT n FROM t").count == 3)
  }

  @Test("a broken rule is a constraint error that names the rule", arguments: Backend.installed)
  func constraint(_ backend: Backend) async throws {
    let database = try scratch.database(numbers, on: backend)
    let error = await #expect(throws: DatabaseError.self) {
      try await database.execute("INSERT INTO t (n) VALUES (\(3))")
    }
    #expect(error?.kind == .constraint)
    let rule = backend == .sqlite ? "UNIQUE constraint failed: t.n" : "unique constraint \"t_n_key\""
    #expect(error?.description.contains(rule) == true)
  }
}
