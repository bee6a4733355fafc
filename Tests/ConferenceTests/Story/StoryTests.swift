import Foundation
import Testing

@testable import Conference

@Suite("The story conference")
struct StoryTests {
  static let today = Day(number: 20_786)
  static let story = Story(seed: 7, papers: 120, today: today)
  static let draft = story.draft()

  @Test("the same seed, papers and day give the same conference, another seed another one")
  func determinism() {
    #expect(Self.draft == Story(seed: 7, papers: 120, today: Self.today).draft())
    #expect(Self.draft.papers != Story(seed: 8, papers: 120, today: Self.today).draft().papers)
  }

  @Test("the output is the one that was recorded, on every machine")
  func fingerprint() {
    let text = Self.draft.papers.map { $0.id + $0.title + $0.abstract }.joined()
    let authors = Self.draft.papers.flatMap { $0.authors.map(\.name) }.joined()
    let slots = Self.draft.sessions.map { $0.id + $0.slots.map(\.paper).joined() }.joined()
    #expect(Slug.fingerprint(text + authors + slots) == "03413813")
  }

  @Test("another day moves the sessions and leaves the papers as they are")
  func otherDay() {
    let later = Story(seed: 7, papers: 120, today: Self.today.adding(days: 1)).draft()
    #expect(later.papers == Self.draft.papers)
    #expect(zip(later.sessions, Self.draft.sessions).allSatisfy { $0.start - $1.start == 86_400_000 })
  }

  @Test("every paper is in exactly two poster sessions", arguments: [1, 3, 12, 120, 687])
  func posters(papers: Int) {
    let draft = Story(seed: 3, papers: papers, today: Self.today).draft()
    #expect(draft.papers.count == papers)
    let places = draft.sessions.filter { $0.kind == .poster }.flatMap { $0.slots.map(\.paper) }
    #expect(places.count == papers * 2)
    let sessionsOfPaper = Dictionary(grouping: places) { $0 }.mapValues(\.count)
    #expect(draft.papers.allSatisfy { sessionsOfPaper[$0.id] == 2 })
    for session in draft.sessions { #expect(Set(session.slots.map(\.paper)).count == session.slots.count) }
  }

  @Test("first authors are awake in their poster sessions, in their real zone")
  func awake() throws {
    let papers = Dictionary(uniqueKeysWithValues: Self.draft.papers.map { ($0.id, $0) })
    let posters = Self.draft.sessions.filter { $0.kind == .poster }
    #expect(posters.map(\.slots.count).max() ?? 0 <= 20)
    try #require(Zones.isAvailable)
    for session in posters {
      for slot in session.slots {
        let zone = try #require(Zones.named(papers[slot.paper]?.authors.first?.zone ?? ""))
        #expect((7...21).contains(zone.wall(at: session.start).hour), "\(zone.id) in \(session.id)")
      }
    }
  }

  @Test("ids, titles and citation keys are unique")
  func uniqueness() {
    #expect(Self.repeated(Self.draft.papers.map(\.id)) == [])
    #expect(Self.repeated(Self.draft.papers.map(\.title)) == [])
    #expect(Self.repeated(Self.draft.papers.map { String($0.bibtex?.prefix { $0 != "," } ?? "") }) == [])
    #expect(Self.repeated(Self.draft.sessions.map(\.id)) == [])
    #expect(Self.repeated(Self.draft.events.map(\.id)) == [])
    #expect(Self.repeated(Self.draft.answers.map(\.id)) == [])
    #expect(Self.repeated(Self.draft.sponsors.map(\.id)) == [])
    #expect(Self.draft.papers.allSatisfy { Self.repeated($0.authors.map(\.name)) == [] })
  }

  @Test("of twenty thousand papers all ids, titles and sessions are kept apart")
  func large() {
    let draft = Story(seed: 1, papers: 20_000, today: Self.today).draft()
    #expect(draft.papers.count == 20_000)
    #expect(Self.repeated(draft.papers.map(\.id)) == [])
    #expect(Self.repeated(draft.papers.map { $0.title.lowercased() }) == [])
    #expect(draft.sessions.filter { $0.kind == .poster }.map(\.slots.count).reduce(0, +) == 40_000)
    #expect(draft.papers.allSatisfy { $0.thumbnail == nil })
  }

  @Test("all references lead somewhere and all ids can stand in an address")
  func references() {
    let draft = Self.draft
    let papers = Set(draft.papers.map(\.id))
    let events = Set(draft.events.map(\.reference))
    let sponsors = Set(draft.sponsors.map(\.id))
    #expect(draft.sessions.allSatisfy { $0.slots.allSatisfy { papers.contains($0.paper) } })
    #expect(draft.sessions.allSatisfy { $0.event.map(events.contains) ?? true })
    #expect(draft.sessions.allSatisfy { $0.sponsor.map(sponsors.contains) ?? true })
    #expect(draft.themes.allSatisfy { $0.papers.allSatisfy(papers.contains) })
    #expect(draft.events.allSatisfy { event in draft.sessions.contains { $0.event == event.reference } })
    #expect(draft.sponsors.allSatisfy { sponsor in draft.sessions.contains { $0.sponsor == sponsor.id } })
    let ids = draft.papers.map(\.id) + draft.sessions.map(\.id) + draft.events.map(\.name) + draft.answers.map(\.id)
    #expect((ids + draft.members.map(\.id) + draft.themes.map(\.id)).allSatisfy(Slug.isAddress))
  }

  @Test("the program holds what a real one does")
  func contents() {
    let kinds = Dictionary(grouping: Self.draft.events, by: \.kind).mapValues(\.count)
    #expect(kinds == [.keynote: 6, .workshop: 8, .social: 10, .tutorial: 3, .plenary: 3, .expo: 3])
    #expect(Self.draft.answers.count == 20)
    #expect(Set(Self.draft.answers.map(\.section)).count == 5)
    #expect(Set(Self.draft.sponsors.map(\.tier)).count == 4)
    #expect(Set(Self.draft.sessions.map(\.kind)).isSuperset(of: [.keynote, .qa, .oral, .mentoring, .sponsor]))
    let presented = Dictionary(grouping: Self.draft.papers, by: \.kind).mapValues(\.count)
    #expect(presented == ["Oral": 6, "Spotlight": 18, "Poster": 96])
    for day in 1...4 {
      let themes = Self.draft.themes.filter { $0.day == Self.today.adding(days: day - 2) }
      #expect((3...4).contains(themes.count))
      #expect(themes.allSatisfy { (4...6).contains($0.papers.count) })
    }
  }

  @Test("pages are put to the test by a crowd of authors, a long title and a missing abstract")
  func unusual() {
    #expect(Self.draft.papers.map(\.authors.count).max() == 60)
    #expect(Self.draft.papers.count { $0.title.count > 150 } == 1)
    #expect(Self.draft.papers.count { $0.abstract.isEmpty } == 1)
    #expect(Self.draft.papers.allSatisfy { !$0.authors.isEmpty })
  }

  static func repeated(_ texts: [String]) -> [String] {
    Dictionary(grouping: texts) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
  }
}
