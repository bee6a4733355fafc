import Conference

extension API {
  static let changeOperations: [APIOperation] = [
    APIOperation(
      path: "/program/changes", method: .get, name: "listChanges",
      summary: "What was done to the program, newest first",
      scope: .programRead, query: APICall.Page.fields,
      answer: APIAnswer.shape(of: ChangeShapes.change, "A part of the list.")
    ) { call in
      let page = call.page
      let found = try await call.editor.changes(for: call.holder, offset: page.offset, limit: page.limit)
      let hasMore = try await !call.editor.changes(for: call.holder, offset: page.offset + page.limit, limit: 1).isEmpty
      return .page(found.map(ChangeShapes.value), call, hasMore: hasMore)
    },
    APIOperation(
      path: "/program/changes/{id}", method: .get, name: "getChange", summary: "One change, field by field",
      scope: .programRead,
      answer: .ok(
        "The change.",
        .object([
          .must("change", ChangeShapes.change, "Who did it when."),
          .must("differences", .list(ChangeShapes.difference, atMost: nil), "What it did."),
        ]))
    ) { call in
      let (change, differences) = try await call.editor.change(try call.change(), for: call.holder)
      return .ok([
        "change": ChangeShapes.value(change), "differences": .list(differences.map(ChangeShapes.value)),
      ])
    },
    APIOperation(
      path: "/program/changes/{id}/undo", method: .post, name: "undoChange", summary: "Takes a change back",
      about: "Unless what it changed was changed again since. Its mails that have not left yet are dropped.",
      scope: .programWrite, query: [.notify],
      answer: APIAnswerShape(
        status: 201, about: "The change that takes it back.", shape: ChangeShapes.change,
        headers: [ChangeHeaders.told])
    ) { call in
      let (change, told) = try await call.editor.undo(try call.change(), by: call.holder, telling: call.notice)
      await call.site.takeUp()
      return .created(ChangeShapes.value(change), at: "/program/changes/\(change.id)").telling(told)
    },
    APIOperation(
      path: "/program/moves", method: .post, name: "movePaper",
      summary: "Takes a paper out of a session, puts it into one, or both", scope: .programWrite,
      query: [.dryRun, .notify],
      body: .json(
        .object([
          .must("paper", .text(120, least: 1), "The paper's id."),
          ShapeField("from", .nullable(.text(120, least: 1)), "The session that it leaves."),
          ShapeField("to", .nullable(.text(120, least: 1)), "The session that it gets into."),
        ])),
      answer: APIAnswerShape(
        status: 200, about: "The change; null where nothing has changed.", shape: .nullable(ChangeShapes.change),
        headers: ChangeHeaders.all), refusals: [404]
    ) { call in
      let (paper, from, to) = (try call.must("paper"), call.text("from"), call.text("to"))
      guard from != nil || to != nil else {
        throw ConferenceError.invalid(field: "to", problem: "there is no session", advice: "say from, to, or both")
      }
      let outcome = try await call.editor.outcome(
        by: call.holder, telling: call.notice, isDry: call.flag("dry-run")
      ) {
        try $0.move(paper: paper, from: from, to: to.map { ($0, nil, nil) })
      }
      await call.site.takeUp()
      return try APIAnswer.ok(outcome.change.map(ChangeShapes.value) ?? .null).telling(outcome)
    },
    APIOperation(
      path: "/program/shifts", method: .post, name: "shiftEntry",
      summary: "Puts an entry before the one before it in its kind's order, or behind the next", scope: .programWrite,
      body: .json(
        .object([
          .must("kind", .choice(EntryKind.allCases.map(\.rawValue)), "Of the entry."),
          .must("id", .text(140, least: 1), "Of the entry; of an event with its kind, such as keynote/1."),
          .must("direction", .choice(["up", "down"]), "Whither."),
        ])),
      answer: .ok("The change; null where it stands at the end.", .nullable(ChangeShapes.change)), refusals: [404]
    ) { call in
      guard let kind = EntryKind(rawValue: try call.must("kind")) else { throw ConferenceError.notFound("kind") }
      let (name, isUp) = (EntryName(kind: kind, id: try call.must("id")), call.text("direction") == "up")
      let change = try await call.editor.edit(by: call.holder) { try $0.shift(name, up: isUp) }
      await call.site.takeUp()
      return .ok(change.map(ChangeShapes.value) ?? .null)
    },
    APIOperation(
      path: "/program/clashes", method: .get, name: "listClashes",
      summary: "Who and which rooms are needed in two sessions at once", scope: .programRead,
      answer: .ok(
        "All of them, by time.", .object([.must("items", .list(ChangeShapes.clash, atMost: nil), "By time.")]))
    ) { call in .ok(["items": .list(call.site.edition.program.clashes.map(ChangeShapes.value))]) },
  ]
}

