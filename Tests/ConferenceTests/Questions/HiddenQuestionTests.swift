import Database
import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct HiddenQuestionTests {
  @Test("a hidden question is its asker's and the moderators' only, until it is shown again")
  func hidden() async throws {
    try await ScratchQuestions.run { scratch in
      let id = try await scratch.ask()
      try await scratch.questions.move(id, .pin, by: scratch.speaking)
      try await scratch.moderation.hide(.question(id), why: "", by: scratch.moderator)
      #expect(try await scratch.shown() == [])
      #expect(try await scratch.questions.pinned(ScratchQuestions.keynote) == nil)
      #expect(try await scratch.questions.queue(ScratchQuestions.keynote, for: nil).isEmpty)
      await #expect(throws: ConferenceError.notFound("question")) {
        try await scratch.questions.move(id, .open, by: scratch.speaking)
      }
      await #expect(throws: ConferenceError.notFound("question")) {
        try await scratch.questions.vote(true, for: id, by: scratch.ben)
      }
      let other = try await scratch.ask()
      try await scratch.questions.move(other, .pin, by: scratch.speaking)
      try await scratch.moderation.restore(.question(id), by: scratch.moderator)
      #expect(try await scratch.state(id) == .open)
      #expect(try await scratch.questions.pinned(ScratchQuestions.keynote)?.id == other)
      try await scratch.questions.merge(other, into: id, by: scratch.speaking)
      #expect(try await scratch.questions.pinned(ScratchQuestions.keynote) == nil)
      #expect(try await scratch.shown() == [id])
    }
  }

  @Test(
    "hosts do not see what is hidden among what was merged into a question, and voters have no text of what is not shown"
  )
  func hiddenParts() async throws {
    try await ScratchQuestions.run { scratch in
      let (first, second) = (try await scratch.ask("Why tones?"), try await scratch.ask("A rude one?", by: scratch.ben))
      let voter = try #require(scratch.moderator.account?.id)
      for id in [first, second] { try await scratch.questions.vote(true, for: id, by: scratch.moderator) }
      func voted() async throws -> String {
        String(decoding: try await scratch.scratch.people.data(of: voter), as: UTF8.self)
      }
      let before = try await voted()
      #expect(before.contains("Why tones?") && before.contains("A rude one?"))
      try await scratch.questions.merge(second, into: first, by: scratch.speaking)
      #expect(try await scratch.questions.merged(into: first, for: nil).map(\.id) == [second])
      try await scratch.moderation.hide(.question(second), why: "", by: scratch.moderator)
      #expect(try await scratch.questions.merged(into: first, for: nil) == [])
      let hidden = try await voted()
      #expect(hidden.contains("Why tones?") && !hidden.contains("A rude one?"))
      try await scratch.questions.move(first, .dismiss, by: scratch.speaking)
      let dismissed = try await voted()
      #expect(!dismissed.contains("Why tones?"))
      // What somebody asked is theirs.
      let asker = try #require(scratch.ada.account?.id)
      let own = String(decoding: try await scratch.scratch.people.data(of: asker), as: UTF8.self)
      #expect(own.components(separatedBy: "Why tones?").count == 3)
    }
  }
}
