import ScratchDatabase
import Testing

@testable import Database

@Suite("One text for both servers")
struct SameTextTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let schema = """
    CREATE TABLE t (id INTEGER PRIMARY KEY, n BIGINT, x DOUBLE PRECISION, body TEXT, bytes BYTEA);
    INSERT INTO t VALUES (1, 10, 0.5, 'a', NULL), (2, 20, 1.5, 'b', NULL), (3, NULL, NULL, NULL, NULL);
    """

  @Test("PostgreSQL is installed", .enabled(if: Backend.installed.contains(.postgres), "needs Debian's postgresql"))
  func installed() {}

  @Test("NULL may be bound wherever it may be written", arguments: Backend.installed)
  func null(_ backend: Backend) async throws {
    let database = try scratch.database(schema, on: backend)
    for choice in [Int?.none, 1] {
      let found = try await database.query(
        "SELECT id FROM t WHERE \(choice) IS NULL OR id = \(choice) OR COALESCE(\(choice), 7) = 7"
      )
      #expect(found.count == (choice == nil ? 3 : 1))
    }
    try await database.execute(
      "UPDATE t SET n = \(Int?.none), x = \(Double?.none), body = \(String?.none), bytes = \([UInt8]?.none)")
    #expect(try await database.count("SELECT COUNT(*) FROM t WHERE n IS NULL AND x IS NULL AND body IS NULL") == 3)
  }

  @Test("sums, averages and counts are the same numbers", arguments: Backend.installed)
  func numbers(_ backend: Backend) async throws {
    let database = try scratch.database(schema, on: backend)
    let row = try #require(
      try await database.first("SELECT COUNT(*), SUM(n), SUM(id), AVG(n), SUM(x), MAX(n), COUNT(n) * 2.5, 7 / 2 FROM t")
    )
    let values: [SQLValue] = try (0..<8).map { try row.value($0) }
    #expect(
      values == [
        .integer(3), .integer(30), .integer(6), .real(15), .real(2), .integer(20), .real(5), .integer(3),
      ])
  }

  @Test("whole numbers fit columns of every width, limits, sums and comparisons", arguments: Backend.installed)
  func integers(_ backend: Backend) async throws {
    let database = try scratch.database(schema, on: backend)
    try await database.execute("INSERT INTO t (id, n, x) VALUES (\(4), \(Int64.min), \(2))")
    #expect(try await database.count("SELECT id FROM t WHERE n = \(Int64.min) AND x = \(2) AND id < \(Int64.max)") == 4)
    #expect(try await database.query("SELECT id FROM t ORDER BY id LIMIT \(2) OFFSET \(1)").count == 2)
    #expect(try await database.count("SELECT n + \(1) FROM t WHERE body = \("a") AND x > \(0.25)") == 11)
    #expect(try await database.count("SELECT CASE WHEN n > \(15) THEN \(1) ELSE \(0) END FROM t WHERE id = 2") == 1)
    #expect(try await database.first("SELECT body || \("!") FROM t WHERE id = 1")?.value(0) == "a!")
  }

  @Test("an insertion may replace what is there", arguments: Backend.installed)
  func upsert(_ backend: Backend) async throws {
    let database = try scratch.database(schema, on: backend)
    for n in 1...2 {
      try await database.execute(
        "INSERT INTO t (id, n) VALUES (\(9), \(n)) ON CONFLICT (id) DO UPDATE SET n = excluded.n + \(5)"
      )
    }
    #expect(try await database.count("SELECT n FROM t WHERE id = 9") == 7)
    #expect(try await database.execute("INSERT INTO t (id) VALUES (\(9)) ON CONFLICT DO NOTHING") == 0)
  }

  @Test("numbers of every size come back as they went in", arguments: Backend.installed)
  func extremes(_ backend: Backend) async throws {
    let database = try scratch.database(schema, on: backend)
    let numbers: [Double] = [0.1, -1e308, .leastNonzeroMagnitude, .infinity, -.infinity, 1 / 3]
    for number in numbers {
      try await database.execute("UPDATE t SET x = \(number) WHERE id = 1")
      #expect(try await database.first("SELECT x FROM t WHERE id = 1")?.value(0) == number)
    }
    for number in [Int64.min, -1, 0, .max] {
      try await database.execute("UPDATE t SET n = \(number) WHERE id = 1")
      #expect(try await database.first("SELECT n FROM t WHERE id = 1")?.value(0) == number)
    }
  }
}
