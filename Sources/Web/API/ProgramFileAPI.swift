import Conference
import HTTPTypes

extension API {
  static let programFileOperations: [APIOperation] = [
    APIOperation(
      path: "/program/imports", method: .post, name: "importProgram",
      summary: "Takes a folder of files as the program, all of it or nothing",
      about: """
        A .zip archive of what “hatata import” reads. Importing the same again changes nothing, what was changed by hand stays, \
        and a folder with mistakes is refused with all of them, each with its file and line.
        """,
      scope: .programWrite,
      query: [
        ShapeField("dry-run", .truth, "Say what would change, and write nothing.", standard: false),
        ShapeField("skip-bad-rows", .truth, "Leave out rows that are wrong.", standard: false),
        ShapeField("prune", .truth, "Remove what the folder lacks.", standard: false),
        ShapeField("overwrite", .truth, "Let the folder count more than what was changed by hand.", standard: false),
      ],
      body: .bytes(["application/zip", "application/octet-stream"], limit: 48 << 20),
      answer: .ok("What changed, or would.", outcome)
    ) { call in
      var options = FolderImport.Options()
      (options.dryRun, options.skippingBadRows) = (call.flag("dry-run"), call.flag("skip-bad-rows"))
      (options.pruning, options.overwriting) = (call.flag("prune"), call.flag("overwrite"))
      let site = call.site
      let folder = try ZipArchive(call.bytes).folder
      let outcome = try await FolderImport(data: site.data, options: options).run(
        folder, named: "the archive", title: site.edition.program.conference?.name ?? "", by: call.holder,
        now: call.now)
      if let other = outcome.otherConference {
        throw ConferenceError.conflict(other + "; “hatata import --replace” on the server takes it in place of that")
      }
      guard let changes = outcome.changes else {
        throw ImportShapes.refusal(outcome.problems, "The folder has mistakes; nothing was imported.")
      }
      await site.takeUp()
      return .ok(value(outcome, changes))
    },
    APIOperation(
      path: "/program/export", method: .get, name: "exportProgram",
      summary: "The program as a folder of CSV and YAML files, in a .zip archive",
      about: """
        It imports as the same program, here or where the files of media/ are: pictures, videos and slides are not in it, but named.
        """,
      scope: .programRead,
      answer: APIAnswerShape(status: 200, about: "The archive.", type: "application/zip")
    ) { call in
      guard let draft = try await ProgramStore(call.site.database).draft() else {
        throw ConferenceError.conflict("there is no conference yet; import one first")
      }
      var archive = ZipFile()
      for (name, text) in FolderExport(draft).files.sorted(by: { $0.key < $1.key }) {
        archive.add(name, Array(text.utf8))
      }
      var answer = APIAnswer(status: 200, bytes: archive.bytes)
      answer.headers[.contentType] = "application/zip"
      answer.headers[.contentDisposition] = "attachment; filename=\"program.zip\""
      return answer
    },
  ]

  private static let names = Shape.list(.text(), atMost: nil)

  private static let outcome = Shape.named(
    "ProgramImport",
    .object([
      .must("isDry", .truth, "Whether nothing was written, as was asked for."),
      .must("format", .text(), "What the folder was read as."),
      .must(
        "changes",
        .map(
          .object([
            .must("added", names, "Ids."), .must("changed", names, "Ids."), .must("removed", names, "Ids."),
            .must("kept", names, "Ids of what the folder lacks, and that stays."),
            .must("unchanged", .count, "How many."),
          ])), "By kind."),
      .must(
        "handEdits",
        .list(
          .object([
            .must("kind", .text(), "Of the entry."), .must("id", .text(), "Of the entry."),
            .must("fields", names, "Those that stay; none where it was removed by hand."),
          ]), atMost: nil), "What was changed by hand and stays, although the folder says something else."),
      .must("problems", .list(ImportShapes.problem, atMost: nil), "What was left out or not understood."),
      .must("omittedProblems", .count, "How many more there are."),
    ]))

  private static func value(_ outcome: FolderImport.Outcome, _ changes: Changes) -> JSONValue {
    func list(_ ids: [String]) -> JSONValue { .list(ids.map { .text($0) }) }
    let kinds = changes.byKind.map { kind, names -> (String, JSONValue) in
      (
        kind.rawValue,
        [
          "added": list(names.added), "changed": list(names.changed), "removed": list(names.removed),
          "kept": list(names.kept), "unchanged": JSONValue(names.unchanged),
        ]
      )
    }
    return [
      "isDry": .bool(outcome.isDryRun), "format": .text(outcome.format),
      "changes": .map(Dictionary(uniqueKeysWithValues: kinds)),
      "handEdits": .list(
        changes.handEdits.map { ["kind": .text($0.kind.rawValue), "id": .text($0.id), "fields": list($0.fields)] }),
      "problems": .list(outcome.problems.map(ImportShapes.value)),
      "omittedProblems": JSONValue(outcome.omittedProblems),
    ]
  }
}
