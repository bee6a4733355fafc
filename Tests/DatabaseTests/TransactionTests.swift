import Dispatch
import ScratchDatabase
import Testing

@testable import Database

@Suite("Transactions", .gated)
struct TransactionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private struct Refusal: Error {}
  private let counter = """
    CREATE TABLE counter (id INTEGER PRIMARY KEY, n INTEGER NOT NULL);
    INSERT INTO counter VALUES (1, 0);
    """

  @Test("a write is all or nothing: what its body throws rolls back and comes out", arguments: Backend.installed)
  func rollback(_ backend: Backend) async throws {
    let database = try scratch.database(counter, on: backend)
    await #expect(throws: Refusal.self) {
      try await database.write { connection in
        try connection.execute("UPDATE counter SET n = 5")
        try connection.execute("INSERT INTO counter VALUES (2, 0)")
        throw Refusal()
      }
    }
    let sum = try await database.count("SELECT SUM(n) + COUNT(*) FROM counter")
    #expect(sum == 1)
  }

  @Test("an error in the middle can be caught with attempt and the rest committed", arguments: Backend.installed)
  func recovery(_ backend: Backend) async throws {
    let database = try scratch.database(counter, on: backend)
    let kind: DatabaseError.Kind? = try await database.write { connection in
      try connection.execute("UPDATE counter SET n = 5")
      do {
        try connection.attempt {
          try connection.execute("UPDATE counter SET n = 7")
          try connection.execute("INSERT INTO counter VALUES (1, 0)")
        }
      } catch let error as DatabaseError {
        try connection.attempt { try connection.execute("INSERT INTO counter VALUES (2, 0)") }
        return error.kind
      }
      return nil
    }
    #expect(kind == .constraint)
    #expect(try await database.query("SELECT n FROM counter ORDER BY id").map { try $0.value(0) } == [5, 0])
  }

  @Test("an error that is caught outside of attempt dooms the write", arguments: Backend.installed)
  func doom(_ backend: Backend) async throws {
    let database = try scratch.database(counter, on: backend)
    let error = await #expect(throws: DatabaseError.self) {
      try await database.write { connection in
        try connection.execute("UPDATE counter SET n = 5")
        _ = try? connection.execute("INSERT INTO counter VALUES (1, 0)")
      }
    }
    #expect(error?.kind == .constraint)
    let later = await #expect(throws: DatabaseError.self) {
      try await database.write { connection in
        _ = try? connection.execute("INSERT INTO counter VALUES (1, 0)")
        try connection.execute("UPDATE counter SET n = 5")
      }
    }
    #expect(later?.advice == "use attempt for what may fail")
    #expect(try await database.count("SELECT n FROM counter") == 0)
  }

  @Test(
    "attempts may be nested, and one that fails takes along what those in it have done", arguments: Backend.installed)
  func nestedAttempts(_ backend: Backend) async throws {
    let database = try scratch.database(counter, on: backend)
    try await database.write { connection in
      _ = try? connection.attempt {
        try connection.attempt { try connection.execute("INSERT INTO counter VALUES (2, 0)") }
        throw Refusal()
      }
      try connection.attempt {
        _ = try? connection.attempt { try connection.execute("INSERT INTO counter VALUES (1, 0)") }
        try connection.execute("INSERT INTO counter VALUES (3, 0)")
      }
      // What is doomed within an attempt is undone with it.
      _ = try? connection.attempt {
        try connection.execute("INSERT INTO counter VALUES (4, 0)")
        _ = try? connection.execute("INSERT INTO counter VALUES (1, 0)")
      }
    }
    #expect(try await database.query("SELECT id FROM counter ORDER BY id").map { try $0.value(0) } == [1, 3])
  }

  @Test(
    "statements that would end the transaction are refused and roll it back",
    arguments: ["COMMIT", "/* x */ rollback", "; end", "BEGIN IMMEDIATE", "SAVEPOINT a", "RELEASE a"] as [SQL],
    Backend.installed)
  func control(_ sql: SQL, _ backend: Backend) async throws {
    let database = try scratch.database(counter, on: backend)
    let error = await #expect(throws: DatabaseError.self) {
      try await database.write { connection in
        try connection.execute("UPDATE counter SET n = 5")
        try connection.execute(sql)
      }
    }
    let n = try await database.count("SELECT n FROM counter")
    #expect(error?.kind == .misuse)
    #expect(n == 0)
  }

  @Test("eight writers of a hundred increments each lose nothing", arguments: Backend.installed)
  func concurrentWriters(_ backend: Backend) async throws {
    let database = try scratch.database(counter, on: backend)
    try await withThrowingTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<100 {
            try await database.write { connection in
              let n = try connection.first("SELECT n FROM counter WHERE id = 1")?.value("n", as: Int.self) ?? -1
              try connection.execute("UPDATE counter SET n = \(n + 1) WHERE id = 1")
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await database.count("SELECT n FROM counter") == 800)
  }

  @Test("a reader keeps seeing the state at which it began while a writer commits", arguments: Backend.installed)
  func snapshot(_ backend: Backend) async throws {
    let database = try scratch.database(counter, on: backend)
    let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
    let written = DispatchSemaphore(value: 0)
    async let seen = database.read { connection in
      let before = try connection.first("SELECT n FROM counter")?.value("n", as: Int.self)
      beginning.finish()
      let waited = written.wait(timeout: .now() + 20)
      let after = try connection.first("SELECT n FROM counter")?.value("n", as: Int.self)
      return (before, after, waited == .success)
    }
    for await _ in begun {}
    try await database.execute("UPDATE counter SET n = 9")
    #expect(try await database.count("SELECT n FROM counter") == 9)
    written.signal()
    let (before, after, inTime) = try await seen
    #expect(before == 0)
    #expect(after == 0)
    #expect(inTime)
  }

  @Test("more readers than connections wait for each other", arguments: Backend.installed)
  func manyReaders(_ backend: Backend) async throws {
    let database = try scratch.database(counter, on: backend)
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<64 { group.addTask { try await database.count("SELECT n + 1 FROM counter") ?? 0 } }
      return try await group.reduce(0, +)
    }
    #expect(sum == 64)
  }

  @Test("a write in a read is refused as a misuse", arguments: Backend.installed)
  func writeInRead(_ backend: Backend) async throws {
    let database = try scratch.database(counter, on: backend)
    let error = await #expect(throws: DatabaseError.self) {
      try await database.read { try $0.execute("UPDATE counter SET n = 1") }
    }
    #expect(error?.kind == .misuse)
    #expect(error?.description == "'UPDATE counter SET n = 1' writes in a read: do it in a write")
  }

  @Test("a canceled write throws CancellationError and changes nothing", arguments: Backend.installed)
  func cancellation(_ backend: Backend) async throws {
    let database = try scratch.database(counter, on: backend)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await database.execute("UPDATE counter SET n = 1")
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    let n = try await database.count("SELECT n FROM counter")
    #expect(n == 0)
  }
}
