import Database
import Foundation
import Testing

@testable import Conference

/// What a request began with may have ended before all of it has come in: nothing is done by a right that is gone.
@Suite(.bothDatabases, .serialized) struct StaleAccessTests {
  private struct Step: Sendable {
    let name: String
    private let act: @Sendable () async throws -> Void

    init(_ name: String, _ act: @escaping @Sendable () async throws -> Void) { (self.name, self.act) = (name, act) }

    /// Whether somebody is told that they may not; what else may keep it from being done is of no matter here.
    func isRefused() async throws -> Bool {
      do {
        try await act()
        return false
      } catch ConferenceError.forbidden(_), ConferenceError.unauthenticated {
        return true
      } catch is ConferenceError {
        return false
      }
    }
  }

  /// None of it is refused before something happens, and all of it is after.
  private func check(_ steps: [Step], after happening: () async throws -> Void) async throws {
    for step in steps {
      let isRefused = try await step.isRefused()
      #expect(!isRefused, "\(step.name) before")
    }
    try await happening()
    for step in steps {
      let isRefused = try await step.isRefused()
      #expect(isRefused, "\(step.name) after")
    }
  }

  private func run(_ body: (ScratchQuestions, DataFolder) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await ScratchQuestions.run { try await body($0, DataFolder(path: path)) }
  }

  private func id(_ access: Access) throws -> String { try #require(access.account?.id) }

  private func allowDirect(_ accounts: [Access], _ people: People) async throws {
    for access in accounts {
      let account = try #require(access.account)
      var form = ProfileForm()
      (form.name, form.isReachable) = (account.name, true)
      try await people.write(form, of: account.id)
    }
  }

  @Test("who is banned while what they send comes in writes, asks, votes, reacts, reports and follows nothing")
  func banned() async throws {
    try await run { scratch, data in
      let (database, clock) = (scratch.scratch.database, scratch.scratch.clock)
      let (door, me, ben) = (
        ChannelDoor(scratch.ada, scratch.program), try id(scratch.ada), try id(scratch.ben)
      )
      try await allowDirect([scratch.ada, scratch.ben], scratch.scratch.people)
      let chat = Chat(database, clock: clock)
      let cases = ConductCases(database, clock: clock, in: data)
      let text = try MessageText("Hello", client: nil)
      let mine = try await chat.post(text, in: ChatTests.corridor, by: door).id
      let other = try await chat.post(text, in: ChatTests.corridor, by: ChannelDoor(scratch.ben, scratch.program)).id
      let question = try await scratch.ask(by: scratch.ben)
      let letters = ConductCaseTests.Desk.letters
      let report = try await cases.report(.incident, words: "It was loud", by: me, letters: letters)
      let steps = [
        Step("post") {
          _ = try await chat.post(try MessageText("More", client: nil), in: ChatTests.corridor, by: door)
        },
        Step("edit") { try await chat.edit(mine, to: text, by: door) },
        Step("react") { try await chat.react(other, "🎉", true, by: door) },
        Step("type") { try await chat.noteTyping(in: ChatTests.corridor, by: door, Typing()) },
        Step("take back") { try await chat.remove(mine, by: door) },
        Step("follow") {
          try await Conversations(database, clock: clock).follow([ChatTests.corridor], true, by: door)
        },
        Step("read") {
          try await Conversations(database, clock: clock).read(ChatTests.corridor, upTo: 1, by: door)
        },
        Step("write directly") {
          _ = try await DirectChannels(database, clock: clock).open(with: ben, by: scratch.ada)
        },
        Step("ask") { _ = try await scratch.ask() },
        Step("vote") { try await scratch.questions.vote(true, for: question, by: scratch.ada) },
        Step("report") { _ = try await cases.report(.incident, words: "Again", by: me, letters: letters) },
        Step("write to the desk") {
          try await cases.answer(report, "More", by: me) { ConductCaseTests.Desk.letter($0) }
        },
        Step("block") { try await Blocks(database, clock: clock).block(ben, by: me) },
        Step("ask for help") {
          _ = try await HelpDesk(database, clock: clock).ask(try HelpQuestion("No sound"), by: me, client: "c")
        },
      ]
      try await check(steps) { try await scratch.scratch.people.setStanding(.banned, of: me, by: nil) }
    }
  }

  @Test("a speaker who is banned meanwhile takes up no questions and changes nothing of their keynote")
  func bannedSpeaker() async throws {
    try await run { scratch, data in
      let (keynote, host) = (ScratchQuestions.keynote, scratch.speaking)
      let (first, second) = (try await scratch.ask("Why?"), try await scratch.ask("How?"))
      let hosts = Hosts(scratch.scratch.database, clock: scratch.scratch.clock, in: data)
      var written = try #require(scratch.program.events.first)
      written.summary = "In short"
      let event = written
      let steps = [
        Step("merge") { try await scratch.questions.merge(second, into: first, by: host) },
        Step("unmerge") { try await scratch.questions.unmerge(second, by: host) },
        Step("next") { try await scratch.questions.next(keynote, after: nil, by: host) },
        Step("move") { try await scratch.questions.move(second, .live, by: host) },
        Step("answer") { try await scratch.questions.answer(first, "So.", by: host) },
        Step("close") { try await scratch.questions.setClosed(true, keynote, by: host) },
        Step("write of the keynote") { try await hosts.put(event, seen: .anything, by: scratch.speaker) },
        Step("begin an upload") { try await hosts.check(Event.self, event.id, scratch.speaker) },
      ]
      let speaker = try id(scratch.speaker)
      try await check(steps) { try await scratch.scratch.people.setStanding(.banned, of: speaker, by: nil) }
      #expect(try await !scratch.questions.mayHost(keynote, host))
    }
  }

  @Test("a moderator who loses the role meanwhile neither keeps order nor helps by it")
  func demoted() async throws {
    try await run { scratch, _ in
      let (database, clock, mona) = (scratch.scratch.database, scratch.scratch.clock, scratch.moderator)
      let (me, ben) = (try id(mona), try id(scratch.ben))
      let eve = try await scratch.scratch.add("eve@example.org").id
      let (moderation, chat) = (scratch.moderation, Chat(database, clock: clock))
      let corridor = ChatTests.corridor
      let text = try MessageText("Hello", client: nil)
      let message = try await chat.post(text, in: corridor, by: ChannelDoor(scratch.ben, scratch.program)).id
      let question = try await scratch.ask()
      let steps = [
        Step("mute") { try await moderation.mute(ben, in: nil, minutes: 1, why: "", by: mona) },
        Step("hide") { try await moderation.hide(.message(message), why: "", by: mona) },
        Step("restore") { try await moderation.restore(.message(message), by: mona) },
        Step("undo") { try await moderation.undo("none", by: mona) },
        Step("slow") { try await moderation.slow(corridor.description, seconds: 30, why: "", by: mona) },
        Step("close") { try await moderation.close(corridor.description, why: "", by: mona) },
        Step("write where it is closed") {
          _ = try await chat.post(
            try MessageText("It is closed", client: nil), in: corridor, by: ChannelDoor(mona, scratch.program))
        },
        Step("ban") { try await moderation.ban(eve, hidesWords: true, why: "", by: mona) },
        Step("take up a question") {
          try await scratch.questions.move(question, .pin, by: QuestionHost(mona, scratch.program))
        },
        Step("help") { try await HelpDesk(database, clock: clock).take("none", by: me) },
      ]
      try await check(steps) { try await scratch.scratch.people.setRole(.participant, of: me, by: nil) }
    }
  }
}
