import Testing

@testable import Conference

/// Slow modes that several moderators made for one channel.
extension ModerationTests {
  private static let corridor = "general/corridor"

  /// A slow mode of 30 seconds and then one of 60; their entries, the older first.
  private func slowTwice(_ desk: Desk) async throws -> [ModerationEntry] {
    for (seconds, by) in [(30, desk.mona), (60, desk.olga)] {
      desk.scratch.time.pass(seconds: 1)
      try await Self.moderation(desk).slow(Self.corridor, seconds: seconds, why: "", by: Self.access(by))
    }
    let record = try await Self.moderation(desk).record(ModerationChoice(channel: Self.corridor), for: nil)
    return record.filter { $0.stands(at: desk.scratch.time.now) }.reversed()
  }

  @Test("slow modes are undone in either order: the newest that stands holds, and none when none does")
  func slowModes() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      for (isOldestFirst, between) in [(true, 60), (false, 30)] {
        let entries = try await slowTwice(desk)
        #expect(entries.map(\.seconds) == [30, 60])
        var paces: [Int] = []
        for entry in isOldestFirst ? entries : entries.reversed() {
          try await moderation.undo(entry.id, by: mona)
          paces.append(try await moderation.rules(of: Self.corridor).slowSeconds)
        }
        #expect(paces == [between, 0])
      }
    }
  }

  @Test("who ends the slow mode undoes all that made it, and leaves nothing to be undone")
  func endOfSlowMode() async throws {
    try await ConductCaseTests.run { desk in
      let moderation = Self.moderation(desk)
      let entries = try await slowTwice(desk)
      try await moderation.slow(Self.corridor, seconds: 0, why: "", by: Self.access(desk.mona))
      #expect(try await moderation.rules(of: Self.corridor).slowSeconds == 0)
      let record = try await moderation.record(ModerationChoice(channel: Self.corridor), for: nil)
      #expect(Set(record.map(\.id)) == Set(entries.map(\.id)))
      #expect(record.map(\.undoneByName) == ["Mona", "Mona"])
    }
  }

  @Test(
    "a clock that is set back by an hour ends no mute, and keeps nobody out of a slow channel until it has caught up")
  func clockBack() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      try await moderation.slow(Self.corridor, seconds: 30, why: "", by: mona)
      try await moderation.mute(desk.ada.id, in: Self.corridor, minutes: 10, why: "", by: mona)
      _ = try await desk.say("Before", by: desk.bob)
      desk.scratch.time.pass(seconds: -3_600)
      _ = try await desk.say("An hour earlier", by: desk.bob)
      await #expect(throws: ConferenceError.self) { try await desk.say("Too soon", by: desk.bob) }
      await #expect(throws: ConferenceError.self) { try await desk.say("Muted", by: desk.ada) }
      let mute = try #require(try await moderation.record(ModerationChoice(person: desk.ada.id), for: nil).first)
      try await moderation.undo(mute.id, by: mona)
      _ = try await desk.say("Back again", by: desk.ada)
    }
  }
}
