import Conference
import HTTPTypes
import Testing

@testable import Web

/// Forms of the console that were refused: they come again with what was typed.
@Suite(.serialized) struct RefusedFormTests {
  private static let problem = "<p class=\"notice problem\" role=\"alert\" dir=\"auto\">Nothing was saved. "

  @Test("who sees what is not chosen without its day and time, and the form comes again as it was filled in")
  func access() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      var fields = AccessChoices.kinds.map { (AccessChoices.field($0.name), "everyone") }
      fields[1].1 = "from"
      fields[5].1 = "participants"
      let answer = try await organizer.post("/organize/access", fields + [("release", "onTheirDay")])
      let page = String(buffer: answer.body)
      #expect(answer.status == .badRequest)
      #expect(page.contains(Self.problem + "Papers: no day and time are chosen. Choose the day and time"))
      #expect(page.contains("name=\"sees-papers\" value=\"from\" checked"))
      #expect(page.contains("name=\"sees-questions\" value=\"participants\" checked"))
      #expect(page.contains("name=\"release\" value=\"onTheirDay\" checked"))
      #expect(!page.contains("What you wrote"))
      #expect(Markup(page).problems.isEmpty)
    }
  }

  @Test("an announcement for a session that there is not comes again with its title, times and session")
  func announcement() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let fields = [
        ("title", "Room change"), ("text", "Words"), ("readers", "session"), ("session", "none"),
        ("until", "2026-04-29T00:00"), ("mail", "1"),
      ]
      for path in ["/organize/announcements", "/organize/announcements/preview"] {
        let answer = try await organizer.post(path, fields)
        let page = String(buffer: answer.body)
        #expect(answer.status == .badRequest)
        #expect(page.contains(Self.problem + "Session: there is none with the id “none”."), "\(path)")
        #expect(page.contains("value=\"Room change\"") && page.contains("value=\"2026-04-29T00:00\""), "\(path)")
        #expect(page.contains("name=\"session\" value=\"none\"") && page.contains(">Words</textarea>"), "\(path)")
        #expect(
          page.contains("value=\"session\" checked") && page.contains("name=\"mail\" value=\"1\" checked"), "\(path)")
        #expect(Markup(page).problems.isEmpty, "\(path)")
      }
      #expect(try await organizer.text("/organize/announcements").contains("Nothing was announced yet."))
    }
  }

  @Test("an announcement is for everybody or for those of a session, never for both as it is filled in")
  func bothReaders() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let session = try #require(story.site.edition.program.sessions.first).id
      let path = "/organize/announcements"
      let both = try await organizer.post(path, [("title", "News"), ("readers", "everyone"), ("session", session)])
      #expect(both.status == .badRequest && String(buffer: both.body).contains("a session is chosen, too"))
      let none = try await organizer.post(path, [("title", "News"), ("readers", "session")])
      #expect(none.status == .badRequest && String(buffer: none.body).contains("Session: none is chosen."))
    }
  }

  @Test("a preview says for whom it is and how many mails are written, and what is announced by mail leads to those")
  func preview() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      _ = try await Insider.participant(story, client)
      let fields = [("title", "News"), ("text", ""), ("readers", "participants"), ("mail", "1")]
      let page = String(buffer: try await organizer.post("/organize/announcements/preview", fields).body)
      #expect(page.contains("For participants only. 2 mails are written, each to one person."))
      let done = try await organizer.post("/organize/announcements", fields)
      let address = try #require(done.headers[.location])
      #expect(try await organizer.text(address).contains("wait under <a href=\"/organize/outbox\">Mail</a>"))
    }
  }

  @Test("a token without a scope comes again with its name and its days")
  func token() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let answer = try await organizer.post("/organize/tokens", [("name", "Nightly list"), ("days", "30")])
      let page = String(buffer: answer.body)
      #expect(answer.status == .badRequest && page.contains(Self.problem + "Scopes: none was chosen."))
      #expect(page.contains("value=\"Nightly list\"") && page.contains("value=\"30\" selected"))
      #expect(Markup(page).problems.isEmpty)
    }
  }

  @Test("a channel whose name is taken comes again with what was typed, and the sentence begins with a capital")
  func channel() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      _ = try await organizer.post("/organize/channels", [("title", "Loom room")])
      let fields = [("title", "Loom room"), ("purpose", "To weave"), ("organizers", "1")]
      let answer = try await organizer.post("/organize/channels", fields)
      let page = String(buffer: answer.body)
      #expect(answer.status == .conflict)
      #expect(page.contains(Self.problem + "There is a channel “Loom room” already."))
      #expect(page.contains("value=\"To weave\"") && page.contains("name=\"organizers\" value=\"1\" checked"))
      #expect(Markup(page).problems.isEmpty)
      let changed = try await organizer.post("/organize/channels/loom-room", [("title", ""), ("purpose", "To spin")])
      let again = String(buffer: changed.body)
      #expect(changed.status == .badRequest && again.contains("<details class=\"card\" open>"))
      #expect(again.contains("value=\"To spin\""))
    }
  }

  @Test("what cannot be done at all leads back to its page")
  func back() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let organizer = try await story.browser(.organizer)
      let path = "/organize/people/\(try await story.account(.organizer).id)"
      let answer = try await client.post(path + "/role", [("role", "participant")], by: organizer) {
        $0[.referer] = "https://conference.example\(path)?done=role"
      }
      let page = String(buffer: answer.body)
      #expect(answer.status == .conflict && page.contains("This is the only organizer; make somebody else one first."))
      #expect(page.contains("<a class=\"button is-main\" href=\"\(path)?done=role\">Back to the page</a>"))
      #expect(!page.contains("What you wrote") && !page.contains("Copy it"))
    }
  }
}
