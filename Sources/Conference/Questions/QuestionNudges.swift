import Database
import Mail

/// The papers whose authors organizers write to.
public enum NudgedPapers: Hashable, Sendable {
  case all
  case one(String)
  /// Those of which fewer questions than so many are answered.
  case answered(fewerThan: Int)

  /// Which rows of `questions` are about them.
  var condition: SQL {
    switch self {
    case .all: "questions.subject LIKE 'papers/%'"
    case .one(let id): "questions.subject = \(QuestionSubject(.paper, id))"
    case .answered(let count):
      """
      questions.subject LIKE 'papers/%' AND (SELECT COUNT(*) FROM questions done WHERE done.subject = questions.subject
        AND done.state IN ('live', 'written') AND done.hidden_at IS NULL AND done.root = done.id) < \(count)
      """
    }
  }

  /// Throws where it names a paper that is not there.
  fileprivate func check(_ connection: Connection) throws {
    guard case .one(let id) = self else { return }
    guard try connection.first("SELECT 1 FROM program_entries WHERE kind = 'paper' AND id = \(id)") != nil else {
      throw ConferenceError.notFound("paper")
    }
  }

  fileprivate func batch(at now: Instant) -> String {
    if case .one(let id) = self { return "questions about papers/\(id) \(now.iso8601)" }
    return "questions \(now.iso8601)"
  }
}

extension Questions {
  /// Writes to the authors of papers with open questions, but those who want no such mail: one mail each, all of which wait
  /// in the outbox until an organizer has looked at them. Returns how many.
  public func nudge(_ papers: NudgedPapers = .all, by organizer: any Doer, address: String) async throws -> Int {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    return try await database.write { connection in
      try Right.nudgeAuthors.check(organizer, connection)
      try papers.check(connection)
      guard let conference = try ConferenceInfo.current(connection) else { return 0 }
      let waiting = try UnansweredPaper.all(connection, of: papers).byAddress(connection)
      let mails = try waiting.sorted { $0.key.text < $1.key.text }.compactMap { email, papers -> OutgoingMail? in
        let wish = try QuestionMailWish.find(at: email, connection)
        guard !wish.isDeclined else { return nil }
        let letter = QuestionLetter(
          papers: papers, conference: conference, address: address, declining: wish.link(at: address))
        return try Self.mail(letter.nudge(), to: email, declining: letter.declining)
      }
      guard !mails.isEmpty else {
        throw ConferenceError.conflict("No author with an address, who wants such mails, has an open question there.")
      }
      let batch = papers.batch(at: now)
      let count = try outbox.enqueue(mails, batch: batch, in: connection)
      try Deed(by: organizer, "authors nudged", batch, ["mails": "\(count)"]).write(at: now, connection)
      return count
    }
  }

  static func mail(_ letter: Letter, to email: EmailAddress, declining: String) throws -> OutgoingMail {
    var mail = OutgoingMail(to: email.mailbox, letter)
    mail.unsubscribe = try UnsubscribeLink(declining)
    return mail
  }
}
