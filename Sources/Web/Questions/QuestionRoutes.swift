import Conference

extension Routes {
  /// Questions to speakers and authors: asked, voted for, taken up and answered.
  func addQuestions() {
    personal("questions/:kind/:id", .questions) { try await QuestionsPage.page($0) }
    form("questions/:kind/:id", .participant) { try await QuestionActions.ask($0) }
    form("questions/:kind/:id/votes", .participant) { try await QuestionActions.vote($0) }
    ownFile("questions/:kind/:id/similar") { try await SimilarAnswer.file($0) }
    personal("questions/:kind/:id/host", .participant) { try await HostPage.page($0) }
    form("questions/:kind/:id/host", .participant) { try await HostActions.act($0) }
    personal("questions/:kind/:id/screen", .questions) { try await ScreenPage.page($0) }
    personal("question/:id", .questions) { try await QuestionPage.page($0) }
    form("question/:id/vote", .participant) { try await QuestionActions.voteForOne($0) }
    form("question/:id/move", .participant) { try await HostActions.move($0) }
    form("question/:id/answer", .participant) { try await HostActions.answer($0) }
    personal("question/:id/merge", .participant) { try await MergePage.page($0) }
    form("question/:id/merge", .participant) { try await HostActions.merge($0) }
    form("question/:id/unmerge", .participant) { try await HostActions.unmerge($0) }
    addQuestionMail()
  }
}

/// What those who ask and vote do.
enum QuestionActions {
  static func ask(_ act: Act) async throws -> Reply {
    let thing = try act.visit.questionedThing()
    do {
      let text = try QuestionText(
        act.form["text"] ?? "", moment: act.form["moment"], isAnonymous: act.form["anonymous"] != nil,
        client: act.form["client"])
      let id = try await act.site.questions.ask(text, about: thing.subject, by: act.personal.access)
      let isWaiting = try await act.site.questions.question(id, for: act.personal.host)?.state == .waiting
      return .seeOther("\(Address.questions(thing.subject))?done=\(isWaiting ? "waiting" : "asked")")
    } catch let error as ConferenceError {
      guard let refused = RefusedForm(error, act.form) else { throw error }
      return .page(try await QuestionsPage.page(act.personal, refused: refused))
    }
  }

  /// The button of a question says which one, and whether for it.
  static func vote(_ act: Act) async throws -> Reply {
    let thing = try act.visit.questionedThing()
    let id = try act.form["vote"] ?? act.field("unvote", "Question")
    try await act.site.questions.vote(act.form["vote"] != nil, for: id, by: act.personal.access)
    let order = act.form["order"].flatMap { QuestionBoard.Order(rawValue: $0) }.map { "?order=\($0.rawValue)" } ?? ""
    return .seeOther("\(Address.questions(thing.subject))\(order)#\(QuestionRow.id(id))")
  }

  static func voteForOne(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    try await act.site.questions.vote(act.form["unvote"] == nil, for: id, by: act.personal.access)
    return .seeOther("/question/\(id)")
  }
}

/// Questions that may be what somebody is typing: those that one can vote for, then those that are answered.
private struct SimilarAnswer: Encodable {
  let id: String
  let text: String
  let votes: Int
  let isAnswered: Bool

  init(_ question: Question) {
    (id, text, votes) = (question.id, question.text, question.votes)
    isAnswered = question.state.isAnswered
  }

  static func file(_ personal: Personal) async throws -> OwnFile {
    let thing = try personal.visit.questionedThing()
    let typed = String((personal.visit.query["text"] ?? "").prefix(Questions.longest))
    let blocked = try await personal.visit.site.blocks.ids(blockedBy: try personal.account.id)
    // That of somebody without a name stays: to leave it out would name them.
    let shown = try await personal.visit.site.questions.shown(thing.subject).filter {
      $0.isAnonymous || !blocked.contains($0.author)
    }
    let open = SimilarQuestions.find(typed, among: shown.filter(\.state.isOpen))
    let answered = SimilarQuestions.find(typed, among: shown.filter(\.state.isAnswered))
    return try .json((open + answered).map { SimilarAnswer($0) })
  }
}
