import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite(.serialized) struct DismissedPageTests {
  private let path = "/account/announcements"
  private let sheet = "/account/dismissed.css"

  /// Announces something, and gives what a page calls it.
  private func announce(_ title: String, by organizer: Insider) async throws -> String {
    _ = try await organizer.post("/organize/announcements", [("title", title), ("text", "Text")])
    return try #require(found(/data-announcement="([^"]+)"/, try await organizer.text("/papers")))
  }

  @Test("what one puts away is hidden from one's pages on all devices, and from nobody else's")
  func dismissed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let key = try await announce("Fire drill", by: organizer)
      #expect(try await selam.text("/papers").contains("<link rel=\"stylesheet\" href=\"\(sheet)\">"))
      #expect(!(try await client.text("/papers")).contains(sheet))
      #expect(try await selam.text(sheet) == "")
      #expect(try await selam.post(path, [("announcements", key)]).status == .noContent)
      let hidden = ".announcement[data-announcement=\"\(key)\"] { display: none; }\n"
      #expect(try await selam.text(sheet) == hidden)
      #expect(try await selam.get(sheet).headers[.cacheControl] == "no-store")
      #expect(try await organizer.text(sheet) == "")
      #expect(try await client.text(sheet) == "")
      // Its page is the same for everybody, and has it for those who did not put it away.
      #expect(try await selam.text("/papers").contains("Fire drill"))
    }
  }

  @Test("an open page is told what its reader has put away elsewhere")
  func told() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let key = try await announce("Fire drill", by: organizer)
      let page = try await selam.text("/papers")
      #expect(page.contains("<span id=\"dismissed\" hidden data-keys=\"\"></span>"))
      #expect(!(try await client.text("/papers")).contains("id=\"dismissed\""))
      let cursor = try LivePage(page).cursor
      let watch = LiveWatch(site: story.site)
      _ = try await selam.post(path, [("announcements", key)])
      await watch.takeUp()
      let told = try await selam.text("/live?topics=me&after=\(cursor)")
      #expect(told.contains("\"put\":\"dismissed\"") && told.contains("data-keys=\\\"\(key)\\\""))
    }
  }

  @Test("another text is another announcement")
  func changed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let key = try await announce("Fire drill", by: organizer)
      _ = try await organizer.post(path, [("announcements", key)])
      let id = try #require(key.split(separator: "-").first)
      _ = try await organizer.post("/organize/announcements/\(id)", [("title", "Fire, and no drill"), ("text", "")])
      let page = try await organizer.text("/papers")
      let fresh = try #require(found(/data-announcement="([^"]+)"/, page))
      #expect(fresh != key)
      #expect(!(try await organizer.text(sheet)).contains(fresh))
    }
  }

  @Test("without scripts one puts it away and shows it again by forms")
  func forms() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      #expect(try await organizer.text(path).contains("Nothing is announced just now."))
      let key = try await announce("<b>Drill", by: organizer)
      #expect(try await organizer.text("/announcements").contains("href=\"\(path)\""))
      #expect(!(try await client.text("/announcements")).contains(path))
      let page = try await organizer.text(path)
      #expect(Markup(page).problems == [] && page.contains("name=\"announcements\" value=\"\(key)\""))
      let answer = try await organizer.post(path, [("announcements", key), ("back", path)])
      #expect(answer.headers[.location] == path)
      let after = try await organizer.text(path)
      let id = try #require(found(/name="shown" value="([^"]+)"/, after))
      #expect(try await organizer.text(sheet).contains(key))
      _ = try await organizer.post(path, [("shown", id), ("back", path)])
      #expect(try await organizer.text(sheet) == "")
    }
  }

  @Test("what names no announcement changes nothing", arguments: ["none-0a", "\"]{}*-0a", ",,", ""])
  func foreign(key: String) async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      #expect(try await selam.post(path, [("announcements", key)]).status == .noContent)
      #expect(try await selam.text(sheet) == "")
    }
  }
}
