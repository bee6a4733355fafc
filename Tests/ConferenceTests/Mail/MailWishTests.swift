import Mail
import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct MailWishTests {
  @Test("who declines mails of a sort by the link in one gets the others still, also those that wait")
  func sorts() async throws {
    try await ScratchPeople.run { scratch in
      let (database, clock) = (scratch.database, scratch.clock)
      let (outbox, ada) = (Outbox(database, clock: clock), try await scratch.add("ada@example.org"))
      let made = try await database.write { try MailWish.withTokens([(ada, token: nil)], $0) }
      let token = Secret(try #require(made.first?.token))
      for path in ["mail", "notice-mail", "reminder-mail", "question-mail"] {
        var mail = OutgoingMail(
          to: try MailAddress("ada@example.org"), Letter(purpose: .announcement, subject: path, text: "Hello"))
        mail.unsubscribe = try UnsubscribeLink("https://c.example/\(path)/\(token.text)")
        try await outbox.enqueue(mail)
      }
      let (notices, reminders) = (NoticeWishes(database, clock: clock), Reminders(database, clock: clock))
      let steps: [@Sendable () async throws -> Void] = [
        { try await scratch.people.wish(false, token) }, { try await notices.want(false, token) },
        { try await reminders.want(false, token) },
      ]
      var waiting: [[String]] = []
      for decline in steps {
        try await decline()
        waiting.append(try await outbox.page(.waiting, for: nil).map(\.subject).sorted())
      }
      #expect(
        waiting == [
          ["notice-mail", "question-mail", "reminder-mail"], ["question-mail", "reminder-mail"], ["question-mail"],
        ])
      let wanted = [try await scratch.people.getsAnnouncements(token), try await notices.areWanted(token)]
      #expect(wanted == [false, false])
      try await notices.want(true, token)
      let others = [try await scratch.people.getsAnnouncements(token), try await notices.areWanted(token)]
      #expect(others == [false, true])
    }
  }
}
