import Database

/// To whom reports go.
public struct ConductDesk: Choice {
  public static let name = "conduct-desk"
  public static let standard = ConductDesk()
  /// One of its own, as whoever chooses the desk chooses who reads what people trust it with.
  public static let scope = TokenScope.conductWrite

  /// Accounts of moderators and organizers; all moderators and organizers where it is empty.
  public var members: [String] = []
  /// Where reports go instead, such as the address of an ombudsperson; as accounts have theirs, so that an erasure finds it.
  public private(set) var outside: String?

  public init(members: [String] = [], outside: String? = nil) {
    self.members = members
    self.outside = outside.map { EmailAddress($0)?.text ?? $0 }
  }

  /// What was stored before addresses were written as those of accounts is read as if it had been.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      members: try fields.decode([String].self, forKey: .members),
      outside: try fields.decodeIfPresent(String.self, forKey: .outside))
  }
}

extension ConductDesk {
  /// The address outside that a report goes to; nil where it goes to the desk here: none was chosen, or it is that of somebody whom the
  /// report is about. A question without a name may be anybody's here, so that of it nothing goes to an address that is, or was,
  /// somebody's: that only its asker's is kept from it would name them to the reporter, who sees where it goes.
  static func outside(for reported: Reported, _ connection: Connection) throws -> String? {
    guard let outside = try current(connection).outside, !reported.isAboutOutside else { return nil }
    guard let address = EmailAddress(outside) else { return outside }
    if try reported.isAnonymous && isAnybodys(address, connection) { return nil }
    let isTheirs = try reported.people.contains { person in
      try People.account(person, connection)?.email == address || hasUsed(address, person, connection)
    }
    return isTheirs ? nil : outside
  }

  private static func isAnybodys(_ address: EmailAddress, _ connection: Connection) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM accounts WHERE email = \(address.text)
      UNION ALL SELECT 1 FROM former_addresses WHERE email = \(address.text)
      """) != nil
  }

  /// Whether an address was somebody's, who may have another one by now.
  private static func hasUsed(_ address: EmailAddress, _ person: String, _ connection: Connection) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM former_addresses WHERE account = \(person) AND email = \(address.text)") != nil
  }

  /// Members by their addresses, so that an erasure finds them.
  public static func differences(_ before: Self, _ after: Self, _ connection: Connection) throws -> [String: String] {
    Deed.differences(try before.words(connection), try after.words(connection))
  }

  private func words(_ connection: Connection) throws -> [String: String] {
    let names = try members.compactMap { try People.account($0, connection)?.email?.text }
    return ["members": names.sorted().joined(separator: ", "), "outside": outside ?? ""]
  }
}

/// The people who may be on the desk, and those who are.
struct DeskRoster {
  private let members: [Account]
  private let organizers: [Account]

  init(_ connection: Connection) throws {
    let desk = try ConductDesk.current(connection)
    let all = try Self.eligible(connection)
    members = desk.members.isEmpty ? all.filter { $0.role != .chair } : all.filter { desk.members.contains($0.id) }
    organizers = all.filter { $0.role == .organizer }
  }

  /// Whom organizers may put on the desk.
  static func eligible(_ connection: Connection) throws -> [Account] {
    try connection.query(
      """
      SELECT \(Account.columns) FROM accounts
      WHERE standing = 'active' AND role IN ('moderator', 'chair', 'organizer') ORDER BY name, id LIMIT 500
      """
    ).map(Account.init)
  }

  /// Those who look after a report; never those whom it is about, or who made it. Where that leaves nobody, the organizers besides these.
  func handlers(besides excluded: Set<String> = []) -> [Account] {
    let free = members.filter { !excluded.contains($0.id) }
    return free.isEmpty ? organizers.filter { !excluded.contains($0.id) } : free
  }

  /// Those whom a reporter is told. Who asked without a name is one of them where they are on the desk, and does not see the case:
  /// to leave them out would name them. Therefore the organizers are asked besides one alone, who might be the asker.
  func readers(of reported: Reported, for reporter: String) -> [Account] {
    let excluded = (reported.isAnonymous ? reported.about : reported.people).union([reporter])
    let readers = handlers(besides: excluded)
    guard reported.isAnonymous, readers.count < 2 else { return readers }
    return readers
      + organizers.filter { organizer in
        !excluded.contains(organizer.id) && !readers.contains { $0.id == organizer.id }
      }
  }

  /// Those who may see a case: nobody where it went outside.
  func handlers(of found: ConductCase) -> [Account] {
    guard found.outside == nil else { return [] }
    return readers(of: found.reported, for: found.reporter).filter { !found.reported.people.contains($0.id) }
  }

  /// All who may come to see a report of somebody: those on the desk, and the organizers, who are asked where nobody of the desk is left.
  func all(besides reporter: String) -> [Account] {
    let others = organizers.filter { organizer in !members.contains { $0.id == organizer.id } }
    return (members + others).filter { $0.id != reporter }
  }
}
