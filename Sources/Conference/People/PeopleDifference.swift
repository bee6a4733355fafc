/// What an import does to people, told by name.
public struct PeopleDifference: Sendable, Codable, Hashable {
  /// A field that becomes something else.
  public struct Change: Sendable, Codable, Hashable {
    /// "name", "email", "affiliation", "country", "registration", "role" or "standing".
    public let field: String
    public let before: String?
    public let after: String?
  }

  public struct Person: Sendable, Codable, Hashable {
    public let name: String
    public let email: String?
    /// Where it is above what they had, or who is new is more than a participant.
    public let role: Role?
    /// Of somebody who is there already.
    public let changes: [Change]
  }

  /// So many of each are named.
  public static let most = 100

  public var added: [Person] = []
  public var changed: [Person] = []
  public var removed: [Person] = []
  /// Who gets a role above what they had, among the added and the changed.
  public var raised: [Person] = []
  /// Who gets a role below what they had, among the changed.
  public var lowered: [Person] = []
}

extension PeopleMerge {
  /// The first of each by name; who is added or changed in the list's order.
  var difference: PeopleDifference {
    var difference = PeopleDifference()
    difference.added = added.prefix(PeopleDifference.most).map { person($0, []) }
    difference.changed = changed.prefix(PeopleDifference.most).map { person($0, changes(of: $0)) }
    difference.removed = removed.prefix(PeopleDifference.most).map { person($0, []) }
    difference.raised = raised.prefix(PeopleDifference.most).map { person($0, changes(of: $0)) }
    difference.lowered = lowered.prefix(PeopleDifference.most).map { person($0, changes(of: $0)) }
    return difference
  }

  /// Names everything that the list changes: another one where anything of it is different.
  var version: String {
    var lines: [String] = added.map { account in
      "+ " + Self.facts(account).map { $0.value ?? "" }.joined(separator: "\u{1F}")
    }
    for account in changed {
      let changes = changes(of: account).map { "\($0.field)\u{1F}\($0.before ?? "")\u{1F}\($0.after ?? "")" }
      lines.append("\(account.id) " + changes.joined(separator: "\u{1F}"))
    }
    lines += removed.map { "- \($0.id)" }
    // Typed on a command line, where a hyphen would begin an option.
    return String(Secret(lines.joined(separator: "\n")).hash.filter { $0 != "-" && $0 != "_" }.prefix(16))
  }

  private func changes(of account: Account) -> [PeopleDifference.Change] {
    guard let before = before[account.id] else { return [] }
    return zip(Self.facts(before), Self.facts(account)).compactMap { old, new in
      old.value == new.value
        ? nil : PeopleDifference.Change(field: old.field, before: old.value, after: new.value)
    }
  }

  private func person(_ account: Account, _ changes: [PeopleDifference.Change]) -> PeopleDifference.Person {
    PeopleDifference.Person(
      name: account.name, email: account.email?.text, role: gainedRole(account), changes: changes)
  }

  private func gainedRole(_ account: Account) -> Role? {
    let old = before[account.id]?.role ?? .participant
    return account.role.rank > old.rank ? account.role : nil
  }

  /// Who gets a role above what they had.
  var raised: [Account] { (added + changed).filter { gainedRole($0) != nil } }

  /// Who gets a role below what they had.
  var lowered: [Account] { changed.filter { $0.role.rank < (before[$0.id]?.role ?? .participant).rank } }

  private static func facts(_ account: Account) -> [(field: String, value: String?)] {
    [
      ("name", account.name), ("email", account.email?.text), ("affiliation", account.affiliation),
      ("country", account.country), ("registration", account.registration), ("role", account.role.rawValue),
      ("standing", account.standing.rawValue),
    ]
  }
}
