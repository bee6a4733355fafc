import Dispatch
import ScratchDatabase
import Testing

@testable import Database

@Suite("Wake-ups", .gated, .timeLimit(.minutes(15)))
struct EventWakeUpTests {
  /// Hears of changes until the newest event has this subject; for ever where nobody tells of it.
  private func hear(of subject: String, in database: Database, _ write: () async throws -> Void) async throws {
    let changes = database.changes()
    try await write()
    for await _ in changes {
      let id = try await database.read { try $0.newestEventId() }
      if try await database.events(after: id - 1, limit: 1).first?.subject == subject { break }
    }
  }

  private func record(_ subject: String, in database: Database) async throws {
    try await database.write { $0.record(topic: "room", kind: "said", subject: subject, at: 1) }
  }

  @Test("a reader hears of a write of the same program", arguments: Backend.installed)
  func sameProgram(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let database = try place.open()
    try await hear(of: "a", in: database) { try await record("a", in: database) }
  }

  @Test("a reader hears of a write of another program", arguments: Backend.installed)
  func otherProgram(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let (database, other) = (try place.open(), try place.open())
    try await hear(of: "a", in: database) { try await record("a", in: other) }
  }

  @Test("another node of PostgreSQL is heard long before it would be seen", .enabled(if: PostgresCluster.isInstalled))
  func notification() async throws {
    let place = try ScratchPlace(.postgres)
    let driver = Postgres(at: try PostgresAddress(place.address))
    let database = try Database(
      driver: driver, plan: MigrationPlan(Migration.bundled(), place: ""), pollEvery: .seconds(86_400))
    let other = try place.open()
    // The connection that listens may still be made, after which one is woken as well.
    try await record("a", in: other)
    try await hear(of: "b", in: database) { try await record("b", in: other) }
    try await hear(of: "c", in: database) { try await record("c", in: other) }
  }

  @Test("a reader also finds what nobody told of", arguments: Backend.installed)
  func silent(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let (database, other) = (try place.open(), try place.open())
    try await hear(of: "a", in: database) {
      // So that it is not the wake-up at the beginning that finds it.
      try await Task.sleep(for: .seconds(3))
      try await other.execute("INSERT INTO events (topic, kind, subject, at) VALUES ('room', 'said', 'a', 1)")
    }
  }

  @Test("what nobody told of is found by the next look, for which it is waited no longer than asked")
  func looks() async throws {
    let place = try ScratchPlace(.sqlite)
    let (database, other) = (try place.open(), try place.open())
    let (pauses, pause) = AsyncStream.makeStream(of: Duration.self)
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let wakeUps = EventWakeUps(of: database.driver, every: .seconds(2)) { duration in
      pause.yield(duration)
      for await _ in ends { break }
    }
    var (paused, changed) = (pauses.makeAsyncIterator(), wakeUps.stream().makeAsyncIterator())
    for number in 1...3 {
      let waited = await paused.next()
      #expect(waited == .seconds(2))
      // The wake-up at once and that of the first look are one by now.
      if number == 1 { _ = await changed.next() }
      try await other.execute("INSERT INTO events (topic, kind, subject, at) VALUES ('room', 'said', 'a', \(number))")
      end.yield()
      // Else this would wait for ever.
      let isFound = await changed.next().map { _ in true } ?? false
      #expect(isFound)
    }
    withExtendedLifetime(wakeUps) {}
  }

  @Test("what comes after the wake-up at the beginning and before the first look is told by that look")
  func firstLook() async throws {
    let place = try ScratchPlace(.sqlite)
    let database = try Database.open(
      sqlite: place.address, migrations: Migration.bundled(), settings: SQLite.Settings(readers: 1))
    let (busy, beginning) = AsyncStream.makeStream(of: Void.self)
    let isWritten = DispatchSemaphore(value: 0)
    async let reading: Void = database.read { _ in
      beginning.finish()
      _ = isWritten.wait(timeout: .now() + 20)
    }
    for await _ in busy {}
    let wakeUps = EventWakeUps(of: database.driver, every: .seconds(2)) { _ in
      try await Task.sleep(for: .seconds(86_400))
    }
    var changed = wakeUps.stream().makeAsyncIterator()
    // Upon this one a reader reads what there is: nothing.
    _ = await changed.next()
    try await database.execute("INSERT INTO events (topic, kind, subject, at) VALUES ('room', 'said', 'a', 1)")
    isWritten.signal()
    try await reading
    // Else this would wait for ever.
    let isTold = await changed.next().map { _ in true } ?? false
    #expect(isTold)
    withExtendedLifetime(wakeUps) {}
  }

  @Test("a server is looked at within two seconds, a file more often", arguments: Backend.installed)
  func intervals(_ backend: Backend) throws {
    let place = try ScratchPlace(backend)
    let database = try place.open()
    #expect(database.wakeUps.interval == (backend == .sqlite ? Database.pollOfFile : Database.pollOfServer))
    #expect(Database.pollOfServer < .seconds(2))
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
