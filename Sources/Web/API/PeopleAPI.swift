import Conference

extension API {
  static let peopleOperations: [APIOperation] = [
    APIOperation(
      path: "/people", method: .get, name: "listPeople", summary: "People, by name", scope: .peopleRead,
      query: [
        ShapeField("q", .text(200), "Parts of words of a name, an address, an affiliation, a registration."),
        ShapeField("role", .choice(Role.allCases.map(\.rawValue)), "Only those with this role."),
        ShapeField(
          "standing", PersonShapes.standing, "Only those of this standing; waiting: who has yet to be let in."),
      ] + APICall.Page.fields,
      answer: APIAnswer.shape(of: PersonShapes.person, "A part of the list.", hasTotal: true)
    ) { call in
      let choice = PeopleChoice(
        text: call.word("q") ?? "", role: call.word("role").flatMap { Role(rawValue: $0) },
        standing: call.word("standing").flatMap { Standing(rawValue: $0) })
      let (page, people) = (call.page, call.site.people)
      let found = try await people.search(choice, for: call.holder, offset: page.offset, limit: page.limit)
      return .page(
        found.accounts.map(PersonShapes.value), call, hasMore: page.offset + found.accounts.count < found.total,
        total: found.total)
    },
    APIOperation(
      path: "/people", method: .post, name: "addPerson", summary: "Puts somebody on the list",
      about: "They are a participant who may come in; no mail is sent.", scope: .peopleWrite,
      body: .json(PersonShapes.details), answer: .created("The person.", PersonShapes.person)
    ) { call in
      let account = try await call.site.people.register(try PersonShapes.details(call), by: call.holder)
      await call.site.takeUp()
      return .created(PersonShapes.value(account), at: "/people/\(account.id)")
    },
    APIOperation(
      path: "/people/{id}", method: .get, name: "getPerson", summary: "One person", scope: .peopleRead,
      answer: .ok("The person.", PersonShapes.person)
    ) { call in .ok(PersonShapes.value(try await call.person())) },
    APIOperation(
      path: "/people/{id}", method: .put, name: "correctPerson", summary: "Corrects what the list says of somebody",
      about:
        "Another address signs them out, and a mail to the one before tells who has signed in by it. That of somebody who has needs the scope sign-in:write besides, that of somebody with a role roles:write.",
      scope: .peopleWrite, body: .json(PersonShapes.details), answer: .ok("The person.", PersonShapes.person)
    ) { call in
      let account = try await call.site.people.correct(
        try call.id(), to: try PersonShapes.details(call), by: call.holder)
      call.site.doorkeeper.forget(account.id)
      return .ok(PersonShapes.value(account))
    },
    APIOperation(
      path: "/people/{id}", method: .delete, name: "erasePerson", summary: "Erases somebody for good",
      about: """
        The same as they can do themselves, for who asks for it and cannot come in. What they wrote to others stays, by a former \
        participant; nothing brings the rest back. Somebody with a role needs the scope roles:write besides.
        """,
      scope: .peopleWrite, answer: .nothing("They are erased.")
    ) { call in
      let (id, site) = (try call.id(), call.site)
      try await site.people.erase(id, by: call.holder, in: site.data, mails: site.settings.mailFolder)
      site.doorkeeper.forget(id)
      await site.takeUp()
      return .nothing
    },
    APIOperation(
      path: "/people/{id}/role", method: .put, name: "setRole", summary: "Gives somebody a role",
      about: "They are signed out, so that it counts from the next sign-in.", scope: .rolesWrite,
      body: .json(.object([.must("role", .choice(Role.allCases.map(\.rawValue)), "The role.")])),
      answer: .ok("The person.", PersonShapes.person)
    ) { call in
      guard let role = Role(rawValue: try call.must("role")) else { throw ConferenceError.notFound("role") }
      return try await call.changed { try await $0.setRole(role, of: $1, by: call.holder) }
    },
    APIOperation(
      path: "/people/{id}/standing", method: .put, name: "setStanding",
      summary: "Lets somebody in, lets them wait, or shuts them out",
      about: "Who is shut out or has to wait is signed out at once.", scope: .peopleWrite,
      body: .json(
        .object([
          .must("standing", PersonShapes.standing, "What they are from now on."),
          ShapeField("why", .nullable(.text(Moderation.longestWhy)), "Of a ban, for the moderators' record."),
        ])),
      answer: .ok("The person.", PersonShapes.person)
    ) { call in
      guard let standing = Standing(rawValue: try call.must("standing")) else {
        throw ConferenceError.notFound("standing")
      }
      let why = call.text("why") ?? ""
      return try await call.changed { try await $0.setStanding(standing, of: $1, why: why, by: call.holder) }
    },
    APIOperation(
      path: "/people/{id}/admission", method: .post, name: "admitPerson",
      summary: "Lets in somebody who waits, and tells them by mail", scope: .peopleWrite,
      answer: .ok("The person.", PersonShapes.person)
    ) { call in
      let head = Letterhead(call.site)
      return try await call.changed { people, id in
        try await people.admit(id, by: call.holder) { AdmissionLetter.letter($0, head) }
      }
    },
    APIOperation(
      path: "/people/{id}/sign-in-codes", method: .post, name: "makeSignInCode",
      summary: "Makes a way in for somebody whom mail does not reach",
      about:
        "The link and the code work once, for an hour, in any browser. Those made before end; mails go on working.",
      scope: .signInWrite, answer: .created("The ways in, shown only now.", PersonShapes.ticket)
    ) { call in
      let ticket = try await call.site.signIns.issue(for: try await call.person(), by: call.holder)
      return .created([
        "link": .text("\(call.site.settings.address)/sign-in/link/\(ticket.link.text)"),
        "code": .text(ticket.code.shown), "expires": JSONValue(ticket.expires),
      ])
    },
    APIOperation(
      path: "/people/{id}/devices", method: .delete, name: "signOutPerson",
      summary: "Signs somebody out of all browsers", scope: .peopleWrite, answer: .nothing("They are signed out.")
    ) { call in
      _ = try await call.changed { try await $0.signOut($1, by: call.holder) }
      return .nothing
    },
  ]
}

