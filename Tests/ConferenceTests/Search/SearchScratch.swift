import Database
import Foundation

@testable import Conference

/// A conference in a data folder of its own, ready to be searched.
struct SearchScratch {
  let program: Program
  let search: ProgramSearch

  /// Makes the conference, hands it over, and removes it.
  static func with(_ draft: Draft, _ body: (SearchScratch) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-search-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = try ScratchData.folder(at: path)
    let database = try data.open()
    try await ProgramStore(database).apply(draft, now: Instant(milliseconds: 0))
    let program = try await ProgramStore(database).load()
    let place = try SearchPlace(database, in: data)
    try await body(SearchScratch(program: program, search: try await place.search(program)))
    try await place.close()
    try database.close()
  }

  static func with(_ papers: [Paper], _ body: (SearchScratch) async throws -> Void) async throws {
    var draft = Draft(conference: ConferenceInfo(id: "test", name: "Test"))
    draft.papers = papers
    try await with(draft, body)
  }

  /// Ids of the papers that are found, the best first.
  func ids(_ text: String) async throws -> [String] {
    try await search.papers(text, in: program).found.map { program.papers[$0].id }
  }

  func hits(_ text: String) async throws -> Hits<Int> { try await search.papers(text, in: program) }
}

/// One index that follows what a conference is changed to.
struct SearchFollowing {
  private let store: ProgramStore
  private let place: SearchPlace

  static func with(_ body: (SearchFollowing) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-search-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = try ScratchData.folder(at: path)
    let database = try data.open()
    let place = try SearchPlace(database, in: data)
    try await body(SearchFollowing(store: ProgramStore(database), place: place))
    try await place.close()
    try database.close()
  }

  /// The search once the conference is another one.
  func search(_ draft: Draft, at time: Int64) async throws -> SearchScratch {
    try await store.apply(draft, pruning: true, now: Instant(milliseconds: time))
    let program = try await store.load()
    return SearchScratch(program: program, search: try await place.search(program))
  }
}

extension Paper {
  /// A paper of which only what is searched for matters.
  static func about(
    _ id: String, _ title: String, by authors: [String] = [], _ abstract: String = "", keywords: [String] = []
  ) -> Paper {
    Paper(id: id, title: title, authors: authors.map { Person(name: $0) }, abstract: abstract, keywords: keywords)
  }
}
