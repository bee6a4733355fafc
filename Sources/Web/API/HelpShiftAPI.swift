import Conference

extension API {
  static let helpShiftOperations: [APIOperation] = [
    APIOperation(
      path: "/help-desk/shifts", method: .get, name: "listShifts",
      summary: "When the help desk is to be staffed and by whom", about: "Those that are not over.",
      scope: .conversationRead,
      answer: .ok("By time.", .object([.must("items", .list(shift, atMost: nil), "At most 500.")]))
    ) { call in .ok(["items": .list(try await call.site.helpShifts.coming().map(value))]) },
    APIOperation(
      path: "/help-desk/shifts", method: .post, name: "addShift", summary: "Adds a shift of at most a day",
      scope: .conversationWrite,
      body: .json(
        .named(
          "NewShift",
          .object([
            .must("from", .instant, "When it begins."), .must("until", .instant, "When it ends."),
            ShapeField("places", .integer(1...50), "How many people it takes.", standard: 1),
          ]))),
      answer: .created("The shift.", shift)
    ) { call in
      guard let from = try call.instant("from"), let until = try call.instant("until") else {
        throw ConferenceError.invalid(
          field: "from", problem: "it or until is missing", advice: "write both as 2026-05-14T08:00:00Z")
      }
      let id = try await call.site.helpShifts.add(
        from: from, until: until, places: call.body["places"]?.integer ?? 1, by: call.holder)
      return .created(try await call.shift(id), at: "/help-desk/shifts/\(id)")
    },
    APIOperation(
      path: "/help-desk/shifts/{id}", method: .get, name: "getShift", summary: "One shift that is not over",
      scope: .conversationRead, answer: .ok("The shift.", shift)
    ) { call in .ok(try await call.shift(try call.id())) },
    APIOperation(
      path: "/help-desk/shifts/{id}", method: .delete, name: "removeShift", summary: "Takes a shift away",
      scope: .conversationWrite, answer: .nothing("It is gone.")
    ) { call in
      try await call.site.helpShifts.remove(try call.id(), by: call.holder)
      return .nothing
    },
    APIOperation(
      path: "/help-desk/shifts/{id}/people/{person}", method: .put, name: "joinShift",
      summary: "Puts a helper on a shift",
      about: "Volunteers, moderators, chairs and organizers help.", scope: .conversationWrite,
      answer: .ok("The shift.", shift)
    ) { call in
      let id = try call.id()
      try await call.site.helpShifts.join(id, try call.id("person"), by: call.holder)
      return .ok(try await call.shift(id))
    },
    APIOperation(
      path: "/help-desk/shifts/{id}/people/{person}", method: .delete, name: "leaveShift",
      summary: "Takes a helper off a shift", scope: .conversationWrite, answer: .ok("The shift.", shift)
    ) { call in
      let id = try call.id()
      _ = try await call.shift(id)
      try await call.site.helpShifts.leave(id, try call.id("person"), by: call.holder)
      return .ok(try await call.shift(id))
    },
  ]

  private static let shift = Shape.named(
    "Shift",
    .object([
      .must("id", .text(), "Never changes."), .must("from", .instant, "When it begins."),
      .must("until", .instant, "When it ends."), .must("places", .count, "How many people it takes."),
      .must(
        "helpers",
        .list(
          .object([.must("id", .text(), "Of the person."), .must("name", .text(), "Of the person.")]), atMost: nil),
        "Who is on it."),
    ]))

  fileprivate static func value(_ shift: HelpShift) -> JSONValue {
    [
      "id": .text(shift.id), "from": JSONValue(shift.from), "until": JSONValue(shift.until),
      "places": JSONValue(shift.places),
      "helpers": .list(shift.helpers.map { ["id": .text($0.id), "name": .text($0.name)] }),
    ]
  }
}

extension APICall {
  fileprivate func shift(_ id: String) async throws -> JSONValue {
    guard let found = try await site.helpShifts.coming().first(where: { $0.id == id }) else {
      throw ConferenceError.notFound("shift")
    }
    return API.value(found)
  }
}
