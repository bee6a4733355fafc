import Testing

@testable import Conference

@Suite(.bothDatabases) struct RestoredQuestionTests {
  @Test("a question that is restored after days is open from then on, so that its authors hear of it")
  func digest() async throws {
    try await ScratchQuestions.run { scratch in
      try await scratch.scratch.add("author@example.org", name: "Author")
      let id = try await scratch.ask("Why tones?", about: ScratchQuestions.paper)
      try await scratch.moderation.hide(.question(id), why: "", by: scratch.moderator)
      scratch.scratch.time.pass(seconds: 3 * 86_400)
      let hidden = try await scratch.digests.post(address: "https://c.example")
      #expect(hidden == 0)
      try await scratch.moderation.restore(.question(id), by: scratch.moderator)
      scratch.scratch.time.pass(seconds: 3_600)
      let restored = try await scratch.digests.post(address: "https://c.example")
      #expect(restored == 1)
    }
  }
}
