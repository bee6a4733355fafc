import Database

/// A paper with the questions that wait for its authors' answers.
struct UnansweredPaper: Sendable {
  struct Asked: Sendable {
    let id: String
    let author: String
    let text: String
    /// When it came to be open: asked, let through by a host, or taken out of another one.
    let opened: Instant
  }

  let paper: Paper
  let asked: [Asked]

  /// All of them, each with its questions from the oldest to the newest: whoever waits for a word gets it, however many wait.
  static func all(_ connection: Connection, of papers: NudgedPapers = .all) throws -> [UnansweredPaper] {
    let rows = try connection.query(
      """
      SELECT subject, id, author, body, changed_at
      FROM questions LEFT JOIN question_numbers numbers ON numbers.question = questions.id
      WHERE state = 'open' AND hidden_at IS NULL AND root = id AND \(papers.condition) ORDER BY numbers.number, id
      """)
    let asked = Dictionary(
      grouping: try rows.map { row in
        (
          try row.value("subject", as: QuestionSubject.self).id,
          Asked(
            id: try row.value("id"), author: try row.value("author"), text: try row.value("body"),
            opened: Instant(milliseconds: try row.value("changed_at")))
        )
      }, by: \.0)
    guard !asked.isEmpty else { return [] }
    let found = try ProgramStore.entries(Paper.self, where: "id IN \(list: asked.keys.sorted())", connection)
    return found.map { UnansweredPaper(paper: $0, asked: asked[$0.id, default: []].map(\.1)) }
  }

  /// The addresses of its authors, and of those of whom an organizer said that they are.
  func addresses(_ connection: Connection) throws -> [EmailAddress] {
    let granted = try connection.query(
      """
      SELECT accounts.email FROM paper_claims JOIN accounts ON accounts.id = paper_claims.account
      WHERE paper_claims.paper = \(paper.id) AND paper_claims.state = 'granted' AND accounts.standing = 'active'
      """
    ).compactMap { try $0.value(0, as: String?.self).flatMap { EmailAddress($0) } }
    return paper.authors.compactMap { $0.email.flatMap { EmailAddress($0) } } + granted
  }
}

extension [UnansweredPaper] {
  /// What waits for whom.
  func byAddress(_ connection: Connection) throws -> [EmailAddress: [UnansweredPaper]] {
    var found: [EmailAddress: [UnansweredPaper]] = [:]
    for paper in self {
      for address in Set(try paper.addresses(connection)) { found[address, default: []].append(paper) }
    }
    return found
  }
}
