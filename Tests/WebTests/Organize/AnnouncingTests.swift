import Conference
import HTTPTypes
import Synchronization
import Testing

@testable import Web

@Suite(.serialized) struct AnnouncingTests {
  @Test("what is announced stands on every page at once, safe, until it is withdrawn")
  func everywhere() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let pages = ["/", "/papers", "/schedule", "/help", "/sign-in"]
      for page in pages { #expect(!(try await client.text(page)).contains("Fire drill")) }
      let fields = [("title", "Fire drill <b>"), ("text", "Leave **now** <script>alert(1)</script>")]
      let answer = try await organizer.post("/organize/announcements", fields)
      #expect(answer.headers[.location] == "/organize/announcements?done=added")
      for page in pages { #expect(try await client.text(page).contains("Fire drill &lt;b&gt;"), "\(page)") }
      let full = try await client.text("/announcements")
      #expect(full.contains("<strong>now</strong>") && !full.contains("<script>alert"))
      let id = try #require(found(/\/announcements#([A-Za-z0-9]+)/, try await client.text("/")))
      _ = try await organizer.post("/organize/announcements/\(id)", [("title", "Drill over"), ("text", "")])
      #expect(try await client.text("/papers").contains("Drill over"))
      _ = try await organizer.post("/organize/announcements/\(id)/withdrawal")
      #expect(!(try await client.text("/papers")).contains("Drill over"))
    }
  }

