import Conference

extension API {
  static let questionOperations: [APIOperation] = [
    APIOperation(
      path: "/questions", method: .get, name: "countQuestions",
      summary: "Where questions are, and how many are answered",
      about: "What has the most open ones is first.", scope: .conversationRead, query: APICall.Page.fields,
      answer: APIAnswer.shape(of: counts, "A part of the list.")
    ) { call in
      let page = call.page
      let found = try await call.site.questions.counts(for: call.holder, offset: page.offset, limit: page.limit + 1)
      return .page(found.prefix(page.limit).map { value($0) }, call, hasMore: found.count > page.limit)
    },
    APIOperation(
      path: "/questions/papers", method: .get, name: "listPapersThatLackAnswers",
      summary: "Papers of which fewer questions than so many are answered",
      about: "What has the most open ones is first, and last what nobody asked about.", scope: .conversationRead,
      query: [ShapeField("fewer", many, "So many should be answered of each.", standard: 1)] + APICall.Page.fields,
      answer: APIAnswer.shape(of: counts, "A part of the list.")
    ) { call in
      let page = call.page
      let found = try await call.site.questions.papers(
        answeredFewerThan: call.query["fewer"]?.integer ?? 1, for: call.holder, offset: page.offset,
        limit: page.limit + 1)
      return .page(found.prefix(page.limit).map { value($0) }, call, hasMore: found.count > page.limit)
    },
    APIOperation(
      path: "/questions/nudge", method: .post, name: "nudgeAuthors",
      summary: "Writes to authors whose papers have open questions",
      about: "One mail each, which waits under /mails/batches until somebody approves it.", scope: .conversationWrite,
      query: [
        ShapeField("fewer", many, "Only where fewer questions than so many are answered; everywhere without it.")
      ],
      answer: written
    ) { call in
      let papers = call.query["fewer"]?.integer.map { NudgedPapers.answered(fewerThan: $0) } ?? .all
      return try await nudge(papers, call)
    },
    APIOperation(
      path: "/questions/papers/{paper}/nudge", method: .post, name: "nudgeAuthorsOfPaper",
      summary: "Writes to the authors of a paper that has open questions",
      about: "One mail each, which waits under /mails/batches until somebody approves it.", scope: .conversationWrite,
      answer: written, refusals: [404]
    ) { call in try await nudge(.one(try call.id("paper")), call) },
    APIOperation(
      path: "/questions/asking", method: .post, name: "nudgeAuthorsToAsk",
      summary: "Writes to authors who have asked nothing about others' papers yet",
      about: "One mail each, which waits under /mails/batches until somebody approves it.", scope: .conversationWrite,
      answer: written
    ) { call in
      let count = try await call.site.questions.nudgeToAsk(by: call.holder, address: call.site.settings.address)
      return .ok(["mails": JSONValue(count)])
    },
  ]

  private static let many = Shape.integer(1...1_000)

  private static let written = APIAnswerShape.ok(
    "How many were written.", .object([.must("mails", .count, "How many.")]))

  private static let counts = Shape.named(
    "QuestionCounts",
    .object([
      .must("subject", .text(), "Such as papers/hT7borrowD; its page is /questions/ with it."),
      .must("open", .count, "Without an answer."), .must("answered", .count, "Live or in writing."),
      .must("waiting", .count, "Until a host has looked at them."),
    ]))

  private static func value(_ counts: QuestionCounts) -> JSONValue {
    [
      "subject": .text(counts.subject.text), "open": JSONValue(counts.open), "answered": JSONValue(counts.answered),
      "waiting": JSONValue(counts.waiting),
    ]
  }

  private static func nudge(_ papers: NudgedPapers, _ call: APICall) async throws -> APIAnswer {
    let count = try await call.site.questions.nudge(papers, by: call.holder, address: call.site.settings.address)
    return .ok(["mails": JSONValue(count)])
  }
}
