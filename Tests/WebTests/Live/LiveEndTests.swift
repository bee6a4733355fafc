import Conference
import Testing

@testable import Web

/// What becomes of open pages when what they follow is changed or taken away.
@Suite(.serialized) struct LiveEndTests {
  private static let corridor = "chat/general/corridor"

  @Test("open pages of a channel and of a message in it take up its title, what it is for and who writes in it")
  func changed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let said = try await selam.say("Hello")
      let thread = "/messages/\(said)"
      for fields in [
        [("title", "Hallway"), ("purpose", "For chance <meetings>"), ("organizers", "1")], [("title", "Passage")],
        [("title", "Corridor"), ("purpose", "As before")],
      ] {
        var page = LivePage(try await selam.text("/" + Self.corridor))
        var replies = LivePage(try await selam.text(thread))
        let cursor = try page.cursor
        #expect(try await organizer.post("/organize/channels/corridor", fields).status == .seeOther)
        await story.takeUp()
        let stream = try await selam.text("/live?topics=\(Self.corridor)&after=\(cursor)")
        try page.apply(stream: stream)
        try replies.apply(stream: stream)
        let fresh = try await selam.text("/" + Self.corridor)
        #expect(Markup(fresh).problems.isEmpty)
        page.agrees(with: fresh, in: "channel-title", "channel-purpose", "channel-writers")
        #expect(page.element("channel-title")?.contains(">\(fields[0].1)<") == true)
        #expect(page.element("channel-writers")?.contains("Only organizers") == (fields.count == 3))
        replies.agrees(with: try await selam.text(thread), in: "channel-title", "channel-writers")
        #expect(replies.element("channel-writers") == page.element("channel-writers"))
      }
    }
  }

  @Test("streams of a channel that is removed end, others go on; and who comes back is told that it is gone")
  func removed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let hub = story.site.live.hub
      await story.takeUp()
      let followers = await OpenStream(["announcements", Self.corridor], in: hub)
      let others = await OpenStream(["announcements", "chat/papers/\(Story.heroinePaper)"], in: hub)
      #expect(try await organizer.post("/organize/channels/corridor/removal").status == .seeOther)
      await story.takeUp()
      #expect(await followers.isClosed)
      #expect(await !others.isClosed)
      let told = try await selam.text("/live?topics=announcements,\(Self.corridor)&after=0")
      #expect(told.hasPrefix("event: gone\ndata: [\"\(Self.corridor)\"]\n\n"))
      #expect(try await selam.get("/live?topics=\(Self.corridor)&after=0").status == .notFound)
    }
  }

  @Test("when a paper leaves the program, streams of its chat and questions end, and no others")
  func withdrawn() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let (papers, hub) = (story.site.edition.program.papers.map(\.id), story.site.live.hub)
      await story.takeUp()
      let chat = await OpenStream(["announcements", "chat/papers/\(papers[0])"], in: hub)
      let questions = await OpenStream(["announcements", "questions/papers/\(papers[0])"], in: hub)
      let others = await OpenStream(
        ["announcements", Self.corridor, "chat/papers/\(papers[1])", "questions/papers/\(papers[1])"], in: hub)
      let host = await OpenStream(["queue/papers/\(papers[1])"], in: hub)
      let editor = ProgramEditor(story.site.database, clock: story.site.clock)
      try await editor.edit(by: nil) { try $0.remove(EntryName(kind: .paper, id: papers[0])) }
      await story.takeUp()
      #expect(await chat.isClosed)
      #expect(await questions.isClosed)
      #expect(await !others.isClosed)
      #expect(await host.isClosed, "who hosts it may have changed")
      let topics = ["chat", "questions"].map { "\($0)/papers/\(papers[0])" }
      let told = try await selam.text("/live?topics=announcements,\(topics.joined(separator: ","))&after=0")
      #expect(told.hasPrefix("event: gone\ndata: [\"\(topics[0])\",\"\(topics[1])\"]\n\n"))
    }
  }
}
