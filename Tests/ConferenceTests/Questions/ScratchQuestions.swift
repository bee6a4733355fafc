import Database
import Testing

@testable import Conference

/// A conference with a keynote, two papers and a few people who ask.
struct ScratchQuestions: Sendable {
  let scratch: ScratchPeople
  let program: Program
  let (ada, ben, speaker, moderator): (Access, Access, Access, Access)
  var questions: Questions { Questions(scratch.database, clock: scratch.clock) }
  var moderation: Moderation { Moderation(scratch.database, clock: scratch.clock) }
  var digests: QuestionDigests { QuestionDigests(scratch.database, clock: scratch.clock) }
  var speaking: QuestionHost { QuestionHost(speaker, program) }
  static let keynote = QuestionSubject(.event(.keynote), "bengio")
  static let paper = QuestionSubject(.paper, "p1")

  static func run(_ body: (ScratchQuestions) async throws -> Void) async throws {
    try await ScratchPeople.run { scratch in
      var draft = Draft(conference: ConferenceInfo(id: "c", name: "Conference"))
      draft.events = [
        Event(
          kind: .keynote, name: "bengio", title: "Priors",
          people: [Person(name: "Speaker", email: "Speaker@Example.org")])
      ]
      draft.papers = [
        Paper(id: "p1", title: "Tones", authors: [Person(name: "Author", email: "author@example.org")]),
        Paper(id: "p2", title: "Drums", authors: [Person(name: "Other", email: "other@example.org")]),
      ]
      try await ProgramStore(scratch.database).apply(draft, now: scratch.time.now)
      let access = { (name: String, role: Role) in
        Access(try await scratch.add("\(name)@example.org", name: name, role: role), conduct: nil)
      }
      try await body(
        ScratchQuestions(
          scratch: scratch, program: try await ProgramStore(scratch.database).load(),
          ada: try await access("ada", .participant), ben: try await access("ben", .participant),
          speaker: try await access("speaker", .participant), moderator: try await access("mod", .moderator)))
    }
  }

  private init(scratch: ScratchPeople, program: Program, ada: Access, ben: Access, speaker: Access, moderator: Access) {
    (self.scratch, self.program) = (scratch, program)
    (self.ada, self.ben, self.speaker, self.moderator) = (ada, ben, speaker, moderator)
  }

  func ask(
    _ text: String = "Why?", about subject: QuestionSubject = keynote, by access: Access? = nil, client: String? = nil,
    isAnonymous: Bool = false
  ) async throws -> String {
    scratch.time.pass(seconds: 1)
    return try await questions.ask(
      QuestionText(text, isAnonymous: isAnonymous, client: client), about: subject, by: access ?? ada)
  }

  func state(_ id: String) async throws -> Question.State? { try await questions.question(id, for: nil)?.state }
  func votes(_ id: String) async throws -> Int? { try await questions.question(id, for: nil)?.votes }

  /// What everybody sees of the keynote's.
  func shown(_ order: QuestionBoard.Order = .votes) async throws -> [String] {
    try await questions.board(Self.keynote, by: order, for: nil).shown.map(\.id)
  }
}
