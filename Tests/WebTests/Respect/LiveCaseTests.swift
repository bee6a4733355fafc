import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct LiveCaseTests {
  @Test("an open case and an open report follow what is written, each with what its reader may see")
  func cases() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let bob = try await story.insider("bob@example.org", name: "Bob")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let sent = try await ada.send("/report/people/\(bob.account.id)", ["words": "Look"], client)
      let path = try #require(sent.headers[.location]?.split(separator: "?").first.map(String.init))
      let id = try #require(path.split(separator: "/").last.map(String.init))
      let (report, file) = (try await ada.text(path, client), try await mona.text("/conduct/cases/\(id)", client))
      _ = try await mona.send("/conduct/cases/\(id)/taking", [:], client)
      _ = try await mona.send("/conduct/cases/\(id)/notes", ["words": "Among us"], client)
      _ = try await mona.send("/conduct/cases/\(id)/words", ["words": "Thank <you>"], client)
      _ = try await ada.send("\(path)/words", ["words": "It goes on"], client)
      var seen = LivePage(file)
      try await seen.catchUp("cases/\(id)", mona, story, client)
      seen.agrees(with: try await mona.text("/conduct/cases/\(id)", client), in: "case-state", "case-entries")
      #expect(seen.text.contains("Among us"))
      var told = LivePage(report)
      try await told.catchUp("reports/\(id)", ada, story, client)
      told.agrees(with: try await ada.text(path, client), in: "case-state", "case-entries")
      #expect(told.text.contains("Thank &lt;you&gt;") && !told.text.contains("Among us"))
      for (visitor, topic) in [
        (bob, "cases/\(id)"), (bob, "reports/\(id)"), (mona, "reports/\(id)"), (ada, "cases/\(id)"),
      ] {
        #expect(try await visitor.get("/live?topics=\(Query.encoded(topic))&after=0", client).status == .forbidden)
      }
    }
  }

  @Test("who is on the desk sees in the header that a case waits until somebody takes it, and nobody else does")
  func waiting() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let bob = try await story.insider("bob@example.org", name: "Bob")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let olga = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      #expect(!(try await mona.text("/account", client)).contains("Conduct desk ("))
      let settings = try await olga.text("/organize/conduct", client)
      #expect(settings.contains("<h1>Conduct settings</h1>") && settings.contains("href=\"/conduct/cases\""))
      let sent = try await ada.send("/report/people/\(bob.account.id)", ["words": "Look"], client)
      let path = try #require(sent.headers[.location]?.split(separator: "?").first.map(String.init))
      let id = try #require(path.split(separator: "/").last.map(String.init))
      for insider in [mona, olga] {
        #expect(try await insider.text("/account", client).contains("href=\"/conduct/cases\">Conduct desk (1)</a>"))
      }
      let waiting = try await olga.text("/organize/conduct", client)
      #expect(waiting.contains("Nobody has taken 1 case yet.") && Markup(waiting).problems.isEmpty)
      for insider in [ada, bob] { #expect(!(try await insider.text("/account", client)).contains("Conduct desk (")) }
      // Pages that an audience shares are told by their script, and none of it stands in them.
      #expect(!(try await mona.text("/papers", client)).contains("Conduct desk ("))
      #expect(try await mona.text("/chat/unread.json", client).contains(/"cases" ?: 1\b/))
      for insider in [ada, bob] { #expect(!(try await insider.text("/chat/unread.json", client)).contains("cases")) }
      for refusal in [["words": ""], ["words": "x", "token": "too old"]] {
        let refused = try await mona.send("/conduct/cases/\(id)/notes", refusal, client)
        #expect(refused.status.code >= 400)
        #expect(String(buffer: refused.body).contains("href=\"/conduct/cases\">Conduct desk (1)</a>"))
      }
      _ = try await mona.send("/conduct/cases/\(id)/taking", [:], client)
      #expect(!(try await olga.text("/account", client)).contains("Conduct desk ("))
      #expect(try await olga.text("/chat/unread.json", client).contains(/"cases" ?: 0\b/))
    }
  }

  @Test("an open channel is told at once when it is slowed down, closed and opened again")
  func rules() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let before = try await ada.text("/chat/general/corridor", client)
      _ = try await mona.send("/conduct/channels/general/corridor/closing", ["why": "Enough"], client)
      var told = LivePage(before)
      try await told.catchUp("chat/general/corridor", ada, story, client)
      let page = try await ada.text("/chat/general/corridor", client)
      #expect(page.contains("A moderator has closed this channel"))
      told.agrees(with: page, in: "channel-rules")
      let refused = try await ada.send("/chat/general/corridor/messages", ["text": "Typed in vain"], client)
      #expect(refused.status == .forbidden)
      #expect(String(buffer: refused.body).contains("Typed in vain</textarea>"))
    }
  }

  @Test("a message is hidden where it stands with one click, and restored; moderators still read it")
  func hide() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      _ = try await ada.send("/chat/general/corridor/messages", ["text": "Something rude"], client)
      let id = try #require(
        found(/href="\/messages\/([A-Za-z0-9]+)"/, try await mona.text("/chat/general/corridor", client)))
      #expect(try await mona.text("/messages/\(id)", client).contains("/conduct/messages/\(id)/hiding"))
      #expect(!(try await ada.text("/messages/\(id)", client)).contains("/conduct/"))
      _ = try await mona.send("/conduct/messages/\(id)/hiding", ["back": "/messages/\(id)"], client)
      #expect(!(try await ada.text("/chat/general/corridor", client)).contains("Something rude"))
      #expect(try await mona.text("/messages/\(id)", client).contains("Something rude"))
      _ = try await mona.send("/conduct/messages/\(id)/restoring", [:], client)
      #expect(try await ada.text("/chat/general/corridor", client).contains("Something rude"))
      #expect(try await ada.send("/conduct/messages/\(id)/hiding", [:], client).status == .forbidden)
    }
  }

  @Test("messages of somebody whom one blocked are not on one's pages, and are on those of others")
  func blocked() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let bob = try await story.insider("bob@example.org", name: "Bob")
      _ = try await bob.send("/chat/general/corridor/messages", ["text": "From Bob"], client)
      _ = try await ada.send("/people/\(bob.account.id)/block", [:], client)
      #expect(!(try await ada.text("/chat/general/corridor", client)).contains("From Bob"))
      #expect(try await bob.text("/chat/general/corridor", client).contains("From Bob"))
    }
  }
}
