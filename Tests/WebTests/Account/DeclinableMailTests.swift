import Conference
import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite(.serialized) struct DeclinableMailTests {
  /// Asks for reminders as somebody whose links have a token, of which the body gets the path.
  private func run(_ body: @Sendable (TestClient, StorySite, SignedInVisitor, String) async throws -> Void) async throws
  {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org")
      _ = try await ada.send("/account/reminders", ["wanted": "yes"], client)
      let token = Secret.random().text
      try await story.site.database.execute(
        "INSERT INTO mail_wishes (account, token) VALUES (\(ada.account.id), \(token))")
      try await body(client, story, ada, "/reminder-mail/\(token)")
    }
  }

  /// What a mail program does: without a cookie, a token or a page of ours.
  private func click(_ path: String, _ client: TestClient) async throws -> HTTPResponse.Status {
    let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .origin: "https://mail.example"]
    return try await client.execute(
      uri: path, method: .post, headers: headers, body: ByteBuffer(string: "List-Unsubscribe=One-Click")
    ).status
  }

  @Test(
    "a link in a reminder changes nothing by being followed, ends them by one click, and takes it back by its button")
  func reminders() async throws {
    try await run { client, story, ada, path in
      for _ in 0..<2 {
        let page = try await client.text(path)
        #expect(page.contains("You get a mail 15 minutes before") && Markup(page).problems == [])
      }
      #expect(try await story.site.reminders.areWanted(by: ada.account.id))
      #expect(try await click(path, client) == .noContent)
      #expect(try await click(path, client) == .noContent)
      #expect(try await !story.site.reminders.areWanted(by: ada.account.id))
      #expect(try await client.text(path).contains("No mail is sent before"))
      #expect(try await ada.send(path + "/wish", ["wanted": "yes"], client).headers[.location] == path)
      #expect(try await story.site.reminders.areWanted(by: ada.account.id))
      _ = try await ada.send(path + "/wish", ["wanted": "no"], client)
      #expect(try await !story.site.reminders.areWanted(by: ada.account.id))
    }
  }

  @Test("the link in a mail on what one saved ends those, and reminders go on")
  func notices() async throws {
    try await run { client, story, ada, reminders in
      let path = "/notice-mail/" + String(reminders.dropFirst("/reminder-mail/".count))
      #expect(try await client.text(path).contains("You get a mail when something that you saved is cancelled"))
      #expect(try await click(path, client) == .noContent)
      #expect(try await client.text(path).contains("No mail is sent when something that you saved"))
      _ = try await ada.send(path + "/wish", ["wanted": "yes"], client)
      #expect(try await client.text(path).contains("You get a mail when"))
      #expect(try await story.site.reminders.areWanted(by: ada.account.id))
    }
  }

  @Test("an invitation is declined by one click without signing in; organizers see it, and nobody is invited again")
  func invitations() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let boss = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let now = story.site.clock.now()
      let stranger = Account(email: try #require(EmailAddress("new@example.org")), name: "New", added: now)
      try await story.site.database.write { try People.add(stranger, at: now, $0) }
      _ = try await boss.send("/organize/people/invitations", [:], client)
      let row = try await story.site.database.first("SELECT unsubscribe_url, body_text FROM outbox")
      let (link, text): (String, String) = (try #require(row).value(0), try #require(row).value(1))
      #expect(text.contains("Do not write to me about this conference again: \(link)"))
      let (path, person) = (
        String(link.dropFirst("https://conference.example".count)), "/organize/people/\(stranger.id)"
      )
      for _ in 0..<2 {
        let page = try await client.text(path)
        #expect(page.contains("You may be written to") && Markup(page).problems == [])
        #expect(try await client.execute(uri: path, method: .head).status == .ok)
      }
      #expect(!(try await boss.text(person, client)).contains("wants none about the conference"))
      for _ in 0..<2 { #expect(try await click(path, client) == .noContent) }
      #expect(try await client.text(path).contains("You are not written to"))
      let seen = try await boss.text(person, client)
      #expect(seen.contains("wants none about the conference") && Markup(seen).problems == [])
      try await story.site.database.execute("DELETE FROM outbox")
      let again = try await boss.send("/organize/people/invitations", [:], client)
      #expect(again.headers[.location] == "/organize/people?done=nobody")
      let newcomer = try await story.insider("new@example.org")
      let account = try await newcomer.text("/account", client)
      #expect(account.contains("action=\"\(path)/wish\"") && Markup(account).problems == [])
      _ = try await newcomer.send(path + "/wish", ["wanted": "yes"], client)
      #expect(!(try await newcomer.text("/account", client)).contains("You asked not to be written to"))
    }
  }

  @Test("a forged link is none, for who follows it and for who sends to it")
  func forged() async throws {
    try await run { client, story, ada, path in
      let other = "/question-mail/" + String(path.dropFirst("/reminder-mail/".count))
      for wrong in ["/reminder-mail/nobody-s", path + "A", String(path.dropLast()), other] {
        let followed = try await client.get(wrong)
        #expect(followed.status == .notFound, "\(wrong)")
        #expect(try await click(wrong, client) == .notFound, "\(wrong)")
      }
      #expect(try await client.execute(uri: path + "/wish", method: .post).status == .forbidden)
      #expect(try await story.site.reminders.areWanted(by: ada.account.id))
    }
  }
}
