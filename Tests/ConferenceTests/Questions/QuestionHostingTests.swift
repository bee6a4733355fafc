import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct QuestionHostingTests {
  @Test("speakers by their address, authors also by an organizer's word, and moderators host; nobody else does")
  func rights() async throws {
    try await ScratchQuestions.run { scratch in
      let (keynote, paper) = (ScratchQuestions.keynote, ScratchQuestions.paper)
      let mayHost = { (access: Access, subject: QuestionSubject) in
        try await scratch.questions.mayHost(subject, QuestionHost(access, scratch.program))
      }
      #expect(try await mayHost(scratch.speaker, keynote))
      #expect(try await !mayHost(scratch.speaker, paper))
      #expect(try await mayHost(scratch.moderator, keynote))
      #expect(try await !mayHost(scratch.ada, keynote))
      #expect(try await !mayHost(Access(nil, conduct: nil), keynote))
      #expect(try await !mayHost(scratch.moderator, QuestionSubject(.paper, "none")))
      let ben = try #require(scratch.ben.account)
      for (state, isHost) in [("waiting", false), ("granted", true)] {
        try await scratch.scratch.database.write { connection in
          try connection.execute("DELETE FROM paper_claims")
          try connection.execute(
            "INSERT INTO paper_claims (account, paper, state, claimed_at) VALUES (\(ben.id), 'p1', \(state), 1)")
        }
        #expect(try await mayHost(scratch.ben, paper) == isHost)
      }
      let id = try await scratch.ask()
      for move in Questions.Move.allCases {
        await #expect(throws: ConferenceError.self) {
          try await scratch.questions.move(id, move, by: QuestionHost(scratch.ada, scratch.program))
        }
      }
      await #expect(throws: ConferenceError.self) {
        try await scratch.questions.answer(id, "So.", by: QuestionHost(scratch.ada, scratch.program))
      }
      #expect(try await scratch.state(id) == .open)
    }
  }

  @Test("who leads a session takes up its questions, and those of its event and its papers; of nothing else")
  func chairs() async throws {
    try await ScratchQuestions.run { scratch in
      var draft = try #require(scratch.program.draft)
      let start = scratch.scratch.time.now
      let end = start.adding(minutes: 60)
      var opening = Session(id: "opening", kind: .plenary, title: "Opening", start: start, end: end)
      opening.chairs = [Person(name: "Ben", email: "Ben@Example.org")]
      opening.slots = [Slot(paper: "p1")]
      var talk = opening
      (talk.id, talk.slots, talk.event) = ("talk", [], draft.events[0].reference)
      var other = opening
      (other.id, other.slots, other.chairs) = ("other", [], [])
      draft.sessions = [opening, talk, other]
      let program = Program(draft: draft, version: 2, changed: start)
      let mayHost = { (access: Access, subject: QuestionSubject) in
        try await scratch.questions.mayHost(subject, QuestionHost(access, program))
      }
      let mine = QuestionSubject(.session, "opening")
      for subject in [mine, ScratchQuestions.keynote, ScratchQuestions.paper] {
        #expect(try await mayHost(scratch.ben, subject), "\(subject.text)")
        #expect(try await !mayHost(scratch.ada, subject), "\(subject.text)")
      }
      for subject in [QuestionSubject(.session, "other"), QuestionSubject(.paper, "p2")] {
        #expect(try await !mayHost(scratch.ben, subject), "\(subject.text)")
      }
      let id = try await scratch.ask("Why here?", about: mine)
      await #expect(throws: ConferenceError.self) {
        try await scratch.questions.next(mine, after: nil, by: QuestionHost(scratch.ada, program))
      }
      #expect(try await scratch.questions.next(mine, after: nil, by: QuestionHost(scratch.ben, program)) == id)
    }
  }

  @Test("next: what is being answered is answered, and the open question with the most votes is taken up")
  func next() async throws {
    try await ScratchQuestions.run { scratch in
      let (first, second) = (try await scratch.ask("First?"), try await scratch.ask("Second?"))
      try await scratch.questions.vote(true, for: second, by: scratch.ben)
      #expect(try await scratch.questions.next(ScratchQuestions.keynote, after: nil, by: scratch.speaking) == second)
      #expect(try await scratch.questions.pinned(ScratchQuestions.keynote)?.id == second)
      #expect(try await scratch.questions.next(ScratchQuestions.keynote, after: second, by: scratch.speaking) == first)
      #expect(try await scratch.state(second) == .live)
      #expect(try await scratch.questions.next(ScratchQuestions.keynote, after: first, by: scratch.speaking) == nil)
      #expect(try await scratch.state(first) == .live)
      await #expect(throws: ConferenceError.self) {
        try await scratch.questions.vote(true, for: first, by: scratch.ben)
      }
    }
  }

  @Test("next pressed by two hosts at once, or again after a lost answer, skips no question that they have not seen")
  func nextTwice() async throws {
    try await ScratchQuestions.run { scratch in
      let (first, second) = (try await scratch.ask("First?"), try await scratch.ask("Second?"))
      let (keynote, other) = (ScratchQuestions.keynote, QuestionHost(scratch.moderator, scratch.program))
      for host in [scratch.speaking, other, scratch.speaking] {
        #expect(try await scratch.questions.next(keynote, after: nil, by: host) == first)
      }
      for host in [other, scratch.speaking] {
        #expect(try await scratch.questions.next(keynote, after: first, by: host) == second)
      }
      #expect(try await scratch.state(first) == .live)
      #expect(try await scratch.state(second) == .pinned)
      // What the host saw is answered by now, and nothing else is taken up: the next one is what was asked for.
      let third = try await scratch.ask("Third?")
      try await scratch.questions.move(second, .live, by: other)
      #expect(try await scratch.questions.next(keynote, after: second, by: scratch.speaking) == third)
    }
  }

  @Test("only one question is being answered; every move is on record with what was before, and can be undone")
  func moves() async throws {
    try await ScratchQuestions.run { scratch in
      let (first, second) = (try await scratch.ask("First?"), try await scratch.ask("Second?"))
      try await scratch.questions.move(first, .pin, by: scratch.speaking)
      try await scratch.questions.move(second, .pin, by: scratch.speaking)
      #expect(try await scratch.state(first) == .open)
      try await scratch.questions.move(first, .dismiss, by: scratch.speaking)
      try await scratch.questions.move(first, .open, by: scratch.speaking)
      #expect(try await scratch.state(first) == .open)
      let deeds = try await scratch.scratch.people.deeds(about: first, for: nil).map(\.deed)
      #expect(
        Set(deeds.map(\.action)) == ["question taken up", "question opened", "question dismissed"])
      #expect(deeds.first { $0.action == "question dismissed" }?.detail["before"] == "open")
      #expect(deeds.allSatisfy { $0.by == scratch.speaker.account?.id })
    }
  }

  @Test("merged, who voted for both has one vote; taken apart, each question has its own again")
  func merge() async throws {
    try await ScratchQuestions.run { scratch in
      let (first, second) = (try await scratch.ask("Why?"), try await scratch.ask("But why?", by: scratch.ben))
      try await scratch.questions.vote(true, for: second, by: scratch.ada)
      try await scratch.questions.vote(true, for: second, by: scratch.moderator)
      try await scratch.questions.merge(second, into: first, by: scratch.speaking)
      #expect(try await scratch.votes(first) == 3)
      #expect(try await scratch.shown() == [first])
      // A vote for what was merged is one for the whole, and is taken back with it.
      try await scratch.questions.vote(true, for: second, by: scratch.speaker)
      #expect(try await scratch.votes(first) == 4)
      try await scratch.questions.vote(false, for: first, by: scratch.ada)
      #expect(try await scratch.votes(first) == 3)
      await #expect(throws: ConferenceError.self) {
        try await scratch.questions.merge(first, into: second, by: scratch.speaking)
      }
      let third = try await scratch.ask("About a paper", about: ScratchQuestions.paper)
      await #expect(throws: ConferenceError.self) {
        try await scratch.questions.merge(third, into: first, by: QuestionHost(scratch.moderator, scratch.program))
      }
      try await scratch.questions.unmerge(second, by: scratch.speaking)
      #expect(try await scratch.votes(first) == 1)
      #expect(try await scratch.votes(second) == 2)
      #expect(try await Set(scratch.shown()) == [first, second])
    }
  }

  @Test("what is taken out takes with it what had been merged into it before")
  func mergedTwice() async throws {
    try await ScratchQuestions.run { scratch in
      let (first, second, third) = (
        try await scratch.ask("Why?"), try await scratch.ask("But why?", by: scratch.ben),
        try await scratch.ask("Why so?", by: scratch.moderator)
      )
      try await scratch.questions.merge(first, into: second, by: scratch.speaking)
      try await scratch.questions.merge(second, into: third, by: scratch.speaking)
      #expect(try await scratch.votes(third) == 3)
      try await scratch.questions.unmerge(second, by: scratch.speaking)
      #expect(try await scratch.votes(third) == 1)
      #expect(try await scratch.votes(second) == 2)
      #expect(try await scratch.questions.merged(into: second, for: nil).map(\.id) == [first])
      #expect(try await Set(scratch.shown()) == [second, third])
      // What was taken out by itself stays out.
      try await scratch.questions.merge(second, into: third, by: scratch.speaking)
      try await scratch.questions.unmerge(first, by: scratch.speaking)
      try await scratch.questions.unmerge(second, by: scratch.speaking)
      #expect(try await Set(scratch.shown()) == [first, second, third])
      for id in [first, second, third] { #expect(try await scratch.votes(id) == 1) }
    }
  }

  @Test("an answer in writing stays with the question, and can be changed and taken back, also when all is over")
  func written() async throws {
    try await ScratchQuestions.run { scratch in
      let id = try await scratch.ask()
      try await scratch.questions.setClosed(true, ScratchQuestions.keynote, by: scratch.speaking)
      try await scratch.questions.answer(id, "Because **of** tones.", by: scratch.speaking)
      let question = try #require(try await scratch.questions.question(id, for: nil))
      #expect(question.state == .written && question.answeredBy == "speaker")
      try await scratch.questions.answer(id, "", by: scratch.speaking)
      #expect(try await scratch.questions.question(id, for: nil)?.answer == nil)
      #expect(try await scratch.state(id) == .open)
      await #expect(throws: ConferenceError.self) {
        try await scratch.questions.answer(id, String(repeating: "a", count: 4_001), by: scratch.speaking)
      }
    }
  }

  @Test("nothing is merged into what others do not see; of what is merged, it is known how the other one stands")
  func mergedAway() async throws {
    try await ScratchQuestions.run { scratch in
      let (first, second) = (try await scratch.ask("Why?"), try await scratch.ask("But why?", by: scratch.ben))
      try await scratch.questions.move(second, .dismiss, by: scratch.speaking)
      await #expect(throws: ConferenceError.self) {
        try await scratch.questions.merge(first, into: second, by: scratch.speaking)
      }
      #expect(try await scratch.shown() == [first])
      try await scratch.questions.move(second, .live, by: scratch.speaking)
      try await scratch.questions.merge(first, into: second, by: scratch.speaking)
      let merged = try #require(try await scratch.questions.question(first, for: nil))
      #expect(merged.state == .open && merged.rootState == .live && merged.isRootShown)
      try await scratch.moderation.hide(.question(second), why: "", by: scratch.moderator)
      #expect(try await scratch.questions.question(first, for: nil)?.isRootShown == false)
    }
  }

  @Test("the same answer once more answers what was opened again, and changes nothing where it stands")
  func writtenAgain() async throws {
    try await ScratchQuestions.run { scratch in
      let id = try await scratch.ask()
      try await scratch.questions.answer(id, "So.", by: scratch.speaking)
      try await scratch.questions.move(id, .open, by: scratch.speaking)
      for _ in 1...2 { try await scratch.questions.answer(id, "So.", by: scratch.speaking) }
      #expect(try await scratch.state(id) == .written)
      let deeds = try await scratch.scratch.people.deeds(about: id, for: nil).map(\.deed.action)
      #expect(deeds.filter { $0 == "question answered in writing" }.count == 2)
      // Nothing is taken back where there is no answer.
      let other = try await scratch.ask("And why?")
      try await scratch.questions.move(other, .live, by: scratch.speaking)
      try await scratch.questions.answer(other, "", by: scratch.speaking)
      #expect(try await scratch.state(other) == .live)
    }
  }
}
