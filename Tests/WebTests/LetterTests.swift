import Conference
import Testing

@testable import Web

@Suite(.serialized) struct LetterTests {
  @Test("whatever is sent has a text and the same in HTML, which is well-formed, safe, and names every address")
  func all() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let boss = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let bob = try await story.insider("bob@example.org", name: "Bob <b>")
      _ = try await story.insider("mona@example.org", name: "Mona <b>", role: .moderator)
      _ = try await boss.send("/sign-in", ["email": "bob@example.org"], client)
      let title = "News <script>", text = "See [the \"schedule\"](/schedule) <img src=x>"
      _ = try await boss.send("/organize/announcements", ["title": title, "text": text, "mail": "1"], client)
      _ = try await bob.send("/report/people/\(boss.account.id)", ["words": "Rude <script>"], client)
      let now = story.site.clock.now()
      let newcomer = Account(email: try #require(EmailAddress("new@example.org")), name: "New <b>", added: now)
      try await story.site.database.write { try People.add(newcomer, at: now, $0) }
      _ = try await boss.send("/organize/people/invitations", [:], client)
      let rows = try await story.site.database.query("SELECT purpose, body_text, body_html FROM outbox")
      let purposes = Set(try rows.map { try $0.value("purpose", as: String.self) })
      #expect(purposes == ["sign-in", "announcement", "conduct", "notice"])
      for row in rows {
        let (text, html): (String, String?) = (try row.value("body_text"), try row.value("body_html"))
        check(text, try #require(html))
      }
    }
  }

  /// Mails have their looks in attributes, as pages never do.
  private func check(_ text: String, _ html: String) {
    #expect(Markup(html).problems.filter { !$0.hasSuffix("inline style") } == [])
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"))
    let addresses = text.matches(of: /https:\/\/conference\.example[^\s)]*/).map { String($0.output) }
    #expect(!addresses.isEmpty)
    for address in addresses { #expect(html.contains("href=\"\(address)\""), "\(address)") }
  }
}
