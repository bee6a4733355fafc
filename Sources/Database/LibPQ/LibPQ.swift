import CPostgres
import Glibc

/// A connection as libpq has it: its calls and nothing else, which what is built on them has from here only. Used by one thread at a time.
///
/// What returns a `Bool` says whether it was done; why not, `message` says.
final class LibPQ {
  /// What a connection that is being made waits for.
  enum Progress {
    case reading, writing, made, failed
  }

  private let connection: OpaquePointer

  /// Begins to connect; nil where there is no memory for it.
  init?(connecting parameters: [String: String]) {
    let parameters = parameters.map { (strdup($0.key), strdup($0.value)) }
    defer {
      for (name, value) in parameters {
        free(name)
        free(value)
      }
    }
    let names = parameters.map { UnsafePointer($0.0) } + [nil]
    let values = parameters.map { UnsafePointer($0.1) } + [nil]
    guard let connection = PQconnectStartParams(names, values, 0) else { return nil }
    self.connection = connection
    // So the error has a code that one can tell apart in every language.
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
  }

  deinit { PQfinish(connection) }

  /// Goes on with connecting once the socket is ready for what was waited for.
  func goOn() -> Progress {
    switch PQconnectPoll(connection) {
    case PGRES_POLLING_OK: .made
    case PGRES_POLLING_READING: .reading
    case PGRES_POLLING_WRITING: .writing
    default: .failed
    }
  }

  /// Makes a connection that is there ready for use: no call waits for the server, and nothing is written to standard error.
  func settle() {
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
    PQsetnonblocking(connection, 1)
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
  }

  func canceler() -> PostgresCanceler? { PQgetCancel(connection).map(PostgresCanceler.init) }

  var socket: Int32 { PQsocket(connection) }
  var message: String { String(cString: PQerrorMessage(connection)) }
  var needsPassword: Bool { PQconnectionNeedsPassword(connection) == 1 }
  var isConnected: Bool { PQstatus(connection) == CONNECTION_OK }
  var hasFailed: Bool { PQstatus(connection) == CONNECTION_BAD }
  var isIdle: Bool { PQtransactionStatus(connection) == PQTRANS_IDLE }
  /// Whether a part of an encrypted record is there that libpq has not taken, which does not show on the socket.
  var hasHiddenInput: Bool { PQsslStruct(connection, "OpenSSL").map { SSL_pending($0) > 0 } ?? false }
  /// As `server_version_num` has it; 0 where it is not known.
  var serverVersion: Int { Int(PQserverVersion(connection)) }
  /// A setting that the server tells of by itself, as it is now.
  func setting(_ name: String) -> String? { PQparameterStatus(connection, name).map { String(cString: $0) } }
  /// The number of the server's process.
  var process: Int { Int(PQbackendPID(connection)) }

  /// Whether the next result has not come whole yet.
  var isBusy: Bool { PQisBusy(connection) == 1 }

  /// Takes what has come, without waiting.
  func takeInput() -> Bool { PQconsumeInput(connection) == 1 }

  /// Sends what is waiting to be sent; false when more than the socket takes is left.
  func flush() -> Bool { PQflush(connection) <= 0 }

  func beginPipeline() -> Bool { PQenterPipelineMode(connection) == 1 }
  func endPipeline() -> Bool { PQexitPipelineMode(connection) == 1 }
  func markEnd() -> Bool { PQpipelineSync(connection) == 1 }

  /// Sends text that may be several statements, outside of a pipeline.
  func send(script text: String) -> Bool { PQsendQuery(connection, text) == 1 }

  /// Sends one statement without values.
  func send(_ text: String) -> Bool { PQsendQueryParams(connection, text, 0, nil, nil, nil, nil, 0) == 1 }

  func send(_ text: String, _ types: [PostgresValue.TypeID], _ values: [SQLValue]) -> Bool {
    PostgresParameters(values).pass { PQsendQueryParams(connection, text, $0, types, $1, $2, $3, 0) } == 1
  }

