import Database
import Foundation
import Testing

@testable import Conference

/// The story conference in a database, with somebody who edits it.
struct ScratchProgram: Sendable {
  let people: ScratchPeople
  let organizer: String
  var store: ProgramStore { ProgramStore(people.database) }
  var editor: ProgramEditor { ProgramEditor(people.database, clock: people.clock) }

  static func run(papers: Int = 12, _ body: (ScratchProgram) async throws -> Void) async throws {
    try await ScratchPeople.run { people in
      let organizer = try await people.add("chair@example.org", name: "Abeba Chair", role: .organizer).id
      let draft = Story(seed: 1, papers: papers, today: try #require(Day(iso: "2026-04-28"))).draft()
      try await ProgramStore(people.database).apply(draft, now: people.time.now)
      try await body(ScratchProgram(people: people, organizer: organizer))
    }
  }

  func draft() async throws -> Draft {
    let draft = try await store.draft()
    return try #require(draft)
  }

  /// The conference as files.
  func files() async throws -> [String: String] { FolderExport(try await draft()).files }

  /// Stores an entry as who has just seen it.
  @discardableResult
  func put<E: Entry>(_ entry: E) async throws -> ProgramChange? {
    people.time.pass(seconds: 60)
    return try await editor.edit(by: organizer) { try $0.put(entry, seen: .anything) }
  }
}

/// A session of a day, for what has nothing to do with the rest of a program.
func session(_ id: String, _ start: String, _ end: String, kind: Session.Kind = .other) throws -> Session {
  let start = try #require(Instant(iso8601: "2026-04-28T\(start):00Z"))
  let end = try #require(Instant(iso8601: "2026-04-28T\(end):00Z"))
  return Session(id: id, kind: kind, title: "Session \(id)", start: start, end: end)
}
