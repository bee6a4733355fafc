import HTTPTypes
import Testing

@testable import Conference
@testable import Web

/// What an anonymous visitor, a participant and somebody of the session get of what is announced.
@Suite(.serialized) struct AnnouncementReadersTests {
  private static let pages = ["/", "/help", "/announcements"]

  private static func stream(_ topic: String) -> String { "/live?topics=\(topic)&after=0" }

  @Test(
    "while the schedule is closed to visitors, what is announced is for participants, unless an organizer says otherwise"
  )
  func closed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      try await Policies.closed.choose(by: nil, story.site.database, at: story.site.clock.now())
      try await story.site.refresh()
      #expect(try await organizer.text("/organize/announcements").contains("value=\"participants\" checked"))
      _ = try await organizer.post("/organize/announcements", [("title", "Zebra inside"), ("text", "Secret words")])
      let open = [("title", "Zebra outside"), ("text", ""), ("readers", "everyone")]
      _ = try await organizer.post("/organize/announcements", open)
      for page in Self.pages {
        let (visitor, participant) = (try await client.text(page), try await selam.text(page))
        #expect(!visitor.contains("Zebra inside") && !visitor.contains("Secret words"), "\(page)")
        #expect(visitor.contains("Zebra outside"), "\(page)")
        #expect(participant.contains("Zebra inside") && participant.contains("Zebra outside"), "\(page)")
      }
      #expect(!(try await client.text("/sign-in")).contains("Zebra inside"))
      let told = String(buffer: try await client.get(Self.stream("announcements")).body)
      #expect(told.contains("Zebra outside") && !told.contains("Zebra inside"))
      let participants = Self.stream("announcements/participants")
      #expect(try await client.get(participants).status == .unauthorized)
      let all = String(buffer: try await selam.get(participants).body)
      #expect(all.contains("Zebra inside") && all.contains("Zebra outside"))
    }
  }

  @Test("a known problem is for everybody while the schedule is closed to visitors, who may be unable to sign in")
  func problem() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      try await Policies.closed.choose(by: nil, story.site.database, at: story.site.clock.now())
      try await story.site.refresh()
      let title = "Signing in does not work"
      _ = try await vera.send("/help/problems", ["title": title, "text": "", "hours": "2"], client)
      for page in Self.pages + ["/sign-in"] {
        #expect(try await client.text(page).contains(title), "\(page)")
      }
      let told = String(buffer: try await client.get(Self.stream("announcements")).body)
      #expect(told.contains(title))
    }
  }

  @Test("while the schedule is open it is for everybody, and for participants only where an organizer says so")
  func open() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      #expect(try await organizer.text("/organize/announcements").contains("value=\"everyone\" checked"))
      _ = try await organizer.post("/organize/announcements", [("title", "Zebra outside"), ("text", "")])
      let inside = [("title", "Zebra inside"), ("text", ""), ("readers", "participants")]
      _ = try await organizer.post("/organize/announcements", inside)
      let papers = try await client.text("/papers")
      #expect(papers.contains("Zebra outside") && !papers.contains("Zebra inside"))
      #expect(try await selam.text("/papers").contains("Zebra inside"))
    }
  }

  @Test("what is for those of a session is in nobody else's pages, nor in those that many share")
  func session() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let other = try await Insider.participant(story, client, email: "other@example.org")
      let session = try #require(story.site.edition.program.paperSessions.first { !$0.slots.isEmpty })
      let paper = try #require(SavedItem(.paper, session.slots[0].paper))
      try await Saved(story.site.database, clock: story.site.clock).change(save: [paper], of: selam.account.id)
      let fields = [
        ("title", "Room change"), ("text", "Words for some"), ("session", session.id), ("readers", "session"),
      ]
      _ = try await organizer.post("/organize/announcements", fields)
      for page in Self.pages + ["/sign-in", "/papers", "/sessions/\(session.id)"] {
        #expect(!(try await client.text(page)).contains("Room change"), "\(page)")
        for insider in [selam, other] where page != "/sign-in" {
          let shared = try await insider.text(page)
          #expect(!shared.contains("Room change") && shared.contains(" data-own=\""), "\(page)")
        }
      }
      for insider in [selam, other] {
        let isTold = insider.account.id == selam.account.id
        for page in ["/account", "/account/announcements", "/account/announcements.html"] {
          #expect(try await insider.text(page).contains("Room change") == isTold, "\(page)")
        }
      }
      let own = try await selam.text("/account/announcements")
      #expect(own.contains("<h1>My announcements</h1>") && own.contains("Words for some"))
      #expect(try await client.get("/account/announcements.html").status == .unauthorized)
      for topic in ["announcements", "announcements/participants"] {
        #expect(!String(buffer: try await selam.get(Self.stream(topic)).body).contains("Room change"))
      }
      #expect(String(buffer: try await client.get(Self.stream("announcements")).body).contains("data-own") == false)
    }
  }

  @Test("a program says who reads what it announces, and is told who does")
  func program() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let first = try await program.send(.post, "/announcements", ["title": "News"])
      #expect(first.status == 201 && first["readers"] == "everyone")
      let second = try await program.send(.post, "/announcements", ["title": "News", "readers": "participants"])
      #expect(second["readers"] == "participants")
      #expect(try await program.send(.post, "/announcements", ["title": "News", "readers": "all"]).status == 400)
    }
  }
}
