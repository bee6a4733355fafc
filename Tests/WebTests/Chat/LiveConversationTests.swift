import Foundation
import Testing

@testable import Conference
@testable import Database
@testable import Web

/// What open pages that list somebody's conversations are told.
@Suite(.serialized) struct LiveConversationTests {
  /// What such a page shows of channels, with how much it says is new.
  private func lists(_ page: String) -> String {
    (LivePage(page).element("chat-lists") ?? "").replacing(/data-cursor="\d+"/, with: "")
  }

  /// Whether what a stream has told lets a page that was rendered at an event ask anew for what it shows.
  private func isTold(_ stream: String, after cursor: String) -> Bool {
    if stream.contains("\"put\":\"conversations-changed\"") { return true }
    return stream.matches(of: /data-newest=\\"(\d+)\\"/).contains { Int($0.1) ?? 0 > Int(cursor) ?? 0 }
  }

  @Test(
    "lists that were rendered long ago, and asked for anew whenever their stream tells that something is otherwise, are those rendered now"
  )
  func master() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let ben = try await story.insider("ben@example.org", name: "Ben Mensah")
      for account in [selam.account, ben.account] {
        var form = ProfileForm()
        (form.name, form.isReachable) = (account.name, true)
        try await story.site.people.write(form, of: account.id)
      }
      let channels = story.site.generalChannels
      let paper = "/chat/papers/\(Story.heroinePaper)"
      var (said, added) = ("", ChannelKey(kind: .general, name: "none"))
      let steps: [(what: String, act: () async throws -> Void)] = [
        ("follow", { _ = try await selam.post(paper + "/follow") }),
        ("write", { said = try await selam.say("Hello") }),
        ("edit", { _ = try await selam.post("/messages/\(said)", [("text", "Hello again")]) }),
        ("hear", { _ = try await organizer.say("Welcome, all") }),
        ("named", { _ = try await organizer.say("Thanks to @Selam Tesfaye") }),
        ("read all", { _ = try await selam.post("/chat/read") }),
        ("direct", { _ = try await ben.send("/people/\(selam.account.id)/channel", [:], client) }),
        (
          "add",
          {
            added = try await channels.add(
              title: "Lost and found", purpose: nil, writers: .everyone, by: organizer.account.id
            ).key
          }
        ),
        (
          "rename",
          {
            let key = ChannelKey(kind: .general, name: "corridor")
            try await channels.change(
              key, title: "The long corridor", purpose: nil, writers: .everyone, by: organizer.account.id)
          }
        ),
        ("block", { _ = try await selam.post("/people/\(organizer.account.id)/block") }),
        ("take back", { _ = try await selam.post("/messages/\(said)/removal") }),
        ("let go", { _ = try await selam.post(paper + "/follow", [("off", "1")]) }),
        ("remove", { try await channels.remove(added, by: organizer.account.id) }),
      ]
      await story.takeUp()
      var open = try await selam.text("/chat")
      for (what, act) in steps {
        try await act()
        await story.takeUp()
        let cursor = try LivePage(open).cursor
        let told = try await selam.text("/live?topics=conversations,me&after=\(cursor)")
        let now = try await selam.text("/chat")
        #expect(lists(now) != lists(open), "\(what) changes something")
        #expect(isTold(told, after: cursor), "\(what) is told")
        #expect(Markup(now).problems == [], "\(what)")
        open = now
      }
    }
  }

  @Test("a stream that is open is told of channels that are all participants', and at once of one's own conversations")
  func streams() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada Nwosu")
      let ben = try await story.insider("ben@example.org", name: "Ben Mensah")
      let (first, second) = (ada.account.id, ben.account.id)
      try await story.site.database.execute(
        "INSERT INTO direct_channels (id, first, second, added_at) VALUES ('two', \(first), \(second), 1)")
      // That there are new accounts ends their streams, so it comes before these.
      let watch = LiveWatch(site: story.site)
      await watch.takeUp()
      let hub = story.site.live.hub
      let all = await OpenStream([LiveConversations.name], in: hub)
      let mine = await OpenStream(["me/\(ada.account.id)"], of: ada.account.id, in: hub)
      let other = await OpenStream(["me/mona"], of: "mona", in: hub)
      func say(_ channel: String) async throws -> (all: String, mine: String) {
        let sent = try await ben.send("/chat/\(channel)/messages", ["text": "A word"], client)
        #expect(sent.status == .seeOther, "\(channel)")
        await watch.takeUp()
        try await Task.sleep(for: .milliseconds(1_200))
        await watch.tellCounts()
        return (try await all.told(), try await mine.told())
      }
      let (corridor, direct) = (try await say("general/corridor"), try await say("direct/two"))
      #expect(corridor.all.contains("data-heard=\\\"general/corridor\\\"") && corridor.all.contains("data-within="))
      #expect(!corridor.all.contains("A word") && !corridor.mine.contains("conversations-changed"))
      #expect(!direct.all.contains("direct") && direct.mine.contains("conversations-changed"))
      let foreign = try await other.told()
      #expect(!foreign.contains("data: {"))
    }
  }

  @Test("what changes lists is told, of which nothing is only some people's")
  func tallies() async throws {
    try await StorySite.run(papers: 5) { _, story in
      func tally(_ topic: String, _ kind: String) -> LiveCounts.Tally? {
        LiveConversations.tally(Database.Event(id: 1, topic: topic, kind: kind, subject: "x", at: 1), story.site)
      }
      let paper = "papers/\(Story.heroinePaper)"
      #expect(tally("chat/general/corridor", "message") == .heard("general/corridor"))
      #expect(tally("chat/\(paper)", "message") == .heard(paper))
      #expect(tally("chat/general/corridor", GeneralChannels.changed) == .listed)
      #expect(tally("chat/general/corridor", GeneralChannels.removed) == .listed)
      #expect(tally("program", "changed") == .listed)
      for (topic, kind) in [
        ("chat/direct/two", "message"), ("chat/help/one", "message"), ("chat/papers/none", "message"),
        ("chat/general/corridor", "reactions"), ("chat/general/corridor", ChannelRules.event),
        ("questions/keynotes/1", "question"), ("me/ada", "unread"),
      ] {
        #expect(tally(topic, kind) == nil, "\(topic) \(kind)")
      }
    }
  }

  @Test("only participants are told in which channels something happened")
  func rights() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada Nwosu")
      #expect(try await client.get("/live?topics=conversations&after=0").status == .unauthorized)
      #expect(try await ada.get("/live?topics=conversations/\(ada.account.id)&after=0", client).status == .forbidden)
      #expect(try await ada.text("/live?topics=conversations&after=0", client).contains("data-newest="))
    }
  }
}
