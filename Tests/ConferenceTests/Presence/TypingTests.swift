import Testing

@testable import Conference
@testable import Database

@Suite struct TypingTests {
  private let now = ScratchPeople.start
  private let channel = "general/corridor"

  private func later(_ milliseconds: Int64) -> Instant { Instant(milliseconds: now.milliseconds + milliseconds) }

  @Test("who writes counts until six seconds after the last sign, or until it is sent")
  func lasts() {
    let typing = Typing()
    typing.begin("ada", in: channel, at: now)
    typing.begin("ben", in: channel, at: now)
    typing.begin("ben", in: "papers/p", at: now)
    #expect(typing.changes(at: now) == [channel: 2, "papers/p": 1])
    #expect(typing.changes(at: now) == [:])
    typing.begin("ada", in: channel, at: later(4_000))
    typing.end("ben", in: "papers/p")
    #expect(typing.changes(at: later(5_999)) == ["papers/p": 0])
    #expect(typing.count(in: channel, at: later(5_999)) == 2)
    #expect(typing.changes(at: later(6_000)) == [channel: 1])
    #expect(typing.changes(at: later(10_000)) == [channel: 0])
  }

  @Test("signs that come too soon are passed over, of each person by themselves")
  func pace() {
    let typing = Typing()
    #expect(typing.takes("ada", at: now))
    #expect(!typing.takes("ada", at: later(1_999)))
    #expect(typing.takes("ben", at: later(1_999)))
    #expect(typing.takes("ada", at: later(2_000)))
    // A clock that was set back keeps nobody waiting until it has caught up.
    #expect(typing.takes("ada", at: later(-60_000)))
  }

  @Test("a clock that was set back leaves nobody writing for long")
  func setBack() {
    let typing = Typing()
    typing.begin("ada", in: channel, at: now)
    #expect(typing.changes(at: later(-3_600_000)) == [:])
    #expect(typing.count(in: channel, at: later(-3_600_000)) == 0)
  }

  @Test("who must not write any more is forgotten at once")
  func forgets() {
    let typing = Typing()
    typing.begin("ada", in: channel, at: now)
    typing.forget("ada")
    #expect(typing.count(in: channel, at: now) == 0)
  }
}

@Suite(.bothDatabases) struct TypingRightTests {
  private let corridor = ChatTests.corridor

  private func count(_ typing: Typing, _ talk: ScratchChat) -> Int {
    typing.count(in: corridor.description, at: talk.scratch.time.now)
  }

  @Test("only who may write just now is said to, and nothing of it is stored or told as an event")
  func rights() async throws {
    try await ScratchChat.run { talk in
      let typing = Typing()
      let events = try await talk.scratch.database.query("SELECT id FROM events").count
      try await talk.chat.noteTyping(in: corridor, by: talk.ada, typing)
      try await talk.chat.noteTyping(in: corridor, by: talk.ben, typing)
      #expect(count(typing, talk) == 2)
      #expect(try await talk.scratch.database.query("SELECT id FROM events").count == events)
      let moderator = Access(try await talk.scratch.add("mona@example.org", role: .moderator), conduct: nil)
      try await talk.moderation.mute(try talk.id(talk.ben), in: nil, minutes: 10, why: "", by: moderator)
      talk.scratch.time.pass(seconds: 10)
      await #expect(throws: ConferenceError.self) {
        try await talk.chat.noteTyping(in: corridor, by: talk.ben, typing)
      }
      try await talk.moderation.close(corridor.description, why: "", by: moderator)
      await #expect(throws: ConferenceError.forbidden("A moderator has closed this channel")) {
        try await talk.chat.noteTyping(in: corridor, by: talk.ada, typing)
      }
      #expect(count(typing, talk) == 0)
    }
  }

  @Test("nobody is said to write in a channel that is not theirs to write in")
  func channels() async throws {
    try await ScratchChat.run { talk in
      let typing = Typing()
      let key = try await talk.channel("News").key
      try await talk.scratch.database.execute(
        "UPDATE channels SET writers = 'organizers' WHERE id = \(key.description)")
      await #expect(throws: ConferenceError.forbidden("Only organizers write in “News”")) {
        try await talk.chat.noteTyping(in: key, by: talk.ada, typing)
      }
      talk.scratch.time.pass(seconds: 10)
      await #expect(throws: ConferenceError.notFound("channel")) {
        try await talk.chat.noteTyping(in: ChannelKey(kind: .direct, name: "two"), by: talk.ada, typing)
      }
      #expect(typing.changes(at: talk.scratch.time.now) == [:])
    }
  }

  @Test("nodes know how many write on the others, as long as they hear of it")
  func nodes() async throws {
    try await ScratchPeople.run { scratch in
      let (one, other) = (Typing(), Typing())
      let first = PresenceExchange(scratch.database, Presence(), one)
      let second = PresenceExchange(scratch.database, Presence(), other)
      let (now, channel) = (ScratchPeople.start, "general/corridor")
      one.begin("ada", in: channel, at: now)
      other.begin("ben", in: channel, at: now)
      other.begin("cy", in: channel, at: now)
      try await first.exchange(at: now)
      try await second.exchange(at: now)
      try await first.exchange(at: now)
      #expect(one.count(in: channel, at: now) == 3)
      #expect(other.count(in: channel, at: now) == 3)
      let later = now.adding(seconds: 7)
      try await second.exchange(at: later)
      try await first.exchange(at: later)
      #expect(one.count(in: channel, at: later) == 0)
      // A node that is gone has nobody who writes, whatever it told last.
      other.begin("ben", in: channel, at: later)
      try await second.exchange(at: later)
      try await first.exchange(at: later)
      #expect(one.count(in: channel, at: later) == 1)
      #expect(one.count(in: channel, at: later.adding(seconds: 10)) == 0)
      try await first.exchange(at: later.adding(seconds: 11))
      #expect(one.count(in: channel, at: later.adding(seconds: 11)) == 0)
    }
  }
}
