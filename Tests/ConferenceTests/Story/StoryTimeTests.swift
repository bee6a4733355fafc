import Testing

@testable import Conference

@Suite("The times of the story conference")
struct StoryTimeTests {
  private var sessions: [Session] { StoryTests.draft.sessions }
  private var midnight: Instant { StoryTests.story.time(day: 2, 0) }

  @Test("today is the second of four main days, after a day of workshops")
  func days() {
    let conference = StoryTests.draft.conference
    #expect(conference.start == StoryTests.today.adding(days: -2))
    #expect(conference.end == StoryTests.today.adding(days: 2))
    let main = Set(sessions.filter { $0.kind == .poster }.map { Zone.utc.day(at: $0.start) })
    #expect(main == Set((-1...2).map { StoryTests.today.adding(days: $0) }))
    #expect(sessions.filter { $0.kind == .workshop }.allSatisfy { Zone.utc.day(at: $0.start) == conference.start })
  }

  @Test("at every quarter of an hour of today something is on or starts within an hour")
  func close() {
    for quarter in 0..<96 {
      let now = midnight.adding(minutes: quarter * 15)
      let isClose = sessions.contains { $0.start <= now.adding(minutes: 60) && $0.end > now }
      #expect(isClose, "\(now)")
    }
  }

  @Test("poster sessions stand in their five blocks")
  func blocks() throws {
    let starts: [Int] = [5, 8, 12, 17, 20]
    for (index, hour) in starts.enumerated() {
      let session = try #require(sessions.first { $0.id == "P2S\(index + 1)" })
      #expect(session.start == midnight.adding(minutes: hour * 60))
      #expect(session.end == midnight.adding(minutes: hour * 60 + 120))
    }
  }

  @Test("sessions end after they start, and slots and agendas stay within them")
  func order() {
    for session in sessions {
      #expect(session.start < session.end)
      for slot in session.slots {
        #expect(slot.start ?? session.start >= session.start)
        #expect(slot.end ?? session.end <= session.end)
      }
    }
    for event in StoryTests.draft.events where !event.agenda.isEmpty {
      let session = sessions.first { $0.event == event.reference }
      #expect(event.agenda.first?.start == session?.start)
      #expect(event.agenda.last?.end == session?.end)
    }
  }

  @Test("a social and a workshop's agenda cross midnight")
  func midnights() {
    func crosses(_ start: Instant, _ end: Instant) -> Bool {
      Zone.utc.day(at: start) < Zone.utc.day(at: end.adding(seconds: -1))
    }
    #expect(sessions.contains { $0.kind == .social && crosses($0.start, $0.end) })
    let items = StoryTests.draft.events.filter { $0.kind == .workshop }.flatMap(\.agenda)
    #expect(
      items.contains { item in
        guard let start = item.start, let end = item.end else { return false }
        return crosses(start, end)
      })
  }

  @Test("a keynote is released before its questions, which take half an hour")
  func keynotes() throws {
    for event in StoryTests.draft.events where event.kind == .keynote {
      let own = sessions.filter { $0.event == event.reference }
      let talk = try #require(own.first { $0.kind == .keynote })
      let questions = try #require(own.first { $0.kind == .qa })
      #expect(talk.end <= questions.start)
      #expect(questions.end - questions.start == 30 * 60_000)
    }
  }

  @Test("calendars of other years and leap days do not break the story")
  func otherYears() throws {
    for text in ["2024-02-29", "2027-01-01", "1999-12-31", "0001-01-01", "9999-12-31"] {
      let draft = Story(seed: 1, papers: 5, today: try #require(Day(iso: text))).draft()
      #expect(draft.papers.count == 5)
    }
  }
}
