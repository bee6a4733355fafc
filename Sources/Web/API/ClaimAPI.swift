import Conference

extension API {
  static let claimOperations: [APIOperation] = [
    APIOperation(
      path: "/claims", method: .get, name: "listClaims",
      summary: "Who says that they are an author of a paper, and waits for an answer", scope: .programRead,
      answer: .ok("The oldest first, at most 500.", .object([.must("items", .list(claim, atMost: 500), "By time.")]))
    ) { call in
      let waiting = try await PaperClaims(call.site.database, clock: call.site.clock).waiting(for: call.holder)
      let items: [JSONValue] = waiting.map {
        [
          "person": .text($0.account.id), "name": .text($0.account.name), "paper": .text($0.paper),
          "claimed": JSONValue($0.claimed),
        ]
      }
      return .ok(["items": .list(items)])
    },
    APIOperation(
      path: "/claims/{person}/{paper}", method: .put, name: "decideClaim", summary: "Says yes or no to a claim",
      scope: .programWrite,
      body: .json(.object([.must("state", .choice(["granted", "refused"]), "Granted makes them an author of it.")])),
      answer: .nothing("It is decided."), refusals: [409]
    ) { call in
      let isGranted = try call.must("state") == "granted"
      try await PaperClaims(call.site.database, clock: call.site.clock).decide(
        try call.id("paper"), of: try call.id("person"), isGranted: isGranted, by: call.holder)
      return .nothing
    },
  ]

  private static let claim = Shape.named(
    "Claim",
    .object([
      .must("person", .text(), "Their id."), .must("name", .text(), "Their name."),
      .must("paper", .text(), "Its id."), .must("claimed", .instant, "When."),
    ]))
}
