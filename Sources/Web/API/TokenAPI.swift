import Conference

extension API {
  static let tokenOperations: [APIOperation] = [
    APIOperation(
      path: "/token", method: .get, name: "getToken", summary: "What the token of this request may do", scope: nil,
      answer: .ok("The token, without its text.", token)
    ) { call in
      let token = call.holder.token
      return .ok([
        "id": .text(token.id), "name": .text(token.name),
        "scopes": .list(token.orderedScopes.map { .text($0.rawValue) }), "madeBy": JSONValue(token.makerName),
        "made": JSONValue(token.made), "expires": JSONValue(token.expires),
      ])
    }
  ]

  private static let token = Shape.named(
    "Token",
    .object([
      .must("id", .text(), "Names it in the record."),
      .must("name", .text(), "What it is for."),
      .must("scopes", .list(.choice(TokenScope.allCases.map(\.rawValue)), atMost: nil), "What it may do."),
      .must("madeBy", .nullable(.text()), "Who made it; null for the command line."),
      .must("made", .instant, "When."),
      .must("expires", .instant, "When it ends."),
    ]))
}
