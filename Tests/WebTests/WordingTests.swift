import Conference
import Testing

@testable import Web

@Suite struct WordingTests {
  /// A page of the story after a change, at its usual hour: half past twelve in UTC.
  private func page(
    _ address: String, zone: String? = nil, _ change: @escaping @Sendable (inout Draft) -> Void = { _ in }
  ) async throws -> String {
    let kept = Kept()
    try await StorySite.run(papers: 30, change: change) { client, _ in
      await kept.keep(try await client.text(address, zone: zone))
    }
    return await kept.text
  }

  private actor Kept {
    var text = ""
    func keep(_ text: String) { self.text = text }
  }

  @Test("the papers of a session stand by theme where tracks say less, else by track")
  func hallGroups() async throws {
    @Sendable func papers(_ draft: Draft) -> [String] {
      draft.sessions.first { $0.id == "P2S2" }?.slots.map(\.paper) ?? []
    }
    func headings(_ page: String) -> [String] {
      page.components(separatedBy: "-name\" dir=\"auto\">").dropFirst().compactMap {
        $0.split(separator: "<").first.map(String.init)
      }
    }
    let themed = try await page("/sessions/P2S2") { draft in
      let ids = papers(draft)
      for index in draft.papers.indices { draft.papers[index].track = "Everything" }
      draft.themes = [Theme(id: "t", day: nil, title: "Rivers", papers: Array(ids.prefix(3)))]
    }
    #expect(headings(themed).prefix(2) == ["Rivers", "Other themes"])
    let tracked = try await page("/sessions/P2S2") { draft in
      let ids = papers(draft)
      for index in draft.papers.indices { draft.papers[index].track = index.isMultiple(of: 2) ? "Even" : "Odd" }
      draft.themes = [Theme(id: "t", day: nil, title: "Rivers", papers: Array(ids.prefix(2)))]
    }
    #expect(!headings(tracked).contains("Rivers"))
  }

  @Test("before anything has a time no page counts nothing, names today or offers calendars of it")
  func unscheduled() async throws {
    let empty: @Sendable (inout Draft) -> Void = {
      $0.sessions = []; $0.events = []
    }
    let schedule = try await page("/schedule", empty)
    #expect(schedule.contains("The schedule comes here"))
    #expect(!schedule.contains("Nothing today") && !schedule.contains("28 April"))
    let sessions = try await page("/sessions", empty)
    #expect(sessions.contains("No sessions yet") && !sessions.contains("0 sessions"))
    #expect(!(try await page("/keynotes", empty)).contains("href=\"/calendars\""))
  }

  @Test("of an open room it is told until when it is open, with the day where that is another")
  func openRoom() async throws {
    let found = try await page("/workshops") { draft in
      var workshop = Event(kind: .workshop, name: "room", title: "A room")
      workshop.join = "https://example.org/room"
      draft.events.append(workshop)
    }
    #expect(found.contains("Open now</span> until Fri 1 May, <time"))
  }

