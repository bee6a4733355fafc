import Database
import Foundation

/// Measures our layer against the same statements sent straight through the libraries under it.
///
/// Usage: database-bench cost POSTGRES SQLITE-FOLDER ROUNDS | database-bench load POSTGRES|SQLITE SECONDS TASKS |
/// database-bench threads POSTGRES SECONDS | database-bench told POSTGRES COUNT
@main
enum Bench {
  static let things = 2_000
  /// Statements in a row, for each way in each round.
  static let repetitions = 3_000

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, Array(arguments.dropFirst())) {
    case ("cost", let rest) where rest.count == 3:
      try await Cost(postgres: rest[0], folder: rest[1], rounds: Int(rest[2]) ?? 3).measure()
    case ("load", let rest) where rest.count == 3:
      try await Load(at: rest[0], seconds: Double(rest[1]) ?? 3, tasks: Int(rest[2]) ?? 16).measure()
    case ("threads", let rest) where rest.count == 2:
      Threads(at: rest[0], seconds: Double(rest[1]) ?? 3).measure()
    case ("told", let rest) where rest.count == 2:
      try await Told(address: rest[0], count: Int(rest[1]) ?? 500).measure()
    default:
      FileHandle.standardError.write(Data("See bin/bench database\n".utf8))
      exit(2)
    }
  }

  static func open(_ address: String) throws -> Database {
    try address.hasPrefix("postgres") ? .open(postgres: address) : .open(sqlite: address)
  }

  /// The table that everything is measured on, in a database with the program's own tables beside it.
  static func prepare(_ database: Database) async throws {
    try await database.write { connection in
      try connection.execute("DROP TABLE IF EXISTS bench_things")
      try connection.execute("CREATE TABLE bench_things (id BIGINT PRIMARY KEY, votes BIGINT NOT NULL, body TEXT NOT NULL)")
      for id in 0..<things {
        try connection.execute("INSERT INTO bench_things (id, votes, body) VALUES (\(id), 0, \(String(repeating: "words ", count: 30)))")
      }
    }
  }

  static func read(_ id: Int, _ database: Database) async throws {
    let row = try await database.query("SELECT votes, body FROM bench_things WHERE id = \(id)")[0]
    let _: (Int, String) = (try row.value(0), try row.value(1))
  }

  static func seconds(_ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await work()
    return (clock.now - start) / .seconds(1)
  }
}
