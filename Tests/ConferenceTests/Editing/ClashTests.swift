import Testing

@testable import Conference

@Suite struct ClashTests {
  private func program(_ change: (inout Draft) throws -> Void) rethrows -> Program {
    var draft = Draft(conference: ConferenceInfo(id: "test", name: "Test"))
    try change(&draft)
    return Program(draft: draft, version: 1, changed: Instant(milliseconds: 0))
  }

  private func talks(_ people: [Person]) throws -> Program {
    try program { draft in
      for (index, person) in people.enumerated() {
        draft.papers.append(Paper(id: "p\(index)", title: "Paper", authors: [person]))
        var session = try session("s\(index)", "10:0\(index)", "11:0\(index)")
        session.slots = [Slot(paper: "p\(index)")]
        draft.sessions.append(session)
      }
    }
  }

  @Test("an author in two sessions at once clashes, whatever accents the name is written with")
  func author() throws {
    let found = try talks([
      Person(name: "José Núñez", affiliation: "UNAM"), Person(name: "Jose Nunez", affiliation: "unam"),
    ]).clashes
    #expect(found.map { [$0.first.id, $0.second.id] } == [["s0", "s1"]])
    #expect(found.map(\.subject) == [.person("José Núñez")])
  }

  @Test("people of the same name at different places, or with different addresses, are different people")
  func namesakes() throws {
    #expect(
      try talks([Person(name: "Wei Wang", affiliation: "A"), Person(name: "Wei Wang", affiliation: "B")]).clashes == [])
    #expect(
      try talks([Person(name: "Wei Wang", email: "a@example.org"), Person(name: "Wei Wang", email: "b@example.org")])
        .clashes == [])
  }

  @Test("an address tells a person under two names, and a mention without address is known by the name")
  func addresses() throws {
    #expect(
      try talks([Person(name: "Bob", email: "b@example.org"), Person(name: "Robert", email: "B@example.org")]).clashes
        .count == 1)
    #expect(try talks([Person(name: "Bob", email: "b@example.org"), Person(name: "Bob")]).clashes.count == 1)
  }

  @Test("a part of a session that is over when the other begins is no clash")
  func slots() throws {
    let author = Person(name: "Ada")
    let found = try program { draft in
      draft.papers = [Paper(id: "a", title: "A", authors: [author]), Paper(id: "b", title: "B", authors: [author])]
      var (one, other) = (try session("s1", "10:00", "12:00"), try session("s2", "11:00", "12:00"))
      one.slots = [Slot(paper: "a", start: one.start, end: other.start)]
      other.slots = [Slot(paper: "b")]
      draft.sessions = [one, other]
    }
    #expect(found.clashes == [])
  }

  @Test("a room in two sessions at once clashes; cancelled sessions and those of the same event do not")
  func rooms() throws {
    var (one, other) = (try session("s1", "10:00", "12:00"), try session("s2", "11:00", "12:00"))
    (one.join, other.join) = ("https://room.example/1", "https://room.example/1")
    #expect(program { $0.sessions = [one, other] }.clashes.map(\.subject) == [.room("https://room.example/1")])
    (one.event, other.event) = (EventReference(kind: .workshop, name: "w"), EventReference(kind: .workshop, name: "w"))
    #expect(program { $0.sessions = [one, other] }.clashes == [])
    (other.event, other.isCancelled) = (nil, true)
    #expect(program { $0.sessions = [one, other] }.clashes == [])
  }

  @Test("a room is the same however its address is written")
  func spellings() throws {
    let one = "https://Room.example/Hall 1/"
    for other in ["http://room.example/hall  1", " HTTPS://room.example/Hall 1 ", one] {
      var (first, second) = (try session("s1", "10:00", "12:00"), try session("s2", "11:00", "12:00"))
      (first.join, second.join) = (one, other)
      #expect(program { $0.sessions = [first, second] }.clashes.count == 1, "\(other)")
    }
    var (first, second) = (try session("s1", "10:00", "12:00"), try session("s2", "11:00", "12:00"))
    (first.join, second.join) = (one, "https://room.example/hall 2")
    #expect(program { $0.sessions = [first, second] }.clashes == [])
  }

  @Test("an event's people and a paper's authors clash before they are stored, others' clashes are not told with them")
  func unstored() throws {
    let (ada, bob) = (Person(name: "Ada"), Person(name: "Bob"))
    let found = try program { draft in
      draft.papers = [Paper(id: "a", title: "A", authors: [ada]), Paper(id: "b", title: "B", authors: [bob])]
      draft.events = [Event(kind: .workshop, name: "w", title: "W"), Event(kind: .social, name: "s", title: "S")]
      var sessions = [
        try session("s1", "10:00", "12:00"), try session("s2", "11:00", "12:00"), try session("s3", "11:30", "12:30"),
      ]
      sessions[0].slots = [Slot(paper: "a")]
      sessions[1].event = draft.events[0].reference
      sessions[2].slots = [Slot(paper: "b")]
      draft.sessions = sessions
    }
    #expect(found.clashes == [])
    var workshop = found.events[0]
    workshop.people = [ada]
    #expect(found.clashes(with: workshop).map { [$0.first.id, $0.second.id] } == [["s1", "s2"]])
    var paper = found.papers[1]
    paper.authors = [bob, ada]
    #expect(found.clashes(with: paper).map { [$0.first.id, $0.second.id] } == [["s1", "s3"]])
    var social = found.events[1]
    social.people = [ada]
    #expect(found.clashes(with: social) == [])
    #expect(found.clashes(with: Answer(id: "q", question: "?", text: "!")) == [])
  }

  @Test("the clashes of each session are those of the whole program, as a plain comparison of all pairs finds them")
  func consistent() throws {
    var story = Story(seed: 5, papers: 60, today: try #require(Day(iso: "2026-04-28"))).draft()
    for index in story.sessions.indices where index % 3 == 0 {
      story.sessions[index].join = "https://room.example/\(index % 2)"
    }
    let program = Program(draft: story, version: 1, changed: Instant(milliseconds: 0))
    let all = program.clashes
    #expect(!all.isEmpty)
    for session in program.sessions {
      let mine = all.filter { $0.first.id == session.id || $0.second.id == session.id }
      #expect(Set(program.clashes(of: session).map(Pair.init)) == Set(mine.map(Pair.init)))
    }
  }

  private struct Pair: Hashable {
    let first: String
    let second: String
    init(_ clash: Clash) { (first, second) = (clash.first.id, clash.second.id) }
  }
}
