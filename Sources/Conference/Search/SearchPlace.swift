import Database
import Synchronization

/// Where the search index lies: in an SQLite database itself; beside a PostgreSQL that many nodes share, in a file of each
/// node's own, which is made from the program. The same words so find the same papers on both.
public struct SearchPlace: Sendable {
  private let index: Database
  private let isOwn: Bool
  private let filled = Filled()

  /// What this process has filled the node's own index from, itself: what another version of the program has written into it is not known to the letter.
  private final class Filled: Sendable {
    let program = Mutex<Program?>(nil)
  }

  /// Opens the index that belongs to the database, making it where there is none.
  public init(_ database: Database, in data: DataFolder) throws {
    isOwn = database.dialect != .sqlite
    index = isOwn ? try Database.open(sqlite: data.searchPath) : database
  }

  /// The search over a program that was read from the database.
  public func search(_ program: Program) async throws -> ProgramSearch {
    if isOwn { try await fill(from: program) }
    return try await ProgramSearch(index)
  }

  /// Fills the node's own index, unless it is that of this program already.
  private func fill(from program: Program) async throws {
    guard let draft = program.draft else { return }
    let last = filled.program.withLock { $0 }
    let isFilled = try await index.write { connection -> Bool in
      let state = try connection.first("SELECT version, changed_at FROM program_state")
      let known = (try state?.value("version", as: Int.self), try state?.value("changed_at", as: Int64.self))
      guard known != (program.version, program.changed.milliseconds) else { return false }
      let numbers = Self.numbers(program)
      if let last, let old = last.draft, known == (last.version, last.changed.milliseconds) {
        try SearchIndex.update(
          from: SearchIndex.Contents(old, numbers: Self.numbers(last)),
          to: SearchIndex.Contents(draft, numbers: numbers), connection)
      } else {
        try SearchIndex.rebuild(draft, numbers: numbers, connection)
      }
      try connection.execute(
        "UPDATE program_state SET version = \(program.version), changed_at = \(program.changed.milliseconds)")
      return true
    }
    if isFilled { filled.program.withLock { $0 = program } }
  }

  private static func numbers(_ program: Program) -> [EntryName: Int] {
    Dictionary(program.numbers.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Closes what this has opened; the database itself stays open.
  public func close() async throws {
    if isOwn { try await index.closeWhenIdle() }
  }
}