  func prepare(_ name: String, _ text: String, _ types: [PostgresValue.TypeID]) -> Bool {
    PQsendPrepare(connection, name, text, Int32(types.count), types) == 1
  }

  func send(prepared name: String, _ values: [SQLValue]) -> Bool {
    PostgresParameters(values).pass { PQsendQueryPrepared(connection, name, $0, $1, $2, $3, 0) } == 1
  }

  /// The next result, for which it is waited unless it is there; nil at the end of a statement.
  func nextResult() -> LibPQResult? { PQgetResult(connection).map(LibPQResult.init) }

  /// Whether there were notifications, which are taken.
  func hasNotifications() -> Bool {
    var hasAny = false
    while let notification = PQnotifies(connection) {
      PQfreemem(notification)
      hasAny = true
    }
    return hasAny
  }
}

extension LibPQ {
  /// The connection parameters that an address gives; nil when libpq cannot read it.
  static func parameters(of url: String) -> [String: String]? {
    var message: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(url, &message)
    PQfreemem(message)
    return options.map(values)
  }

  /// The connection parameters that the environment and the system give.
  static func defaultParameters() -> [String: String] {
    PQconndefaults().map(values) ?? [:]
  }

  private static func values(_ options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
    defer { PQconninfoFree(options) }
    var values: [String: String] = [:]
    var option = options
    while let name = option.pointee.keyword {
      if let value = option.pointee.val { values[String(cString: name)] = String(cString: value) }
      option += 1
    }
    return values
  }
}

/// Ends what a connection is running, from any thread, by asking the server through a connection of its own.
final class PostgresCanceler: Sendable {
  private nonisolated(unsafe) let request: OpaquePointer

  fileprivate init(_ request: OpaquePointer) { self.request = request }

  deinit { PQfreeCancel(request) }

  /// Waits for the server to take the request, but not for its effect.
  func cancel() {
    var message: [CChar] = Array(repeating: 0, count: 256)
    PQcancel(request, &message, Int32(message.count))
  }
}

/// A result in libpq's memory. It goes from thread to thread, but has one user at a time.
final class LibPQResult: @unchecked Sendable {
  private let result: OpaquePointer

  fileprivate init(_ result: OpaquePointer) { self.result = result }

  deinit { PQclear(result) }

  var endsPipeline: Bool { PQresultStatus(result) == PGRES_PIPELINE_SYNC }
  var isSkipped: Bool { PQresultStatus(result) == PGRES_PIPELINE_ABORTED }
  var isEmpty: Bool { PQresultStatus(result) == PGRES_EMPTY_QUERY }

  var isFailure: Bool {
    let status = PQresultStatus(result)
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE
  }

  var rowCount: Int { Int(PQntuples(result)) }
  /// What the command did, such as `INSERT 0 1`, and to how many rows.
  var tag: String { String(cString: PQcmdStatus(result)) }
  var affected: Int? { Int(String(cString: PQcmdTuples(result))) }
  var columns: [String] { (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) } }
  var types: [PostgresValue.TypeID] { (0..<PQnfields(result)).map { PQftype(result, $0) } }

  /// The text of a value, in the result's memory; nil for NULL.
  func text(_ row: Int32, _ column: Int32) -> UnsafeRawBufferPointer? {
    guard PQgetisnull(result, row, column) == 0 else { return nil }
    return UnsafeRawBufferPointer(
      start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
  }

  var message: String { String(cString: PQresultErrorMessage(result)) }
  var state: String? { field("C") }
  var primaryMessage: String? { field("M") }
  /// Where in the statement's text the failure is.
  var position: String? { field("P") }

  /// A part of an error. Its codes are macros in libpq's header, which Swift does not see: PG_DIAG_SQLSTATE, PG_DIAG_MESSAGE_PRIMARY and
  /// PG_DIAG_STATEMENT_POSITION.
  private func field(_ code: Unicode.Scalar) -> String? {
    PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
  }
}
