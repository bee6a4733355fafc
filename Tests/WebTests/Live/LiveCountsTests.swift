import Testing

@testable import Database
@testable import Web

/// When counts are told, by a clock that stands still.
@Suite struct LiveCountsTests {
  private let start = ContinuousClock.now

  private func event(_ id: Int64, _ topic: String = "chat/a", _ subject: String = "s") -> Database.Event {
    Database.Event(id: id, topic: topic, kind: "reactions", subject: subject, at: id)
  }

  /// Tells all that may be told at an instant: the ids of the events and the tallies of each topic.
  private func tell(_ counts: inout LiveCounts, at now: ContinuousClock.Instant) -> [String: String] {
    var told: [String: String] = [:]
    for (topic, pending) in counts.due(at: now) {
      let ids = pending.events.values.map(\.id).sorted().map { "\($0)" }
      told[topic] = (ids + counts.take(pending, of: topic).map { "\($0)" }).joined(separator: " ")
      counts.rest(topic, since: now)
    }
    return told
  }

  @Test("the first count after a quiet second is told at once, and all that follow together, a second later")
  func together() {
    var counts = LiveCounts()
    var told: [[String: String]] = []
    counts.add(event(1))
    told.append(tell(&counts, at: start))
    counts.add(event(2))
    counts.add(event(3))
    counts.add(event(4, "chat/a", "t"))
    counts.add(.typing, of: "chat/a")
    counts.add(.around, of: "chat/a")
    told.append(tell(&counts, at: start + .milliseconds(999)))
    told.append(tell(&counts, at: start + .seconds(1)))
    counts.add(.typing, of: "chat/a")
    told.append(tell(&counts, at: start + .milliseconds(1_999)))
    told.append(tell(&counts, at: start + .seconds(2)))
    counts.add(event(5))
    told.append(tell(&counts, at: start + .seconds(9)))
    #expect(told.map { $0["chat/a"] } == ["1", nil, "3 4 around typing", nil, "typing", "5"])
  }

  @Test("topics do not wait for each other, and the next turn of any of them is known")
  func topics() {
    var counts = LiveCounts()
    counts.add(event(1))
    let first = tell(&counts, at: start)
    counts.add(event(2, "questions/b"))
    let second = tell(&counts, at: start + .milliseconds(300))
    #expect(first == ["chat/a": "1"] && second == ["questions/b": "2"])
    let next = [400, 1_000, 1_200, 1_300].map { counts.wait(at: start + .milliseconds($0)) }
    #expect(next == [.milliseconds(600), .milliseconds(300), .milliseconds(100), .seconds(1)])
  }

  @Test("what comes while counts are read stays to be told, and so does what could not be read")
  func meanwhile() throws {
    var counts = LiveCounts()
    counts.add(event(1))
    counts.add(event(2, "chat/a", "t"))
    let read = try #require(counts.due(at: start)["chat/a"])
    counts.add(event(3))
    #expect(counts.oldest == 2)
    let tallies = counts.take(read, of: "chat/a")
    #expect(tallies == [])
    #expect(counts.oldest == 3)
    counts.rest("chat/a", since: start)
    #expect(counts.due(at: start + .milliseconds(500)).isEmpty)
    let told = tell(&counts, at: start + .seconds(1))
    #expect(told == ["chat/a": "3"])
    #expect(counts.oldest == nil)
  }
}
