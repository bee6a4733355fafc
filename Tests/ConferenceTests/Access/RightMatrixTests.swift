import Database
import Testing

@testable import Conference

@Suite(.bothDatabases, .serialized) struct RightMatrixTests {
  @Test("what is done in somebody's name is done for the roles that may, whoever asks for it, and for nobody else")
  func roles() async throws {
    try await ScratchPeople.run { scratch in
      let scene = try await RightScene(scratch)
      var doers: [(name: String, id: String, role: Role?)] = []
      for role in Role.allCases {
        let account = try await scratch.add("\(role.rawValue)@example.org", role: role)
        doers.append((role.rawValue, account.id, role))
      }
      let banned = try await scratch.add("banned@example.org", role: .organizer).id
      try await scratch.people.setStanding(.banned, of: banned, by: nil)
      doers.append(("a banned organizer", banned, nil))
      doers.append(("nobody", "nobody", nil))
      var (tried, letIn) = (0, 0)
      for action in scene.actions {
        for doer in doers {
          let deeds = try await scene.deeds(of: doer.id)
          let refusal = try await action.refusal(of: doer.id)
          let isAllowed = doer.role.map { action.roles.contains($0) } ?? false
          #expect((refusal == nil) == isAllowed, "\(action.name) by \(doer.name)")
          guard !isAllowed else { continue }
          #expect((refusal == .unauthenticated) == (doer.id == "nobody"), "\(action.name) by \(doer.name)")
          #expect(try await scene.deeds(of: doer.id) == deeds, "\(action.name) by \(doer.name)")
          tried += 1
          if refusal == nil { letIn += 1 }
        }
      }
      print("tried \(tried), let in \(letIn)")
      #expect(tried > 200 && letIn == 0)
    }
  }

  @Test("a token does what its scopes name for its maker, or for the command line, and nothing else")
  func tokens() async throws {
    try await ScratchPeople.run { scratch in
      let scene = try await RightScene(scratch)
      let organizer = try await scratch.add("organizer@example.org", role: .organizer).id
      for action in scene.actions {
        guard let scopes = action.scopes else { continue }
        for maker in [organizer, nil] {
          let others = try await scene.holder(Set(TokenScope.allCases).subtracting(scopes), of: maker)
          #expect(try await action.refusal(of: others) != nil, "\(action.name) with all other scopes")
          for scope in scopes {
            let refusal = try await action.refusal(of: try await scene.holder([scope], of: maker))
            #expect(refusal == nil, "\(action.name) with \(scope.rawValue)")
          }
        }
      }
    }
  }

  @Test("a token whose maker has lost the role does nothing by it, also where it was let in before")
  func lostRole() async throws {
    try await ScratchPeople.run { scratch in
      let scene = try await RightScene(scratch)
      let maker = try await scratch.add("maker@example.org", role: .organizer).id
      let holder = try await scene.holder([.peopleWrite], of: maker)
      try await scratch.people.signOut(scene.target.id, by: holder)
      try await scratch.people.setRole(.chair, of: maker, by: nil)
      await #expect(throws: ConferenceError.self) { try await scratch.people.signOut(scene.target.id, by: holder) }
    }
  }

  @Test("nobody raises themselves or others, and the last organizer stays one", arguments: Role.allCases)
  func raising(role: Role) async throws {
    try await ScratchPeople.run { scratch in
      let me = try await scratch.add("me@example.org", role: role)
      let other = try await scratch.add("other@example.org")
      if role == .organizer {
        await #expect(throws: ConferenceError.self) { try await scratch.people.setRole(.chair, of: me.id, by: me.id) }
      } else {
        for id in [me.id, other.id] {
          await #expect(throws: ConferenceError.forbidden("Only organizers give roles")) {
            try await scratch.people.setRole(.organizer, of: id, by: me.id)
          }
        }
      }
      #expect(try await scratch.people.account(me.id)?.role == role)
      #expect(try await scratch.people.account(other.id)?.role == .participant)
    }
  }

  @Test("who asked for help reads it, and ends it without a note for helpers; to a stranger it is not there")
  func asker() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org").id
      let eve = try await scratch.add("eve@example.org").id
      let vera = try await scratch.add("vera@example.org", role: .volunteer).id
      let help = HelpDesk(scratch.database, clock: scratch.clock)
      let id = try await help.ask(try HelpQuestion("No sound"), by: ada, client: "c")
      for (reader, isReader) in [(ada, true), (vera, true), (eve, false), ("nobody", false)] {
        let found = try await help.request(id, for: reader)
        #expect((found != nil) == isReader, "\(reader)")
      }
      for stranger in [eve, "nobody"] {
        let gone = ConferenceError.notFound("request for help")
        await #expect(throws: gone) { try await help.close(id, note: "Mine", by: stranger) }
        await #expect(throws: gone) { try await help.reopen(id, by: stranger) }
      }
      try await help.close(id, note: "From the asker", by: ada)
      #expect(try await help.request(id, for: nil)?.note == nil)
      try await help.reopen(id, by: ada)
      try await help.close(id, note: "It was muted", by: vera)
      #expect(try await help.request(id, for: nil)?.note == "It was muted")
    }
  }
}