  @Test("a room that opens on the day before says so")
  func opensBefore() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      let start = Instant(iso8601: "2026-04-29T00:05:00Z") ?? .earliest
      var session = Session(
        id: "late", kind: .other, title: "After midnight", start: start, end: start.adding(minutes: 30))
      session.join = "https://example.org/room"
      draft.sessions.append(session)
    }
    let next = try await page("/schedule?day=2026-04-29", change)
    #expect(next.contains("23:55</time> <span class=\"plus-day\">(−1 day)</span></small>"))
    let own = try await page("/sessions/late", change)
    #expect(own.contains("23:55</time> <span class=\"plus-day\">(−1 day)</span></small>"))
  }

  @Test("home says of a poster session that is on that its posters are seen, and opens no hall")
  func postersNow() async throws {
    let found = try await page("/")
    #expect(found.contains(">See the posters<span class=\"sr\">: "))
    #expect(!found.contains("Enter the hall"))
  }

  @Test("the foot of a page says that talks on outside players load when they are played")
  func foot() async throws {
    #expect(try await page("/about").contains("is loaded from other hosts until you press play.</p>"))
  }

  @Test("the dot before how soon an event is stays on the line of its time")
  func dots() async throws {
    let found = try await page("/keynotes")
    #expect(found.contains("&#160;· <small data-soon=") && !found.contains(" · <small data-soon="))
  }

  @Test("a session is saved before it is taken to a calendar")
  func sessionActions() async throws {
    let found = try await page("/sessions/P2S2")
    let save = try #require(found.firstRange(of: "data-save=\"sessions:P2S2\""))
    let calendar = try #require(found.firstRange(of: "Add to calendar"))
    #expect(save.lowerBound < calendar.lowerBound)
  }

  @Test("formulas in descriptions, answers and the like are marked, and their script comes only where one may be")
  func formulas() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      draft.conference.description = "We study $x_1*y$."
      for index in draft.events.indices { draft.events[index].description = "We study $x_1*y$." }
      for index in draft.answers.indices { draft.answers[index].text = "It is $x_1*y$." }
    }
    for address in ["/", "/keynotes/1", "/workshops/W1", "/help"] {
      let found = try await page(address, change)
      #expect(found.contains("data-maths><p>") && found.contains("$x_1*y$"), "\(address)")
      #expect(found.contains("/js/maths.js"), "\(address)")
    }
    #expect(!(try await page("/committee")).contains("/js/maths.js"))
  }

  @Test("the beginning of a description ends in its last word, so that the dots begin no line")
  func gist() async throws {
    let found = try await page("/workshops") { draft in
      for index in draft.events.indices {
        draft.events[index].summary = nil
        draft.events[index].description = String(repeating: "Many words follow each other. ", count: 20)
      }
    }
    #expect(found.contains("…") && !found.contains(" …"))
  }

  @Test("a list of sessions over several days leads to today")
  func jumps() async throws {
    #expect(try await page("/sessions").contains(">Today <span class=\"count\">"))
  }

  @Test("how to start stands once: on the first screen where one thing is on, further below where more are")
  func start() async throws {
    for (count, isFirst) in [(1, true), (3, false)] {
      let found = try await page("/") { draft in
        let now = Instant(iso8601: StorySite.now) ?? .earliest
        draft.sessions = (0..<count).map {
          Session(id: "s\($0)", kind: .social, title: "Talk \($0)", start: now, end: now.adding(minutes: 60))
        }
      }
      let pieces = found.components(separatedBy: "How to start")
      #expect(pieces.count == 2)
      #expect(pieces[0].contains("id=\"week\"") == !isFirst)
    }
  }

  @Test("beside how to start there are no more of the next times than it is high")
  func next() async throws {
    for (count, rows) in [(1, 4), (2, 5)] {
      let found = try await page("/") { draft in
        let now = Instant(iso8601: StorySite.now) ?? .earliest
        draft.sessions = (0..<count).map {
          Session(id: "s\($0)", kind: .social, title: "Talk \($0)", start: now, end: now.adding(minutes: 60))
        }
        draft.sessions += (1...6).map {
          let start = now.adding(minutes: 60 * $0)
          return Session(
            id: "n\($0)", kind: .social, title: "Later \($0)", start: start, end: start.adding(minutes: 30))
        }
      }
      let shown = (1...6).map { ">Later \($0)</a></h3>" }.filter { found.contains($0) }
      #expect(shown.count == rows, "\(count)")
    }
  }

  @Test("a conference of which only cancelled sessions are to come is over")
  func cancelled() async throws {
    let found = try await page("/") { draft in
      let now = Instant(iso8601: StorySite.now) ?? .earliest
      for index in draft.sessions.indices { draft.sessions[index].isCancelled = draft.sessions[index].end > now }
    }
    #expect(found.contains("is over, and stays here"))
    #expect(Markup(found).headings.filter { $0 == 1 }.count == 1)
  }

  @Test("what is left of a session is told in the words that the page's script keeps current")
  func left() async throws {
    let found = try await page("/") { draft in
      let start = Instant(iso8601: "2026-04-28T00:00:00Z") ?? .earliest
      let town = Session(id: "town", kind: .social, title: "Town", start: start, end: start.adding(minutes: 24 * 60))
      draft.sessions = [town]
    }
    #expect(found.contains("data-soon-word=\"ends\">11 h 30 min left</span>"))
  }

  @Test("a sponsor who has written nothing is said to have not, with where there is more")
  func silentSponsor() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      var sponsor = Sponsor(id: "silent", name: "Silent")
      sponsor.website = "https://example.org"
      draft.sponsors.append(sponsor)
    }
    let found = try await page("/sponsors/silent", change)
    #expect(found.contains("Silent</span> has not written anything here yet. You can see the website.</p>"))
    #expect(!found.contains(">About</h2>"))
    #expect(!(try await page("/sponsors/rainwright", change)).contains("has not written anything"))
  }
}