extension APICall {
  fileprivate var editor: ProgramEditor { ProgramEditor(site.database, clock: site.clock) }

  fileprivate func change() throws -> Int {
    guard let number = Int32(try id()), number > 0 else { throw ConferenceError.notFound("change") }
    return Int(number)
  }
}

/// Changes of the program as JSON.
enum ChangeShapes {
  static let change = Shape.named(
    "Change",
    .object([
      .must("id", .count, "Rises with time."), .must("at", .instant, "When."),
      .must("by", .nullable(.text()), "Who did it, or made the token; null for the command line."),
      .must("token", .nullable(.text()), "The name of the token by which it was done."),
      .must("origin", .choice(["edit", "import", "undo"]), "How."), .must("summary", .text(), "What, in words."),
      .must("undoes", .nullable(.count), "The change that it takes back."),
      .must("undoneBy", .nullable(.count), "The change by which it was taken back."),
    ]))

  static let difference = Shape.named(
    "Difference",
    .object([
      .must("kind", .choice(EntryKind.allCases.map(\.rawValue)), "Of the entry."),
      .must("id", .text(), "Of the entry."),
      .must("title", .text(), "What people call it."),
      .must("verb", .choice(["added", "changed", "removed"]), "What."),
      .must(
        "fields",
        .list(
          .object([
            .must("name", .text(), "As the entry calls it."),
            .must("before", .nullable(.text()), "For people to read."),
            .must("after", .nullable(.text()), "For people to read."),
          ]), atMost: nil), "Those that changed."),
    ]))

  static let clash = Shape.named(
    "Clash",
    .object([
      .must("subject", .choice(["person", "room"]), "What is needed twice."), .must("name", .text(), "Who, or where."),
      .must("first", .text(), "The session that begins first."), .must("second", .text(), "The other session."),
    ]))

  static func value(_ change: ProgramChange) -> JSONValue {
    [
      "id": JSONValue(change.id), "at": JSONValue(change.at), "by": JSONValue(change.by),
      "token": JSONValue(change.token), "origin": .text(change.origin.rawValue), "summary": .text(change.summary),
      "undoes": change.undoes.map { JSONValue($0) } ?? .null,
      "undoneBy": change.undoneBy.map { JSONValue($0) } ?? .null,
    ]
  }

  static func value(_ difference: EntryDifference) -> JSONValue {
    [
      "kind": .text(difference.kind.rawValue), "id": .text(difference.id), "title": .text(difference.title),
      "verb": .text(difference.verb.rawValue),
      "fields": .list(
        difference.fields.map {
          ["name": .text($0.name), "before": JSONValue($0.before), "after": JSONValue($0.after)]
        }),
    ]
  }

  static func value(_ clash: Clash) -> JSONValue {
    let (subject, name) =
      switch clash.subject {
      case .person(let name): ("person", name)
      case .room(let address): ("room", address)
      }
    return [
      "subject": .text(subject), "name": .text(name), "first": .text(clash.first.id), "second": .text(clash.second.id),
    ]
  }
}
