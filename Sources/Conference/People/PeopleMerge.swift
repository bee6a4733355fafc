import Database

/// What a list changes among the people.
struct PeopleMerge {
  private(set) var added: [Account] = []
  private(set) var changed: [Account] = []
  /// What the changed were before.
  private(set) var before: [String: Account] = [:]
  private(set) var removed: [Account] = []
  private(set) var unchanged = 0
  private(set) var kept = 0
  /// Participants who are not shut out yet.
  private let participants: Int
  /// Of whom the list says something else than the last one did.
  private var listed: [ListedPerson] = []
  /// Of the list, and of what it says that is not done.
  private var problems: Problems
  /// Organizers who get another role, each with their line.
  private var unmade: [String] = []
  private let now: Instant

  init(_ connection: Connection, _ list: PeopleList, _ options: PeopleImport.Options, _ now: Instant) throws {
    (self.now, problems) = (now, list.problems)
    let all = try connection.query(
      "SELECT \(Account.columns) FROM accounts WHERE standing <> 'erased' ORDER BY words, id"
    ).map(Account.init)
    participants = all.count { $0.role == .participant && !Self.isShutOut($0) }
    let last = try ListedPerson.all(connection)
    let matches = PeopleMatch(all, last).accounts(for: list.entries)
    for (entry, known) in zip(list.entries, matches) { take(entry, known, last) }
    let seen = Set(matches.compactMap { $0?.id })
    for account in all where !seen.contains(account.id) && !Self.isShutOut(account) {
      let isLacking = account.role == .participant && !list.leftOut.concern(account, last[account.id])
      if options.prunes, isLacking { removed.append(account) } else { kept += 1 }
    }
    try keepOneOrganizer(of: all)
  }

  /// Who is banned stays so, whatever a list lacks: who was removed is let in by the next list that names them.
  private static func isShutOut(_ account: Account) -> Bool { [.banned, .removed].contains(account.standing) }

  /// More than a tenth, as by a list that is cut off or another one; of a few people one knows who they are.
  var shutsOutMany: Bool { removed.count > 10 && removed.count * 10 > participants }

  private mutating func take(_ entry: PeopleList.Entry, _ known: Account?, _ last: [String: ListedPerson]) {
    var account = known ?? Account(email: entry.email, name: entry.name, added: now)
    let said = last[account.id] ?? ListedPerson(account: account.id)
    if said.keepsRole(of: account, from: entry) { warn(of: entry, account.role) }
    said.apply(entry, to: &account)
    // Who was removed or waited may come in, who was banned may not.
    if account.standing != .banned { account.standing = .active }
    if said.taking(entry) != said { listed.append(said.taking(entry)) }
    guard let known else { return added.append(account) }
    if account == known { unchanged += 1 } else { changed.append(account) }
    before[account.id] = known
    if known.role == .organizer, account.role != .organizer {
      unmade.append("\(account.name) (line \(entry.place.line))")
    }
  }

  private mutating func warn(of entry: PeopleList.Entry, _ role: Role) {
    let said = (entry.role ?? .participant).name.lowercased()
    problems.warning(
      at: entry.place,
      "\(entry.name.quoted) stays \(role.name.lowercased()), though the row says \(said): no list gave that role",
      advice: "if another one is meant, give it by hand")
  }

  /// Throws where the list takes the role from everybody who can run the conference.
  private func keepOneOrganizer(of all: [Account]) throws {
    func runsIt(_ account: Account) -> Bool { account.role == .organizer && account.standing == .active }
    guard all.contains(where: runsIt) else { return }
    let touched = Set(changed.map(\.id))
    guard all.contains(where: { runsIt($0) && !touched.contains($0.id) }) || (changed + added).contains(where: runsIt)
    else {
      let names = unmade.prefix(5).joined(separator: ", ")
      throw ConferenceError.conflict(
        "the list leaves no organizer, as it gives another role to \(names); let one of them keep the role")
    }
  }

  func write(by doer: (any Doer)?, in outbox: Outbox, _ connection: Connection) throws {
    try People.add(added, at: now, connection)
    try People.update(changed, at: now, connection)
    let deeds = try changed.flatMap { try record($0, by: doer, in: outbox, connection) }
    try ListedPerson.store(listed, connection)
    try remove(connection)
    let removals = removed.map { Deed(by: doer, "removed, as a list lacks them", $0.id) }
    try Deed.write(deeds + removals, at: now, connection)
    guard !(added.isEmpty && changed.isEmpty && removed.isEmpty) else { return }
    try Deed(
      by: doer, "people imported", "people",
      ["added": "\(added.count)", "changed": "\(changed.count)", "removed": "\(removed.count)"]
    ).write(at: now, connection)
  }

  private func remove(_ connection: Connection) throws {
    let shut = removed.map { account -> Account in
      var account = account
      account.standing = .removed
      return account
    }
    try People.update(shut, at: now, connection)
    try Devices.end(shut.map(\.id), connection)
    try PrivateCalendars.end(for: shut.map(\.id), connection)
  }

  /// Says of each person by whom they were let in or given a role; who got another role signs in anew.
  private func record(_ changed: Account, by doer: (any Doer)?, in outbox: Outbox, _ connection: Connection) throws
    -> [Deed]
  {
    guard let before = before[changed.id] else { return [] }
    var deeds: [Deed] = []
    if before.standing != changed.standing {
      deeds.append(Deed(by: doer, "let in by a list", changed.id, ["before": before.standing.rawValue]))
    }
    try People.afterMove(of: changed, from: before.email, by: doer, at: now, in: outbox, connection)
    guard before.role != changed.role else { return deeds }
    try Devices.end(changed.id, at: now, connection)
    let action = "role changed to \(changed.role.rawValue) by a list"
    return deeds + [Deed(by: doer, action, changed.id, ["before": before.role.rawValue])]
  }

  func outcome(_ before: PeopleImport.Outcome) -> PeopleImport.Outcome {
    var outcome = before
    (outcome.added, outcome.changed, outcome.unchanged) = (added.count, changed.count, unchanged)
    (outcome.removed, outcome.kept) = (removed.count, kept)
    (outcome.raised, outcome.lowered) = (raised.count, lowered.count)
    (outcome.problems, outcome.omittedProblems) = (problems.sorted, problems.omitted)
    (outcome.people, outcome.version, outcome.shutsOutMany) = (difference, version, shutsOutMany)
    return outcome
  }
}
