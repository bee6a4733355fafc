import Testing

@testable import Conference

@Suite("What stands in calendars")
struct CalendarFactTests {
  @Test("every session and every paper's place in one has a fact, with the place's own times where it has some")
  func facts() {
    let facts = CalendarStamp.facts(of: NightConference.draft)
    #expect(facts.count == 7 + 4)
    #expect(Set(facts.map(\.uid)).count == facts.count)
    #expect(
      facts[2]
        == CalendarFact(
          uid: "session-posters-paper-17@night-2026.hatata", start: NightConference.at("2026-04-27T11:00:00Z"),
          end: NightConference.at("2026-04-27T12:00:00Z"), summary: NightConference.hostile))
    #expect(facts[3].start == NightConference.at("2026-04-27T10:00:00Z"))
    #expect(facts[3].summary == "The $\\ell_1$ norm")
    #expect(facts[4].summary == NightConference.hostile)
  }

  @Test("a cancelled session cancels the papers in it")
  func cancelled() {
    var draft = NightConference.draft
    for index in draft.sessions.indices { draft.sessions[index].isCancelled = true }
    #expect(CalendarStamp.facts(of: draft).allSatisfy { $0.isCancelled })
  }

  @Test("ids made to be confused give uids that differ")
  func uids() {
    let parts = [
      "a", "paper", "paper-a", "a-paper", "a-paper-a", "a-paper-paper", "paper-paper", "-", "-paper", "=paper",
    ]
    let ids = parts.filter(Slug.isAddress)
    let sessions = ids.map { CalendarUID.of(session: $0, conference: "c") }
    let slots = ids.flatMap { session in ids.map { CalendarUID.of(paper: $0, session: session, conference: "c") } }
    #expect(Set(sessions + slots).count == ids.count * (ids.count + 1))
    #expect(CalendarUID.of(session: "poster-3", conference: "iclr2020") == "session-poster-3@iclr2020.hatata")
  }
}
