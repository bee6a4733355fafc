import Foundation
import Testing

@testable import Database

@Suite("Crashes", .gated)
struct CrashTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let schema = "CREATE TABLE a (n INTEGER PRIMARY KEY); CREATE TABLE b (n INTEGER PRIMARY KEY);"

  @Test("killing the process in the middle of writes loses nothing acknowledged and leaves nothing half done")
  func kill() async throws {
    let (path, receipts) = (scratch.file("test.sqlite"), scratch.file("receipts"))
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, receipts = receipts as String] in
      try await Self.writeUntilKilled(path, receipts)
    }

    let lines = try String(contentsOfFile: receipts, encoding: .utf8).split(separator: "\n")
    let acknowledged = lines.compactMap { Int($0) }
    #expect(acknowledged.count >= 50, "the process was killed while it was busy")
    let database = try Database.open(sqlite: path, migrations: [first(Self.schema)])
    let kept = try await database.query("SELECT n FROM a ORDER BY n").map { try $0.value("n", as: Int.self) }
    #expect(Set(acknowledged).subtracting(kept) == [])
    #expect(try await database.query("SELECT n FROM b ORDER BY n").map { try $0.value("n", as: Int.self) } == kept)
    #expect(try await database.integrityProblems() == [])
  }

  /// Four tasks write a row into both tables, and then its number into a file; a fifth kills this process.
  private static func writeUntilKilled(_ path: String, _ receipts: String) async throws {
    let database = try Database.open(sqlite: path, migrations: [first(schema)])
    let file = open(receipts, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    try await withThrowingTaskGroup { group in
      for writer in 0..<4 {
        group.addTask {
          for n in 0..<1_000_000 {
            let number = n * 4 + writer
            try await database.write { connection in
              try connection.execute("INSERT INTO a VALUES (\(number))")
              try connection.execute("INSERT INTO b VALUES (\(number))")
            }
            let line = Array("\(number)\n".utf8)
            if write(file, line, line.count) == line.count, n == 200 { Foundation.kill(getpid(), SIGKILL) }
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
