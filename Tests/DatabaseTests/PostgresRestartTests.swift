import ScratchDatabase
import Synchronization
import Testing

@testable import Database

@Suite("PostgreSQL restarts", .enabled(if: PostgresCluster.isInstalled, "needs Debian's postgresql"))
struct PostgresRestartTests {
  /// What writers were told.
  private final class Ledger: Sendable {
    private let state = Mutex<(numbers: Set<Int>, kinds: Set<DatabaseError.Kind>)>(([], []))

    var acknowledged: Set<Int> { state.withLock { $0.numbers } }
    var kinds: Set<DatabaseError.Kind> { state.withLock { $0.kinds } }

    func acknowledge(_ number: Int) { state.withLock { _ = $0.numbers.insert(number) } }
    func note(_ kind: DatabaseError.Kind) { state.withLock { _ = $0.kinds.insert(kind) } }
  }

  private static let table = "CREATE TABLE t (n INTEGER PRIMARY KEY)"

  @Test("a server that crashes under load loses nothing acknowledged, and is used again when it is back")
  func crashes() async throws {
    let cluster = try PostgresCluster()
    let database = try Database.open(postgres: cluster.address(of: "postgres"), migrations: [first(Self.table)])
    let ledger = Ledger()
    try await withThrowingTaskGroup { group in
      for writer in 0..<4 {
        group.addTask { try await Self.write(every: 4, from: writer, to: database, ledger) }
      }
      for _ in 0..<3 {
        let before = ledger.acknowledged.count
        while ledger.acknowledged.count < before + 100 { try await Task.sleep(for: .milliseconds(10)) }
        try cluster.stop()
        let error = await #expect(throws: DatabaseError.self) { try await database.query("SELECT n FROM t") }
        #expect(error?.kind == .unavailable)
        try cluster.start()
      }
      let before = ledger.acknowledged.count
      while ledger.acknowledged.count < before + 100 { try await Task.sleep(for: .milliseconds(10)) }
      group.cancelAll()
      do { try await group.waitForAll() } catch is CancellationError {}
    }
    let kept = try await database.query("SELECT n FROM t").map { try $0.value(0, as: Int.self) }
    #expect(ledger.acknowledged.subtracting(kept) == [])
    #expect(ledger.kinds == [.unavailable])
    let halves = try await database.count(
      "SELECT COUNT(*) FROM t WHERE n >= 1000000000 AND n - 1000000000 NOT IN (SELECT n FROM t)")
    #expect(halves == 0)
    try database.close()
    try cluster.stop()
  }

  /// Writes numbers, half of them with a second row, until it is canceled.
  private static func write(every step: Int, from first: Int, to database: Database, _ ledger: Ledger) async throws {
    var number = first
    while !Task.isCancelled {
      do {
        if number % 8 < 4 {
          try await database.execute("INSERT INTO t VALUES (\(number))")
        } else {
          try await database.write { [number] connection in
            try connection.execute("INSERT INTO t VALUES (\(number + 1_000_000_000))")
            try connection.execute("INSERT INTO t VALUES (\(number))")
          }
        }
        ledger.acknowledge(number)
      } catch let error as DatabaseError {
        ledger.note(error.kind)
        try await Task.sleep(for: .milliseconds(5))
      }
      number += step
    }
  }

  @Test("who listens for events hears of them again after the server was away")
  func listening() async throws {
    let cluster = try PostgresCluster()
    let driver = Postgres(at: try PostgresAddress(cluster.address(of: "postgres")))
    let plan = try MigrationPlan(Migration.bundled(), place: "")
    let database = try Database(driver: driver, plan: plan, pollEvery: .seconds(600))
    let other = try Database.open(postgres: cluster.address(of: "postgres"))
    let changes = database.changes()
    try cluster.stop()
    try cluster.start()
    let writing = Task {
      for n in 0... {
        try await other.write { $0.record(topic: "room", kind: "said", subject: "\(n)", at: 1) }
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    var heard = 0
    for await _ in changes {
      heard += 1
      if heard == 5 { break }
    }
    writing.cancel()
    _ = await writing.result
    try database.close()
    try other.close()
    try cluster.stop()
  }
}
