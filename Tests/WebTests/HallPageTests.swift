import Conference
import Testing

@testable import Web

@Suite struct HallPageTests {
  @Test("a hall has all of the width for who cannot talk beside it, and its chat beside it for who can")
  func width() async throws {
    try await StorySite.run { client, site in
      let selam = try await Insider.participant(site, client)
      await site.takeUp()
      let (hers, strangers) = (try await selam.text("/sessions/P2S2"), try await client.text("/sessions/P2S2"))
      #expect(hers.contains("<div class=\"split is-hall is-tabbed\" id=\"page\">"))
      #expect(strangers.contains("<div class=\"is-hall is-tabbed\" id=\"page\">"))
      #expect(strangers.contains("id=\"chat\"") && Markup(strangers).problems == [] && Markup(hers).problems == [])
    }
  }

  @Test("only a hall of many papers has a field to find them by", arguments: [(12, false), (13, true)])
  func find(count: Int, isThere: Bool) async throws {
    try await StorySite.run { draft in
      guard let index = draft.sessions.firstIndex(where: { $0.id == "P2S2" }) else { return }
      draft.sessions[index].slots = draft.papers.prefix(count).map { Slot(paper: $0.id) }
    } _: { client, _ in
      let page = try await client.text("/sessions/P2S2")
      #expect(page.contains("data-hall-find") == isThere && page.contains("/js/hall.js") == isThere)
      #expect(Markup(page).problems == [])
    }
  }
}
