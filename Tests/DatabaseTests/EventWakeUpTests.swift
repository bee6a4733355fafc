import ScratchDatabase
import Testing

@testable import Database

@Suite("Wake-ups", .gated)
struct EventWakeUpTests {
  /// Hears of changes until the newest event has this subject; the seconds that this took.
  private func seconds(until subject: String, in database: Database, _ write: () async throws -> Void)
    async throws -> Double
  {
    let changes = database.changes()
    let start = ContinuousClock.now
    try await write()
    for await _ in changes {
      let id = try await database.read { try $0.newestEventId() }
      if try await database.events(after: id - 1, limit: 1).first?.subject == subject { break }
    }
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private func record(_ subject: String, in database: Database) async throws {
    try await database.write { $0.record(topic: "room", kind: "said", subject: subject, at: 1) }
  }

  @Test("a reader hears of a write of the same program", arguments: Backend.installed)
  func sameProgram(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let database = try place.open()
    #expect(try await seconds(until: "a", in: database) { try await record("a", in: database) } < 60)
  }

  @Test("a reader hears of a write of another program", arguments: Backend.installed)
  func otherProgram(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let (database, other) = (try place.open(), try place.open())
    #expect(try await seconds(until: "a", in: database) { try await record("a", in: other) } < 60)
  }

  @Test("another node of PostgreSQL is heard long before it would be seen", .enabled(if: PostgresCluster.isInstalled))
  func notification() async throws {
    let place = try ScratchPlace(.postgres)
    let driver = Postgres(at: try PostgresAddress(place.address))
    let database = try Database(
      driver: driver, plan: MigrationPlan(Migration.bundled(), place: ""), pollEvery: .seconds(600))
    let other = try place.open()
    // The connection that listens may still be made, after which one is woken as well.
    try await record("a", in: other)
    #expect(try await seconds(until: "b", in: database) { try await record("b", in: other) } < 60)
    #expect(try await seconds(until: "c", in: database) { try await record("c", in: other) } < 60)
  }

  @Test("a reader also finds what nobody told of", arguments: Backend.installed)
  func silent(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let (database, other) = (try place.open(), try place.open())
    let seconds = try await seconds(until: "a", in: database) {
      // So that it is not the wake-up at the beginning that finds it.
      try await Task.sleep(for: .seconds(3))
      try await other.execute("INSERT INTO events (topic, kind, subject, at) VALUES ('room', 'said', 'a', 1)")
    }
    #expect(seconds < 60)
  }

  @Test("closing the database ends the wake-ups", arguments: Backend.installed)
  func closing(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let database = try place.open()
    let changes = database.changes()
    try database.close()
    for await _ in changes {}
  }
}
