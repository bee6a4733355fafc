/// Where a PostgreSQL database is and how to get in; whatever is printed of it lacks the password.
struct PostgresAddress: Sendable {
  /// What the address says, by libpq's own names of connection parameters.
  let parameters: [String: String]
  /// Whether a pooler stands before the server that gives a connection to one client until it ends.
  let hasSessionPooler: Bool
  let hosts: PostgresHosts
  private let defaults: [String: String]

  /// Reads `postgres://user:password@host:port/database?name=value`, where every parameter of libpq may stand as a name, and
  /// `pooler=session`; throws a misuse, which does not repeat the address, for anything else.
  init(_ url: String) throws {
    let isAddress = ["postgres://", "postgresql://"].contains(where: url.hasPrefix) && !url.utf8.contains(0)
    let (url, hasSessionPooler) = Self.withoutPooler(url)
    guard isAddress, let parameters = LibPQ.parameters(of: url) else {
      throw DatabaseError(
        .misuse, "The address of the PostgreSQL database", "cannot be read",
        "write it as postgres://user:password@host:5432/database, with special characters as %40"
      )
    }
    (self.parameters, self.hasSessionPooler) = (parameters, hasSessionPooler)
    defaults = LibPQ.defaultParameters()
    hosts = PostgresHosts(of: defaults.merging(parameters) { $1 })
  }

  /// The address as libpq takes it, which knows no poolers.
  private static func withoutPooler(_ url: String) -> (url: String, hasSessionPooler: Bool) {
    let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return (url, false) }
    let all = parts[1].split(separator: "&", omittingEmptySubsequences: false)
    let others = all.filter { $0 != "pooler=session" }
    return (parts[0] + (others.isEmpty ? "" : "?") + others.joined(separator: "&"), others.count < all.count)
  }

  private func value(_ name: String) -> String? {
    (parameters[name] ?? defaults[name]).flatMap { $0.isEmpty ? nil : $0 }
  }

  var user: String { value("user") ?? "" }
  var database: String { value("dbname") ?? user }

  /// The database as error messages begin with it: its name, host, port and user.
  var quoted: String {
    let host = value("host") ?? value("hostaddr") ?? "the local socket"
    return "PostgreSQL database '\(database)' (\(host), port \(value("port") ?? "5432"), user '\(user)')"
  }

  /// The text without the passwords, should they stand in it.
  func redacted(_ text: String) -> String {
    ["password", "sslpassword"].compactMap(value).reduce(text) { $0.replacing($1, with: "…") }
  }
}

extension PostgresAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  var description: String { quoted }
  var debugDescription: String { quoted }
  var customMirror: Mirror { Mirror(self, children: [:]) }
}
