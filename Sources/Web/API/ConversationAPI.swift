import Conference

extension API {
  static let conversationOperations: [APIOperation] = [
    APIOperation(
      path: "/settings/questions", method: .get, name: "getQuestionRules", summary: "How questions are asked",
      scope: .settingsRead, answer: .ok("The rules.", questionRules)
    ) { call in .ok(value(try await QuestionRules.current(call.site.database))) },
    APIOperation(
      path: "/settings/questions", method: .put, name: "setQuestionRules", summary: "Says how questions are asked",
      scope: .settingsWrite, body: .json(questionRules), answer: .ok("The rules.", questionRules)
    ) { call in
      let rules = QuestionRules(
        isReviewed: call.body["isReviewed"]?.isTrue == true,
        allowsAnonymous: call.body["allowsAnonymous"]?.isTrue == true)
      if try await QuestionRules.current(call.site.database) != rules {
        try await rules.choose(by: call.holder, call.site.database, at: call.now)
      }
      return .ok(value(rules))
    },
    APIOperation(
      path: "/settings/chat", method: .get, name: "getChatRules", summary: "How much one person may write",
      scope: .settingsRead, answer: .ok("The rules.", chatRules)
    ) { call in .ok(value(try await ChatRules.current(call.site.database))) },
    APIOperation(
      path: "/settings/chat", method: .put, name: "setChatRules", summary: "Says how much one person may write",
      scope: .settingsWrite, body: .json(chatRules), answer: .ok("The rules.", chatRules)
    ) { call in
      var rules = ChatRules()
      rules.burst = call.body["burst"]?.integer ?? rules.burst
      rules.hourly = call.body["hourly"]?.integer ?? rules.hourly
      rules.channelBurst = call.body["channelBurst"]?.integer ?? rules.channelBurst
      rules.channelHourly = call.body["channelHourly"]?.integer ?? rules.channelHourly
      rules.pictures = call.body["pictures"]?.isTrue == true
      if try await ChatRules.current(call.site.database) != rules {
        try await rules.choose(by: call.holder, call.site.database, at: call.now)
      }
      return .ok(value(rules))
    },
    APIOperation(
      path: "/settings/conduct-desk", method: .get, name: "getConductDesk", summary: "To whom reports go",
      scope: .settingsRead, answer: .ok("The desk.", desk)
    ) { call in .ok(value(try await ConductDesk.current(call.site.database))) },
    APIOperation(
      path: "/settings/conduct-desk", method: .put, name: "setConductDesk", summary: "Says to whom reports go",
      about: "It holds for new and for open reports.", scope: .conductWrite, body: .json(desk),
      answer: .ok("The desk.", desk)
    ) { call in
      let chosen = try await call.conductDesk()
      if try await ConductDesk.current(call.site.database) != chosen {
        try await chosen.choose(by: call.holder, call.site.database, at: call.now)
        try await call.site.refresh()
      }
      return .ok(value(chosen))
    },
  ]

  private static let questionRules = Shape.named(
    "QuestionRules",
    .object([
      .must("isReviewed", .truth, "Whether a host looks at a question before others see it."),
      .must("allowsAnonymous", .truth, "Whether one may ask without one's name; moderators can look it up."),
    ]))

  private static func value(_ rules: QuestionRules) -> JSONValue {
    ["isReviewed": .bool(rules.isReviewed), "allowsAnonymous": .bool(rules.allowsAnonymous)]
  }

  private static let chatRules = Shape.named(
    "ChatRules",
    .object([
      .must("burst", .integer(ChatRules.bursts), "Messages of one person within ten seconds."),
      .must("hourly", .integer(ChatRules.hours), "Messages of one person within an hour."),
      ShapeField(
        "channelBurst", .integer(ChatRules.bursts), "Of these, in one channel.",
        standard: JSONValue(ChatRules.standard.channelBurst)),
      ShapeField(
        "channelHourly", .integer(ChatRules.hours), "Of these, in one channel.",
        standard: JSONValue(ChatRules.standard.channelHourly)),
      .must("pictures", .truth, "Whether pictures may be sent."),
    ]))

  private static func value(_ rules: ChatRules) -> JSONValue {
    [
      "burst": JSONValue(rules.burst), "hourly": JSONValue(rules.hourly),
      "channelBurst": JSONValue(rules.channelBurst), "channelHourly": JSONValue(rules.channelHourly),
      "pictures": .bool(rules.pictures),
    ]
  }

  private static let desk = Shape.named(
    "ConductDesk",
    .object([
      .must(
        "members", .list(.text(64, least: 1), atMost: 100),
        "Ids of moderators, chairs and organizers; all moderators and organizers where it is empty."),
      ShapeField(
        "outside", .nullable(.text(200, least: 3, format: "email")), "An address that gets all reports instead."),
    ]))

  private static func value(_ desk: ConductDesk) -> JSONValue {
    ["members": .list(desk.members.map { .text($0) }), "outside": JSONValue(desk.outside)]
  }
}

extension APICall {
  fileprivate func conductDesk() async throws -> ConductDesk {
    let members = body["members"]?.items?.compactMap(\.text) ?? []
    let eligible = Set(try await site.conductCases.eligible(for: holder).map(\.id))
    if let other = members.first(where: { !eligible.contains($0) }) {
      throw ConferenceError.invalid(
        field: "members", problem: "“\(other)” is no moderator, chair or organizer",
        advice: "give them the role first, or leave them out")
    }
    let outside = text("outside")
    guard outside == nil || outside.flatMap({ EmailAddress($0) }) != nil else {
      throw ConferenceError.invalid(
        field: "outside", problem: "no mail can be sent to it", advice: "write it as desk@example.org")
    }
    return ConductDesk(members: members, outside: outside)
  }
}
