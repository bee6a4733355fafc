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
      #expect(plan.contains("You chair") && plan.contains("row-0"))
    }
  }

  @Test("one's calendars say of each session what one does there, and have it once also where it is saved")
  func calendars() async throws {
    try await StorySite.run(change: { draft in
      let author = Person(name: "Adaeze Okonkwo", email: Self.author)
      for index in draft.sessions.indices where draft.sessions[index].id == "P2S2" {
        draft.sessions[index].chairs = [author]
      }
      for index in draft.events.indices where draft.events[index].id == "keynote/1" {
        draft.events[index].people = [author]
      }
    }) { client, site in
      let author = try await site.insider(Self.author)
      let saved = ["save": "papers:\(Story.heroinePaper),sessions:P2S2,sessions:P1S1"]
      _ = try await author.send("/account/saved", saved, client)
      let made = String(buffer: try await author.send("/account/calendar", [:], client).body)
      let path = try #require(found(/conference\.example(\/calendars\/private\/[A-Za-z0-9_-]+\.ics)/, made))
      let (calendar, file) = (try await client.text(path), try await author.text("/account/plan.ics", client))
      #expect(calendar == file)
      let (titles, program) = (titles(calendar), site.site.edition.program)
      let conference = try #require(program.conference).id
      func title(_ session: String) -> String? { titles[CalendarUID.of(session: session, conference: conference)] }
      for session in Story.heroineSessions {
        let uid = CalendarUID.of(paper: Story.heroinePaper, session: session, conference: conference)
        #expect(titles[uid]?.hasPrefix("You present: ") == true, "\(session)")
      }
      let keynote = try #require(program.event(EventReference(kind: .keynote, name: "1")))
      #expect(!program.sessions(of: keynote).isEmpty)
      for session in program.sessions(of: keynote) { #expect(title(session.id)?.hasPrefix("You speak: ") == true) }
      #expect(title("P2S2") == "You chair: Poster session 7")
      #expect(title("P1S1") == "Poster session 1")
      let plan = try await author.text("/plan", client)
      #expect(plan.contains("You chair") && plan.contains("You speak") && plan.contains("You present"))
    }
  }

  /// By uid, of which none may stand there twice.
  private func titles(_ calendar: String) -> [String: String] {
    let lines = calendar.replacing("\r\n ", with: "").split(whereSeparator: \.isNewline)
    func values(_ name: String) -> [String] {
      lines.filter { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
    }
    let uids = values("UID")
    #expect(Set(uids).count == uids.count)
    return Dictionary(zip(uids, values("SUMMARY")), uniquingKeysWith: { first, _ in first })
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

  @Test("a paper's page has the way to edit it hidden, and its authors' browsers learn that it is theirs")
  func edit() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let (author, other) = (try await site.insider(Self.author), try await site.insider("ben@example.org"))
      let path = "/papers/\(Story.heroinePaper)"
      let link = "href=\"\(path)/mine\" data-own-paper=\"\(Story.heroinePaper)\" hidden>Edit my paper</a>"
      for (reader, own) in [(author, [Story.heroinePaper]), (other, [])] {
        let page = try await reader.text(path, client)
        #expect(page.contains(link) && page.contains("/js/own.js") && !page.contains("/account/now"))
        #expect(Markup(page).problems == [])
        let list = try await reader.text("/account/saved", client)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [String: Any])
        #expect(json["own"] as? [String] == own)
      }
      #expect(!(try await client.text(path)).contains("Edit my paper"))
    }
  }

  @Test("who is called like an author learns on the paper's page how to say that it is theirs, until they did")
  func sameName() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let path = "/papers/\(Story.heroinePaper)"
      let link =
        "href=\"/account#papers\" data-own-paper=\"\(Story.heroinePaper)\" data-if=\"claimable\" hidden>Is this your paper?</a>"
      func claimable(_ reader: SignedInVisitor) async throws -> [String]? {
        let list = try await reader.text("/account/saved", client)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [String: Any])
        return json["claimable"] as? [String]
      }
      let (author, other) = (try await site.insider(Self.author), try await site.insider("ben@example.org"))
      let namesake = try await site.insider("adaeze@example.org", name: "Adaeze Okonkwo")
      #expect(try await claimable(author) == [])
      #expect(try await claimable(other) == [])
      #expect(try await claimable(namesake)?.contains(Story.heroinePaper) == true)
      let page = try await namesake.text(path, client)
      #expect(page.contains(link) && Markup(page).problems == [])
      #expect(try await namesake.text("/account", client).contains("id=\"papers\""))
      _ = try await namesake.send(path + "/claim", [:], client)
      #expect(try await claimable(namesake)?.contains(Story.heroinePaper) == false)
      let visitors = try await client.text(path)
      #expect(!visitors.contains("Is this your paper?") && !visitors.contains("/js/own.js"))
    }
  }
}
