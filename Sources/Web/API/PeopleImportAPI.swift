import Conference

extension API {
  static let peopleImportOperations: [APIOperation] = [
    APIOperation(
      path: "/people/imports", method: .post, name: "importPeople",
      summary: "Takes a list of registrations as the people who may come in, all of it or nothing",
      about: """
        The same as “hatata people import”: people are known again by their address, else by their number; nobody is removed \
        unless prune is true, and more than a tenth of the participants only with the version of a dry run. A list with \
        mistakes, or that names nobody, is refused with all that is wrong in it.
        """,
      scope: .peopleImport,
      query: [
        ShapeField("dry-run", .truth, "Say what would change, and write nothing.", standard: false),
        ShapeField("skip-bad-rows", .truth, "Leave out rows that are wrong.", standard: false),
        ShapeField("prune", .truth, "Shut out participants that the list lacks.", standard: false),
        ShapeField(
          "version", .text(40),
          "That of a dry run's answer: where something else would come of the list by now, it is refused."),
      ],
      body: .bytes(
        ["text/csv", "application/json", "text/tab-separated-values", "application/yaml"], limit: 16 << 20,
        json: ImportShapes.people),
      answer: .ok("What changed, or would.", ImportShapes.peopleOutcome)
    ) { call in
      var options = PeopleImport.Options()
      (options.isDry, options.skipsBadRows) = (call.flag("dry-run"), call.flag("skip-bad-rows"))
      (options.prunes, options.seen) = (call.flag("prune"), call.word("version"))
      let endings = ["text/csv": "csv", "application/json": "json", "text/tab-separated-values": "tsv"]
      let list = PeopleList(file: "people.\(endings[call.type] ?? "yaml")", bytes: call.bytes)
      let site = call.site
      let outcome = try await PeopleImport(site.database, clock: site.clock, options: options).run(
        list, by: call.holder)
      guard !outcome.isRefused else {
        throw ImportShapes.refusal(outcome.problems, "The list has mistakes; nobody was imported.")
      }
      site.doorkeeper.forgetEverybody()
      await site.takeUp()
      return .ok(ImportShapes.value(outcome))
    },
    APIOperation(
      path: "/people/invitations", method: .post, name: "invitePeople",
      summary: "Writes to those on the list who have never signed in",
      about:
        "The mails wait for approval under /mails/batches, and let nobody in by themselves. Nobody is invited twice, or after they have declined.",
      scope: .peopleWrite, answer: .ok("How many mails that are.", MailShapes.count)
    ) { call in
      let head = Letterhead(call.site)
      let count = try await Invitations(call.site.database, clock: call.site.clock).invite(
        to: head.conference, address: call.site.settings.address, by: call.holder)
      return .ok(["mails": JSONValue(count)])
    },
  ]
}

/// What comes of imports, as JSON.
enum ImportShapes {
  static let problem = Shape.named(
    "ImportProblem",
    .object([
      .must("severity", .choice(Problem.Severity.allCases.map(\.rawValue)), "Errors stop an import."),
      .must("file", .text(), "Where: the file,"),
      .must("line", .count, "the line, 0 for the whole file,"),
      .must("column", .count, "and the column."),
      .must("message", .text(), "What is wrong."),
      .must("advice", .text(), "What to do."),
    ]))

  /// What is in a row is for the list to judge, which names every row that is wrong.
  static let people = Shape.object([
    .must(
      "people", .list(.map(.anything), atMost: 100_000),
      "One for each person: name, email, affiliation, country, registration, role; without a role they keep theirs.")
  ])

  private static let person = Shape.named(
    "ImportedPerson",
    .object([
      .must("name", .text(), "As it stands on the badge."),
      .must("email", .nullable(.text()), "By which they sign in."),
      .must("role", .nullable(.text()), "Where it is above what they had, or who is new is more than a participant."),
      .must(
        "changes",
        .list(
          .object([
            .must("field", .text(), "Which."), .must("before", .nullable(.text()), "What it was."),
            .must("after", .nullable(.text()), "What it becomes."),
          ]), atMost: nil), "Of somebody who is there already."),
    ]))

  private static let difference = Shape.object([
    .must("added", .list(person, atMost: PeopleDifference.most), "Who is new."),
    .must("changed", .list(person, atMost: PeopleDifference.most), "Of whom something changes."),
    .must("removed", .list(person, atMost: PeopleDifference.most), "Who is shut out."),
    .must("raised", .list(person, atMost: PeopleDifference.most), "Who of them gets a role above what they had."),
    .must("lowered", .list(person, atMost: PeopleDifference.most), "Who of them gets a role below what they had."),
  ])

  static let peopleOutcome = Shape.named(
    "PeopleImport",
    .object([
      .must("isDry", .truth, "Whether nothing was written, as was asked for."),
      .must("added", .count, "People who were not there."),
      .must("changed", .count, "Of whom the list says something else."),
      .must("unchanged", .count, "As before."),
      .must("removed", .count, "Shut out."),
      .must("kept", .count, "Whom the list lacks, and who stay."),
      .must("raised", .count, "Who gets a role above what they had."),
      .must("lowered", .count, "Who gets a role below what they had; only one that a list gave is lowered."),
      .must("version", .text(), "Names what changes: to be sent along when what was looked at is to be done."),
      .must("people", difference, "Who that is, of each the first hundred."),
      .must("problems", .list(problem, atMost: nil), "What was left out, not understood or not done."),
      .must("omittedProblems", .count, "How many more there are."),
    ]))

  static func value(_ outcome: PeopleImport.Outcome) -> JSONValue {
    [
      "isDry": .bool(outcome.isDry), "added": JSONValue(outcome.added), "changed": JSONValue(outcome.changed),
      "unchanged": JSONValue(outcome.unchanged), "removed": JSONValue(outcome.removed), "kept": JSONValue(outcome.kept),
      "raised": JSONValue(outcome.raised), "lowered": JSONValue(outcome.lowered),
      "version": .text(outcome.version), "people": value(outcome.people),
      "problems": .list(outcome.problems.map(value)), "omittedProblems": JSONValue(outcome.omittedProblems),
    ]
  }

  private static func value(_ difference: PeopleDifference) -> JSONValue {
    [
      "added": .list(difference.added.map(value)), "changed": .list(difference.changed.map(value)),
      "removed": .list(difference.removed.map(value)), "raised": .list(difference.raised.map(value)),
      "lowered": .list(difference.lowered.map(value)),
    ]
  }

  private static func value(_ person: PeopleDifference.Person) -> JSONValue {
    let changes: [JSONValue] = person.changes.map {
      ["field": .text($0.field), "before": JSONValue($0.before), "after": JSONValue($0.after)]
    }
    return [
      "name": .text(person.name), "email": JSONValue(person.email), "role": JSONValue(person.role?.rawValue),
      "changes": .list(changes),
    ]
  }

  static func value(_ problem: Problem) -> JSONValue {
    [
      "severity": .text(problem.severity.rawValue), "file": .text(problem.place.file),
      "line": JSONValue(problem.place.line), "column": JSONValue(problem.place.column),
      "message": .text(problem.message), "advice": .text(problem.advice),
    ]
  }

  static func refusal(_ problems: [Problem], _ detail: String) -> APIProblem {
    var refusal = APIProblem(
      409, "This does not work", detail, advice: "mend what is listed, or say skip-bad-rows=true")
    refusal.problems = .list(problems.map(value))
    return refusal
  }
}
