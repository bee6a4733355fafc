import ArgumentParser
import Database

/// How much of a PostgreSQL server one node uses.
struct DatabaseLimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      How many connections to a PostgreSQL database a node makes at most, besides the one by which it is told of changes \
      (databaseConnections, HATATA_DATABASE_CONNECTIONS). Default: 8
      """, valueName: "number"))
  var databaseConnections: Int?
  @Option(
    help: ArgumentHelp(
      """
      After how many seconds a statement in a PostgreSQL database is ended (statementTimeout, HATATA_STATEMENT_TIMEOUT). \
      Default: 30
      """, valueName: "seconds"))
  var statementTimeout: Int?

  var flags: [String: String?] {
    [
      "databaseConnections": databaseConnections.map(String.init),
      "statementTimeout": statementTimeout.map(String.init),
    ]
  }

  static func limits(_ settings: Settings) throws -> PostgresLimits {
    PostgresLimits(
      connections: try settings.number("databaseConnections", default: 8, in: 1...1_000),
      statementSeconds: try settings.number("statementTimeout", default: 30, in: 1...3_600))
  }
}
