import CEpoll
import Dispatch

extension PostgresLink {
  /// Connects without waiting longer for any server than the settings allow; throws a failure with the server's SQLSTATE, if it gave one.
  static func connect(_ address: PostgresAddress, _ settings: Postgres.Settings) throws -> (LibPQ, PostgresCanceler) {
    for _ in 0..<address.hosts.count {
      let (first, parameters) = address.hosts.current
      if let made = try connect(address, parameters, settings) { return made }
      address.hosts.pass(first)
    }
    throw failure("the server does not answer")
  }

  /// Connects to one of the hosts; nil when the time has passed.
  private static func connect(
    _ address: PostgresAddress, _ hosts: [String: String], _ settings: Postgres.Settings
  ) throws -> (LibPQ, PostgresCanceler)? {
    let parameters = settings.parameters.merging(address.parameters) { $1 }.merging(hosts) { $1 }
      .merging(settings.fixedParameters) { $1 }
    guard let connection = LibPQ(connecting: parameters) else { throw failure("there is no memory for a connection") }
    let deadline = DispatchTime.now() + settings.connectTimeout
    var progress = connection.hasFailed ? LibPQ.Progress.failed : .writing
    while progress != .made {
      if progress == .failed {
        if connection.needsPassword { throw PostgresFailure(state: "28P01", message: "no password") }
        throw failure(address.redacted(connection.message))
      }
      let (now, end) = (DispatchTime.now().uptimeNanoseconds, deadline.uptimeNanoseconds)
      let events = progress == .reading ? POLLIN : POLLOUT
      var descriptor = pollfd(fd: connection.socket, events: Int16(events), revents: 0)
      if now >= end || poll(&descriptor, 1, Int32(clamping: (end - now) / 1_000_000 + 1)) == 0 { return nil }
      progress = connection.goOn()
    }
    connection.settle()
    guard let canceler = connection.canceler() else { throw failure("there is no memory for a connection") }
    return (connection, canceler)
  }

  /// What libpq says of a connection that was not made, such as `... failed: FATAL:  28P01: password ...`.
  private static func failure(_ message: String) -> PostgresFailure {
    let state = message.firstMatch(of: #/:  ([0-9A-Z]{5}): /#).map { String($0.1) }
    let line = message.split(separator: "\n").first.map(String.init) ?? ""
    return PostgresFailure(state: state ?? "", message: line, isConnectionLost: state == nil)
  }
}
