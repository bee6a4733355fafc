import Database

/// Authors who have asked nothing about others' papers.
enum SilentAuthors {
  /// Somebody with an account, at the address that it has now.
  private struct Holder {
    let id: String
    let address: EmailAddress
    let isActive: Bool
  }

  /// What an organizer said to be somebody's paper.
  private struct Claim {
    let holder: Holder
    let name: [String]
    let paper: String
  }

  /// Their addresses, also of those who never came; of accounts the present ones, and only of those who may come in. None of those who
  /// want no mails on questions.
  static func addresses(_ connection: Connection) throws -> [EmailAddress] {
    let (papers, claims) = (try ProgramStore.entries(Paper.self, connection), try Self.claims(connection))
    let holders = try holders(papers, claims, connection)
    let (asked, declined) = (try Self.asked(connection), try QuestionMailWish.decliners(connection))
    let silent = own(papers, claims, holders).filter { address, own in
      guard !declined.contains(address) else { return false }
      guard let holder = holders[address] else { return true }
      return holder.isActive && asked[holder.id, default: []].isSubset(of: own)
    }
    return silent.keys.sorted { $0.text < $1.text }
  }

  /// The papers of each author, by the address at which they are written to.
  private static func own(
    _ papers: [Paper], _ claims: [String: [Claim]], _ holders: [EmailAddress: Holder]
  ) -> [EmailAddress: Set<String>] {
    var found: [EmailAddress: Set<String>] = [:]
    for paper in papers {
      for address in paper.authors.compactMap(\.address) {
        found[holders[address]?.address ?? address, default: []].insert(paper.id)
      }
    }
    for claim in claims.values.flatMap({ $0 }) { found[claim.holder.address, default: []].insert(claim.paper) }
    return found
  }

  /// The granted claims of each paper, of those who may come in.
  private static func claims(_ connection: Connection) throws -> [String: [Claim]] {
    let rows = try connection.query(
      """
      SELECT paper_claims.paper, accounts.id, accounts.email, accounts.name
      FROM paper_claims JOIN accounts ON accounts.id = paper_claims.account
      WHERE paper_claims.state = 'granted' AND accounts.standing = 'active' AND accounts.email IS NOT NULL
      """)
    let claims = try rows.compactMap { row -> Claim? in
      guard let address = EmailAddress(try row.value("email", as: String.self)) else { return nil }
      return Claim(
        holder: Holder(id: try row.value("id"), address: address, isActive: true),
        name: Folding.words(of: try row.value("name", as: String.self)).sorted(), paper: try row.value("paper"))
    }
    return Dictionary(grouping: claims, by: \.paper)
  }

  /// Whose each address is: who has it; else who had it last; else who was granted a paper whose author of that name has it.
  private static func holders(
    _ papers: [Paper], _ claims: [String: [Claim]], _ connection: Connection
  ) throws -> [EmailAddress: Holder] {
    var found: [EmailAddress: Holder] = [:]
    let rows = try connection.query(
      """
      SELECT id, email, email AS present, standing, 0 AS left_at FROM accounts WHERE email IS NOT NULL
      UNION ALL SELECT accounts.id, former_addresses.email, accounts.email AS present, accounts.standing, left_at
      FROM former_addresses JOIN accounts ON accounts.id = former_addresses.account
      WHERE accounts.email IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM accounts others WHERE others.email = former_addresses.email)
      ORDER BY left_at
      """)
    for row in rows {
      guard let address = EmailAddress(try row.value("email", as: String.self)),
        let present = EmailAddress(try row.value("present", as: String.self))
      else { continue }
      let isActive = try row.value("standing", as: Standing.self) == .active
      found[address] = Holder(id: try row.value("id"), address: present, isActive: isActive)
    }
    for paper in papers {
      for author in paper.authors {
        guard let claims = claims[paper.id], let address = author.address, found[address] == nil else { continue }
        let name = Folding.words(of: author.name).sorted()
        found[address] = claims.first { $0.name == name }?.holder
      }
    }
    return found
  }

  /// The papers that each account has asked about.
  private static func asked(_ connection: Connection) throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for row in try connection.query("SELECT DISTINCT author, subject FROM questions WHERE subject LIKE 'papers/%'") {
      let subject: QuestionSubject = try row.value("subject")
      found[try row.value("author"), default: []].insert(subject.id)
    }
    return found
  }
}

extension Person {
  fileprivate var address: EmailAddress? { email.flatMap { EmailAddress($0) } }
}
