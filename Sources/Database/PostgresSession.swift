/// A transaction on a connection, which begins with its first statement.
final class PostgresSession: Session {
  let dialect = Dialect.postgres
  private let link: PostgresLink
  private let place: String
  private let beginning: [PostgresLink.Command]
  private var hasBegun = false
  private var events: [NewEvent] = []
  /// Why the transaction has to be run again or cannot be: a conflict with another one, or a lost connection.
  private(set) var obstacle: PostgresFailure?

  init(_ link: PostgresLink, at place: String, beginning: [String] = ["BEGIN"]) {
    (self.link, self.place) = (link, place)
    self.beginning = beginning.map { .text($0) }
  }

  func execute(_ statement: RenderedSQL) throws -> Int {
    try run([.statement(statement)]).map(\.changes) ?? 0
  }

  func forEach(_ statement: RenderedSQL, _ body: (Row) throws -> Void) throws {
    try run([.statement(statement)])?.forEach(body)
  }

  func run(script: String) throws {
    for statement in SQLScript.statements(of: script) {
      try TransactionControl.refuse(in: statement)
      _ = try run([.text(statement)])
    }
  }

  func mark() throws { _ = try run([.text("SAVEPOINT attempt")]) }
  func keep() throws { _ = try run([.text("RELEASE SAVEPOINT attempt")]) }
  func undo() throws { _ = try run([.text("ROLLBACK TO SAVEPOINT attempt"), .text("RELEASE SAVEPOINT attempt")]) }

  func append(_ events: [NewEvent]) { self.events += events }

  /// Ends the transaction, its events being the last thing, in one round trip; throws a failure, whose lost connection
  /// leaves the outcome unknown.
  func commit() throws {
    let last = try eventCommands()
    guard hasBegun || !last.isEmpty else { return }
    let results = try link.run((hasBegun ? [] : beginning) + last + [.text("COMMIT")])
    if results.last?.tag != "COMMIT" {
      throw PostgresFailure(state: "25P02", message: "a failure in the transaction was overlooked")
    }
  }

  private func eventCommands() throws -> [PostgresLink.Command] {
    guard !events.isEmpty else { return [] }
    let insertions = try NewEvent.insertions(events).map {
      PostgresLink.Command.statement(try RenderedSQL($0, for: dialect))
    }
    return [.text("SELECT pg_advisory_xact_lock(\(PostgresLock.events))")] + insertions
      + [.text("NOTIFY \(PostgresListener.channel)")]
  }

  private func run(_ commands: [PostgresLink.Command]) throws -> PostgresResult? {
    if let obstacle { throw obstacle.error(at: place) }
    do {
      let first = hasBegun ? [] : beginning
      hasBegun = true
      return try link.run(first + commands).last
    } catch let failure as PostgresFailure {
      if failure.isConflict || failure.isConnectionLost || link.isBroken { obstacle = failure }
      throw failure.error(at: place)
    }
  }
}
