import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

extension LivePage {
  /// Takes up all that somebody is told of topics since the page was rendered.
  mutating func catchUp(
    _ topics: String, _ visitor: SignedInVisitor, _ story: StorySite, _ client: TestClient
  ) async throws {
    let newest = try await story.site.database.read { try $0.newestEventId() }
    for _ in 0..<500 where story.site.live.hub.published < newest { try await Task.sleep(for: .milliseconds(10)) }
    try apply(stream: try await visitor.text("/live?topics=\(Query.encoded(topics))&after=\(try cursor)", client))
  }

  /// That some of its elements are those of a page that is rendered now.
  func agrees(with fresh: String, in ids: String...) {
    for id in ids { #expect(element(id) == LivePage(fresh).element(id), "\(id)") }
  }
}

@Suite(.serialized) struct LiveHelpTests {
  @Test("a queue that was rendered long ago, with all that was told since, is the queue as it is now")
  func queue() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let before = try await vera.text("/help/queue", client)
      let desk = story.site.helpDesk
      var ids: [String] = []
      for number in 0..<4 {
        moment.pass(minutes: 1)
        ids.append(try await desk.ask(try HelpQuestion("Question \(number) <b>"), by: ada.account.id, client: "c"))
      }
      try await desk.take(ids[0], by: vera.account.id)
      try await desk.take(ids[1], by: vera.account.id)
      try await desk.close(ids[1], note: "Solved <i>", by: vera.account.id)
      try await desk.handOver(ids[0], to: nil, by: vera.account.id)
      try await desk.take(ids[2], by: vera.account.id)
      var page = LivePage(before)
      try await page.catchUp("help-queue", vera, story, client)
      let fresh = try await vera.text("/help/queue", client)
      page.agrees(with: fresh, in: "help-waiting", "help-taken", "help-closed", "help-count")
      #expect(fresh.contains("help-taken-\(ids[2])") && fresh.contains("help-closed-\(ids[1])"))
    }
  }

  @Test("the asker's page follows the place in the queue and who answers; a stranger follows neither it nor the queue")
  func request() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let desk = story.site.helpDesk
      let first = try await desk.ask(try HelpQuestion("First"), by: vera.account.id, client: "c")
      moment.pass(minutes: 1)
      let mine = try await desk.ask(try HelpQuestion("Mine"), by: ada.account.id, client: "c")
      let before = try await ada.text("/help/requests/\(mine)", client)
      #expect(before.contains("Number 2 in the queue"))
      try await desk.take(first, by: vera.account.id)
      var old = LivePage(before)
      try await old.catchUp("help/\(mine)", ada, story, client)
      let page = try await ada.text("/help/requests/\(mine)", client)
      #expect(page.contains("Next in the queue"))
      old.agrees(with: page, in: "help-state")
      try await desk.take(mine, by: vera.account.id)
      var told = LivePage(before)
      try await told.catchUp("help/\(mine)", ada, story, client)
      told.agrees(with: try await ada.text("/help/requests/\(mine)", client), in: "help-state")
      let bob = try await story.insider("bob@example.org", name: "Bob")
      for topic in ["help/\(mine)", "help-queue", "chat/help/\(mine)"] {
        let status = try await bob.get("/live?topics=\(Query.encoded(topic))&after=0", client).status
        #expect(status == .forbidden || status == .notFound, "\(topic)")
      }
    }
  }
}
