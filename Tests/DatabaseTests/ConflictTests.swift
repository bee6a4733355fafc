import Dispatch
import ScratchDatabase
import Synchronization
import Testing

@testable import Database

@Suite(
  "Conflicts on PostgreSQL", .gated, .timeLimit(.minutes(5)),
  .enabled(if: PostgresCluster.isInstalled, "needs Debian's postgresql"))
struct ConflictTests {
  private let scratch: Scratch
  private static let counter = "CREATE TABLE counter (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)"
  private static let conflict: SQL = "DO $$ BEGIN RAISE SQLSTATE '40001'; END $$"

  init() throws { scratch = try Scratch() }

  @Test("a write that others were in the way of three times keeps all others away, and nothing of theirs is lost")
  func alone() async throws {
    let place = try scratch.place(.postgres)
    let (database, other) = (try place.open([first(Self.counter)]), try place.open([first(Self.counter)]))
    try await database.execute("INSERT INTO counter VALUES (1, 0)")
    let runs = Counter()
    let others = Mutex<[Task<Void, any Error>]>([])
    try await database.write { connection in
      runs.add()
      let n = try connection.first("SELECT n FROM counter")?.value(0, as: Int.self) ?? -1
      let isDone = DispatchSemaphore(value: 0)
      let adding = Task {
        defer { isDone.signal() }
        _ = try await other.write { try $0.execute("UPDATE counter SET n = n + 1") }
      }
      others.withLock { $0.append(adding) }
      if runs.value <= 3 {
        _ = isDone.wait(timeout: .now() + 30)
      } else {
        // It has come as far as it may.
        let waiting: SQL = """
          SELECT COUNT(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
          WHERE datname = current_database() AND relation = to_regclass('schema_migrations') AND NOT granted
          """
        while try connection.first(waiting)?.value(0, as: Int.self) == 0 {}
      }
      try connection.execute("UPDATE counter SET n = \(n + 10)")
    }
    for adding in others.withLock({ $0 }) { try await adding.value }
    #expect(runs.value == 4)
    #expect(try await database.count("SELECT n FROM counter") == 14)
  }

  @Test("in the line of writes that conflicted one waits as long as for a connection, and no read stands in it")
  func line() async throws {
    let database = try scratch.database(Self.counter, Postgres.Settings(patience: 0.2))
    let (inLine, beginning) = AsyncStream.makeStream(of: Void.self)
    let isOver = DispatchSemaphore(value: 0)
    let (runs, reads) = (Counter(), Counter())
    let foremost = Task {
      try await database.write { connection in
        runs.add()
        if runs.value == 1 { _ = try connection.query(Self.conflict) }
        beginning.finish()
        _ = isOver.wait(timeout: .now() + 30)
      }
    }
    for await _ in inLine {}
    let error = await #expect(throws: DatabaseError.self) { try await database.write { try $0.query(Self.conflict) } }
    #expect(error?.kind == .busy)
    #expect(error?.problem == "has many conflicting writes, which wait for each other for 0.2 s")
    let found = try await database.read { connection in
      reads.add()
      if reads.value == 1 { _ = try connection.query("SELECT pg_terminate_backend(pg_backend_pid())") }
      return try connection.first("SELECT 1")?.value(0, as: Int.self)
    }
    #expect(found == 1 && reads.value == 2)
    isOver.signal()
    try await foremost.value
    #expect(runs.value == 2)
  }
}
