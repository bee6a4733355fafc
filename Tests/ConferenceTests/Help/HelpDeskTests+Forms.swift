import Testing

@testable import Conference

/// What a form asks that is sent more than once.
extension HelpDeskTests {
  @Test("a form that is sent twice, also at once, asks once; with another text, or from somebody else, it asks anew")
  func twice() async throws {
    try await run { desk in
      let (help, ada) = (desk.help, desk.ada.id)
      let question = try HelpQuestion("No sound", form: "form-1")
      let ids = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 1...4 { group.addTask { try await help.ask(question, by: ada, client: "c") } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(ids.count == 1)
      let other = try await help.ask(try HelpQuestion("No picture", form: "form-1"), by: ada, client: "c")
      let others = try await help.ask(question, by: desk.bob.id, client: "c")
      #expect(try await Set(help.open(for: nil).map(\.id)) == ids.union([other, others]))
      let visitor = try HelpVisitor(name: "Nia", email: "nia@example.org")
      let asked = try HelpQuestion("No mail", visitor: visitor, form: "form-2")
      for _ in 1...2 { _ = try await help.ask(asked, by: nil, client: "c") }
      #expect(try await help.open(for: nil).filter { $0.text == "No mail" }.count == 1)
    }
  }
}
