import Foundation
import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct ChatLimitTests {
  private func refusal(_ words: String, _ seconds: Int) -> ConferenceError {
    .limited(words + "; what you wrote is kept", seconds: seconds)
  }

  private func choose(_ talk: ScratchChat, _ change: (inout ChatRules) -> Void) async throws {
    var rules = ChatRules()
    change(&rules)
    try await rules.choose(by: nil, talk.scratch.database, at: talk.scratch.time.now)
  }

  @Test("who writes too much in one channel is told when they may go on, and is heard elsewhere, as others are there")
  func burst() async throws {
    try await ScratchChat.run { talk in
      let other = try await talk.channel("News").key
      for number in 1...ChatRules.standard.channelBurst { try await talk.say("\(number)", by: talk.ada) }
      talk.scratch.time.pass(seconds: 3)
      let refusal = refusal("That was 6 messages in ten seconds in this channel. You can write again in 7 seconds", 7)
      await #expect(throws: refusal) { try await talk.say("More", by: talk.ada) }
      try await talk.say("Elsewhere", in: other, by: talk.ada)
      try await talk.say("Mine", by: talk.ben)
      talk.scratch.time.pass(seconds: 6)
      await #expect(throws: ConferenceError.self) { try await talk.say("More", by: talk.ada) }
      talk.scratch.time.pass(seconds: 1)
      try await talk.say("More", by: talk.ada)
    }
  }

  @Test("the limit of an hour in one channel is a setting")
  func hour() async throws {
    try await ScratchChat.run { talk in
      try await choose(talk) { $0.channelHourly = 2 }
      for number in 1...2 {
        try await talk.say("\(number)", by: talk.ada)
        talk.scratch.time.pass(seconds: 60)
      }
      let refusal = refusal(
        "That was 2 messages in an hour in this channel. You can write again in 58 minutes", 58 * 60)
      await #expect(throws: refusal) { try await talk.say("More", by: talk.ada) }
      talk.scratch.time.pass(seconds: 58 * 60)
      try await talk.say("More", by: talk.ada)
    }
  }

  @Test("the limits of all channels together and a slowed channel say when one may go on, too")
  func others() async throws {
    try await ScratchChat.run { talk in
      try await choose(talk) { $0.burst = 1 }
      try await talk.say("One", by: talk.ada)
      await #expect(throws: refusal("That was 1 message in ten seconds. You can write again in 10 seconds", 10)) {
        try await talk.say("Two", by: talk.ada)
      }
      try await choose(talk) { $0.burst = 8 }
      let moderator = Access(try await talk.scratch.add("mona@example.org", role: .moderator), conduct: nil)
      try await talk.moderation.slow("general/corridor", seconds: 300, why: "", by: moderator)
      try await talk.say("Two", by: talk.ada)
      talk.scratch.time.pass(seconds: 30)
      let slowed = "A moderator has slowed this channel down: one message in 5 minutes"
      await #expect(throws: refusal(slowed + ". You can write again in 5 minutes", 270)) {
        try await talk.say("Three", by: talk.ada)
      }
    }
  }

  @Test("what was chosen before one channel had limits leaves them at their standard")
  func older() throws {
    let rules = try JSONDecoder().decode(ChatRules.self, from: Data(#"{"burst":3,"hourly":50,"pictures":false}"#.utf8))
    #expect(rules.burst == 3 && rules.hourly == 50 && !rules.pictures)
    #expect(rules.channelBurst == ChatRules.standard.channelBurst)
    #expect(rules.channelHourly == ChatRules.standard.channelHourly)
    #expect(try JSONDecoder().decode(ChatRules.self, from: JSONEncoder().encode(rules)) == rules)
  }
}
