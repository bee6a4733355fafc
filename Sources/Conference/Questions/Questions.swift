import Database

/// The questions to speakers and authors, in the database; each change is told to the pages that are open.
public struct Questions: Sendable {
  /// Characters of a question.
  public static let longest = 1_000
  /// So many may be asked by one person in ten minutes.
  public static let mostInTenMinutes = 10
  /// So many votes may be cast and taken back by one person in a minute.
  static let mostVotesInAMinute = 60

  /// The kind of the event that tells who asked a question, and nobody else, how it stands.
  public static let own = "own question"

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Asks, which is also the asker's vote; the same form with the same question again changes nothing. Returns the question's id.
  @discardableResult
  public func ask(_ text: QuestionText, about subject: QuestionSubject, by access: Access) async throws -> String {
    try access.require(access.mayAsk, "Only participants ask questions")
    let (now, account, id) = (clock.now(), access.account?.id ?? "", Account.newId())
    return try await database.write { connection in
      try Access.requireLetIn(account, connection)
      if let known = try Self.known(text, subject, by: account, connection) { return known }
      try Moderation.checkMutes(account, subject.text, at: now, connection)
      let rules = try QuestionRules.current(connection)
      try Self.check(text, subject, rules, connection)
      let allowance = Allowance("questions \(account)", Self.mostInTenMinutes, per: 600)
      guard try allowance.take(at: now, connection) else {
        let left = try allowance.left(at: now, connection)
        throw ConferenceError.limited(
          "\(Self.mostInTenMinutes) questions in ten minutes are enough. What you wrote is not lost: you can send it again \(Allowance.words(left))",
          seconds: left)
      }
      let client = try Self.unused(text.client, by: account, connection)
      let state = rules.isReviewed ? Question.State.waiting : .open
      try connection.execute(
        """
        INSERT INTO questions (id, subject, author, is_anonymous, client, body, moment, state, root, asked_at, changed_at)
        VALUES (\(id), \(subject), \(account), \(text.isAnonymous), \(client), \(text.text), \(text.moment?.seconds),
          \(state), \(id), \(now.milliseconds), \(now.milliseconds))
        """)
      try connection.execute("INSERT INTO question_numbers (question) VALUES (\(id))")
      try Self.insertVote(for: id, by: account, at: now, connection)
      try Self.tell(id, subject, at: now, connection)
      return id
    }
  }

  /// The question that a form with this id has asked already: a form that comes back with another text, as by the browser's
  /// Back, asks another question.
  private static func known(
    _ text: QuestionText, _ subject: QuestionSubject, by account: String, _ connection: Connection
  ) throws -> String? {
    try connection.query(
      """
      SELECT id, client FROM questions WHERE author = \(account) AND subject = \(subject) AND body = \(text.text) ORDER BY id
      """
    ).first { row in
      let client: String = try row.value("client")
      return client == text.client || client.hasPrefix("\(text.client) ")
    }?.value("id")
  }

  /// The form's id, or one that begins with it where a question has it already; a form's own id holds no space.
  private static func unused(_ client: String, by account: String, _ connection: Connection) throws -> String {
    let isTaken =
      try connection.first("SELECT 1 FROM questions WHERE author = \(account) AND client = \(client)") != nil
    return isTaken ? "\(client) \(Account.newId())" : client
  }

  private static func check(
    _ text: QuestionText, _ subject: QuestionSubject, _ rules: QuestionRules, _ connection: Connection
  ) throws {
    guard try !isClosed(subject, connection) else {
      throw ConferenceError.conflict("No more questions are taken here. You can still vote for those that were asked.")
    }
    guard rules.allowsAnonymous || !text.isAnonymous else {
      throw ConferenceError.invalid(
        field: "Without my name", problem: "the organizers do not allow it", advice: "Ask with your name.")
    }
  }

  static func isClosed(_ subject: QuestionSubject, _ connection: Connection) throws -> Bool {
    try connection.first("SELECT 1 FROM question_closings WHERE subject = \(subject)") != nil
  }

  /// Votes for a question, or takes the vote back; each as often as one likes, with the same result.
  public func vote(_ isFor: Bool, for id: String, by access: Access) async throws {
    try access.require(access.mayAsk, "Only participants vote")
    let (now, account) = (clock.now(), access.account?.id ?? "")
    try await database.write { connection in
      try Access.requireLetIn(account, connection)
      guard
        let row = try connection.first(
          """
          SELECT roots.id, roots.subject, roots.state, roots.hidden_at FROM questions JOIN questions roots ON roots.id = questions.root
          WHERE questions.id = \(id)
          """), try row.value("hidden_at", as: Int64?.self) == nil
      else { throw ConferenceError.notFound("question") }
      let (root, state): (String, Question.State) = (try row.value("id"), try row.value("state"))
      guard state.isShown else { throw ConferenceError.notFound("question") }
      let allowance = Allowance("votes \(account)", Self.mostVotesInAMinute, per: 60)
      guard try allowance.take(at: now, connection) else {
        let left = try allowance.left(at: now, connection)
        throw ConferenceError.limited(
          "\(Self.mostVotesInAMinute) votes in a minute are enough. Wait a little", seconds: left)
      }
      guard state.isOpen || !isFor else { throw ConferenceError.conflict("This question is answered already.") }
      let changed =
        isFor
        ? try Self.insertVote(for: root, by: account, at: now, connection)
        : try Self.deleteVotes(for: root, by: account, connection)
      guard changed > 0 else { return }
      let subject: QuestionSubject = try row.value("subject")
      connection.record(topic: subject.topic, kind: "vote", subject: root, at: now.milliseconds)
    }
  }

  @discardableResult
  private static func insertVote(for id: String, by account: String, at now: Instant, _ connection: Connection) throws
    -> Int
  {
    try connection.execute(
      """
      INSERT INTO question_votes (question, account, voted_at) VALUES (\(id), \(account), \(now.milliseconds))
      ON CONFLICT (question, account) DO NOTHING
      """)
  }

  private static func deleteVotes(for root: String, by account: String, _ connection: Connection) throws -> Int {
    try connection.execute(
      """
      DELETE FROM question_votes WHERE account = \(account) AND question IN (SELECT id FROM questions WHERE root = \(root))
      """)
  }

  /// Lets every open page show how the question stands, the hosts' queue too, and the own pages of who asked it or what is merged into it.
  static func tell(_ id: String, _ subject: QuestionSubject, at now: Instant, _ connection: Connection) throws {
    for topic in [subject.topic, subject.hostTopic] {
      connection.record(topic: topic, kind: "question", subject: id, at: now.milliseconds)
    }
    for row in try connection.query("SELECT id, author FROM questions WHERE id = \(id) OR root = \(id) ORDER BY id") {
      let (question, author): (String, String) = (try row.value("id"), try row.value("author"))
      connection.record(topic: "me/\(author)", kind: own, subject: question, at: now.milliseconds)
    }
  }
}
