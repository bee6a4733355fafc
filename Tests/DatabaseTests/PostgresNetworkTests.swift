import Foundation
import ScratchDatabase
import Testing

@testable import Database

@Suite("PostgreSQL over a network", .enabled(if: PostgresCluster.isInstalled, "needs Debian's postgresql"))
struct PostgresNetworkTests {
  private static let table = "CREATE TABLE t (n INTEGER PRIMARY KEY, s TEXT)"

  @Test("a server is known by its certificate, and long answers come whole through TLS")
  func encrypted() async throws {
    let cluster = try PostgresCluster(onPort: true)
    let address = cluster.networkAddress(of: "postgres") + "&sslmode=verify-full&sslrootcert="
    let known = try Database.open(postgres: address + cluster.certificate, migrations: [first(Self.table)])
    let isEncrypted: SQL = "SELECT COUNT(*) FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl"
    #expect(try await known.count(isEncrypted) == 1)
    for length in [100, 8_000, 16_000, 16_500, 40_000, 300_000] {
      let long = String(repeating: "x", count: length)
      try await known.execute("INSERT INTO t VALUES (\(length), \(long))")
      let found: String? = try await known.first("SELECT s FROM t WHERE n = \(length)")?.value(0)
      #expect(found == long, "\(length)")
    }
    let together = try await known.read {
      try $0.query("SELECT s FROM t ORDER BY n").map { try $0.value(0, as: String.self).count }
    }
    #expect(together == [100, 8_000, 16_000, 16_500, 40_000, 300_000])
    try known.close()
    try cluster.stop()
  }

  @Test(
    "no part of an answer stays behind where the records of TLS end within it, for the loop and for a thread that waits"
  )
  func records() async throws {
    let cluster = try PostgresCluster(onPort: true)
    let settings = Postgres.Settings(connections: 1, statementTimeout: 5)
    let address = cluster.networkAddress(of: "postgres") + "&sslmode=require"
    let database = try Database.open(postgres: address, migrations: [first(Self.table)], settings: settings)
    for length in stride(from: 8_000, through: 66_000, by: 190) {
      let answer: SQL = "SELECT repeat('x', CAST(\(length) AS INTEGER)), repeat('y', CAST(\(length / 3) AS INTEGER))"
      let alone = try #require(try await database.first(answer))
      let together = try #require(try await database.read { try $0.query(answer) + $0.query(answer) }.last)
      for row in [alone, together] {
        #expect(try row.value(0, as: String.self).utf8.count == length)
        #expect(try row.value(1, as: String.self).utf8.count == length / 3)
      }
    }
    try database.close()
    try cluster.stop()
  }

  @Test("a server with another certificate is refused in one clear line")
  func impostor() throws {
    let (cluster, other) = (try PostgresCluster(onPort: true), try PostgresCluster(onPort: true))
    let address = cluster.networkAddress(of: "postgres") + "&sslmode=verify-full&sslrootcert=" + other.certificate
    let error = #expect(throws: DatabaseError.self) { try Database.open(postgres: address, migrations: []) }
    #expect(error?.kind == .unavailable)
    #expect(error?.problem.contains("certificate verify failed") == true)
    #expect(error?.description.contains("\n") == false)
    try cluster.stop()
    try other.stop()
  }

  @Test("a network that falls silent is noticed by reads, writes and transactions, and all goes on when it is back")
  func silence() async throws {
    let cluster = try PostgresCluster(onPort: true)
    let network = try SilentNetwork(before: cluster)
    let settings = Postgres.Settings(connections: 3, connectTimeout: 0.5, statementTimeout: 0.3, grace: 0.3)
    let address = cluster.networkAddress(of: "postgres", onPort: network.port)
    let database = try Database.open(postgres: address, migrations: [first(Self.table)], settings: settings)
    let (counting, changing): (SQL, SQL) = ("SELECT COUNT(*) FROM t", "UPDATE t SET s = s")
    for round in 0..<3 {
      #expect(try await eventually { try await database.count(counting) } == round)
      try await eventually { try await database.execute("INSERT INTO t VALUES (\(round), '')") }
      network.isSilent(true)
      let failures = [
        await #expect(throws: DatabaseError.self) { try await database.count(counting) },
        await #expect(throws: DatabaseError.self) { try await database.execute(changing) },
        await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute(changing) } },
      ]
      #expect(failures.allSatisfy { $0?.kind == .unavailable }, "\(failures)")
      network.isSilent(false)
    }
    try database.close()
    network.end()
    try cluster.stop()
  }

  @Test("of several servers one that says nothing is passed over, and stays behind the others")
  func silentServer() async throws {
    let cluster = try PostgresCluster(onPort: true)
    let network = try SilentNetwork(before: cluster)
    network.isSilent(true)
    let address = try PostgresAddress(network.addressOfTwo(for: "postgres"))
    let driver = Postgres(at: address, settings: Postgres.Settings(connections: 2, connectTimeout: 3))
    let plan = try MigrationPlan([first(Self.table)], place: "")
    let database = try Database(driver: driver, plan: plan, pollEvery: .seconds(600))
    #expect(address.hosts.current.first == 1)
    try await database.execute("INSERT INTO t VALUES (1, '')")
    #expect(try await database.count("SELECT COUNT(*) FROM t") == 1)
    #expect(address.hosts.current.first == 1)
    try database.close()
    network.end()
    try cluster.stop()
  }

  /// Does what may find the server still away.
  @discardableResult
  private func eventually<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T {
    for _ in 0..<100 {
      do { return try await work() } catch let error as DatabaseError where error.kind == .unavailable {
        try await Task.sleep(for: .milliseconds(50))
      }
    }
    return try await work()
  }

  @Test(
    "a pooler that exchanges connections is refused in one clear line",
    .enabled(if: Pooler.isInstalled, "needs Debian's pgbouncer"), arguments: ["transaction", "statement"])
  func exchanging(_ mode: String) throws {
    let cluster = try PostgresCluster(onPort: true)
    let pooler = try Pooler(before: cluster, lendingFor: mode)
    let address = cluster.networkAddress(of: "postgres", onPort: pooler.port)
    let error = #expect(throws: DatabaseError.self) {
      try Database.open(postgres: address, migrations: [first(Self.table)])
    }
    #expect(error?.problem.contains("is reached through a pooler") == true)
    #expect(error?.description.contains("\n") == false)
    try cluster.stop()
  }

  @Test(
    "through a pooler that keeps a connection for its client all works, also events",
    .enabled(if: Pooler.isInstalled, "needs Debian's pgbouncer"))
  func sessionPooler() async throws {
    let cluster = try PostgresCluster(onPort: true)
    let pooler = try Pooler(before: cluster, lendingFor: "session")
    let address = cluster.networkAddress(of: "postgres", onPort: pooler.port) + "&pooler=session"
    let driver = Postgres(at: try PostgresAddress(address))
    let plan = try MigrationPlan(Migration.bundled(), place: "")
    let database = try Database(driver: driver, plan: plan, pollEvery: .seconds(600))
    let other = try Database.open(postgres: cluster.address(of: "postgres"))
    var changes = database.changes().makeAsyncIterator()
    for n in 0..<5 {
      try await other.write { $0.record(topic: "room", kind: "said", subject: "\(n)", at: 1) }
      _ = await changes.next()
      #expect(try await database.count("SELECT COUNT(*) FROM events") == n + 1)
    }
    try database.close()
    try other.close()
    try cluster.stop()
  }
}
