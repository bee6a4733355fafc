import Foundation
import ScratchDatabase
import Testing

@testable import Database

@Suite("PostgreSQL", .gated, .enabled(if: PostgresCluster.isInstalled, "needs Debian's postgresql"))
struct PostgresTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let counter = "CREATE TABLE counter (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)"

  @Test("reads keep one state and writes are serializable, as this program under its own name")
  func session() async throws {
    let database = try scratch.database(counter, on: .postgres)
    let settings: SQL = """
      SELECT current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only') || ' ' ||
        current_setting('application_name') || ' ' || current_setting('client_encoding') || ' ' ||
        current_setting('statement_timeout')
      """
    #expect(try await database.first(settings)?.value(0) == "repeatable read on hatata UTF8 30s")
    #expect(try await database.read { try $0.first(settings)?.value(0) } == "repeatable read on hatata UTF8 30s")
    #expect(try await database.write { try $0.first(settings)?.value(0) } == "serializable off hatata UTF8 30s")
    #expect(database.dialect == .postgres)
  }

  @Test("a single statement that writes in a read is refused")
  func singleWriteInRead() async throws {
    let database = try scratch.database(counter, on: .postgres)
    let error = await #expect(throws: DatabaseError.self) {
      try await database.query("INSERT INTO counter VALUES (1, 1) RETURNING n")
    }
    #expect(error?.problem == "writes in a read")
  }

  @Test("two writes that each rely on what the other changes are as if one after the other")
  func writeSkew() async throws {
    let database = try scratch.database(counter, on: .postgres)
    try await withThrowingTaskGroup { group in
      for id in 0..<40 {
        group.addTask {
          try await database.write { connection in
            let count: Int = try connection.first("SELECT COUNT(*) FROM counter")?.value(0) ?? 0
            try connection.execute("INSERT INTO counter VALUES (\(id), \(count))")
          }
        }
      }
      try await group.waitForAll()
    }
    let found = try await database.query("SELECT n FROM counter ORDER BY n").map { try $0.value(0, as: Int.self) }
    #expect(found == Array(0..<40))
  }

  @Test("two writes that wait for each other both end well, as the one that the server ends runs again")
  func deadlock() async throws {
    let database = try scratch.database(counter, on: .postgres)
    try await database.execute("INSERT INTO counter VALUES (1, 0), (2, 0)")
    let (runs, meeting) = (Counter(), Meeting())
    try await withThrowingTaskGroup { group in
      for (own, other) in [(1, 2), (2, 1)] {
        group.addTask {
          try await database.write { connection in
            runs.add()
            try connection.execute("UPDATE counter SET n = n + 1 WHERE id = \(own)")
            meeting.arrive()
            try connection.execute("UPDATE counter SET n = n + 1 WHERE id = \(other)")
          }
        }
      }
      try await group.waitForAll()
    }
    let found = try await database.query("SELECT n FROM counter").map { try $0.value(0, as: Int.self) }
    #expect(found == [2, 2])
    #expect(runs.value >= 3)
  }

  @Test("a write that conflicts too often is a busy error")
  func conflicts() async throws {
    let database = try scratch.database(counter, Postgres.Settings(tries: 3))
    let runs = Counter()
    let error = await #expect(throws: DatabaseError.self) {
      try await database.write { connection in
        runs.add()
        try connection.attempt { _ = try connection.query("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$") }
      }
    }
    #expect(error?.kind == .busy)
    #expect(runs.value == 3)
  }

  @Test("a statement that takes too long is ended, and the connection goes on")
  func statementTimeout() async throws {
    let database = try scratch.database(counter, Postgres.Settings(connections: 1, statementTimeout: 0.2))
    let error = await #expect(throws: DatabaseError.self) { try await database.query("SELECT pg_sleep(60)") }
    #expect(error?.kind == .busy)
    #expect(error?.problem == "took too long for a statement, which was ended")
    #expect(try await database.count("SELECT 1") == 1)
  }

  @Test("a server that says nothing at all counts as lost")
  func hanging() async throws {
    // On a server of its own, since one stopped process holds up every other's DROP DATABASE.
    let cluster = try PostgresCluster()
    let settings = Postgres.Settings(connections: 1, statementTimeout: 0.2, grace: 0.3)
    let address = cluster.address(of: "postgres")
    let database = try Database.open(postgres: address, migrations: [first(counter)], settings: settings)
    try await database.execute("DELETE FROM counter")
    let process = try #require(
      try await database.write { try $0.first("SELECT pg_backend_pid()")?.value(0, as: Int.self) })
    kill(pid_t(process), SIGSTOP)
    defer { kill(pid_t(process), SIGCONT) }
    let error = await #expect(throws: DatabaseError.self) { try await database.execute("DELETE FROM counter") }
    #expect(error?.kind == .unavailable)
    #expect(error?.problem.contains("is not known") == true)
    #expect(try await database.count("SELECT 1") == 1, "on a new connection")
    try cluster.stop()
  }

  @Test("a server that takes no writes any more is away, and each write looks once more by another connection")
  func readOnlyServer() async throws {
    let database = try scratch.database(counter, Postgres.Settings(connections: 1))
    let (refusal, process): (SQL, SQL) = ("DO $$ BEGIN RAISE SQLSTATE '25006'; END $$", "SELECT pg_backend_pid()")
    let runs = Counter()
    var processes: [Int?] = [try await database.count(process)]
    let errors = [
      await #expect(throws: DatabaseError.self) { try await database.execute(refusal) },
      await #expect(throws: DatabaseError.self) {
        try await database.write { connection in
          runs.add()
          try connection.execute(refusal)
        }
      },
    ]
    processes.append(try await database.count(process))
    #expect(errors.allSatisfy { $0?.kind == .unavailable && $0?.isOutcomeUnknown == false })
    #expect(errors.allSatisfy { $0?.problem == "takes no writes, as a standby takes none" })
    #expect(runs.value == 2)
    #expect(processes[0] != processes[1])
  }

  @Test("when all connections are in use for long, that is a busy error that says so")
  func exhausted() async throws {
    let settings = Postgres.Settings(connections: 1, patience: 0.1, longestLine: 2)
    let database = try scratch.database(counter, settings)
    let errors = try await withThrowingTaskGroup(of: DatabaseError?.self) { group in
      for _ in 0..<5 {
        group.addTask {
          do { _ = try await database.query("SELECT pg_sleep(1)") } catch let error as DatabaseError { return error }
          return nil
        }
      }
      return try await group.reduce(into: []) { $0 += [$1].compactMap { $0 } }
    }
    #expect(errors.count == 4)
    #expect(errors.allSatisfy { $0.kind == .busy && $0.problem.hasPrefix("has all its 1 connections in use") })
    #expect(Set(errors.map(\.problem)).count == 2, "some waited too long, for others the line was too long")
    #expect(try await database.count("SELECT 1") == 1)
  }

  @Test("canceling a task ends what it runs, and what it waits for")
  func cancellation() async throws {
    let database = try scratch.database(counter, Postgres.Settings(connections: 1))
    let running = Task { try await database.query("SELECT pg_sleep(60)") }
    let writing = Task {
      try await database.write { connection in
        try connection.execute("INSERT INTO counter VALUES (1, 1)")
        _ = try? connection.query("SELECT pg_sleep(60)")
      }
    }
    try await Task.sleep(for: .milliseconds(300))
    running.cancel()
    writing.cancel()
    await #expect(throws: CancellationError.self) { try await running.value }
    await #expect(throws: CancellationError.self) { try await writing.value }
    #expect(try await database.count("SELECT COUNT(*) FROM counter") == 0)
  }

  @Test("statements prepared before another program changed a table still work")
  func stalePlans() async throws {
    let database = try scratch.database(counter, Postgres.Settings(connections: 1))
    try await database.execute("INSERT INTO counter VALUES (1, 1)")
    let all: SQL = "SELECT * FROM counter"
    for column in 1...3 {
      #expect(try await database.query(all).first?.columns.count == column + 1)
      #expect(try await database.write { try $0.query(all) }.first?.columns.count == column + 1)
      let change: SQL =
        column == 1
        ? "ALTER TABLE counter ADD COLUMN a TEXT"
        : column == 2 ? "ALTER TABLE counter ADD COLUMN b TEXT" : "ALTER TABLE counter ADD COLUMN c TEXT"
      try await database.execute(change)
    }
    #expect(try await database.write { try $0.query(all) }.first?.columns.count == 5)
  }

  @Test("more statements than are kept prepared work, also one after the other")
  func eviction() throws {
    var statements = PostgresStatements(limit: 2)
    let texts = ["a", "b", "c"].map { SQLText($0, types: [], isWorthKeeping: true) }
    let names = [0, 1, 0, 2].map { statements.name(of: texts[$0]) }
    #expect(names.map(\.isNew) == [true, true, false, true])
    #expect(names.map(\.evicted) == [nil, nil, nil, names[1].name])
    #expect(statements.knownName(of: texts[0]) == names[0].name)
    #expect(statements.knownName(of: texts[1]) == nil)
  }

  @Test("a connection that is lost during a commit is an error that says that nobody knows")
  func lostCommit() async throws {
    let schema = """
      CREATE TABLE t (n INTEGER);
      CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait();
      """
    let place = try scratch.place(.postgres)
    let (database, other) = (try place.open([first(schema)]), try place.open([first(schema)]))
    let runs = Counter()
    let writing = Task {
      try await database.write { connection in
        runs.add()
        try connection.execute("INSERT INTO t VALUES (1)")
      }
    }
    let ending: SQL = """
      SELECT COUNT(*) FROM (SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query = 'COMMIT' AND wait_event = 'PgSleep') AS ended
      """
    while try await other.count(ending) == 0 { try await Task.sleep(for: .milliseconds(20)) }
    let error = await #expect(throws: DatabaseError.self) { try await writing.value }
    #expect(error?.kind == .unavailable)
    #expect(error?.problem.contains("whether that was done is not known") == true)
    #expect(runs.value == 1)
    #expect(try await database.count("SELECT COUNT(*) FROM t") == 0)
  }

  @Test("a backup is not this program's to make")
  func backup() throws {
    let database = try scratch.database(counter, on: .postgres)
    let error = #expect(throws: DatabaseError.self) { try database.backup(to: scratch.file("copy")) }
    #expect(error?.advice == "use pg_dump, which comes with PostgreSQL")
  }

  @Test("an unchecked rule and rows that point to nothing are told")
  func integrity() async throws {
    let schema = """
      CREATE TABLE rooms (id TEXT PRIMARY KEY);
      CREATE TABLE talks (id INTEGER PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms (id));
      """
    let database = try scratch.database(schema, on: .postgres)
    #expect(try await database.integrityProblems() == [])
    try await database.write { connection in
      try connection.execute("SET LOCAL session_replication_role = replica")
      try connection.execute("INSERT INTO talks VALUES (1, 'nowhere')")
    }
    try await database.execute("ALTER TABLE rooms ADD CONSTRAINT short CHECK (length(id) < 9) NOT VALID")
    #expect(
      try await database.integrityProblems() == [
        "rooms has the rule short, which was never checked", "1 rows of talks point to nothing in rooms",
      ])
  }

  @Test("a closed database refuses everything")
  func closing() async throws {
    let database = try scratch.database(counter, on: .postgres)
    try await database.execute("DELETE FROM counter")
    try database.close()
    try database.close()
    let error = await #expect(throws: DatabaseError.self) { try await database.query("SELECT 1") }
    #expect(error?.problem == "has been closed")
  }
}
