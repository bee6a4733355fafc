import Database
import Testing

@testable import Conference

@Suite(.bothDatabases, .serialized) struct QuestionVoteTests {
  @Test("5,000 people who vote at once, some of them twice and some back and forth, are counted exactly")
  func many() async throws {
    try await ScratchQuestions.run { scratch in
      let id = try await scratch.ask()
      let now = scratch.scratch.time.now
      let voters = try (0..<5_000).map { number in
        Account(email: try #require(EmailAddress("v\(number)@example.org")), name: "Voter", added: now)
      }
      try await scratch.scratch.database.write { connection in
        for voter in voters { try People.add(voter, at: now, connection) }
      }
      let clock = ContinuousClock()
      let took = try await clock.measure {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for (number, voter) in voters.enumerated() {
            if number >= 12 { _ = try await group.next() }
            group.addTask {
              let access = Access(voter, conduct: nil)
              try await scratch.questions.vote(true, for: id, by: access)
              if number % 10 == 0 { try await scratch.questions.vote(true, for: id, by: access) }
              if number % 7 == 0 { try await scratch.questions.vote(false, for: id, by: access) }
              if number % 14 == 0 { try await scratch.questions.vote(true, for: id, by: access) }
            }
          }
          try await group.waitForAll()
        }
      }
      // Each seventh took the vote back, and half of those voted again; and the asker's own.
      let gone = (0..<5_000).count { $0 % 7 == 0 && $0 % 14 != 0 }
      #expect(try await scratch.votes(id) == 5_001 - gone)
      let board = try await scratch.questions.board(ScratchQuestions.keynote, by: .votes, for: voters[14].id)
      #expect(board.shown.map(\.votes) == [5_001 - gone])
      #expect(board.voted == [id])
      print("5,000 voters took \(took)")
    }
  }
}
