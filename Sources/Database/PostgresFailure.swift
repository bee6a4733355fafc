/// An error of PostgreSQL with its SQLSTATE, as <https://www.postgresql.org/docs/current/errcodes-appendix.html> lists
/// them, or one of the connection, which has none.
struct PostgresFailure: Error {
  /// Five characters, of which the first two are the class; empty when the server said nothing.
  let state: String
  /// The first line alone, as what follows it repeats values.
  let message: String
  private(set) var statement: String?
  /// Whether the message is about a place in the statement's text, and not about a value that it met while running.
  private var isPlaced = false
  private var hasValues = false
  /// Whether the connection is gone, so that one cannot know what became of a statement under way.
  var isConnectionLost = false

  /// Whether the server has the statement no longer as it was prepared, since somebody changed a table or a pooler gave
  /// us another connection.
  var isStalePlan = false

  /// Whether it came of a server that only follows another one.
  var isOfStandby = false

  init(
    state: String, message: String, statement: String? = nil, isPlaced: Bool = false, isConnectionLost: Bool = false
  ) {
    (self.state, self.message, self.statement) = (state, message, statement)
    (self.isPlaced, self.isConnectionLost) = (isPlaced, isConnectionLost)
  }

  /// Says which statement failed.
  mutating func name(_ statement: RenderedSQL) {
    (self.statement, hasValues) = (statement.text, !statement.values.isEmpty)
  }

  /// The same of a transaction that may write: that the server takes no writes is nothing that the program did wrong. A standby says
  /// only of some statements that they write; it has no serializable transactions at all.
  var ofWrite: PostgresFailure {
    guard state == "25006" || (isOfStandby && state == "0A000") else { return self }
    return PostgresFailure(state: Self.readOnlyState, message: "")
  }

  /// Whether another connection, to the server that is the primary by then, may take what this one refused.
  var isOfReadOnlyServer: Bool { state == Self.readOnlyState }

  private static let readOnlyState = "read only"

  /// Whether the whole transaction may succeed when it is run again, since others were in its way.
  var isConflict: Bool { state == "40001" || state == "40P01" || isStalePlan }

  private var isUnreachable: Bool {
    isConnectionLost || state.hasPrefix("08") || state.hasPrefix("57P") || state == "25P03"
  }

  /// Of a pooler that exchanges connections behind our back, where what one statement sets is not there for the next.
  static let pooler = PostgresFailure(state: "pooler", message: "")

  /// Of a server older than the oldest that this program is tested with; the number is as `server_version_num` has it, 0 where it is not known.
  static func tooOld(_ version: Int) -> PostgresFailure? {
    guard (1..<150_000).contains(version) else { return nil }
    let minor = version >= 100_000 ? "\(version % 10_000)" : "\(version / 100 % 100).\(version % 100)"
    return PostgresFailure(state: oldState, message: "\(version / 10_000).\(minor)")
  }

  private static let oldState = "too old"

  /// Of a database that cannot hold every text; nil where it is one that can, or nothing is known of it.
  static func unfit(encoding: String?) -> PostgresFailure? {
    guard let encoding, encoding != "UTF8" else { return nil }
    return PostgresFailure(state: encodingState, message: encoding)
  }

  private static let encodingState = "encoding"

  func error(at place: String) -> DatabaseError {
    serverError(place) ?? statementError(statement.map { "'\($0.oneLine)'" } ?? place)
  }

  private func serverError(_ place: String) -> DatabaseError? {
    switch state {
    case "40001", "40P01":
      DatabaseError(.busy, place, "is changed by others at the same place again and again", "try again")
    case "53100":
      DatabaseError(.full, place, "cannot grow (\(message))", "free space on its server's disk and try again")
    case "53300":
      DatabaseError(
        .busy, place, "takes no more connections",
        "raise max_connections of the server, or run fewer programs that use it"
      )
    case "53000", "53200", "53400":
      DatabaseError(.busy, place, "has not enough memory or other means (\(message))", "look at its server")
    case "57014": DatabaseError(.busy, place, "took too long for a statement, which was ended", "try again later")
    case "55P03": DatabaseError(.busy, place, "is held by another program or a long write", "try again later")
    case "3D000":
      DatabaseError(.other, place, "does not exist", "make it, for example with: createdb '\(databaseName(in: place))'")
    case "28000", "28P01":
      DatabaseError(
        .other, place, "refuses the user or the password", "check both in its address, and pg_hba.conf of the server"
      )
    case Self.oldState:
      DatabaseError(.other, place, "is on PostgreSQL \(message), which is too old", "use PostgreSQL 15 or newer")
    case Self.encodingState:
      DatabaseError(
        .other, place, "has the encoding \(message), and not UTF8",
        "make another one, for example with: createdb --encoding=UTF8 --template=template0 NAME"
      )
    case Self.readOnlyState:
      DatabaseError(
        .unavailable, place, "takes no writes, as a standby takes none",
        "see that the address leads to the primary; where it names several servers, add target_session_attrs=read-write"
      )
    case Self.pooler.state:
      DatabaseError(
        .other, place,
        "is reached through a pooler, such as pgbouncer, that may exchange connections between statements",
        "give the address of the server itself, or add pooler=session if the pooler's pool_mode is session"
      )
    case _ where isUnreachable:
      DatabaseError(.unavailable, place, "cannot be reached (\(message.oneLine))", "see that its server runs")
    default: nil
    }
  }

  private func databaseName(in place: String) -> String {
    place.split(separator: "'", maxSplits: 2).dropFirst().first.map(String.init) ?? ""
  }

  private func statementError(_ place: String) -> DatabaseError {
    switch (state, state.prefix(2)) {
    case ("25006", _): DatabaseError(.misuse, place, "writes in a read", "do it in a write")
    case ("42501", _): DatabaseError(.other, place, "is not allowed (\(message))", "give its user the right to it")
    case (_, "23"): DatabaseError(.constraint, place, "breaks a rule of the database (\(message))", nil)
    // What PostgreSQL says of class 22 repeats the value.
    case (_, "22"): DatabaseError(.misuse, place, "has a value that does not fit (SQLSTATE \(state))", nil)
    case (_, "42"), (_, "0A"), (_, "25"):
      DatabaseError(
        .misuse, place, "is not what PostgreSQL takes (\(isPlaced || !hasValues ? message : "SQLSTATE \(state)"))", nil
      )
    default: DatabaseError(.other, place, "failed (SQLSTATE \(state))", nil)
    }
  }
}
