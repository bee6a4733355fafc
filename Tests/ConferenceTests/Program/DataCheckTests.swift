import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct DataCheckTests {
  private func inScratch(_ body: (DataFolder) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(try ScratchData.folder(at: path))
  }

  @Test("a sound folder has no problems, a missing file and a dangling reference are named")
  func names() async throws {
    try await inScratch { data in
      var draft = Story(seed: 1, papers: 8, today: try #require(Day(iso: "2026-04-28"))).draft()
      draft.papers = draft.papers.map { paper in
        var paper = paper
        paper.thumbnail = nil
        return paper
      }
      let now = Instant(milliseconds: 0)
      let database = try data.open()
      try await ProgramStore(database).apply(draft, now: now)
      let none = try await DataCheck(data).problems()
      #expect(none == [])
      draft.papers[0].thumbnail = "media/gone.png"
      draft.sessions[0].slots.append(Slot(paper: "nobody"))
      try await ProgramStore(database).apply(draft, now: now)
      try database.close()
      let problems = try await DataCheck(data).problems()
      #expect(problems.contains { $0.contains("media/gone.png") })
      #expect(problems.contains { $0.contains("nobody") && $0.contains(draft.sessions[0].id) })
      #expect(problems.count == 2)
    }
  }

  @Test("where there is no conference, it says how to make one")
  func none() async throws {
    try await inScratch { data in
      await #expect(throws: ConferenceError.self) { try await DataCheck(data).problems() }
    }
  }
}
