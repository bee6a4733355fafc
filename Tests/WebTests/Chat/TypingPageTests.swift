import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite struct TypingPageTests {
  private let corridor = "/chat/general/corridor"
  private let slot = "typing-general-corridor"

  private func count(_ story: StorySite) -> Int {
    story.site.typing.count(in: "general/corridor", at: story.site.clock.now())
  }

  /// Lets the site hear of the people, which is when it forgets what they were about.
  private func settle(_ organizer: Insider, _ story: StorySite) async throws {
    let published = story.site.live.hub.published
    _ = try await organizer.post(corridor + "/messages", [("text", "Welcome")])
    while story.site.live.hub.published == published { try await Task.sleep(for: .milliseconds(10)) }
  }

  @Test("who writes is told as a number, on the page and in its stream, until the message is sent")
  func told() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let organizer = try await Insider.organizer(story, client)
      try await settle(organizer, story)
      let empty = try await organizer.text(corridor)
      #expect(LivePage(empty).element(slot)?.hasSuffix("></span>") == true)
      #expect(Markup(empty).problems == [])
      #expect(try await selam.post(corridor + "/typing").status == .noContent)
      var page = LivePage(try await organizer.text(corridor))
      #expect(page.element(slot)?.hasSuffix(">1</span>") == true)
      #expect(page.element(slot)?.contains("Selam") == false)
      _ = try await selam.post(corridor + "/messages", [("text", "Hello")])
      let stream = try await organizer.text("/live?topics=chat/general/corridor&after=\(try page.cursor)")
      try page.apply(stream: stream)
      // A page that is open, with what its stream tells, is the page as it is.
      #expect(page.element(slot) == LivePage(try await organizer.text(corridor)).element(slot))
      #expect(page.element(slot)?.hasSuffix("></span>") == true)
    }
  }

  @Test("a picture that is sent ends the sign of who wrote what it shows")
  func picture() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let organizer = try await Insider.organizer(story, client)
      try await settle(organizer, story)
      _ = try await selam.post(corridor + "/typing")
      #expect(count(story) == 1)
      let sent = try await selam.upload(
        corridor + "/pictures", bytes: try SamplePicture.png(), field: "picture", [("text", "The loom")])
      #expect(sent.status == .seeOther && count(story) == 0)
    }
  }

  @Test("who may not write is not counted, and not bothered while they type")
  func muted() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let organizer = try await Insider.organizer(story, client)
      try await story.site.moderation.mute(
        selam.account.id, in: nil, minutes: 10, why: "", by: Access(organizer.account, conduct: nil))
      try await settle(organizer, story)
      #expect(try await selam.post(corridor + "/typing").status == .noContent)
      #expect(count(story) == 0)
      #expect(try await organizer.post(corridor + "/typing").status == .noContent)
      #expect(count(story) == 1)
    }
  }

  @Test("a sign needs an account, and a channel")
  func needs() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      #expect(try await selam.post("/chat/direct/none/typing").status == .notFound)
      #expect(try await client.execute(uri: corridor + "/typing", method: .post).status == .unauthorized)
    }
  }
}
