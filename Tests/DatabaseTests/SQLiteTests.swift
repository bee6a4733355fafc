import Dispatch
import Foundation
import Testing

@testable import Database

@Suite("SQLite")
struct SQLiteTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let table = "CREATE TABLE t (n INTEGER, body BLOB)"

  @Test("the writer syncs every commit to a write-ahead log and keeps foreign keys")
  func pragmas() async throws {
    let database = try scratch.database("")
    let found: [SQLValue] = try await database.write { connection in
      let pragmas: [SQL] = [
        "PRAGMA synchronous", "PRAGMA journal_mode", "PRAGMA foreign_keys", "PRAGMA journal_size_limit",
      ]
      return try pragmas.compactMap { try connection.first($0)?.value(0) }
    }
    #expect(found == [.integer(2), .text("wal"), .integer(1), .integer(64 << 20)])
    // What is left of five seconds, of which some was waited already.
    let patience: Int = try #require(try await database.write { try $0.first("PRAGMA busy_timeout")?.value(0) })
    #expect((1...5_000).contains(patience))
    #expect(database.dialect == .sqlite)
  }

  @Test("full-text search works, also when triggers fill it")
  func fullText() async throws {
    let schema = """
      CREATE TABLE papers (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
      CREATE VIRTUAL TABLE paper_search USING fts5(title, tokenize = 'porter unicode61 remove_diacritics 2');
      CREATE TRIGGER papers_added AFTER INSERT ON papers BEGIN
        INSERT INTO paper_search (rowid, title) VALUES (new.id, new.title);
      END;
      """
    let database = try scratch.database(schema)
    try await database.execute("INSERT INTO papers VALUES (\(1), \("Café networks")), (\(2), \("Trees"))")
    let rows = try await database.query(
      """
      SELECT rowid, bm25(paper_search) AS score, snippet(paper_search, 0, '[', ']', '', 8) AS part
      FROM paper_search WHERE paper_search MATCH \("cafe network")
      """
    )
    #expect(try rows.map { try $0.value("part", as: String.self) } == ["[Café] [networks]"])
    let error = await #expect(throws: DatabaseError.self) {
      try await database.query("SELECT rowid FROM paper_search WHERE paper_search MATCH \("\"unclosed")")
    }
    #expect(error?.kind == .misuse)
  }

  @Test("a file that may grow no more is a full error, rolls back, and can be used again")
  func full() async throws {
    let database = try scratch.database(table)
    try await database.write { _ = try $0.query("PRAGMA max_page_count = 20") }
    let big = [UInt8](repeating: 7, count: 1_000_000)
    let error = await #expect(throws: DatabaseError.self) {
      try await database.write { connection in
        try connection.execute("INSERT INTO t (n) VALUES (\(1))")
        try connection.execute("INSERT INTO t (body) VALUES (\(big))")
      }
    }
    #expect(error?.kind == .full)
    #expect(error?.advice == "free space on its disk and try again")
    #expect(try await database.count("SELECT COUNT(*) FROM t") == 0)
    try await database.execute("INSERT INTO t (n) VALUES (\(2))")
    #expect(try await database.count("SELECT COUNT(*) FROM t") == 1)
  }

  @Test("a file that another program keeps locked is a busy error")
  func busy() async throws {
    let path = scratch.file("test.sqlite")
    let other = try Database.open(sqlite: path, migrations: [first(table)])
    let patience = SQLite.Settings(busyTimeout: 0.1)
    let database = try Database.open(sqlite: path, migrations: [first(table)], settings: patience)
    let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
    let done = DispatchSemaphore(value: 0)
    async let holding = other.write { connection in
      try connection.execute("INSERT INTO t (n) VALUES (\(1))")
      beginning.finish()
      return done.wait(timeout: .now() + 20) == .success
    }
    for await _ in begun {}
    let error = await #expect(throws: DatabaseError.self) { try await database.execute("DELETE FROM t") }
    #expect(error?.kind == .busy)
    #expect(try await database.count("SELECT COUNT(*) FROM t") == 0, "reading goes on")
    done.signal()
    #expect(try await holding)
    #expect(try await database.execute("DELETE FROM t") == 1)
  }

  @Test("what was deleted while somebody was reading leaves every file with the first write after they have ended")
  func scrubbedLater() async throws {
    let path = scratch.file("test.sqlite")
    let other = try Database.open(sqlite: path, migrations: [first(table)])
    let patience = SQLite.Settings(busyTimeout: 0.1)
    let database = try Database.open(sqlite: path, migrations: [first(table)], settings: patience)
    let canary = Array("kanarienvogel".utf8)
    func isThere() throws -> Bool {
      try [path, path + "-wal"].contains { file in
        try Data(contentsOf: URL(fileURLWithPath: file)).range(of: Data(canary)) != nil
      }
    }
    try await database.execute("INSERT INTO t (body) VALUES (\(canary))")
    let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
    let done = DispatchSemaphore(value: 0)
    async let reading = other.read { connection in
      let row = try connection.first("SELECT COUNT(*) FROM t")
      beginning.finish()
      return row != nil && done.wait(timeout: .now() + 20) == .success
    }
    for await _ in begun {}
    try await database.execute("DELETE FROM t")
    try await database.scrub()
    try await database.execute("INSERT INTO t (n) VALUES (\(1))")
    #expect(try isThere())
    done.signal()
    #expect(try await reading)
    try await database.execute("INSERT INTO t (n) VALUES (\(2))")
    #expect(try !isThere())
    #expect(try await database.count("SELECT COUNT(*) FROM t") == 2)
  }

  @Test("writes that wait behind each other for another program's lock give up together")
  func noPileUp() async throws {
    let path = scratch.file("test.sqlite")
    let other = try Database.open(sqlite: path, migrations: [first(table)])
    let patience = SQLite.Settings(busyTimeout: 1)
    let database = try Database.open(sqlite: path, migrations: [first(table)], settings: patience)
    let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
    let done = DispatchSemaphore(value: 0)
    async let holding = other.write { _ in
      beginning.finish()
      return done.wait(timeout: .now() + 60) == .success
    }
    for await _ in begun {}
    let kinds = await withTaskGroup(of: DatabaseError.Kind?.self) { group in
      for number in 1...50 {
        group.addTask {
          do {
            try await database.execute("INSERT INTO t (n) VALUES (\(number))")
            return nil
          } catch { return (error as? DatabaseError)?.kind }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    done.signal()
    // Each waiting for a second of its own, some would have outlasted the lock.
    #expect(try await holding)
    #expect(kinds == Array(repeating: .busy, count: 50))
    #expect(try await database.execute("INSERT INTO t (n) VALUES (\(51))") == 1)
    #expect(try await database.count("SELECT COUNT(*) FROM t") == 1)
  }

  @Test("a sound database has no problems; a dangling row is told with its table")
  func integrity() async throws {
    let schema = """
      CREATE TABLE rooms (id TEXT PRIMARY KEY);
      CREATE TABLE talks (id INTEGER PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms (id) DEFERRABLE);
      """
    let path = scratch.file("test.sqlite")
    let database = try Database.open(sqlite: path, migrations: [first(schema)])
    try await database.execute("INSERT INTO rooms VALUES (\("a"))")
    try await database.execute("INSERT INTO talks VALUES (\(5), \("a"))")
    #expect(try await database.integrityProblems() == [])
    try database.close()

    // Only a connection that does not keep foreign keys, such as a careless tool's, can do this.
    let careless = try SQLite(file: DatabaseFile(path), settings: SQLite.Settings()) { _ in }
    try careless.alterSchema { try $0.run(script: "DELETE FROM rooms") }
    #expect(try await careless.integrityProblems() == ["row 5 of talks points to nothing in rooms"])
  }

  @Test("a damaged file is told by the check, or refused when opened, and never crashes")
  func damage() async throws {
    let path = scratch.file("test.sqlite")
    let database = try Database.open(sqlite: path, migrations: [first(table)])
    try await database.write { connection in
      let body = [UInt8](repeating: 1, count: 200)
      for n in 0..<2000 { try connection.execute("INSERT INTO t VALUES (\(n), \(body))") }
    }
    try database.close()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.seek(toOffset: 5 * 4096)
    try file.write(contentsOf: Data(repeating: 0xAB, count: 20 * 4096))
    try file.close()

    let damaged = try Database.open(sqlite: path, migrations: [first(table)])
    #expect(try await damaged.integrityProblems().isEmpty == false)
    let error = await #expect(throws: DatabaseError.self) { try await damaged.query("SELECT * FROM t") }
    #expect(error?.kind == .notADatabase)
  }

  @Test("a backup of a database in use is whole, one file, and never replaces another")
  func backup() async throws {
    let database = try Database.open(sqlite: scratch.file("test.sqlite"), migrations: [first(table)])
    try await database.execute("INSERT INTO t (n) VALUES (\(1))")
    async let writing: Void = {
      for n in 2...50 { try await database.execute("INSERT INTO t (n) VALUES (\(n))") }
    }()
    try database.backup(to: scratch.file("copy.sqlite"))
    try await writing
    try database.close()

    #expect(try scratch.names() == ["copy.sqlite", "test.sqlite"])
    let copy = try Database.open(sqlite: scratch.file("copy.sqlite"), migrations: [first(table)])
    let count = try #require(try await copy.count("SELECT COUNT(*) FROM t"))
    #expect((1...50).contains(count))
    #expect(try await copy.count("SELECT MAX(n) FROM t") == count)
    #expect(try await copy.integrityProblems() == [])
    let error = #expect(throws: DatabaseError.self) { try copy.backup(to: scratch.file("test.sqlite")) }
    #expect(error?.description.contains("exists already") == true)
    try copy.close()
    #expect(try scratch.names() == ["copy.sqlite", "test.sqlite"])
  }

  @Test("a backup into a missing folder is an error and leaves nothing")
  func backupNowhere() async throws {
    let database = try scratch.database(table)
    let error = #expect(throws: DatabaseError.self) { try database.backup(to: "/nowhere/at/all.sqlite") }
    #expect(error?.description.contains("there is no folder '/nowhere/at'") == true)
  }

  @Test("a closed database refuses everything and may be closed again")
  func closing() async throws {
    let database = try Database.open(sqlite: scratch.file("test.sqlite"), migrations: [first(table)])
    try await database.execute("INSERT INTO t (n) VALUES (\(1))")
    try database.close()
    try database.close()
    #expect(try scratch.names() == ["test.sqlite"], "the log is folded into the file")
    for error in [
      await #expect(throws: DatabaseError.self) { try await database.query("SELECT 1") },
      await #expect(throws: DatabaseError.self) { try await database.execute("DELETE FROM t") },
      #expect(throws: DatabaseError.self) { try database.backup(to: scratch.file("copy.sqlite")) },
    ] {
      #expect(error?.kind == .misuse)
      #expect(error?.description.hasSuffix("has been closed") == true)
    }
  }

  @Test("databases that are closed all at once leave those who still read a thread to end on")
  func closingTogether() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<2 * ProcessInfo.processInfo.activeProcessorCount {
        let database = try Database.open(sqlite: scratch.file("\(number).sqlite"), migrations: [first(table)])
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        group.addTask {
          let count = try await database.read { connection in
            begin.finish()
            Thread.sleep(forTimeInterval: 0.5)
            return try connection.first("SELECT COUNT(*) AS n FROM t")?.value("n", as: Int.self)
          }
          #expect(count == 0)
        }
        group.addTask {
          for await _ in begun {}
          try await database.closeWhenIdle()
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("closing while the database stays in use is a busy error, after which it goes on")
  func closingInUse() throws {
    let file = "'/somewhere.sqlite'"
    let admission = Admission()
    try admission.enter(file)
    let error = #expect(throws: DatabaseError.self) { try admission.closeWhenEmpty(file, seconds: 0.05) {} }
    #expect(error?.kind == .busy)
    try admission.enter(file)
    admission.leave()
    admission.leave()
    try admission.closeWhenEmpty(file, seconds: 0.05) {}
    #expect(throws: DatabaseError.self) { try admission.enter(file) }
  }
}
