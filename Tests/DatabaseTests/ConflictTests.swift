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
  /// How many wait until a write that keeps all others away is done.
  private static let waiting: SQL = """
    SELECT COUNT(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
    WHERE datname = current_database() AND relation = to_regclass('schema_migrations') AND NOT granted
    """

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
        while try connection.first(Self.waiting)?.value(0, as: Int.self) == 0 {}
      }
      try connection.execute("UPDATE counter SET n = \(n + 10)")
    }
    for adding in others.withLock({ $0 }) { try await adding.value }
    #expect(runs.value == 4)
    #expect(try await database.count("SELECT n FROM counter") == 14)
  }

  @Test("who would stand long in the line of writes that conflicted goes on without, and no read stands in it")
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
        return isOver.wait(timeout: .now() + 30) == .success
      }
    }
    for await _ in inLine {}
    let tries = Counter()
    try await database.write { connection in
      tries.add()
      if tries.value == 1 { _ = try connection.query(Self.conflict) }
    }
    #expect(tries.value == 2)
    let found = try await database.read { connection in
      reads.add()
      if reads.value == 1 { _ = try connection.query("SELECT pg_terminate_backend(pg_backend_pid())") }
      return try connection.first("SELECT 1")?.value(0, as: Int.self)
    }
    #expect(found == 1 && reads.value == 2)
    isOver.signal()
    #expect(try await foremost.value)
    #expect(runs.value == 2)
  }

  @Test("while a write keeps all others away, those of a node leave two of its connections to reads")
  func connectionsForReads() async throws {
    let place = try scratch.place(.postgres)
    let (migrations, settings) = ([first(Self.counter)], Postgres.Settings(connections: 4))
    let other = try place.open(migrations)
    let database = try Database.open(postgres: place.address, migrations: migrations, settings: settings)
    let (inLock, beginning) = AsyncStream.makeStream(of: Void.self)
    let isOver = DispatchSemaphore(value: 0)
    let alone = Task {
      try await other.write { connection in
        try connection.execute("LOCK TABLE schema_migrations IN EXCLUSIVE MODE")
        beginning.finish()
        _ = isOver.wait(timeout: .now() + 30)
      }
    }
    for await _ in inLock {}
    let writes = (0..<6).map { id in
      Task { _ = try await database.write { try $0.execute("INSERT INTO counter VALUES (\(id), 0)") } }
    }
    while try await other.count(Self.waiting) ?? 0 < 2 { try await Task.sleep(for: .milliseconds(10)) }
    try await Task.sleep(for: .milliseconds(300))
    #expect(try await database.count(Self.waiting) == 2)
    isOver.signal()
    try await alone.value
    for write in writes { try await write.value }
    #expect(try await database.count("SELECT COUNT(*) FROM counter") == 6)
  }
}
