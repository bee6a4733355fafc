import Testing

@testable import Conference

@Suite(.bothDatabases) struct SignInLimitTests {
  @Test("a hall behind one address comes in by right codes, which are not counted, and wrong ones are")
  func hall() async throws {
    try await ScratchPeople.run { scratch in
      let signIns = scratch.signIns { $0.perClient = 20 }
      func enter(_ number: Int, from client: String) async throws -> SignIns.Outcome {
        let email = try #require(EmailAddress("person-\(number)@example.org"))
        try await scratch.add(email.text)
        let ticket = try await scratch.ask(email.text)
        return try await signIns.enter(code: ticket.code, email: email, client: client, named: "x")
      }
      for number in 0..<30 { #expect(try await enter(number, from: "hall").secret != nil, "person \(number)") }
      for number in 0..<20 {
        let email = try #require(EmailAddress("person-\(number)@example.org"))
        let outcome = try await signIns.enter(code: .random(), email: email, client: "hall", named: "x")
        guard case .spent = outcome else { Issue.record("guess \(number): \(outcome)"); return }
      }
      guard case .tooMany = try await enter(30, from: "hall") else { Issue.record("not refused"); return }
      #expect(try await enter(31, from: "elsewhere").secret != nil)
      scratch.time.pass(seconds: 601)
      #expect(try await enter(32, from: "hall").secret != nil)
    }
  }

  @Test("a stranger who asks for mails to somebody's address and guesses at codes keeps them from nothing")
  func stranger() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org")
      let (email, browser, signIns) = (try #require(account.email), Secret.random(), scratch.signIns())
      func enter(_ code: SignInCode, from client: String) async throws -> SignIns.Outcome {
        try await signIns.enter(code: code, email: email, client: client, named: "x")
      }
      let first = try await scratch.ask(email.text, browser: browser, client: "mine")
      for _ in 0..<5 { _ = try await scratch.ask(email.text, client: "stranger") }
      await #expect(throws: ConferenceError.self) { _ = try await scratch.ask(email.text, client: "stranger") }
      let byHand = try await signIns.issue(for: account, by: nil)
      for _ in 0..<50 { #expect(try await enter(.random(), from: "stranger").secret == nil) }
      guard case .tooMany(.limited(_, let seconds)) = try await enter(first.code, from: "stranger") else {
        Issue.record("the stranger goes on"); return
      }
      #expect(seconds == 600)
      // Only the newest works: its code also where a stranger asked for it, and one's own link where one asks anew.
      #expect(try await enter(first.code, from: "mine").secret == nil)
      let theirs = try await scratch.ask(email.text, client: "another stranger")
      #expect(try await enter(theirs.code, from: "mine").secret != nil)
      let second = try await scratch.ask(email.text, browser: browser, client: "mine")
      #expect(try await signIns.enter(link: second.link, browser: browser, named: "x").secret != nil)
      #expect(try await enter(byHand.code, from: "stranger").secret != nil, "in the stranger's own network, too")
    }
  }

  @Test("guesses at one address from ever other clients are refused after so many by all, and codes by hand go on")
  func ofAll() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org")
      let email = try #require(account.email)
      let signIns = scratch.signIns { ($0.codesPerAddressByAll, $0.codesByHandByAll) = (100, 300) }
      let (mailed, byHand) = (try await scratch.ask(email.text), try await signIns.issue(for: account, by: nil))
      var (tried, letIn, refused) = (0, 0, 0)
      func count(_ outcome: SignIns.Outcome) {
        tried += 1
        if outcome.secret != nil { letIn += 1 }
        if case .tooMany = outcome { refused += 1 }
      }
      func enter(_ code: SignInCode, _ number: Int) async throws -> SignIns.Outcome {
        try await signIns.enter(code: code, email: email, client: "client \(number)", named: "x")
      }
      for number in 0..<100 { count(try await enter(.random(), number)) }
      #expect(refused == 0)
      for number in 100..<299 { count(try await enter(mailed.code, number)) }
      #expect(refused == 199 && letIn == 0)
      let other = try await signIns.enter(code: byHand.code, email: email, client: "other", named: "x")
      #expect(other.secret != nil)
      let next = try await signIns.issue(for: account, by: nil)
      count(try await enter(mailed.code, 299))
      for number in 300..<350 { count(try await enter(next.code, number)) }
      print("tried \(tried), let in \(letIn)")
      #expect(letIn == 0, "by hand, too, there is an end")
      scratch.time.pass(seconds: 3_601)
      let again = try await scratch.ask(email.text)
      #expect(try await signIns.enter(code: again.code, email: email, client: "other", named: "x").secret != nil)
    }
  }

  @Test("mails to one address have a bound for all clients together, and no client is refused for mails to others")
  func mailsOfAll() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("selam@example.org")
      for number in 0..<30 { _ = try await scratch.ask("selam@example.org", client: "client \(number)") }
      await #expect(throws: ConferenceError.self) { _ = try await scratch.ask("selam@example.org", client: "mine") }
      _ = try await scratch.ask("other@example.org", client: "mine")
      scratch.time.pass(seconds: 601)
      _ = try await scratch.ask("selam@example.org", client: "mine")
    }
  }
}
