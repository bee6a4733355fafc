import Conference

extension API {
  static let claimOperations: [APIOperation] = [
    APIOperation(
      path: "/claims", method: .get, name: "listClaims",
      summary: "Who says that they are an author of a paper, and what was said to it", scope: .programRead,
      query: [
        ShapeField(
          "state", .choice(["waiting", "decided"]), "Those that wait, or the newest hundred of the others.",
          standard: "waiting")
      ],
      answer: .ok(
        "Those that wait the oldest first, at most 500; the others the newest first.",
        .object([.must("items", .list(claim, atMost: 500), "By time.")]))
    ) { call in
      let claims = PaperClaims(call.site.database, clock: call.site.clock)
      let isDecided = call.word("state") == "decided"
      let found = try await isDecided ? claims.decided(for: call.holder) : claims.waiting(for: call.holder)
      let items: [JSONValue] = found.map {
        [
          "person": .text($0.account.id), "name": .text($0.account.name), "paper": .text($0.paper),
          "state": .text($0.state.rawValue), "claimed": JSONValue($0.claimed), "decided": JSONValue($0.decided),
        ]
      }
      return .ok(["items": .list(items)])
    },
    APIOperation(
      path: "/claims/{person}/{paper}", method: .put, name: "decideClaim", summary: "Says yes or no to a claim",
      about: "Also otherwise than before. The person is told by mail.", scope: .programWrite,
      body: .json(.object([.must("state", .choice(["granted", "refused"]), "Granted makes them an author of it.")])),
      answer: .nothing("It is decided.")
    ) { call in
      let (isGranted, paper) = (try call.must("state") == "granted", try call.id("paper"))
      let title = call.site.edition.program.paper(paper)?.title ?? paper
      let head = Letterhead(call.site)
      try await PaperClaims(call.site.database, clock: call.site.clock).decide(
        paper, of: try call.id("person"), isGranted: isGranted, by: call.holder
      ) { ClaimLetter.letter(to: $0, of: title, paper: paper, isGranted: isGranted, head) }
      return .nothing
    },
  ]

  private static let claim = Shape.named(
    "Claim",
    .object([
      .must("person", .text(), "Their id."), .must("name", .text(), "Their name."),
      .must("paper", .text(), "Its id."), .must("claimed", .instant, "When."),
      .must("state", .choice(["waiting", "granted", "refused"]), "What was said to it."),
      .must("decided", .nullable(.instant), "When that was said last."),
    ]))
}
