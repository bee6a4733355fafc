import Database

/// Somebody who can be named in a channel.
///
/// These are all who wrote there, the authors of its paper or the hosts of its event, session or booth with an account, and everybody with a profile that others
/// see something of; in what only some people read, no one but them.
struct Namable: Sendable {
  let id: String
  let name: String
  let folded: String
  /// As far as others see it.
  let affiliation: String?
  let hasWritten: Bool

  /// Those in a channel whose folded names match.
  ///
  /// - Parameter beginnings: folded; a name that matches begins with one of them.
  static func all(
    in key: ChannelKey, _ program: Program, beginning beginnings: Set<String>, _ connection: Connection,
    where matches: (String) -> Bool
  ) throws -> [Namable] {
    let found = try Known.all(beginning: beginnings, connection, where: matches)
    guard !found.isEmpty else { return [] }
    let writers = try writers(in: key, among: found.map(\.id), connection)
    let named = try named(key, program, connection)
    return found.compactMap { known in
      let isNamable = writers.contains(known.id) || named.contains(known) || (!key.isPrivate && known.isSeen)
      guard isNamable else { return nil }
      return Namable(
        id: known.id, name: known.name, folded: known.folded, affiliation: known.affiliation,
        hasWritten: writers.contains(known.id))
    }
  }

  private static func writers(in key: ChannelKey, among ids: [String], _ connection: Connection) throws -> Set<String> {
    Set(
      try connection.query(
        "SELECT DISTINCT author FROM messages WHERE channel = \(key.description) AND author IN \(list: ids)"
      ).map { try $0.value(0) })
  }

  /// Whom the channel belongs to.
  private static func named(_ key: ChannelKey, _ program: Program, _ connection: Connection) throws -> Owners {
    switch key.kind {
    case .direct: return Owners(ids: Set(try DirectChannels.members(key, connection)))
    case .help: return Owners(ids: Set([try HelpDesk.request(key.name, connection)?.account].compactMap(\.self)))
    case .general: return Owners()
    case .sponsors: return Owners(program.sponsor(key.name)?.contacts ?? [])
    default:
      let thing = QuestionSubject(key.description).flatMap { program.thing($0) }
      var owners = Owners(thing?.people ?? [])
      guard key.kind == .papers else { return owners }
      owners.ids = Set(
        try connection.query("SELECT account FROM paper_claims WHERE paper = \(key.name) AND state = 'granted'")
          .map { try $0.value(0) })
      return owners
    }
  }
}

extension ChannelKey {
  /// Whether only some people read it.
  var isPrivate: Bool { kind == .direct || kind == .help }
}

/// People by their accounts or by their addresses in the program.
private struct Owners {
  var ids: Set<String> = []
  var addresses: Set<EmailAddress> = []

  init(ids: Set<String> = []) { self.ids = ids }

  init(_ people: [Person]) { addresses = Set(people.compactMap { $0.email.flatMap { EmailAddress($0) } }) }

  func contains(_ known: Known) -> Bool {
    ids.contains(known.id) || known.email.map { addresses.contains($0) } ?? false
  }
}

/// An account whose name matches.
private struct Known {
  let id: String
  let name: String
  let folded: String
  let email: EmailAddress?
  let affiliation: String?
  /// Whether others see more of the person than the name, or may write to them.
  let isSeen: Bool

  static func all(beginning beginnings: Set<String>, _ connection: Connection, where matches: (String) -> Bool) throws
    -> [Known]
  {
    guard !beginnings.isEmpty else { return [] }
    // What accounts are searched by begins with their name.
    let begins = beginnings.sorted().map { "words LIKE \(pattern($0)) ESCAPE '!'" as SQL }.joined(separator: " OR ")
    var all: [Known] = []
    try connection.forEach(
      "SELECT id, name, email, affiliation, profile FROM accounts WHERE standing = 'active' AND (\(begins))"
    ) { row in
      let name: String = try row.value(1)
      let folded = Folding.folded(name)
      if matches(folded) { all.append(try Known(row, name, folded)) }
    }
    return all
  }

  private init(_ row: Row, _ name: String, _ folded: String) throws {
    (self.name, self.folded) = (name, folded)
    id = try row.value(0)
    email = try row.value(2, as: String?.self).flatMap { EmailAddress($0) }
    let profile = try Profile(json: try row.value(4))
    affiliation = try profile?.shows(.affiliation) == true ? row.value(3, as: String?.self) : nil
    isSeen = profile.map { !$0.shown.isEmpty || $0.isReachable || $0.isAround } ?? false
  }

  private static func pattern(_ beginning: String) -> String {
    String(PeopleChoice.pattern(beginning[...]).dropFirst())
  }
}
