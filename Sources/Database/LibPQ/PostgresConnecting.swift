import CPostgres
import Dispatch
import Foundation

extension PostgresLink {
  /// Connects without waiting longer than the settings allow; throws a failure with the server's SQLSTATE, if it gave one.
  static func connect(
    _ address: PostgresAddress, _ settings: Postgres.Settings
  ) throws -> (OpaquePointer, PostgresCanceler) {
    let parameters = settings.parameters.merging(address.parameters) { $1 }.merging(settings.fixedParameters) { $1 }
    guard let connection = start(parameters) else { throw failure("there is no memory for a connection") }
    // So the error has a code that one can tell apart in every language.
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
    let deadline = DispatchTime.now() + settings.connectTimeout
    var state = PQstatus(connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
    while state != PGRES_POLLING_OK {
      if state == PGRES_POLLING_FAILED {
        defer { PQfinish(connection) }
        if PQconnectionNeedsPassword(connection) == 1 { throw PostgresFailure(state: "28P01", message: "no password") }
        throw failure(address.redacted(String(cString: PQerrorMessage(connection))))
      }
      let (now, end) = (DispatchTime.now().uptimeNanoseconds, deadline.uptimeNanoseconds)
      let events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT
      var descriptor = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
      if now >= end || poll(&descriptor, 1, Int32(clamping: (end - now) / 1_000_000 + 1)) == 0 {
        PQfinish(connection)
        throw failure("the server does not answer")
      }
      state = PQconnectPoll(connection)
    }
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
    PQsetnonblocking(connection, 1)
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    guard let canceler = PQgetCancel(connection) else {
      PQfinish(connection)
      throw failure("there is no memory for a connection")
    }
    return (connection, PostgresCanceler(canceler))
  }

  private static func start(_ parameters: [String: String]) -> OpaquePointer? {
    let parameters = parameters.map { (strdup($0.key), strdup($0.value)) }
    defer {
      for (name, value) in parameters {
        free(name)
        free(value)
      }
    }
    let names = parameters.map { UnsafePointer($0.0) } + [nil]
    let values = parameters.map { UnsafePointer($0.1) } + [nil]
    return PQconnectStartParams(names, values, 0)
  }

  /// What libpq says of a connection that was not made, such as `... failed: FATAL:  28P01: password ...`.
  private static func failure(_ message: String) -> PostgresFailure {
    let state = message.firstMatch(of: #/:  ([0-9A-Z]{5}): /#).map { String($0.1) }
    let line = message.split(separator: "\n").first.map(String.init) ?? ""
    return PostgresFailure(state: state ?? "", message: line, isConnectionLost: state == nil)
  }
}
