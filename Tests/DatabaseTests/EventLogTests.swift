import ScratchDatabase
import Testing

@testable import Database

@Suite("Event log", .gated)
struct EventLogTests {
  private struct Refusal: Error {}

  private func record(_ subjects: String..., topic: String = "room", at: Int64 = 5, in database: Database) async throws
  {
    try await database.write { connection in
      for subject in subjects { connection.record(topic: topic, kind: "said", subject: subject, at: at) }
    }
  }

  private func subjects(_ database: Database, after id: Int64 = 0, limit: Int = 99, topics: [String]? = nil)
    async throws -> [String]
  {
    try await database.events(after: id, limit: limit, topics: topics).map(\.subject)
  }

  @Test("an event is kept with its write", arguments: Backend.installed)
  func recording(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let database = try place.open()
    #expect(try await database.read { try $0.newestEventId() } == 0)
    try await record("it's \u{1F9F6}", at: .max, in: database)
    let event = try #require(try await database.events(after: 0, limit: 9).first)
    #expect(event == Database.Event(id: event.id, topic: "room", kind: "said", subject: "it's \u{1F9F6}", at: .max))
    #expect(try await database.read { try $0.newestEventId() } == event.id)
    #expect(try await subjects(database, after: event.id) == [])
  }

  @Test("a thousand events of one write have ids in their order", arguments: Backend.installed)
  func many(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let database = try place.open()
    let said = (1...1_001).map { "\($0)" }
    try await database.write { connection in
      for subject in said { connection.record(topic: "room", kind: "said", subject: subject, at: 5) }
    }
    #expect(try await subjects(database, limit: 2_000) == said)
  }

  @Test("what is undone leaves no event", arguments: Backend.installed)
  func undoing(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let database = try place.open()
    await #expect(throws: Refusal.self) {
      try await database.write { connection in
        connection.record(topic: "room", kind: "said", subject: "undone", at: 1)
        throw Refusal()
      }
    }
    try await database.write { connection in
      connection.record(topic: "room", kind: "said", subject: "before", at: 1)
      _ = try? connection.attempt {
        connection.record(topic: "room", kind: "said", subject: "undone", at: 1)
        throw Refusal()
      }
      connection.record(topic: "room", kind: "said", subject: "after", at: 1)
    }
    #expect(try await subjects(database) == ["before", "after"])
  }

  @Test("events are read in order, a few at a time, and by topic", arguments: Backend.installed)
  func reading(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let database = try place.open()
    try await record("1", "2", in: database)
    try await record("3", topic: "hall", in: database)
    try await record("4", topic: "foyer", in: database)
    let first = try #require(try await database.events(after: 0, limit: 1).first)
    #expect(try await subjects(database, after: first.id, limit: 2) == ["2", "3"])
    #expect(try await subjects(database, topics: ["hall", "foyer"]) == ["3", "4"])
    #expect(try await subjects(database, topics: []) == [])
  }

  @Test("old events go, the newest one stays, and no id comes twice", arguments: Backend.installed)
  func pruning(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let database = try place.open()
    for n in 1...4 { try await record("\(n)", at: Int64(n), in: database) }
    let newest = try await database.read { try $0.newestEventId() }
    #expect(try await database.write { try $0.pruneEvents(before: 3) } == 2)
    #expect(try await subjects(database) == ["3", "4"])
    #expect(try await database.write { try $0.pruneEvents(before: 9) } == 1)
    #expect(try await database.read { try [$0.oldestEventId(), $0.newestEventId()] } == [newest, newest])
    try await database.execute("DELETE FROM events")
    try await record("5", in: database)
    #expect(try await database.read { try $0.newestEventId() } > newest)
  }

  @Test("where the clock was set back, what is left of the log has no gap", arguments: Backend.installed)
  func clock(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let database = try place.open()
    for at: Int64 in [10, 20, 12, 30] { try await record("\(at)", at: at, in: database) }
    #expect(try await database.write { try $0.pruneEvents(before: 5) } == 0)
    #expect(try await database.write { try $0.pruneEvents(before: 15) } == 3)
    #expect(try await subjects(database) == ["30"])
  }

  @Test("a reader beside fifty writers misses no event", arguments: Backend.installed)
  func manyWriters(_ backend: Backend) async throws {
    let place = try ScratchPlace(backend)
    let (writers, writes) = (50, 10)
    // So that all of them are at work at the same time, and do not wait for each other before.
    let settings = Postgres.Settings(connections: writers + 2)
    let database =
      try backend == .sqlite
      ? place.open() : Database.open(postgres: place.address, migrations: Migration.bundled(), settings: settings)
    let reading = try place.open()
    async let seen = {
      var seen: [Database.Event] = []
      while seen.count < writers * writes * 2 {
        seen += try await reading.events(after: seen.last?.id ?? 0, limit: 20)
      }
      return seen
    }()
    try await withThrowingTaskGroup { group in
      for writer in 0..<writers {
        group.addTask {
          for write in 0..<writes { try await record("\(writer)-\(write)-a", "\(writer)-\(write)-b", in: database) }
        }
      }
      try await group.waitForAll()
    }
    let found = try await seen
    #expect(found == (try await database.events(after: 0, limit: 10_000)))
    #expect(Set(found.map(\.subject)).count == writers * writes * 2)
  }
}
