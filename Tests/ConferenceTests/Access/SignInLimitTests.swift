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
}
