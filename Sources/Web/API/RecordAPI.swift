import Conference

extension API {
  static let recordOperations: [APIOperation] = [
    APIOperation(
      path: "/record", method: .get, name: "listDeeds", summary: "Who did what when, newest first", scope: .recordRead,
      query: [
        ShapeField("about", .text(200), "Only what was done to this: a person's id, a batch, the name of a setting."),
        ShapeField("by", .text(120), "Only what the person with this id did, also by their tokens."),
        ShapeField(
          "q", .text(200),
          "Parts of words of what was done, or of the names of those in it; with `people:read`, also of their addresses."
        ),
      ] + APICall.Page.fields, answer: APIAnswer.shape(of: deed, "A part of the list.")
    ) { call in
      let choice = DeedChoice(subject: call.word("about"), by: call.word("by"), text: call.word("q") ?? "")
      let (page, people) = (call.page, call.site.people)
      let found = try await people.deeds(choice, for: call.holder, offset: page.offset, limit: page.limit)
      let more = try await people.deeds(choice, for: call.holder, offset: page.offset + page.limit, limit: 1)
      return .page(found.map(value), call, hasMore: !more.isEmpty)
    }
  ]

  private static let deed = Shape.named(
    "Deed",
    .object([
      .must("at", .instant, "When."),
      .must("by", .nullable(.text()), "The id of who did it; null for the command line."),
      .must("name", .nullable(.text()), "Their name."),
      .must("token", .nullable(.text()), "The name of the token by which it was done."),
      .must("action", .text(), "What was done."), .must("subject", .text(), "What it was done to."),
      .must("subjectName", .nullable(.text()), "Its name, where it is a person."),
      .must(
        "detail", .map(.text()),
        "What else is known of it; empty where it says what `people:read` is for, and the token has not that scope."),
    ]))

  private static func value(_ entry: DeedEntry) -> JSONValue {
    [
      "at": JSONValue(entry.at), "by": JSONValue(entry.deed.by), "name": JSONValue(entry.name),
      "token": JSONValue(entry.tokenName), "action": .text(entry.deed.action), "subject": .text(entry.deed.subject),
      "subjectName": JSONValue(entry.subjectName), "detail": .map(entry.deed.detail.mapValues { .text($0) }),
    ]
  }
}
