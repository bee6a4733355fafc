import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct QuestionTests {
  @Test("a question is asked once however often its form is sent, also at the same time, and has its asker's vote")
  func once() async throws {
    try await ScratchQuestions.run { scratch in
      let text = try QuestionText("Why?", client: "form-1")
      let ids = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try await scratch.questions.ask(text, about: ScratchQuestions.keynote, by: scratch.ada)
          }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(ids.count == 1)
      #expect(try await scratch.shown() == Array(ids))
      #expect(try await scratch.votes(try #require(ids.first)) == 1)
      // Another person's form may happen to have the same id.
      let other = try await scratch.ask(by: scratch.ben, client: "form-1")
      #expect(!ids.contains(other))
    }
  }

  @Test("a form that comes back with another text asks another question, as often as that is sent once")
  func back() async throws {
    try await ScratchQuestions.run { scratch in
      let first = try await scratch.ask("Why tones?", client: "form-1")
      let second = try await scratch.ask("Why drums?", client: "form-1")
      let third = try await scratch.ask("Why tones?", about: ScratchQuestions.paper, client: "form-1")
      #expect(Set([first, second, third]).count == 3)
      for _ in 0..<2 {
        let again = try await scratch.ask("Why tones?", client: "form-1")
        let other = try await scratch.ask("Why drums?", client: "form-1")
        #expect(again == first && other == second)
      }
      #expect(try await scratch.shown(.newest) == [second, first])
      // The same words in another form are asked on purpose.
      let anew = try await scratch.ask("Why tones?", client: "form-2")
      #expect(anew != first)
    }
  }

  @Test("a vote counts once per person, and can be taken back, as often as one likes")
  func votes() async throws {
    try await ScratchQuestions.run { scratch in
      let id = try await scratch.ask()
      for _ in 0..<3 { try await scratch.questions.vote(true, for: id, by: scratch.ben) }
      #expect(try await scratch.votes(id) == 2)
      for _ in 0..<2 { try await scratch.questions.vote(false, for: id, by: scratch.ben) }
      #expect(try await scratch.votes(id) == 1)
      try await scratch.questions.vote(false, for: id, by: scratch.ada)
      #expect(try await scratch.votes(id) == 0)
      let events = try await scratch.scratch.database.events(after: 0, limit: 100).filter { $0.kind == "vote" }
      #expect(events.map(\.subject) == [id, id, id])
      #expect(Set(events.map(\.topic)) == ["questions/keynotes/bengio"])
    }
  }

  @Test("how a question stands is told to the own pages of who asked it or what is merged into it, and to no others'")
  func askers() async throws {
    try await ScratchQuestions.run { scratch in
      let (first, second) = (try await scratch.ask("Why?"), try await scratch.ask("Why then?", by: scratch.ben))
      var last: Int64 = 0
      func told() async throws -> Set<[String]> {
        let events = try await scratch.scratch.database.events(after: last, limit: 100)
        last = events.last?.id ?? last
        return Set(events.filter { $0.topic.hasPrefix("me/") }.map { [$0.topic, $0.kind, $0.subject] })
      }
      func own(_ access: Access, _ id: String) throws -> [String] {
        ["me/\(try #require(access.account).id)", Questions.own, id]
      }
      let (adas, bens) = (try own(scratch.ada, first), try own(scratch.ben, second))
      var all = [try await told()]
      let (questions, host) = (scratch.questions, scratch.speaking)
      let moderation = scratch.moderation
      let steps: [() async throws -> Void] = [
        { try await questions.vote(true, for: first, by: scratch.ben) },
        { try await questions.move(first, .pin, by: host) },
        { try await questions.merge(second, into: first, by: host) },
        { try await questions.answer(first, "So.", by: host) }, { try await questions.unmerge(second, by: host) },
        { try await questions.move(second, .dismiss, by: host) },
        { try await moderation.hide(.question(first), why: "", by: scratch.moderator) },
        { try await moderation.restore(.question(first), by: scratch.moderator) },
      ]
      for step in steps {
        try await step()
        all.append(try await told())
      }
      let both: Set<[String]> = [adas, bens]
      #expect(all == [both, [], [adas], both, both, both, [bens], [adas], [adas]])
    }
  }

  @Test("what waits or is hidden is there for who asked it, its hosts and moderators, and its queue for hosts alone")
  func readers() async throws {
    try await ScratchQuestions.run { scratch in
      try await QuestionRules(isReviewed: true, allowsAnonymous: true).choose(
        by: nil, scratch.scratch.database, at: scratch.scratch.time.now)
      let id = try await scratch.ask(isAnonymous: true)
      func sees(_ access: Access) async throws -> Bool {
        try await scratch.questions.question(id, for: QuestionHost(access, scratch.program)) != nil
      }
      let readers = [scratch.ada, scratch.ben, scratch.speaker, scratch.moderator, Access(nil, conduct: nil)]
      for (reader, expected) in zip(readers, [true, false, true, true, false]) {
        let isSeen = try await sees(reader)
        #expect(isSeen == expected, "\(reader.account?.name ?? "nobody") while it waits")
      }
      for (reader, isHost) in zip(readers, [false, false, true, true, false]) {
        let host = QuestionHost(reader, scratch.program)
        let queue = try? await scratch.questions.queue(ScratchQuestions.keynote, for: host)
        let merged = try? await scratch.questions.merged(into: id, for: host)
        #expect((queue != nil) == isHost && (merged != nil) == isHost)
      }
      try await scratch.moderation.hide(.question(id), why: "", by: scratch.moderator)
      for (reader, expected) in zip(readers, [true, false, false, true, false]) {
        let isSeen = try await sees(reader)
        #expect(isSeen == expected, "\(reader.account?.name ?? "nobody") while it is hidden")
      }
    }
  }

  @Test("questions are ordered by votes, by time and by whether they are answered, what is being answered first")
  func orders() async throws {
    try await ScratchQuestions.run { scratch in
      let (first, second, third) = (
        try await scratch.ask("First?"), try await scratch.ask("Second?"), try await scratch.ask("Third?")
      )
      try await scratch.questions.vote(true, for: second, by: scratch.ben)
      #expect(try await scratch.shown(.votes) == [second, first, third])
      #expect(try await scratch.shown(.newest) == [third, second, first])
      try await scratch.questions.move(second, .live, by: scratch.speaking)
      #expect(try await scratch.shown(.votes) == [second, first, third])
      #expect(try await scratch.shown(.unanswered) == [first, third, second])
      try await scratch.questions.move(third, .pin, by: scratch.speaking)
      for order in QuestionBoard.Order.allCases { #expect(try await scratch.shown(order).first == third) }
    }
  }

  @Test("a clock that is set back changes no order: what was asked later is newer")
  func clockBack() async throws {
    try await ScratchQuestions.run { scratch in
      let first = try await scratch.ask("First?")
      scratch.scratch.time.pass(seconds: -3_600)
      let (second, third) = (try await scratch.ask("Second?"), try await scratch.ask("Third?"))
      #expect(try await scratch.shown(.newest) == [third, second, first])
      #expect(try await scratch.shown(.votes) == [first, second, third])
      let board = try await scratch.questions.board(ScratchQuestions.keynote, by: .newest, for: scratch.ada.account?.id)
      #expect(board.mine.map(\.id) == [third, second, first])
      let newness = board.shown.map(\.newness)
      #expect(newness == newness.sorted(by: >) && Set(newness).count == 3)
      #expect(try await scratch.questions.next(ScratchQuestions.keynote, after: nil, by: scratch.speaking) == first)
    }
  }

  @Test(
    "where questions are reviewed, only their asker and hosts see them before a host's word; the asker sees what became of them"
  )
  func review() async throws {
    try await ScratchQuestions.run { scratch in
      try await QuestionRules(isReviewed: true).choose(by: nil, scratch.scratch.database, at: scratch.scratch.time.now)
      let id = try await scratch.ask()
      #expect(try await scratch.shown() == [])
      let own = try await scratch.questions.board(
        ScratchQuestions.keynote, by: .votes, for: scratch.ada.account?.id)
      #expect(own.mine.map(\.state) == [.waiting])
      #expect(try await scratch.questions.queue(ScratchQuestions.keynote, for: nil).map(\.id) == [id])
      await #expect(throws: ConferenceError.notFound("question")) {
        try await scratch.questions.vote(true, for: id, by: scratch.ben)
      }
      try await scratch.questions.move(id, .open, by: scratch.speaking)
      #expect(try await scratch.shown() == [id])
      try await scratch.questions.move(id, .dismiss, by: scratch.speaking)
      #expect(try await scratch.shown() == [])
      let after = try await scratch.questions.board(
        ScratchQuestions.keynote, by: .votes, for: scratch.ada.account?.id)
      #expect(after.mine.map(\.state) == [.dismissed])
    }
  }

  @Test("one asks without one's name only where the organizers allow it")
  func anonymous() async throws {
    try await ScratchQuestions.run { scratch in
      await #expect(throws: ConferenceError.self) { try await scratch.ask(isAnonymous: true) }
      try await QuestionRules(allowsAnonymous: true).choose(
        by: nil, scratch.scratch.database, at: scratch.scratch.time.now)
      let id = try await scratch.ask(isAnonymous: true)
      let question = try #require(try await scratch.questions.question(id, for: nil))
      #expect(question.publicName == "Anonymous")
      #expect(question.authorName == "ada")
    }
  }

  @Test(
    "who is not let in neither asks nor votes, and too many questions in ten minutes are refused with a clear notice")
  func limits() async throws {
    try await ScratchQuestions.run { scratch in
      let id = try await scratch.ask()
      let nobody = Access(nil, conduct: nil)
      await #expect(throws: ConferenceError.unauthenticated) { try await scratch.ask(by: nobody) }
      await #expect(throws: ConferenceError.unauthenticated) {
        try await scratch.questions.vote(true, for: id, by: nobody)
      }
      for _ in 0..<9 { _ = try await scratch.ask() }
      do {
        _ = try await scratch.ask(client: "eleventh")
        Issue.record("an eleventh question was taken")
      } catch ConferenceError.limited(let notice, _) {
        #expect(notice.contains("10 questions in ten minutes"))
      }
      _ = try await scratch.ask(by: scratch.ben)
      for _ in 0..<30 {
        try await scratch.questions.vote(true, for: id, by: scratch.ben)
        try await scratch.questions.vote(false, for: id, by: scratch.ben)
      }
      await #expect(throws: ConferenceError.self) { try await scratch.questions.vote(true, for: id, by: scratch.ben) }
      scratch.scratch.time.pass(seconds: 601)
      _ = try await scratch.ask(client: "eleventh")
    }
  }

  @Test("who is muted, everywhere or about the thing, asks nothing, and still votes")
  func muted() async throws {
    try await ScratchQuestions.run { scratch in
      let id = try await scratch.ask()
      let ben = try #require(scratch.ben.account)
      try await scratch.moderation.mute(
        ben.id, in: "keynotes/bengio", minutes: 10, why: "Loud", by: scratch.moderator)
      await #expect(throws: ConferenceError.self) { try await scratch.ask(by: scratch.ben) }
      _ = try await scratch.ask(about: ScratchQuestions.paper, by: scratch.ben)
      try await scratch.questions.vote(true, for: id, by: scratch.ben)
      scratch.scratch.time.pass(seconds: 601)
      _ = try await scratch.ask(by: scratch.ben)
    }
  }

  @Test("an empty or too long question, and a moment that is none, are refused")
  func checked() throws {
    #expect(throws: ConferenceError.self) { try QuestionText(" \n") }
    #expect(throws: ConferenceError.self) { try QuestionText(String(repeating: "a", count: 1_001)) }
    #expect(throws: ConferenceError.self) { try QuestionText("a\u{0}b") }
    #expect(throws: ConferenceError.self) { try QuestionText("Why?", moment: "soon") }
    #expect(try QuestionText(" Why?\r\nHow? ", moment: "12:34").text == "Why?\nHow?")
    #expect(try QuestionText("Why?", moment: "1:02:03").moment?.seconds == 3_723)
    #expect(try QuestionText("Why?", moment: "12").moment?.seconds == 720, "the form asks for a minute")
    #expect(throws: ConferenceError.self) { try QuestionText("Why?", moment: "1234") }
    #expect(try QuestionText(String(repeating: "é", count: 1_000)).text.count == 1_000)
  }

  @Test("closed for new questions, one still votes")
  func closed() async throws {
    try await ScratchQuestions.run { scratch in
      let id = try await scratch.ask()
      try await scratch.questions.setClosed(true, ScratchQuestions.keynote, by: scratch.speaking)
      await #expect(throws: ConferenceError.self) { try await scratch.ask() }
      try await scratch.questions.vote(true, for: id, by: scratch.ben)
      _ = try await scratch.ask(about: ScratchQuestions.paper)
      try await scratch.questions.setClosed(false, ScratchQuestions.keynote, by: scratch.speaking)
      _ = try await scratch.ask()
      let actions = try await scratch.scratch.people.deeds(about: "keynotes/bengio", for: nil).map(\.deed.action)
      #expect(Set(actions) == ["questions closed", "questions opened"])
    }
  }

  @Test("who asked is a former participant once erased; what nobody else read goes")
  func erased() async throws {
    try await ScratchQuestions.run { scratch in
      let (shown, gone) = (try await scratch.ask("Why tones?"), try await scratch.ask("Why drums?"))
      try await scratch.questions.move(gone, .dismiss, by: scratch.speaking)
      let account = try #require(scratch.ada.account)
      let data = String(decoding: try await scratch.scratch.people.data(of: account.id), as: UTF8.self)
      #expect(data.contains("Why tones?") && data.contains("Why drums?"))
      for sql in PersonalTable.all.reversed().compactMap({ $0.forget(account) }) {
        try await scratch.scratch.database.execute(sql)
      }
      let question = try #require(try await scratch.questions.question(shown, for: nil))
      #expect(question.publicName == "A former participant" && question.text == "Why tones?" && question.votes == 1)
      #expect(try await scratch.questions.question(gone, for: nil)?.text == "Erased by who asked it")
    }
  }
}
