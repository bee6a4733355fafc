import Database

/// The code of conduct, which everybody accepts once for each text of it.
public enum Conduct {
  /// Names a text: another one has to be accepted again.
  public static func version(_ text: String) -> String { String(Secret(text).hash.prefix(12)) }

  /// The version that a program has; nil where it has none.
  public static func version(of program: Program) -> String? { program.conference?.codeOfConduct.map { version($0) } }
}

extension People {
  /// Notes that somebody accepted the text of this version.
  public func acceptConduct(_ version: String, by id: String) async throws {
    let now = clock.now()
    try await database.write { connection in
      try connection.execute(
        """
        UPDATE accounts SET conduct = \(version), conduct_at = \(now.milliseconds), changed_at = \(now.milliseconds)
        WHERE id = \(id)
        """)
      try Deed(by: id, "code of conduct accepted", id, ["version": version]).write(at: now, connection)
      Self.tell(id, at: now, connection)
    }
  }
}
