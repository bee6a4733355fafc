import Conference
import HTTPTypes
import Testing

@testable import Web

extension APIProgramTests {
  @Test("what a change makes clash is told with the answer, also when it is only tried, and never refused")
  func clashes() async throws {
    let header = HTTPField.Name("Program-Clashes")!
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let first = try #require(story.site.edition.program.sessions.first)
      let (start, end) = (JSONValue(first.start), JSONValue(first.end))
      let body = { (title: String, join: String) -> JSONValue in
        ["kind": "other", "title": .text(title), "start": start, "end": end, "join": .text(join)]
      }
      let quiet = try await program.send(.put, "/program/sessions/one", body("One", "https://room.example/Hall/"))
      #expect(quiet.status == 201 && quiet.headers[header] == nil)
      let other = body("Other", "http://room.example/hall")
      let tried = try await program.send(.put, "/program/sessions/other?dry-run=true", other)
      let told = try #require(tried.headers[header])
      #expect(tried.status == 200 && tried["title"] == "Other" && tried.headers[Self.change] == nil)
      #expect(told.utf8.allSatisfy { $0 < 128 })
      let clash = try JSONValue(json: Array(told.utf8)).items?.first
      #expect(clash?["subject"] == "room" && clash?["first"] == "one" && clash?["second"] == "other")
      #expect(try await program.get("/program/sessions/other").status == 404)
      let stored = try await program.send(.put, "/program/sessions/other", other)
      #expect(stored.status == 201 && stored.headers[header] == told && stored.headers[Self.change] != nil)
      let kept = try await program.send(.patch, "/program/sessions/other", ["title": "Still"])
      #expect(kept.status == 200 && kept.headers[header] == nil)
      _ = try await program.send(.patch, "/program/sessions/other", ["join": .null])
      let dry = try await program.send(.patch, "/program/sessions/other?dry-run=true", ["join": "javascript:alert(1)"])
      #expect(dry.status == 409)
      let removal = try await program.send(.delete, "/program/sessions/other?dry-run=true")
      #expect(removal.status == 204 && removal.headers[Self.change] == nil)
      #expect(try await program.get("/program/sessions/other").status == 200)
    }
  }

  @Test("of more clashes than a header may hold the first are told, and how many there are besides")
  func manyClashes() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let start = try #require(story.site.edition.program.sessions.first).start
      let (end, hall) = (start.adding(minutes: 60), "https://room.example/hall")
      try await ProgramEditor(story.site.database, clock: story.site.clock).edit(by: nil) { edit in
        for number in 10..<40 {
          var session = Session(id: "other-\(number)", kind: .other, title: "Other", start: start, end: end)
          session.join = hall
          try edit.put(session, seen: .nothing)
        }
      }
      try await story.site.refresh()
      let body: JSONValue = [
        "kind": "other", "title": "Hall", "start": JSONValue(start), "end": JSONValue(end), "join": .text(hall),
      ]
      let tried = try await program.send(.put, "/program/sessions/hall?dry-run=true", body)
      let told = try #require(tried.headers[ChangeHeaders.clashes])
      let items = try JSONValue(json: Array(told.utf8)).items ?? []
      #expect(told.utf8.count <= ChangeHeaders.mostBytes + 20 && items.count > 10)
      #expect(items.last?["more"]?.integer == 31 - items.count)
    }
  }

  @Test("a paper that is moved says whom that needs twice, before and after")
  func clashingMove() async throws {
    let header = HTTPField.Name("Program-Clashes")!
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let ada = Person(name: "Ada Löom", email: "loom@example.org")
      let editor = ProgramEditor(story.site.database, clock: story.site.clock)
      let start = try #require(story.site.edition.program.sessions.first).start
      try await editor.edit(by: nil) { edit in
        for id in ["one", "two"] {
          try edit.put(Paper(id: id, title: id, authors: [ada]), seen: .nothing)
          var session = Session(id: id, kind: .poster, title: id, start: start, end: start.adding(minutes: 60))
          session.slots = id == "one" ? [Slot(paper: id)] : []
          try edit.put(session, seen: .nothing)
        }
      }
      try await story.site.refresh()
      let body: JSONValue = ["paper": "two", "to": "two"]
      let tried = try await program.send(.post, "/program/moves?dry-run=true", body)
      #expect(tried.status == 200 && tried.json == .null)
      let told = try #require(tried.headers[header])
      #expect(told.contains("Ada L\\u00f6om"))
      let moved = try await program.send(.post, "/program/moves", body)
      #expect(moved.headers[header] == told && moved["origin"] == "edit")
      let insider = try await Insider.organizer(story, client)
      let page = try await insider.text(ProgramLink.entry(.paper, "two"))
      #expect(page.contains("One clash") && page.contains("Ada Löom"))
    }
  }
}
