import Conference

extension API {
  static let settingOperations = accessChoice + registrationChoice + backupChoice + appearanceOperations

  private static let accessChoice = APIOperation.choice(
    of: Policies.self, at: "access", "Access", get: "What is open to whom",
    set: "Says what is open to whom, from now on", told: "The policies.", SettingShapes.access,
    value: { SettingShapes.value($0) }
  ) { call in try SettingShapes.policies(call.body) }

  private static let registrationChoice = APIOperation.choice(
    of: Registration.self, at: "registration", "Registration", get: "Who may get an account",
    set: "Says who may get an account, from now on", told: "The choice.", SettingShapes.registration,
    value: { SettingShapes.value($0) }
  ) { call in
    guard let mode = Registration.Mode(rawValue: try call.must("mode")) else {
      throw ConferenceError.notFound("mode")
    }
    return try Registration(chosen: mode, code: call.text("code"))
  }

  private static let backupChoice = APIOperation.choice(
    of: Backups.self, at: "backups", "Backups", get: "For how long backups are kept",
    set: "Says for how long backups are kept, which is told to whoever erases themselves", told: "The choice.",
    SettingShapes.backups, value: { SettingShapes.value($0) }
  ) { call in try Backups(days: call.body["days"]?.integer) }

  private static let appearanceOperations: [APIOperation] = [
    APIOperation(
      path: "/settings/appearance", method: .get, name: "getAppearance",
      summary: "What the conference says of itself, and how it looks", scope: .settingsRead,
      answer: .ok("The appearance.", SettingShapes.appearance)
    ) { call in .ok(try await call.appearance()) },
    APIOperation(
      path: "/settings/appearance", method: .put, name: "setAppearance",
      summary: "Changes what the conference says of itself, and how it looks", about: "It can be undone as a change.",
      scope: .settingsWrite, body: .json(SettingShapes.newAppearance),
      answer: .ok("The appearance.", SettingShapes.appearance)
    ) { call in
      let appearance = try call.chosenAppearance()
      try await call.changeConference { $0.take(appearance) }
      return .ok(try await call.appearance())
    },
    APIOperation(
      path: "/settings/logo", method: .put, name: "setLogo", summary: "Replaces the logo", scope: .settingsWrite,
      body: .bytes(["image/png", "image/jpeg"], limit: LogoPicture.limit), answer: .nothing("It is shown from now on.")
    ) { call in
      let site = call.site
      try await ProgramEditor(site.database, clock: site.clock).takeLogo(call.bytes, by: call.holder, in: site.data)
      await site.takeUp()
      return .nothing
    },
    APIOperation(
      path: "/settings/logo", method: .delete, name: "removeLogo", summary: "Takes the logo away",
      scope: .settingsWrite, answer: .nothing("There is none.")
    ) { call in
      try await call.changeConference { $0.logo = nil }
      return .nothing
    },
  ]
}

extension APICall {
  /// What the body says of the appearance, checked.
  func chosenAppearance() throws -> Appearance {
    try Appearance(
      name: try must("name"), tagline: text("tagline"), welcome: text("welcome"), accent: text("accent"))
  }

  fileprivate func changeConference(_ change: @escaping @Sendable (inout ConferenceInfo) -> Void) async throws {
    try await ProgramEditor(site.database, clock: site.clock).changeConference(by: holder, change)
    await site.takeUp()
  }

  fileprivate func appearance() async throws -> JSONValue {
    guard let conference = try await ProgramStore(site.database).draft()?.conference else {
      throw ConferenceError.conflict("there is no conference yet; import one first")
    }
    return [
      "name": .text(conference.name), "tagline": JSONValue(conference.tagline),
      "welcome": JSONValue(conference.description), "accent": JSONValue(conference.accent),
    ]
  }
}

/// What organizers set, as JSON.
enum SettingShapes {
  private static let openness = Shape.either(["everyone", "participants"], .instant)
  private static let kinds: [(String, String, any WritableKeyPath<Policies, Policies.Openness> & Sendable)] = [
    ("schedule", "Sessions and events with their calendars.", \.schedule), ("papers", "Papers.", \.papers),
    ("talks", "Videos and slides.", \.talks), ("rooms", "Where one joins what is live.", \.rooms),
    ("sponsors", "Sponsors.", \.sponsors), ("questions", "Questions to speakers, with their answers.", \.questions),
  ]

  static let access = Shape.named(
    "Access",
    .object(
      kinds.map {
        ShapeField.must(
          $0.0, openness, "\($0.1) For everyone, for participants, or an instant from which it is everyone's.")
      } + [
        ShapeField.must(
          "release", .choice(["at-once", "on-their-day"]),
          "When talks can be watched: on their day is two in the morning, UTC+12.")
      ]))

  static func value(_ policies: Policies) -> JSONValue {
    var fields: [String: JSONValue] = [
      "release": policies.release == .atOnce ? "at-once" : "on-their-day"
    ]
    for (name, _, path) in kinds {
      fields[name] =
        switch policies[keyPath: path] {
        case .everyone: "everyone"
        case .participants: "participants"
        case .everyoneFrom(let instant): JSONValue(instant)
        }
    }
    return .map(fields)
  }

  static func policies(_ body: JSONValue) throws -> Policies {
    var policies = Policies()
    for (name, _, path) in kinds {
      switch body[name]?.text {
      case "everyone": policies[keyPath: path] = .everyone
      case "participants": policies[keyPath: path] = .participants
      case let text:
        guard let instant = text.flatMap({ Instant(iso8601: $0) }) else {
          throw ConferenceError.invalid(
            field: name, problem: "it is none of everyone, participants and an instant",
            advice: "write an instant as 2026-05-14T00:00:00Z")
        }
        policies[keyPath: path] = .everyoneFrom(instant)
      }
    }
    policies.release = body["release"]?.text == "on-their-day" ? .onTheirDay : .atOnce
    return policies
  }

  static let registration = Shape.named(
    "Registration",
    .object([
      .must(
        "mode", .choice(Registration.Mode.allCases.map(\.rawValue)),
        "Only who is on the list, who knows the code besides, who is approved besides, or anybody."),
      ShapeField("code", .nullable(.line(80)), "What newcomers have to type with the mode code."),
    ]))

  static func value(_ registration: Registration) -> JSONValue {
    ["mode": .text(registration.mode.rawValue), "code": JSONValue(registration.code)]
  }

  static let backups = Shape.named(
    "Backups",
    .object([
      .must("days", .nullable(.integer(1...Backups.most)), "After how many days a backup is deleted; null if not said.")
    ]))

  static func value(_ backups: Backups) -> JSONValue { ["days": backups.days.map { JSONValue($0) } ?? .null] }

  /// What is there may be longer, as the conference itself is an entry of the program, too.
  static let appearance = Shape.named(
    "Appearance",
    .object([
      .must("name", .text(), "The conference's name."), .must("tagline", .nullable(.text()), "Under the name."),
      .must("welcome", .nullable(.text()), "What it is and how to take part, in Markdown."),
      .must("accent", .nullable(.text()), "A color such as #0B5C63; null for the site's own."),
    ]))

  static let newAppearance = Shape.named(
    "NewAppearance",
    .object([
      .must("name", .line(120, least: 1), "The conference's name."),
      ShapeField("tagline", .nullable(.line(200)), "Under the name."),
      ShapeField("welcome", .nullable(.text(20_000)), "What it is and how to take part, in Markdown."),
      ShapeField("accent", .nullable(.color), "A color such as #0B5C63; null for the site's own."),
    ]))
}
