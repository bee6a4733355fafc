extension Postgres {
  /// How the server is used; the defaults serve one node of a whole conference. Times are in seconds.
  struct Settings {
    var connections = 8
    /// How long to wait for a connection of the pool, and how many may wait.
    var patience = 5.0
    var longestLine = 1_000
    var connectTimeout = 5.0
    /// How long one statement may take; 0 for ever.
    var statementTimeout = 30.0
    /// How long past that to wait for the server to say so, before the connection counts as lost.
    var grace = 5.0
    /// How long to wait for a lock that another transaction holds.
    var lockTimeout = 10.0
    /// How long a transaction may rest between two statements.
    var idleTimeout = 60.0
    /// How often a write is run that conflicts with others.
    var tries = 20
    /// Whether writes are refused by the server.
    var isReadOnly = false

    /// What an address may change: how soon a dead network is noticed, and what the server calls us.
    var parameters: [String: String] {
      [
        "fallback_application_name": "hatata", "keepalives": "1", "keepalives_idle": "15", "keepalives_interval": "5",
        "keepalives_count": "3", "tcp_user_timeout": "20000",
      ]
    }

    /// What an address may not change.
    var fixedParameters: [String: String] { ["client_encoding": "UTF8"] }

    /// What a connection begins with for its role.
    func sessionText(of role: Role) -> String {
      let (level, isReading) = role == .reading ? ("repeatable read", true) : ("serializable", isReadOnly)
      return """
        SET default_transaction_isolation = '\(level)'; SET default_transaction_read_only = \(isReading ? "on" : "off")
        """
    }

    /// What every session begins with.
    var sessionText: String {
      """
      SET statement_timeout = \(milliseconds(statementTimeout)); SET lock_timeout = \(milliseconds(lockTimeout));
      SET idle_in_transaction_session_timeout = \(milliseconds(idleTimeout));
      SET bytea_output = 'hex'; SET extra_float_digits = 1
      """
    }

    private func milliseconds(_ seconds: Double) -> Int { Int(seconds * 1000) }
  }

  /// What a connection is for: the defaults of its session say it, so that a single statement needs no BEGIN.
  enum Role: String {
    case reading, writing
  }
}
