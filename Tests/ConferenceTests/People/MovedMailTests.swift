import Mail
import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct MovedMailTests {
  private static func mail(
    _ subject: String, to email: String, _ purpose: MailPurpose = .notice, onlyOnce: String? = nil
  ) throws -> OutgoingMail {
    let letter = Letter(purpose: purpose, subject: subject, text: "Hello")
    var mail = OutgoingMail(to: try MailAddress(email), letter)
    mail.onlyOnce = onlyOnce
    return mail
  }

  /// Who gets what.
  private static func mails(_ outbox: Outbox, _ state: OutboxEntry.State? = nil) async throws -> [String] {
    try await outbox.page(state, for: nil).map { "\($0.subject) to \($0.recipient)" }.sorted()
  }

  private static func move(_ account: Account, to email: String, _ scratch: ScratchPeople) async throws {
    let details = try PersonDetails(
      name: account.name, email: email, affiliation: nil, country: nil, registration: nil)
    _ = try await scratch.people.correct(account.id, to: details, by: nil)
  }

  @Test("what waits for somebody goes to their new address, and what is for the reader of the one before stays")
  func moved() async throws {
    try await ScratchPeople.run { scratch in
      let outbox = Outbox(scratch.database, clock: scratch.clock)
      let (ada, old) = (try await scratch.add("ada@old.example", name: "Ada"), "ada@old.example")
      try await scratch.people.acceptConduct("v", by: ada.id)
      try await outbox.enqueue(try Self.mail("Gone", to: old))
      try await scratch.database.execute("UPDATE outbox SET state = 'sent'")
      try await outbox.enqueue(try Self.mail("Put off", to: old))
      try await scratch.database.execute(
        "UPDATE outbox SET attempts = 9, last_error = 'full', next_at = next_at + 9000 WHERE state = 'waiting'")
      try await outbox.enqueue(try Self.mail("Case", to: old, .conduct))
      try await outbox.enqueue(try Self.mail("Report", to: old, .conduct, onlyOnce: OutsideReport.name(of: "x")))
      try await outbox.enqueue(try Self.mail("Answer", to: old, onlyOnce: HelpDesk.answerName + "x"))
      try await outbox.enqueue(try Self.mail("Other", to: "ben@example.org"))
      let news = try Self.mail("News", to: old, .announcement)
      try await scratch.database.write { _ = try outbox.enqueue([news], batch: "news", in: $0) }
      _ = try await scratch.ask(old)
      try await Self.move(ada, to: "ada@new.example", scratch)
      let letter = "You sign in to the conference by another address to ada@old.example"
      #expect(
        try await Self.mails(outbox, .waiting) == [
          "Answer to ada@old.example", "Case to ada@new.example", "Other to ben@example.org",
          "Put off to ada@new.example", "Report to ada@old.example", letter,
        ])
      #expect(try await Self.mails(outbox, .waitingForReview) == ["News to ada@new.example"])
      #expect(try await Self.mails(outbox, .sent) == ["Gone to ada@old.example"])
      #expect(try await Self.mails(outbox, .dropped) == ["Sign in to ada@old.example"])
      let late = try #require(try await outbox.page(to: "ada@new.example", for: nil).first { $0.subject == "Put off" })
      #expect(late.attempts == 0 && late.next == scratch.time.now && late.lastError == nil)
      // Whoever has the address next, the letter is not for them.
      let eve = try await scratch.add("ada@old.example", name: "Eve")
      try await Self.move(eve, to: "eve@example.org", scratch)
      #expect(try await Self.mails(outbox, .waiting).contains(letter))
    }
  }

  @Test("a mail to somebody who takes over another's address is theirs, as that of whoever had it before is not")
  func takenOver() async throws {
    try await ScratchPeople.run { scratch in
      let outbox = Outbox(scratch.database, clock: scratch.clock)
      let ada = try await scratch.add("desk@example.org", name: "Ada")
      let ben = try await scratch.add("ben@example.org", name: "Ben")
      for (subject, email) in [("For Ada", "desk@example.org"), ("For Ben", "ben@example.org")] {
        try await outbox.enqueue(try Self.mail(subject, to: email))
      }
      for (account, email) in [(ada, "ada@example.org"), (ben, "desk@example.org")] {
        scratch.time.pass(seconds: 60)
        try await Self.move(account, to: email, scratch)
      }
      #expect(try await Self.mails(outbox) == ["For Ada to ada@example.org", "For Ben to desk@example.org"])
      for (account, isAda) in [(ada, true), (ben, false)] {
        let data = String(decoding: try await scratch.people.data(of: account.id), as: UTF8.self)
        #expect(data.contains("For Ada") == isAda && data.contains("For Ben") != isAda)
      }
    }
  }

  @Test("who never came in is invited once, at the right address, by a mail with links that only they know")
  func invited() async throws {
    try await ScratchPeople.run { scratch in
      let (outbox, wishes) = (
        Outbox(scratch.database, clock: scratch.clock), InvitationWishes(scratch.database, clock: scratch.clock)
      )
      let invitations = Invitations(scratch.database, clock: scratch.clock)
      let invite = { try await invitations.invite(to: "Looms", address: "https://c.example", by: nil) }
      let ada = try await scratch.add("ada@wrong.example", name: "Ada")
      #expect(try await invite() == 1)
      let before = try #require(try await outbox.page(for: nil).first?.unsubscribe)
      try await Self.move(ada, to: "ada@right.example", scratch)
      #expect(try await invite() == 0)
      let mail = try #require(try await outbox.page(to: "ada@right.example", for: nil).first)
      let link = try #require(mail.unsubscribe)
      #expect(link != before && mail.text.contains(link) && mail.html?.contains(link) == true)
      let tokens = [before, link].map { Secret(String($0.split(separator: "/").last ?? "")) }
      let wanted = [try await wishes.areWanted(tokens[0]), try await wishes.areWanted(tokens[1])]
      #expect(wanted == [nil, true])
    }
  }
}
