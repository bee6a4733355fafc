import Database

/// The names of those with a role, by which others know whose word counts.
enum NamesOfRoles {
  /// Throws where somebody would take one of them for themselves. A namesake may have it by a list, or from an organizer.
  static func check(_ account: Account, before: String, _ connection: Connection) throws {
    guard key(account.name) != key(before), try isTaken(by: account, connection) else { return }
    throw ConferenceError.invalid(
      field: "Name", problem: "somebody who helps to run the conference is called so",
      advice: "Write it so that nobody takes you for them, such as with a middle name, or ask an organizer to enter it."
    )
  }

  /// Whether somebody else with a role is called as the account is.
  static func isTaken(by account: Account, _ connection: Connection) throws -> Bool {
    let name = key(account.name)
    guard !name.isEmpty else { return false }
    let others = try connection.query(
      "SELECT name FROM accounts WHERE role <> 'participant' AND standing <> 'erased' AND id <> \(account.id)")
    return try others.contains { key(try $0.value(0)) == name }
  }

  /// Letters and digits without accents and case, so that no dot or space makes another one of it.
  private static func key(_ name: String) -> String { Folding.words(of: name).joined() }
}
