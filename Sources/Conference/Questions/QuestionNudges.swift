import Database
import Mail

extension Questions {
  /// Writes to the authors of all papers with open questions, but those who want no such mail: one mail each, all of which wait
  /// in the outbox until an organizer has looked at them. Returns how many.
  public func nudge(by organizer: any Doer, address: String) async throws -> Int {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    return try await database.write { connection in
      try Right.nudgeAuthors.check(organizer, connection)
      guard let conference = try ConferenceInfo.current(connection) else { return 0 }
      let waiting = try UnansweredPaper.all(connection).byAddress(connection)
      let mails = try waiting.sorted { $0.key.text < $1.key.text }.compactMap { email, papers -> OutgoingMail? in
        let wish = try QuestionMailWish.find(at: email, connection)
        guard !wish.isDeclined else { return nil }
        let letter = QuestionLetter(
          papers: papers, conference: conference, address: address, declining: wish.link(at: address))
        var mail = OutgoingMail(to: email.mailbox, letter.nudge())
        mail.unsubscribe = try UnsubscribeLink(letter.declining)
        return mail
      }
      guard !mails.isEmpty else { throw ConferenceError.conflict("No author with an address has an open question.") }
      let batch = "questions \(now.iso8601)"
      let count = try outbox.enqueue(mails, batch: batch, in: connection)
      try Deed(by: organizer, "authors nudged", batch, ["mails": "\(count)"]).write(at: now, connection)
      return count
    }
  }
}
