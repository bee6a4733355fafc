import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct QuestionMailWishTests {
  private static let address = "https://c.example"

  /// With an open question about a paper whose author has no account, and an organizer.
  private func run(_ body: (ScratchQuestions, Account) async throws -> Void) async throws {
    try await ScratchQuestions.run { scratch in
      let organizer = try await scratch.scratch.add("chair@example.org", role: .organizer)
      _ = try await scratch.ask("Why <tones>?", about: ScratchQuestions.paper)
      try await body(scratch, organizer)
    }
  }

  /// The newest mail to the author.
  private func link(_ scratch: ScratchQuestions) async throws -> String {
    let link: String? = try await scratch.scratch.database.first(
      "SELECT unsubscribe_url FROM outbox WHERE recipient = 'author@example.org' ORDER BY id DESC")?.value(0)
    return try #require(link)
  }

  private func token(_ link: String) -> Secret { Secret(link.split(separator: "/").last.map(String.init) ?? "") }

  @Test("what organizers send to an author has text, HTML and a link to decline, also without an account")
  func written() async throws {
    try await run { scratch, organizer in
      _ = try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      let link = try await link(scratch)
      #expect(link.hasPrefix("https://c.example/question-mail/"))
      let found = try await scratch.scratch.database.first("SELECT body_text, body_html FROM outbox")
      let row = try #require(found)
      let (text, html): (String, String) = (try row.value("body_text"), try row.value("body_html"))
      #expect(text.contains("- Why <tones>?\nhttps://c.example/questions/papers/p1") && text.contains(link))
      #expect(html.contains("<li dir=\"auto\">Why &lt;tones&gt;?</li>") && html.contains("href=\"\(link)\""))
    }
  }

  @Test("who declines gets no more of them, also none that waits for review")
  func declined() async throws {
    try await run { scratch, organizer in
      _ = try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      let token = token(try await link(scratch))
      #expect(try await scratch.digests.areWanted(token) == true)
      try await scratch.digests.want(false, token)
      #expect(try await scratch.digests.areWanted(token) == false)
      let outbox = Outbox(scratch.scratch.database, clock: scratch.scratch.clock)
      #expect(try await outbox.counts(for: nil) == [.dropped: 1])
      await #expect(throws: ConferenceError.self) {
        try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      }
      try await scratch.digests.want(true, token)
      let again = try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      #expect(again == 1)
    }
  }

  @Test("an account gets the wish of its address, and the old link is still its own")
  func inherited() async throws {
    try await run { scratch, organizer in
      _ = try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      let token = token(try await link(scratch))
      try await scratch.digests.want(false, token)
      let author = try await scratch.scratch.add("author@example.org", name: "Author")
      #expect(try await !scratch.digests.areWanted(by: author.id))
      scratch.scratch.time.pass(seconds: 3_600)
      let none = try await scratch.digests.post(address: Self.address)
      #expect(none == 0)
      try await scratch.digests.want(true, token)
      #expect(try await scratch.digests.areWanted(by: author.id))
      let one = try await scratch.digests.post(address: Self.address)
      #expect(one == 1)
      try await scratch.digests.want(false, token)
      #expect(try await !scratch.digests.areWanted(by: author.id))
    }
  }

  @Test("an address that goes from one account to another takes nobody's link along, and all go on being written to")
  func moved() async throws {
    try await run { scratch, organizer in
      _ = try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      let token = token(try await link(scratch))
      let first = try await scratch.scratch.add("author@example.org", name: "First")
      scratch.scratch.time.pass(seconds: 3_600)
      let one = try await scratch.digests.post(address: Self.address)
      #expect(one == 1)
      _ = try await scratch.scratch.database.write {
        try $0.execute("UPDATE accounts SET email = 'moved@example.org' WHERE id = \(first.id)")
      }
      let second = try await scratch.scratch.add("author@example.org", name: "Second")
      _ = try await scratch.ask("Another one?", about: ScratchQuestions.paper)
      scratch.scratch.time.pass(seconds: 2 * 86_400)
      _ = try await scratch.ask("And a third?", about: ScratchQuestions.paper)
      scratch.scratch.time.pass(seconds: 3_600)
      let another = try await scratch.digests.post(address: Self.address)
      #expect(another == 1)
      // The link went to the address, and is that of whoever has it.
      try await scratch.digests.want(false, token)
      #expect(try await scratch.digests.areWanted(by: first.id))
      #expect(try await !scratch.digests.areWanted(by: second.id))
    }
  }

  @Test("what an address has declined counts for the account that moves to it, until that wants mails again")
  func taken() async throws {
    try await run { scratch, organizer in
      _ = try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      try await scratch.digests.want(false, token(try await link(scratch)))
      let person = try await scratch.scratch.add("person@example.org", name: "Person")
      try await scratch.digests.want(true, by: person.id)
      _ = try await scratch.scratch.database.write {
        try $0.execute("UPDATE accounts SET email = 'author@example.org' WHERE id = \(person.id)")
      }
      #expect(try await !scratch.digests.areWanted(by: person.id))
      scratch.scratch.time.pass(seconds: 3_600)
      let none = try await scratch.digests.post(address: Self.address)
      #expect(none == 0)
      try await scratch.digests.want(true, by: person.id)
      #expect(try await scratch.digests.areWanted(by: person.id))
      let one = try await scratch.digests.post(address: Self.address)
      #expect(one == 1)
    }
  }

  @Test("a forged link declines nothing")
  func forged() async throws {
    try await run { scratch, organizer in
      _ = try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      await #expect(throws: ConferenceError.notFound("such link")) { try await scratch.digests.want(false, .random()) }
      #expect(try await scratch.digests.areWanted(token(try await link(scratch))) == true)
    }
  }
}
