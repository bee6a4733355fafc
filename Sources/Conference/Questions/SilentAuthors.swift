import Database
import Letters

/// Authors who have asked nothing about others' papers.
enum SilentAuthors {
  /// Their addresses, also of those who never came; of accounts, only of those who may come in.
  static func addresses(_ connection: Connection) throws -> [EmailAddress] {
    let (accounts, asked) = (try Self.accounts(connection), try Self.asked(connection))
    let silent = try Self.papers(connection).filter { address, own in
      guard let account = accounts[address] else { return true }
      return account.isActive && asked[account.id, default: []].isSubset(of: own)
    }
    return silent.keys.sorted { $0.text < $1.text }
  }

  /// The papers of each author.
  private static func papers(_ connection: Connection) throws -> [EmailAddress: Set<String>] {
    var found: [EmailAddress: Set<String>] = [:]
    let rows = try connection.query(
      "SELECT id, position, body FROM program_entries WHERE kind = 'paper' ORDER BY position")
    for row in rows {
      let entry = EntryRow(
        kind: .paper, id: try row.value("id"), position: try row.value("position"), body: try row.value("body"))
      let paper = try entry.decoded(as: Paper.self)
      for address in paper.authors.compactMap({ $0.email.flatMap { EmailAddress($0) } }) {
        found[address, default: []].insert(paper.id)
      }
    }
    let claims = try connection.query(
      """
      SELECT paper_claims.paper, accounts.email FROM paper_claims JOIN accounts ON accounts.id = paper_claims.account
      WHERE paper_claims.state = 'granted' AND accounts.standing = 'active' AND accounts.email IS NOT NULL
      """)
    for row in claims {
      guard let address = EmailAddress(try row.value("email", as: String.self)) else { continue }
      found[address, default: []].insert(try row.value("paper"))
    }
    return found
  }

  private static func accounts(_ connection: Connection) throws -> [EmailAddress: (id: String, isActive: Bool)] {
    var found: [EmailAddress: (id: String, isActive: Bool)] = [:]
    for row in try connection.query("SELECT id, email, standing FROM accounts WHERE email IS NOT NULL") {
      guard let address = EmailAddress(try row.value("email", as: String.self)) else { continue }
      let standing: Standing = try row.value("standing")
      found[address] = (id: try row.value("id"), isActive: standing == .active)
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

/// The letter to authors who have asked nothing yet.
struct AskingLetter {
  let conference: ConferenceInfo
  /// Where the site is reached, without a slash at the end.
  let address: String
  /// The address by which one declines more of them.
  let declining: String

  var letter: Letter {
    let parts: [LetterPart] = [
      .greeting("author"),
      .words(
        "the other authors at \(conference.name) are glad of questions about their work, and you have asked none yet. Look at what is on and at the papers, and ask what you want to know: a sentence is enough, and can be written at any time."
      ),
      .link("Schedule", url: "\(address)/schedule"), .link("Papers", url: "\(address)/papers"),
      .words("Thank you for taking the time."),
    ]
    return Letter(
      on: conference.stationery, purpose: .notice, subject: "\(conference.name): ask about others' papers", parts,
      footnotes: [.link("No more mails about questions", url: declining)])
  }
}
