import Database
import Letters
import Mail

extension Questions {
  /// Writes to the authors who have asked nothing about others' papers yet, but those who want no mails on questions: that
  /// others are glad of their questions. The mails wait as those of ``nudge(_:by:address:)`` do. Returns how many.
  public func nudgeToAsk(by organizer: any Doer, address: String) async throws -> Int {
    try await nudgeToAsk(by: organizer, address: address, part: 200, batch: Outbox.largestBatch)
  }

  /// - Parameters:
  ///   - size: so many are written in one transaction, so that others need not wait for all of them.
  ///   - largest: so many may be reviewed together; a multiple of `size`.
  func nudgeToAsk(by organizer: any Doer, address: String, part size: Int, batch largest: Int) async throws -> Int {
    let name = "asking others \(clock.now().iso8601)"
    let silent = try await database.read { connection in
      try Right.nudgeAuthors.check(organizer, connection)
      return try SilentAuthors.addresses(connection)
    }
    guard !silent.isEmpty else {
      throw ConferenceError.conflict("Every author with an address, who wants such mails, has asked something already.")
    }
    var count = 0
    for start in stride(from: 0, to: silent.count, by: size) {
      let (part, number) = (Array(silent[start..<min(start + size, silent.count)]), start / largest)
      // What was begun is on record, whatever becomes of the rest.
      let deed = start == 0 ? Deed(by: organizer, "authors nudged to ask", name, ["mails": "\(silent.count)"]) : nil
      let batch = number == 0 ? name : "\(name) \(number + 1)"
      count += try await nudgeToAsk(part, batch: batch, by: organizer, deed, address: address)
    }
    return count
  }

  private func nudgeToAsk(
    _ silent: [EmailAddress], batch: String, by organizer: any Doer, _ deed: Deed?, address: String
  ) async throws -> Int {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    return try await database.write { connection in
      try Right.nudgeAuthors.check(organizer, connection)
      guard let conference = try ConferenceInfo.current(connection) else { return 0 }
      let mails = try silent.compactMap { email -> OutgoingMail? in
        let wish = try QuestionMailWish.find(at: email, connection)
        guard !wish.isDeclined else { return nil }
        let letter = AskingLetter(conference: conference, address: address, declining: wish.link(at: address))
        return try Self.mail(letter.letter, to: email, declining: letter.declining)
      }
      try deed?.write(at: now, connection)
      return try outbox.enqueue(mails, batch: batch, in: connection)
    }
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
