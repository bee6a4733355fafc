import Foundation
import ScratchDatabase
import Testing

@testable import Database

@Suite("Opening")
struct OpeningTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func refusal(_ path: String) -> DatabaseError? {
    let schema = first("CREATE TABLE t (n INTEGER)")
    return #expect(throws: DatabaseError.self) { try Database.open(sqlite: path, migrations: [schema]) }
  }

  @Test("a file that is no database is refused and left as it is")
  func noDatabase() async throws {
    let path = scratch.file("notes.txt")
    let text = String(repeating: "These are notes, not a database. ", count: 100)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let error = refusal(path)
    #expect(error?.kind == .notADatabase)
    #expect(error?.description == "'\(path)' is not an SQLite database: choose another file")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test("another program's database is refused and left as it is")
  func otherProgram() async throws {
    let path = scratch.file("other.sqlite")
    let other = try SQLite(file: DatabaseFile(path), settings: SQLite.Settings()) { _ in }
    try other.alterSchema { try $0.run(script: "CREATE TABLE bookmarks (url TEXT)") }
    try other.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let error = refusal(path)
    #expect(error?.kind == .notADatabase)
    #expect(error?.description.contains("is the database of another program") == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("a missing folder, a folder as the file, and no path at all are told in plain words")
  func paths() async throws {
    #expect(refusal(scratch.file("absent/test.sqlite"))?.description.contains("make the folder") == true)
    #expect(refusal(scratch.url.path)?.problem == "is a folder")
    #expect(refusal("")?.kind == .misuse)
    #expect(refusal("a\0b")?.kind == .misuse)
  }

  @Test("a name that SQLite would take for memory or a URI is a file like any other")
  func oddNames() async throws {
    for name in [":memory:", "file:x.sqlite?mode=memory", "Übung 'a'.sqlite"] {
      let database = try Database.open(sqlite: scratch.file(name), migrations: [])
      try database.close()
      #expect(FileManager.default.fileExists(atPath: scratch.file(name)), "\(name)")
    }
    #expect(DatabaseFile(":memory:").path.hasSuffix("/:memory:"))
    #expect(DatabaseFile("file:a?mode=memory").path.hasPrefix("/"))
  }

  @Test("a folder that takes no files gives one clear error", .enabled(if: OpeningTests.hasProc, "needs /proc"))
  func refusingFolder() {
    let error = refusal("/proc/hatata.sqlite")
    #expect(error?.kind == .other)
    #expect(error?.description.hasPrefix("'/proc/hatata.sqlite' cannot be opened") == true)
  }

  @Test("a read-only folder is told", .enabled(if: OpeningTests.mayBeRefused, "this user may write anywhere"))
  func readOnlyFolder() async throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: scratch.url.path)
    #expect(refusal(scratch.file("test.sqlite"))?.problem.contains("may not be written") == true)
  }

  @Test("a read-only file is told", .enabled(if: OpeningTests.mayBeRefused, "this user may write anywhere"))
  func readOnlyFile() async throws {
    let path = scratch.file("test.sqlite")
    try Database.open(sqlite: path, migrations: []).close()
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    #expect(refusal(path)?.problem == "may not be read and written")
  }

  @Test("a PostgreSQL database opened to be read only refuses writes", .enabled(if: PostgresCluster.isInstalled))
  func readOnlyServer() async throws {
    let place = try scratch.place(.postgres)
    try place.open().close()
    let database = try #require(try Database.openReadOnly(postgres: place.address))
    let error = await #expect(throws: DatabaseError.self) { try await database.execute("CREATE TABLE t (n INTEGER)") }
    #expect(error?.problem == "writes in a read")
    #expect(try await database.count("SELECT COUNT(*) FROM events") == 0)
  }

  @Test(
    "a PostgreSQL database of an older program is not brought up to date to be read",
    .enabled(if: PostgresCluster.isInstalled))
  func olderServer() async throws {
    let place = try scratch.place(.postgres)
    try place.open([try Migration.bundled()[0]]).close()
    let error = #expect(throws: DatabaseError.self) { try Database.openReadOnly(postgres: place.address) }
    #expect(error?.problem == "is of an older Hatata")
  }

  private static let hasProc = FileManager.default.fileExists(atPath: "/proc")
  private static let mayBeRefused = !FileManager.default.isWritableFile(atPath: "/")
}
