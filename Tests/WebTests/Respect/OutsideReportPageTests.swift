import Conference
import Testing

@testable import Web

@Suite(.serialized) struct OutsideReportPageTests {
  @Test("who reports to an address outside is told that it gets theirs; the mail says where it was and who writes")
  func outside() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let (ada, bob) = (
        try await story.insider("ada@example.org", name: "Ada"), try await story.insider("bob@example.org", name: "Bob")
      )
      let (site, now) = (story.site, story.site.clock.now())
      try await ConductDesk(outside: "ombuds@example.net").choose(by: nil, site.database, at: now)
      _ = try await bob.send("/chat/general/corridor/messages", ["text": "Something rude"], client)
      let chat = try await ada.text("/chat/general/corridor", client)
      let message = try #require(found(/href="\/messages\/([A-Za-z0-9]+)"/, chat))
      let form = try await ada.text("/report/messages/\(message)", client)
      #expect(form.contains("and your address <strong dir=\"ltr\">ada@example.org</strong>"))
      #expect(Markup(form).problems.isEmpty)
      let sent = try await ada.send("/report/messages/\(message)", ["words": "Please look"], client)
      let path = try #require(sent.headers[.location]?.split(separator: "?").first.map(String.init))
      #expect(try await ada.text(path, client).contains("they answer to your address"))
      let row = try await site.database.first("SELECT body_text FROM outbox WHERE recipient = 'ombuds@example.net'")
      let text: String = try #require(row).value(0)
      let title = try #require(try await site.generalChannels.all().first { $0.key.description == "general/corridor" })
      #expect(text.contains("Where: \(title.title)") && !text.contains("general/corridor"))
      #expect(text.contains("There: https://conference.example/messages/\(message)"))
      #expect(text.contains("Their address: ada@example.org") && !text.contains("Picture:"))
    }
  }

  @Test("of who is erased nothing goes to an address outside but what others reported of them before, as My data says")
  func erased() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Adaeze Canary")
      let bob = try await story.insider("bob@example.org", name: "Bob")
      let (site, now) = (story.site, story.site.clock.now())
      try await ConductDesk(outside: "ombuds@example.net").choose(by: nil, site.database, at: now)
      _ = try await ada.send("/report", ["words": "It was loud"], client)
      _ = try await bob.send("/report/people/\(ada.account.id)", ["words": ""], client)
      func naming() async throws -> Int? {
        try await site.database.first(
          """
          SELECT COUNT(*) FROM outbox WHERE recipient = 'ombuds@example.net'
            AND (body_text LIKE '%Adaeze%' OR body_html LIKE '%Adaeze%' OR body_text LIKE '%ada@example.org%')
          """)?.value(0)
      }
      #expect(try await naming() == 2)
      for page in ["/account/data", "/about"] {
        #expect(try await ada.text(page, client).contains("still on its way to a desk outside"), "\(page)")
      }
      try await site.people.erase(ada.account.id, in: story.data)
      #expect(try await naming() == 1)
      let due = try await site.database.query(
        "SELECT body_text FROM outbox WHERE state = 'waiting' AND recipient = 'ombuds@example.net'")
      let texts = try due.map { try $0.value(0, as: String.self) }
      #expect(texts.count == 1 && texts[0].contains("About: Adaeze Canary") && !texts[0].contains("It was loud"))
    }
  }
}
