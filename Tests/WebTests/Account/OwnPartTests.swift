import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct OwnPartTests {
  private static let author = "adaeze.okonkwo@example.org"

  /// When the story's heroine presents first.
  private static func start() throws -> Instant {
    let story = Story(seed: 3, papers: 60, today: try #require(Day(iso: "2026-04-28")))
    let sessions = story.draft().sessions.filter { session in
      session.slots.contains { $0.paper == Story.heroinePaper }
    }
    let first = try #require(sessions.min { $0.start < $1.start })
    return first.slots.first { $0.paper == Story.heroinePaper }?.start ?? first.start
  }

  @Test("what one presents is in the plan without a star, marked so, and in its calendar file")
  func plan() async throws {
    try await StorySite.run { client, site in
      let author = try await site.insider(Self.author)
      let plan = try await author.text("/plan", client)
      #expect(plan.contains("You present") && plan.contains("href=\"/papers/\(Story.heroinePaper)\""))
      #expect(Markup(plan).problems == [])
      let calendar = try await author.text("/account/plan.ics", client)
      #expect(calendar.contains("BEGIN:VEVENT"))
      let other = try await site.insider("ben@example.org")
      let others = try await other.text("/plan", client)
      #expect(!others.contains("You present") && !others.contains("/papers/\(Story.heroinePaper)\""))
    }
  }

  @Test("who leads a session finds it in the plan")
  func hosting() async throws {
    try await StorySite.run(change: { draft in
      let index = draft.sessions.firstIndex { $0.id == "P2S2" } ?? 0
      var chair = Person(name: "Esi Boateng")
      chair.email = "esi@example.org"
      draft.sessions[index].chairs = [chair]
    }) { client, site in
      let host = try await site.insider("esi@example.org")
      let plan = try await host.text("/plan", client)
      #expect(plan.contains("You host") && plan.contains("row-0"))
    }
  }

  @Test("home has a place for what one presents now, which only the own part fills, with the way into the room")
  func now() async throws {
    try await StorySite.run(clock: .fixed(try Self.start().adding(minutes: 5))) { client, site in
      let author = try await site.insider(Self.author)
      let home = try await author.text("/", client)
      #expect(home.contains("data-part=\"/account/now\"") && !home.contains("You present"))
      let part = try await author.text("/account/now", client)
      #expect(part.contains("You present now") && part.contains("Enter your room"))
      #expect(Markup(part).problems == [])
      let other = try await site.insider("ben@example.org")
      let others = try await other.text("/account/now", client)
      #expect(!others.contains("You present"))
      let visitor = try await client.text("/")
      #expect(!visitor.contains("/account/now"))
    }
  }

  @Test("within the hour it is told with its time, and before that not")
  func soon() async throws {
    for (minutes, isTold) in [(-40, true), (-90, false)] {
      try await StorySite.run(clock: .fixed(try Self.start().adding(minutes: minutes))) { client, site in
        let author = try await site.insider(Self.author)
        let part = try await author.text("/account/now", client)
        #expect(part.contains("You present at") == isTold, "\(minutes)")
      }
    }
  }

  @Test("a paper's page has a place for the way to edit it, which is filled for its authors only")
  func edit() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let author = try await site.insider(Self.author)
      let (path, link) = ("/account/now?paper=\(Story.heroinePaper)", "href=\"/papers/\(Story.heroinePaper)/mine\"")
      let page = try await author.text("/papers/\(Story.heroinePaper)", client)
      #expect(page.contains("data-part=\"\(path)\"") && !page.contains(link))
      let part = try await author.text(path, client)
      #expect(part.contains(link) && part.contains("Edit my paper"))
      let other = try await site.insider("ben@example.org")
      let others = try await other.text(path, client)
      #expect(!others.contains(link))
    }
  }
}
