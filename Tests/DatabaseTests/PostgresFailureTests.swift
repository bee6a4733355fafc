import ScratchDatabase
import Testing

@testable import Database

@Suite("PostgreSQL failures", .gated)
struct PostgresFailureTests {
  @Test(
    "every class of SQLSTATE has its kind",
    arguments: [
      ("23505", .constraint), ("23503", .constraint), ("42P01", .misuse), ("42601", .misuse), ("25006", .misuse),
      ("25P02", .misuse), ("0A000", .misuse), ("22P02", .misuse), ("40001", .busy), ("40P01", .busy), ("53300", .busy),
      ("53200", .busy), ("55P03", .busy), ("57014", .busy), ("53100", .full), ("57P01", .unavailable),
      ("57P02", .unavailable), ("57P03", .unavailable), ("57P05", .unavailable), ("25P03", .unavailable),
      ("08006", .unavailable), ("08P01", .unavailable), ("28P01", .other), ("28000", .other), ("3D000", .other),
      ("42501", .other), ("XX000", .other), ("58030", .other),
    ] as [(String, DatabaseError.Kind)])
  func kinds(_ state: String, _ kind: DatabaseError.Kind) {
    #expect(PostgresFailure(state: state, message: "a", statement: "SELECT 1").error(at: "there").kind == kind)
  }

  @Test("a write that the server refuses as such, a standby also by its own words, finds the server away")
  func readOnlyServers() {
    for (state, isOfStandby, isAway) in [
      ("25006", false, true), ("25006", true, true), ("0A000", true, true), ("0A000", false, false),
      ("42601", true, false),
    ] {
      var failure = PostgresFailure(state: state, message: "a", statement: "SELECT 1")
      failure.isOfStandby = isOfStandby
      #expect(failure.ofWrite.isOfReadOnlyServer == isAway, "\(state)")
      #expect(failure.ofWrite.error(at: "Here").kind == (isAway ? .unavailable : .misuse), "\(state)")
    }
  }

  @Test(
    "a server that is too old is refused in one clear line",
    arguments: [
      (90_624, "9.6.24"), (100_023, "10.23"), (140_011, "14.11"), (149_999, "14.9999"), (150_000, nil), (170_002, nil),
      (0, nil),
    ] as [(Int, String?)])
  func versions(_ number: Int, _ name: String?) {
    let error = PostgresFailure.tooOld(number)?.error(at: "Here")
    #expect(
      error?.description == name.map { "Here is on PostgreSQL \($0), which is too old: use PostgreSQL 15 or newer" })
    #expect(error == nil || error?.kind == .other)
  }

  @Test(
    "a database that cannot hold every text is refused in one clear line", .enabled(if: PostgresCluster.isInstalled),
    arguments: ["SQL_ASCII", "LATIN1"])
  func encodings(_ encoding: String) throws {
    let (cluster, name) = (try PostgresCluster.shared(), "encoded_\(encoding.lowercased())")
    try cluster.run(sql: "CREATE DATABASE \(name) ENCODING '\(encoding)' TEMPLATE template0")
    let error = #expect(throws: DatabaseError.self) { try Database.open(postgres: cluster.address(of: name)) }
    #expect(error?.kind == .other)
    #expect(error?.problem == "has the encoding \(encoding), and not UTF8")
    #expect(error?.advice?.contains("createdb --encoding=UTF8") == true)
    try cluster.run(sql: "DROP DATABASE \(name)")
  }

  @Test("no message repeats a value", .enabled(if: PostgresCluster.isInstalled))
  func values() async throws {
    let scratch = try Scratch()
    let schema = """
      CREATE TABLE t (s TEXT UNIQUE CHECK (length(s) > 3), n INTEGER NOT NULL REFERENCES u (n));
      """
    let database = try scratch.database("CREATE TABLE u (n INTEGER PRIMARY KEY);" + schema, on: .postgres)
    try await database.execute("INSERT INTO u VALUES (1)")
    try await database.execute("INSERT INTO t VALUES ('s3cret', 1)")
    let secret = "s3cret"
    for statement in [
      "INSERT INTO t VALUES (\(secret), 1)", "INSERT INTO t VALUES (\(secret + "s3cret"), 4711)",
      "INSERT INTO t VALUES (\(secret + "1"), \(4711))", "SELECT CAST(\(secret) AS INTEGER)",
      "SELECT CAST(\(secret) AS TIMESTAMP)", "SELECT CAST(\(secret) AS UUID)", "SELECT nowhere.\(secret)",
      "SELECT to_tsquery(\("s3cret & & ("))", "SELECT (\(secret)::json)", "INSERT INTO t (s) VALUES (\(secret + "2"))",
    ] as [SQL] {
      let error = await #expect(throws: DatabaseError.self) { try await database.execute(statement) }
      #expect(error?.description.contains("s3cret") == false, "\(statement)")
    }
  }
}
