import Synchronization
import Testing

@testable import Conference

@Suite(.bothDatabases) struct RegisteringTests {
  private static func choose(_ mode: Registration.Mode, _ scratch: ScratchPeople) async throws {
    try await Registration(mode: mode, code: "loom").choose(by: nil, scratch.database, at: scratch.time.now)
  }

  /// The mail that a newcomer gets; throws what keeps them from registering.
  private static func register(
    _ scratch: ScratchPeople, code: String? = nil, client: String = "192.0.2.1", browser: Secret = .random()
  ) async throws -> Ticket? {
    let box = Mutex<Ticket?>(nil)
    let (email, newcomer) = (try #require(EmailAddress("new@example.org")), try Newcomer(name: "Nia Okoro"))
    try await scratch.signIns { ($0.mailsPerAddress, $0.mailsPerAddressByAll) = (1_000, 1_000) }.register(
      newcomer, email, code: code, browser: browser, client: client
    ) { ticket, _ in
      box.withLock { $0 = ticket }
      return Letter(purpose: .signIn, subject: "Sign in", text: "…")
    }
    return box.withLock { $0 }
  }

  @Test("ten thousand guesses at the registration code let nobody in, also from many clients")
  func guesses() async throws {
    try await ScratchPeople.run { scratch in
      try await Self.choose(.code, scratch)
      var (tried, letIn, refused) = (0, 0, 0)
      for guess in 0..<10_000 {
        tried += 1
        // The right one is among them, once too many were wrong.
        let code = guess < 600 ? "guess \(guess)" : "loom"
        do {
          if try await Self.register(scratch, code: code, client: "client \(guess % 50)") != nil { letIn += 1 }
        } catch let error as ConferenceError {
          if error == SignIns.tooManyCodes { refused += 1 }
        }
      }
      print("tried \(tried), let in \(letIn)")
      #expect(letIn == 0)
      #expect(refused == 10_000 - scratch.signIns().limits.registrationCodes)
    }
  }

  @Test("one client's wrong codes are its own matter, and right ones are not counted")
  func perClient() async throws {
    try await ScratchPeople.run { scratch in
      try await Self.choose(.code, scratch)
      for _ in 0..<20 {
        await #expect(throws: ConferenceError.self) { _ = try await Self.register(scratch, code: "wrong", client: "a") }
      }
      await #expect(throws: SignIns.tooManyCodes) { _ = try await Self.register(scratch, code: "loom", client: "a") }
      for _ in 0..<30 {
        let ticket = try await Self.register(scratch, code: "loom", client: "b")
        #expect(ticket != nil)
      }
      scratch.time.pass(seconds: 601)
      let ticket = try await Self.register(scratch, code: "loom", client: "a")
      #expect(ticket != nil)
    }
  }

  @Test("many wrong codes by others leave each client fewer, and refuse nobody who typed the right one")
  func byOthers() async throws {
    try await ScratchPeople.run { scratch in
      try await Self.choose(.code, scratch)
      for guess in 0..<500 {
        await #expect(throws: ConferenceError.self) {
          _ = try await Self.register(scratch, code: "guess", client: "client \(guess)")
        }
      }
      let ticket = try await Self.register(scratch, code: "loom", client: "a")
      #expect(ticket != nil)
      for _ in 0..<3 {
        await #expect(throws: ConferenceError.self) { _ = try await Self.register(scratch, code: "wrong", client: "a") }
      }
      await #expect(throws: SignIns.tooManyCodes) { _ = try await Self.register(scratch, code: "loom", client: "a") }
    }
  }

  @Test(
    "what was begun counts as organizers want it when the mail comes back",
    arguments: Registration.Mode.allCases, Registration.Mode.allCases)
  func changed(before: Registration.Mode, after: Registration.Mode) async throws {
    guard before != .closed else { return }
    try await ScratchPeople.run { scratch in
      try await Self.choose(before, scratch)
      let browser = Secret.random()
      let ticket = try #require(try await Self.register(scratch, code: "loom", browser: browser))
      try await Self.choose(after, scratch)
      let entered = try await scratch.signIns().enter(link: ticket.link, browser: browser, named: "x")
      let expected: Standing? =
        switch after {
        case .closed: nil
        case .code: before == .code ? .active : nil
        case .approval: .waiting
        case .open: .active
        }
      #expect(try await scratch.account("new@example.org")?.standing == expected)
      #expect((entered.secret != nil) == (expected != nil))
    }
  }

  @Test("nobody registers by the name of somebody who helps to run the conference")
  func namesOfRoles() async throws {
    try await ScratchPeople.run { scratch in
      try await Self.choose(.open, scratch)
      try await scratch.add("chair@example.org", name: "Nia Ókoro", role: .organizer)
      let refusal = await #expect(throws: ConferenceError.self) { _ = try await Self.register(scratch) }
      guard case .invalid("Name", _, _)? = refusal else { throw ConferenceError.conflict("\(refusal as Any)") }
    }
  }
}
