import Conference

extension API {
  static let conversationOperations = questionChoice + chatChoice + deskChoice

  private static let questionChoice = APIOperation.choice(
    of: QuestionRules.self, at: "questions", "QuestionRules", get: "How questions are asked",
    set: "Says how questions are asked", told: "The rules.", questionRules, value: { value($0) }
  ) { call in
    QuestionRules(
      isReviewed: call.body["isReviewed"]?.isTrue == true, allowsAnonymous: call.body["allowsAnonymous"]?.isTrue == true
    )
  }

  private static let chatChoice = APIOperation.choice(
    of: ChatRules.self, at: "chat", "ChatRules", get: "How much one person may write",
    set: "Says how much one person may write", told: "The rules.", chatRules, value: { value($0) }
  ) { call in
    var rules = ChatRules()
    rules.burst = call.body["burst"]?.integer ?? rules.burst
    rules.hourly = call.body["hourly"]?.integer ?? rules.hourly
    rules.channelBurst = call.body["channelBurst"]?.integer ?? rules.channelBurst
    rules.channelHourly = call.body["channelHourly"]?.integer ?? rules.channelHourly
    rules.pictures = call.body["pictures"]?.isTrue == true
    return rules
  }

  private static let deskChoice = APIOperation.choice(
    of: ConductDesk.self, at: "conduct-desk", "ConductDesk", get: "To whom reports go", set: "Says to whom reports go",
    about: "It holds for new and for open reports.", told: "The desk.", desk, value: { value($0) }
  ) { call in try await call.conductDesk() }

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
