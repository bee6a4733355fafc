import Testing

@testable import Conference

@Suite("Revisions of calendar items")
struct CalendarStampTests {
  private let monday = NightConference.at("2026-04-27T08:00:00Z")
  private let fact = CalendarFact(
    uid: "a", start: NightConference.at("2026-04-27T10:00:00Z"), end: NightConference.at("2026-04-27T11:00:00Z"),
    summary: "One")

  private func ledger(_ stamps: CalendarStamp...) -> [String: CalendarStamp] {
    Dictionary(uniqueKeysWithValues: stamps.map { ($0.uid, $0) })
  }

  private func stamp(_ fact: CalendarFact, sequence: Int, modified: Instant) -> CalendarStamp {
    CalendarStamp(
      uid: fact.uid, start: fact.start, end: fact.end, summary: fact.summary, isCancelled: fact.isCancelled,
      sequence: sequence, modified: modified
    )
  }

  /// What becomes of the item, first published on Monday, a minute later.
  private func next(_ facts: [CalendarFact], before: CalendarStamp? = nil) -> CalendarStamp? {
    let before = before ?? stamp(fact, sequence: 0, modified: monday)
    let result = CalendarStamp.advance(ledger: ledger(before), current: facts, now: monday.adding(minutes: 1))
    #expect(result.changed == (result.ledger["a"] == before ? [] : [result.ledger["a"]].compactMap(\.self)))
    return result.ledger["a"]
  }

  @Test("a new item begins at sequence 0, also where it is cancelled from the start", arguments: [false, true])
  func new(isCancelled: Bool) {
    var fact = fact
    fact.isCancelled = isCancelled
    let result = CalendarStamp.advance(ledger: [:], current: [fact], now: monday)
    #expect(result.changed == [stamp(fact, sequence: 0, modified: monday)])
    #expect(result.ledger == ledger(stamp(fact, sequence: 0, modified: monday)))
  }

  @Test("what did not change is not touched")
  func unchanged() {
    #expect(next([fact]) == stamp(fact, sequence: 0, modified: monday))
  }

  @Test(
    "a moved or cancelled item is its next revision",
    arguments: [
      { (fact: inout CalendarFact) in fact.start = fact.start.adding(minutes: 1) },
      { fact in fact.end = fact.end.adding(minutes: 1) },
      { fact in fact.isCancelled = true },
    ] as [@Sendable (inout CalendarFact) -> Void])
  func moved(change: @Sendable (inout CalendarFact) -> Void) {
    var fact = fact
    change(&fact)
    #expect(next([fact]) == stamp(fact, sequence: 1, modified: monday.adding(minutes: 1)))
  }

  @Test("another summary only moves the time of the change")
  func summary() {
    var fact = fact
    fact.summary = "Two"
    #expect(next([fact]) == stamp(fact, sequence: 0, modified: monday.adding(minutes: 1)))
  }

  @Test("an item that vanishes is cancelled once, and its next revision again when it comes back")
  func vanished() {
    var cancelled = fact
    cancelled.isCancelled = true
    let gone = stamp(cancelled, sequence: 1, modified: monday.adding(minutes: 1))
    #expect(next([]) == gone)
    #expect(next([], before: gone) == gone)
    #expect(next([fact], before: gone) == stamp(fact, sequence: 2, modified: monday.adding(minutes: 1)))
  }

  @Test("a clock that was put back does not make a revision older than the one before")
  func clock() {
    let before = stamp(fact, sequence: 0, modified: monday.adding(minutes: 9))
    #expect(next([], before: before)?.modified == monday.adding(minutes: 9))
  }

  @Test("of two facts about the same item the first counts")
  func twice() {
    var other = fact
    other.summary = "Two"
    let result = CalendarStamp.advance(ledger: [:], current: [fact, other], now: monday)
    #expect(result.changed.map(\.summary) == ["One"])
  }

  @Test("over random changes no item is lost, no revision goes back, and saying the same twice changes nothing")
  func random() {
    var random = RandomText(seed: 3)
    var known: [String: CalendarStamp] = [:]
    for step in 0..<300 {
      let facts = (0..<20).filter { _ in random.number(below: 3) > 0 }.map { number in
        CalendarFact(
          uid: "\(number)", start: monday.adding(minutes: random.number(below: 2)), end: monday.adding(minutes: 60),
          summary: "\(random.number(below: 2))", isCancelled: random.number(below: 9) == 0
        )
      }
      let now = monday.adding(minutes: step)
      let result = CalendarStamp.advance(ledger: known, current: facts, now: now)
      #expect(Set(result.changed.map(\.uid)) == Set(result.ledger.keys.filter { known[$0] != result.ledger[$0] }))
      #expect(result.changed.allSatisfy { $0.modified == now })
      for (uid, before) in known {
        let rise = (result.ledger[uid]?.sequence ?? -9) - before.sequence
        #expect(rise == (isMoved(before, result.ledger[uid]) ? 1 : 0))
      }
      #expect(CalendarStamp.advance(ledger: result.ledger, current: facts, now: now).changed.isEmpty)
      known = result.ledger
    }
    #expect(known.count == 20)
  }

  private func isMoved(_ before: CalendarStamp, _ after: CalendarStamp?) -> Bool {
    before.start != after?.start || before.end != after?.end || before.isCancelled != after?.isCancelled
  }
}
