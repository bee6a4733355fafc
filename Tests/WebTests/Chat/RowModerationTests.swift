import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite(.serialized) struct RowModerationTests {
  private let corridor = "/chat/general/corridor"

  @Test("only moderators' pages put buttons into rows, which are the same for everybody")
  func offered() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      _ = try await selam.post(corridor + "/messages", [("text", "Something rude")])
      let (mine, theirs) = (try await organizer.text(corridor), try await selam.text(corridor))
      #expect(mine.contains(" data-moderates=\"hide mute\"") && !theirs.contains("data-moderates"))
      let row = try #require(theirs.firstMatch(of: /id="(m-[A-Za-z0-9]+)"/)).1
      #expect(LivePage(mine).element(String(row)) == LivePage(theirs).element(String(row)))
      let thread = try await organizer.text("/messages/\(row.dropFirst(2))")
      #expect(Markup(thread).problems.isEmpty && thread.contains(" data-moderates=\"hide mute\""))
      // As long as by the button in the row.
      #expect(thread.contains("Mute here for an hour") && thread.contains("name=\"minutes\" value=\"60\""))
    }
  }

  @Test("a row says that it is hidden, so that it can be shown again, and what its buttons send is done")
  func done() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      _ = try await selam.post(corridor + "/messages", [("text", "Something rude")])
      let id = try #require(try await selam.text(corridor).firstMatch(of: /id="m-([A-Za-z0-9]+)"/)).1
      #expect(try await selam.post("/conduct/messages/\(id)/hiding").status == .forbidden)
      #expect(try await organizer.post("/conduct/messages/\(id)/hiding").status == .seeOther)
      let hidden = try await selam.text(corridor)
      #expect(hidden.contains("message is-gone is-hidden") && !hidden.contains("Something rude"))
      #expect(try await organizer.post("/conduct/messages/\(id)/restoring").status == .seeOther)
      let shown = try await selam.text(corridor)
      #expect(!shown.contains("is-hidden") && shown.contains("Something rude"))
      let hour = [("channel", "general/corridor"), ("minutes", "60")]
      let mute = "/conduct/people/\(selam.account.id)/mutes"
      #expect(try await organizer.post(mute, hour).status == .seeOther)
      let entry = try #require(try await story.site.moderation.record(for: nil).first { $0.action == .mute })
      #expect(entry.channel == "general/corridor" && entry.until == story.site.clock.now().adding(minutes: 60))
      // Whoever moderates sees it also after the page was loaded anew; others do not.
      let (mine, theirs) = (try await organizer.text(corridor), try await selam.text(corridor))
      let end = story.site.clock.now().adding(minutes: 60)
      #expect(mine.contains(" data-muted=\"\(selam.account.id)=\(end.iso8601)\"") && !theirs.contains("data-muted"))
      #expect(Markup(mine).problems.isEmpty)
      let until = "Muted in <a href=\"/chat/general/corridor\" dir=\"auto\">Corridor</a> until <time"
      for path in ["/people/\(selam.account.id)", "/conduct/people/\(selam.account.id)"] {
        let page = try await organizer.text(path)
        #expect(page.contains(until) && Markup(page).problems.isEmpty, "\(path)")
      }
      #expect(!(try await selam.text("/people/\(organizer.account.id)")).contains("Muted"))
      let more = try await selam.post(corridor + "/messages", [("text", "More & more")])
      #expect(more.status == .forbidden && String(buffer: more.body).contains("More &amp; more</textarea>"))
    }
  }
}
