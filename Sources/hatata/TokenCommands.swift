import ArgumentParser
import Conference

struct TokenCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Says which other programs may use the API (docs/api.md), and for what.",
    subcommands: [Add.self, List.self, Revoke.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a token, and prints it, once.",
      discussion: "Scopes:\n" + TokenScope.allCases.map { "  \($0.rawValue): \($0.purpose)" }.joined(separator: "\n"))

    @Argument(help: "What it is for, in quotation marks.") var name: String
    @Argument(help: "What it may do, such as people:read program:write.") var scopes: [String]
    @OptionGroup var data: DataOption
    @Option(help: "For how many days it works, at most 366.") var days = 90

    func run() async throws {
      let scopes = try scopes.map { text in
        guard let scope = TokenScope(rawValue: text) else {
          throw ValidationError(
            "“\(text)” is not one of \(TokenScope.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return scope
      }
      let database = try await data.folder().openExisting()
      let (token, secret) = try await APITokens(database, clock: .system).add(
        name, Set(scopes), lasting: days, by: nil)
      try database.close()
      print(secret.text)
      print("It is shown only now, and works until \(token.expires.iso8601) or “hatata token revoke \(token.id)”.")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists all tokens that were ever made, without their texts.")

    @OptionGroup var data: DataOption

    func run() async throws {
      let database = try await data.folder().openExisting()
      let tokens = try await APITokens(database, clock: .system).all(for: nil)
      try database.close()
      for token in tokens {
        let facts = [
          token.id, token.state(at: Clock.system.now()).rawValue, token.name,
          token.orderedScopes.map(\.rawValue).joined(separator: " "), "until \(token.expires.iso8601)",
          token.used.map { "last used \($0.iso8601)" } ?? "never used", "by \(token.makerName ?? "the command line")",
        ]
        print(facts.joined(separator: "  "))
      }
      print(tokens.count == 1 ? "1 token" : "\(tokens.count) tokens")
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Ends a token at once.")

    @Argument(help: "Its id, as “hatata token list” prints it.") var id: String
    @OptionGroup var data: DataOption

    func run() async throws {
      let database = try await data.folder().openExisting()
      try await APITokens(database, clock: .system).revoke(id, by: nil)
      try database.close()
      print("Revoked: nothing opens with it any more.")
    }
  }
}
