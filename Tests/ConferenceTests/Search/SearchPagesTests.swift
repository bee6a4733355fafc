import Testing

@testable import Conference

@Suite(.bothDatabases) struct SearchPagesTests {
  private func draft() throws -> Draft {
    var draft = Draft(conference: ConferenceInfo(id: "test", name: "Test"))
    var keynote = Event(
      kind: .keynote, name: "1", title: "What rivers remember", people: [Person(name: "Aisha Belmadani")])
    keynote.description = "On water and its memory."
    var workshop = Event(kind: .workshop, name: "w", title: "Stones")
    workshop.agenda = [AgendaItem(title: "Opening by Bertrand Dubois")]
    draft.events = [keynote, workshop]
    let start = try #require(Instant(iso8601: "2026-04-28T14:00:00Z"))
    draft.sessions = [
      Session(id: "s", kind: .other, title: "Closing with zoom", start: start, end: start.adding(minutes: 60))
    ]
    draft.sponsors = [Sponsor(id: "g", name: "Granite Works")]
    draft.answers = [
      Answer(id: "slow", question: "My connection is slow. What can I do?", text: "Load the audio only.")
    ]
    draft.papers = [Paper.about("p", "Rivers of granite", by: ["Ada Obi"], "A room of zooms.")]
    return draft
  }

  @Test(
    "keynotes, workshops with their agenda, sessions, sponsors, questions and answers are found",
    arguments: [
      ("rivers", "keynote/1"), ("belmadani", "keynote/1"), ("memory", "keynote/1"), ("bertrand", "workshop/w"),
      ("closing", "s"), ("granite", "g"), ("slow connection", "slow"),
      ("audio", "slow"), ("Belmadnai", "keynote/1"),
    ])
  func found(text: String, id: String) async throws {
    try await SearchScratch.with(draft()) { scratch in
      let hits = try await scratch.search.pages(text, in: scratch.program)
      #expect(hits.found.map(\.id) == [id])
    }
  }

  @Test("a mistyped title means that title and nothing else, among papers as among the rest")
  func mistypedTitle() async throws {
    var draft = try draft()
    draft.events += [
      Event(kind: .social, name: "town", title: "Granite Town"),
      Event(kind: .social, name: "two", title: "Two granites"),
    ]
    draft.papers += [Paper.about("two", "Granite in two parts"), Paper.about("twin", "A granite twin")]
    try await SearchScratch.with(draft) { scratch in
      let found = try await scratch.search.everything("Granite Twon", in: scratch.program)
      #expect(found.pages.found.map(\.id) == ["social/town"])
      #expect(found.pages.corrected == [Correction(typed: "twon", meant: ["town"])])
      #expect(found.papers.found == [] && found.papers.corrected == [])
      let paper = try await scratch.search.everything("Granite in two prats", in: scratch.program)
      #expect(paper.papers.found.map { scratch.program.papers[$0].id } == ["two"])
      #expect(paper.pages.found == [])
    }
  }

  @Test("a word that only papers, or only other pages, know is not taken for a typing error on the other side")
  func everything() async throws {
    try await SearchScratch.with(draft()) { scratch in
      let zoom = try await scratch.search.everything("zoom", in: scratch.program)
      #expect(zoom.pages.found.map(\.id) == ["s"])
      #expect(zoom.papers.corrected == [])
      let obi = try await scratch.search.everything("rivers obi", in: scratch.program)
      #expect(obi.papers.found.count == 1)
      #expect(obi.pages.found == [])
      let both = try await scratch.search.everything("rivers", in: scratch.program)
      #expect(both.papers.found.count == 1)
      #expect(both.pages.found.map(\.id) == ["keynote/1"])
    }
  }
}