extension APICall {
  /// The person whom the address names.
  fileprivate func person() async throws -> Account {
    guard let account = try await site.people.account(try id()), account.standing != .erased else {
      throw ConferenceError.notFound("person")
    }
    return account
  }

  /// Does something to the person; answers with what they are then.
  fileprivate func changed(_ body: (People, String) async throws -> Void) async throws -> APIAnswer {
    let id = try id()
    try await body(site.people, id)
    site.doorkeeper.forget(id)
    return .ok(PersonShapes.value(try await person()))
  }
}

/// People as JSON.
enum PersonShapes {
  static let standing = Shape.choice(Standing.allCases.filter { $0 != .erased }.map(\.rawValue))

  private static let words: [ShapeField] = [
    ShapeField("affiliation", .nullable(.line(200)), "University, company, institute."),
    ShapeField("country", .nullable(.line(80)), "As they wrote it."),
    ShapeField("registration", .nullable(.line(80)), "The number that the registration system gave."),
  ]

  static let details = Shape.named(
    "PersonDetails",
    .object(
      [
        ShapeField.must("name", .line(120, least: 1), "As it stands on the badge."),
        ShapeField.must("email", .text(254, least: 3, format: "email"), "By which they sign in."),
      ] + words))

  static let person = Shape.named(
    "Person",
    .object(
      [
        ShapeField.must("id", .text(), "Never changes."),
        ShapeField.must("name", .text(), "As it stands on the badge."),
        ShapeField.must("email", .nullable(.text()), "By which they sign in."),
      ] + words + [
        ShapeField.must("role", .choice(Role.allCases.map(\.rawValue)), "At the conference as a whole."),
        ShapeField.must("standing", standing, "Whether they may come in."),
        ShapeField.must("added", .instant, "When they came onto the list."),
        ShapeField.must("acceptedConduct", .nullable(.instant), "When they last accepted the code of conduct."),
      ]))

  static let ticket = Shape.named(
    "WayIn",
    .object([
      .must("link", .text(), "Opens the conference for whoever follows it, once."),
      .must("code", .text(), "The same, to be typed with the address."),
      .must("expires", .instant, "When both end."),
    ]))

  static func details(_ call: APICall) throws -> PersonDetails {
    try PersonDetails(
      name: try call.must("name"), email: try call.must("email"), affiliation: call.text("affiliation"),
      country: call.text("country"), registration: call.text("registration"))
  }

  static func value(_ account: Account) -> JSONValue {
    [
      "id": .text(account.id), "name": .text(account.name), "email": JSONValue(account.email?.text),
      "affiliation": JSONValue(account.affiliation), "country": JSONValue(account.country),
      "registration": JSONValue(account.registration), "role": .text(account.role.rawValue),
      "standing": .text(account.standing.rawValue), "added": JSONValue(account.added),
      "acceptedConduct": JSONValue(account.conductAt),
    ]
  }
}
