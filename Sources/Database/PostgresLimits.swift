/// How much of a PostgreSQL server one program uses.
public struct PostgresLimits: Sendable, Equatable {
  /// How many connections it makes at most, besides the one by which it is told of changes.
  public var connections: Int
  /// After how many seconds a statement is ended.
  public var statementSeconds: Int

  public init(connections: Int = 8, statementSeconds: Int = 30) {
    (self.connections, self.statementSeconds) = (connections, statementSeconds)
  }
}

extension Postgres.Settings {
  init(_ limits: PostgresLimits) {
    self.init(connections: limits.connections, statementTimeout: Double(limits.statementSeconds))
  }
}
