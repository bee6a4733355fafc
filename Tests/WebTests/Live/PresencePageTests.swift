import Foundation
import Testing

@testable import Conference
@testable import Web

@Suite struct PresencePageTests {
  @Test("who is around is counted on the channel's page and named on a page of its own, for participants only")
  func around() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let path = "/chat/general/corridor"
      #expect(try await selam.text(path + "/around").contains("Nobody who wants to be seen"))
      let organizer = try await Insider.organizer(story, client)
      let (id, name) = (organizer.account.id, organizer.account.name)
      // Until the site has heard of both people, which is when it forgets where they are.
      let published = story.site.live.hub.published
      _ = try await organizer.post(path + "/messages", [("text", "Hello")])
      while story.site.live.hub.published == published { try await Task.sleep(for: .milliseconds(10)) }
      story.site.presence.enter(id, ["general/corridor"])
      let cursor = try LivePage(try await selam.text(path)).cursor
      #expect(try await selam.text(path).contains(">1 around</a>"))
      let names = try await selam.text(path + "/around")
      #expect(names.contains(name) && Markup(names).problems == [])
      #expect(try await client.get(path + "/around").status != .ok)
      let stream = try await selam.text("/live?topics=chat/general/corridor&after=\(cursor)")
      #expect(stream.contains("1 around"))
    }
  }

  @Test("neither who blocked somebody nor whom they blocked is named to the other, and nobody who is banned to anybody")
  func apart() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada Nwosu")
      let ben = try await story.insider("ben@example.org", name: "Ben Mensah")
      let cara = try await story.insider("cara@example.org", name: "Cara Diop")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let (path, people) = ("/chat/general/corridor", [ada, ben, cara])
      // Until the site has heard of all of them, which is when it forgets where they are.
      let published = story.site.live.hub.published
      _ = try await ada.send(path + "/messages", ["text": "Hello"], client)
      while story.site.live.hub.published == published { try await Task.sleep(for: .milliseconds(10)) }
      for one in people { story.site.presence.enter(one.account.id, ["general/corridor"]) }
      func named(to reader: SignedInVisitor) async throws -> [String] {
        let page = try await reader.text(path + "/around", client)
        return people.map(\.account.name).filter { page.contains(">\($0)</a>") }
      }
      #expect(try await named(to: ben) == ["Ada Nwosu", "Ben Mensah", "Cara Diop"])
      try await story.site.blocks.block(ben.account.id, by: ada.account.id)
      #expect(try await named(to: ada) == ["Ada Nwosu", "Cara Diop"])
      #expect(try await named(to: ben) == ["Ben Mensah", "Cara Diop"])
      #expect(try await named(to: mona) == ["Ada Nwosu", "Ben Mensah", "Cara Diop"])
      let access = Access(mona.account, conduct: story.site.edition.conduct)
      try await story.site.moderation.ban(cara.account.id, hidesWords: false, why: "", by: access)
      #expect(try await named(to: ada) == ["Ada Nwosu"])
      #expect(try await named(to: mona) == ["Ada Nwosu", "Ben Mensah"])
    }
  }

  @Test("only who agreed is seen, and no more once they take it back")
  func agreed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let live = "/live?topics=chat/general/corridor&after=0"
      _ = try await selam.text(live)
      #expect(story.site.presence.people(in: "general/corridor") == [])
      _ = try await selam.post("/account/profile", [("name", "Selam"), ("around", "yes")])
      await story.takeUp()
      _ = try await selam.text(live)
      #expect(story.site.presence.people(in: "general/corridor").count == 1)
      _ = try await selam.post("/account/profile", [("name", "Selam")])
      await story.takeUp()
      #expect(story.site.presence.people(in: "general/corridor") == [])
    }
  }
}
