import Foundation
import HTTPTypes
import Testing

@testable import Conference
@testable import Database
@testable import Web

@Suite(.serialized) struct MentionPageTests {
  private let corridor = "/chat/general/corridor"

  private func say(_ text: String, _ who: Insider) async throws {
    let answer = try await who.post(corridor + "/messages", [("text", text)])
    #expect(answer.status == .seeOther)
  }

  @Test("a name leads to the person's page, also after an edit, and stays as it is in code and in a link")
  func marked() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      try await say("Hello", selam)
      try await say("Hi **@selam tesfaye**, `@Selam Tesfaye`, [@Selam Tesfaye](/help)", organizer)
      let page = try await selam.text(corridor)
      #expect(Markup(page).problems.isEmpty)
      let link = "<a class=\"mention\" href=\"/people/\(selam.account.id)\" dir=\"auto\">@selam tesfaye</a>"
      #expect(
        page.contains("<strong>\(link)</strong>, <code>@Selam Tesfaye</code>, <a href=\"/help\">@Selam Tesfaye</a>"))
      #expect(page.contains(" data-mentions=\"\(selam.account.id)\""))
      let id = try #require(page.matches(of: /id="m-([A-Za-z0-9]+)"/).last).1
      _ = try await organizer.post("/messages/\(id)", [("text", "`@Selam Tesfaye`")])
      #expect(try await !selam.text(corridor).contains("data-mentions"))
    }
  }

  @Test("my conversations and the count say how much is for me, and lead to it")
  func counted() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      try await say("Hello", selam)
      let cursor = try LivePage(try await selam.text(corridor)).cursor
      try await say("Nobody", organizer)
      try await say("@Selam Tesfaye", organizer)
      let news = try await selam.text("/chat/unread.json")
      #expect(news.contains(/"forYou" ?: 1\b/) && news.contains(/"unread" ?: 2\b/))
      let page = try await selam.text("/chat")
      #expect(Markup(page).problems.isEmpty && page.contains(">@ 1 for you</a>"))
      let path = try #require(page.firstMatch(of: /is-for-me" href="([^"#]+)#(m-[A-Za-z0-9]+)"/))
      #expect(try await selam.text(String(path.1)).contains("id=\"\(path.2)\""))
      await story.takeUp()
      let stream = try await selam.text("/live?topics=me&after=\(cursor)")
      #expect(stream.contains("\"text\":\"unread-for-me\",\"value\":\"1 for you\""))
      _ = try await selam.post("/chat/read")
      #expect(try await selam.text("/chat/unread.json").contains(/"forYou" ?: 0\b/))
    }
  }

  @Test("whoever has no page any more is marked without a link")
  func gone() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      try await say("Hello", selam)
      try await say("@Selam Tesfaye!", organizer)
      try await story.site.people.setStanding(.banned, of: selam.account.id, by: organizer.account.id)
      let page = try await organizer.text(corridor)
      #expect(page.contains("<span class=\"mention\" dir=\"auto\">@Selam Tesfaye</span>!"))
    }
  }

  @Test(
    "a name is no markup, whatever it is", arguments: ["Mal <script>alert(1)</script>", "Mal *_[x](javascript:y)`"])
  func hostile(name: String) async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      var form = ProfileForm()
      form.name = name
      try await story.site.people.write(form, of: selam.account.id)
      try await say("Hello", selam)
      struct Offer: Decodable { let name, text: String }
      let names = try await organizer.get(corridor + "/names.json?start=mal")
      let offers = try JSONDecoder().decode([Offer].self, from: Data(String(buffer: names.body).utf8))
      let offer = try #require(offers.first)
      #expect(offer.name == name)
      try await say("See @\(offer.text) there", organizer)
      let page = try await selam.text(corridor)
      #expect(Markup(page).problems.isEmpty)
      #expect(page.contains("class=\"mention\""))
      #expect(!page.contains("<script>alert") && !page.contains("href=\"javascript:"))
    }
  }
}