  @Test("it is shown when its time comes, and no longer than until its end")
  func times() async throws {
    let start = try #require(Instant(iso8601: StorySite.now))
    let clock = SharedClock(now: start)
    try await StorySite.run(papers: 5, clock: Clock { clock.now }) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let fields = [("title", "Soon"), ("text", ""), ("from", "2026-04-28T12:40"), ("until", "2026-04-28T12:50")]
      _ = try await organizer.post("/organize/announcements", fields)
      #expect(!(try await client.text("/papers")).contains("Soon</strong>"))
      clock.pass(minutes: 10)
      #expect(try await client.text("/papers").contains("Soon</strong>"))
      clock.pass(minutes: 10)
      #expect(!(try await client.text("/papers")).contains("Soon</strong>"))
    }
  }

  @Test("a banner leads to more only where it has not all of it")
  func more() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      _ = try await organizer.post("/organize/announcements", [("title", "Short"), ("text", "Lunch is open.")])
      let short = try await client.text("/papers")
      #expect(short.contains("Lunch is open.") && !short.contains("about Short</span>"))
      _ = try await organizer.post("/organize/announcements", [("title", "Linked"), ("text", "See [it](/help).")])
      let linked = try await client.text("/papers")
      #expect(linked.contains("about Linked</span>") && !linked.contains("about Short</span>"))
    }
  }

  @Test("the first channel leads to what was announced while nothing is written in it")
  func channel() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org")
      let lead = "stands under <a href=\"/announcements\">"
      let announcements = try await ada.text("/chat/general/announcements", client)
      #expect(announcements.contains(lead) && Markup(announcements).problems == [])
      let corridor = try await ada.text("/chat/general/corridor", client)
      #expect(!corridor.contains(lead))
    }
  }

  @Test("what is changed while another organizer withdraws it stands in a form, to be announced anew")
  func withdrawnMeanwhile() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      _ = try await organizer.post("/organize/announcements", [("title", "Drill"), ("text", "Leave *now*")])
      let id = try #require(found(/\/announcements#([A-Za-z0-9]+)/, try await client.text("/")))
      let path = "/organize/announcements/\(id)"
      _ = try await organizer.post(path + "/withdrawal")
      let answer = try await organizer.post(path, [("title", "Drill at six"), ("text", "By the *fountain*")])
      let page = String(buffer: answer.body)
      #expect(answer.status == .conflict && page.contains("Nothing was saved. This announcement is withdrawn."))
      #expect(page.contains("By the *fountain*</textarea>") && page.contains("value=\"Drill at six\""))
      #expect(Markup(page).problems == [])
      let again = try await organizer.post(
        "/organize/announcements", [("title", "Drill at six"), ("text", "By the *fountain*")])
      #expect(page.contains("action=\"/organize/announcements\"") && again.status == .seeOther)
      #expect(try await organizer.text(path).contains("It is withdrawn."))
    }
  }

  @Test("an id that no session has is refused")
  func wrongSession() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let wrong = [("title", "Moved"), ("text", ""), ("session", "none")]
      #expect(try await organizer.post("/organize/announcements", wrong).status == .badRequest)
    }
  }

  @Test("it is looked at before it is announced, and nothing that was typed is lost")
  func preview() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let fields = [("title", "News"), ("text", "A *text*"), ("until", "2026-04-29T00:00"), ("mail", "1")]
      let text = String(buffer: try await organizer.post("/organize/announcements/preview", fields).body)
      #expect(
        text.contains("<em>text</em>") && text.contains("value=\"2026-04-29T00:00\"")
          && text.contains("A *text*</textarea>"))
      #expect(text.contains("name=\"mail\" value=\"1\" checked"))
      #expect(!(try await client.text("/")).contains("News</strong>"))
    }
  }

  @Test("by mail, one click declines without signing in, and the page of the link takes it back")
  func declined() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      _ = try await organizer.post("/organize/announcements", [("title", "News"), ("text", "Text"), ("mail", "1")])
      let mails = try await Outbox(story.site.database, clock: story.site.clock).page(for: nil)
      let link = try #require(mails.first { $0.purpose == .announcement }?.unsubscribe)
      let path = String(link.trimmingPrefix("https://conference.example"))
      #expect(try await client.text(path).contains("You get announcements by mail."))
      let click = try await client.execute(uri: path, method: .post, body: .init(string: "List-Unsubscribe=One-Click"))
      #expect(click.status == .noContent)
      #expect(try await client.text(path).contains("You get no announcements by mail."))
      _ = try await organizer.post(path + "/wish", [("announcements", "1")])
      #expect(try await client.text(path).contains("You get announcements by mail."))
      #expect(try await client.execute(uri: "/mail/unknown", method: .post).status == .notFound)
    }
  }

  @Test("where its mails wait it says when they go at the earliest, as long as that is to come")
  func held() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      for from in ["", "2026-04-29T10:00"] {
        let fields = [("title", from.isEmpty ? "Now" : "Later"), ("text", ""), ("from", from), ("mail", "1")]
        _ = try await organizer.post("/organize/announcements", fields)
      }
      let outbox = Outbox(story.site.database, clock: story.site.clock)
      let before = try await organizer.text("/organize/outbox")
      #expect(before.matches(of: /none goes before <time datetime="([^"]*)"/).map { $0.1 } == ["2026-04-29T10:00:00Z"])
      for mail in try await outbox.page(for: nil) {
        let isHeld = mail.subject.contains("Later")
        #expect(try await organizer.text("/organize/outbox/\(mail.id)").contains("<dt>Not before</dt>") == isHeld)
      }
      for batch in try await outbox.batches(for: nil) {
        _ = try await organizer.post("/organize/outbox/batches/approval", [("batch", batch.id)])
      }
      #expect(try await outbox.counts(for: nil)[.waitingForReview] == nil)
      #expect(try await organizer.text("/organize/outbox").contains("none goes before"))
    }
  }

  @Test("a session is offered by its title, and called by it in the list of what was announced")
  func session() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let empty = try await organizer.text("/organize/announcements")
      #expect(empty.contains("Nothing was announced yet."))
      let session = try #require(
        story.site.edition.program.sessions.first { !$0.title.contains(where: { "&<>'\"".contains($0) }) })
      #expect(empty.contains("<option value=\"\(session.id)\">\(session.title), "))
      _ = try await organizer.post(
        "/organize/announcements", [("title", "Later"), ("text", ""), ("session", session.id)])
      #expect(try await organizer.text("/organize/announcements").contains("for those of “\(session.title)”"))
    }
  }
}

/// A clock that a test moves.
private final class SharedClock: Sendable {
  private let instant: Mutex<Instant>
  init(now: Instant) { instant = Mutex(now) }
  var now: Instant { instant.withLock { $0 } }
  func pass(minutes: Int) { instant.withLock { $0 = $0.adding(minutes: minutes) } }
}
