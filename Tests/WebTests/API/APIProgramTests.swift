import Conference
import Database
import HTTPTypes
import Testing

@testable import Web

@Suite struct APIProgramTests {
  static let change = HTTPField.Name("Program-Change")!

  @Test("a paper is read, changed by who has seen it, and not by who has seen an older state")
  func conflict() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let path = "/program/papers/\(Story.heroinePaper)"
      let first = try await program.get(path)
      #expect(first.status == 200 && first["id"]?.text == Story.heroinePaper && first.tag.count == 26)
      #expect(try await program.get(path, [.ifNoneMatch: first.tag]).status == 304)
      var fields = first.json.fields
      fields["title"] = "A new title"
      let unseen = try await program.send(.put, path, .map(fields))
      #expect(unseen.status == 409 && unseen["field"]?.text == "If-Match")
      let second = try await program.send(.put, path, .map(fields), [.ifMatch: first.tag])
      #expect(second.status == 200 && second["title"]?.text == "A new title" && second.tag != first.tag)
      #expect(second.headers[Self.change] != nil)
      #expect(story.site.edition.program.paper(Story.heroinePaper)?.title == "A new title")
      // The same request again, as after an answer that was lost.
      let again = try await program.send(.put, path, .map(fields), [.ifMatch: first.tag])
      #expect(again.status == 200 && again.tag == second.tag && again.headers[Self.change] == nil)
      fields["title"] = "Another title"
      for tag in [first.tag, "\"made-up\"", "W/\(second.tag)", ""] {
        let old = try await program.send(.put, path, .map(fields), [.ifMatch: tag])
        #expect(old.status == 412 && old.tag == second.tag, "\(tag)")
      }
      #expect(story.site.edition.program.paper(Story.heroinePaper)?.title == "A new title")
      #expect(try await program.send(.put, path, .map(fields), [.ifMatch: "*"]).status == 200)
    }
  }

  @Test("an entry is added once, changed in part, removed, and brought back")
  func life() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let path = "/program/sponsors/weavers"
      let body: JSONValue = ["name": "Weavers", "website": "https://weavers.example"]
      #expect(try await program.send(.put, path, body, [.ifMatch: "*"]).status == 412)
      let added = try await program.send(.put, path, body, [.ifNoneMatch: "*"])
      #expect(added.status == 201 && added.headers[.location] == "/api/v1" + path)
      #expect(try await program.send(.put, path, body, [.ifNoneMatch: "*"]).status == 412)
      #expect(try await program.send(.put, path, body).status == 200)
      let type = "application/merge-patch+json"
      let patched = try await program.send(.patch, path, ["tier": "Gold", "website": .null], type: type)
      #expect(patched.status == 200 && patched["tier"]?.text == "Gold" && patched["website"] == nil)
      #expect(patched["name"]?.text == "Weavers")
      #expect(try await program.send(.patch, path, ["name": .null], type: type).status == 400)
      #expect(try await program.send(.patch, path, ["id": "other"], type: type).status == 409)
      #expect(try await program.send(.delete, path, nil, [.ifMatch: added.tag]).status == 412)
      let removed = try await program.send(.delete, path, nil, [.ifMatch: patched.tag])
      #expect(removed.status == 204)
      #expect(try await program.get(path).status == 404)
      #expect(try await program.send(.delete, path).status == 404)
      let number = try #require(removed.headers[Self.change])
      let change = try await program.get("/program/changes/\(number)")
      #expect(change["change"]?["token"]?.text == "A test" && change["change"]?["by"]?.text == "Abeba Chair")
      #expect(change["differences"]?.items?.first?["verb"] == "removed")
      let undone = try await program.send(.post, "/program/changes/\(number)/undo")
      #expect(undone.status == 201 && undone["undoes"]?.integer == Int(number))
      #expect(try await program.get(path).tag == patched.tag)
      #expect(try await program.send(.post, "/program/changes/\(number)/undo").status == 409)
      #expect(try await program.get("/program/changes?limit=1").items.first?["origin"] == "undo")
    }
  }

  @Test("what breaks a rule of the program is refused with the field, and changes nothing")
  func rules() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let session = try #require(story.site.edition.program.sessions.first)
      let path = "/program/sessions/\(session.id)"
      let version = story.site.edition.program.version
      for (body, status, field) in [
        (["end": "2001-01-01T00:00:00Z"], 409, "end"), (["start": "yesterday"], 400, "start"),
        (["join": "javascript:alert(1)"], 409, "join"), (["title": "  "], 409, "title"),
        (["kind": "party"], 400, "kind"), (["event": ["kind": "social", "name": "none"]], 409, "event"),
        (["slots": [["paper": "none"]]], 409, "papers"), (["slots": [["page": 1]]], 400, "slots[0].page"),
        (["title": 7], 400, "title"), (["title": "a\0b"], 409, "request"), (["colour": "red"], 400, "colour"),
      ] as [(JSONValue, Int, String)] {
        let reply = try await program.send(.patch, path, body)
        #expect(reply.status == status && reply["field"]?.text == field, "\(body): \(reply.status) \(reply.json)")
        #expect(reply["advice"]?.text?.isEmpty == false)
      }
      #expect(try await ProgramStore(story.site.database).version() == version)
    }
  }

  @Test("who saved a session is told by mail when it is moved, if that is asked for")
  func notice() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let session = try #require(story.site.edition.program.sessions.first)
      let reader = try await Insider.participant(story, client)
      let item = try #require(SavedItem(.session, session.id))
      try await Saved(story.site.database, clock: story.site.clock).change(save: [item], of: reader.account.id)
      let body: JSONValue = ["end": JSONValue(session.end.adding(seconds: 600))]
      #expect(try await program.send(.patch, "/program/sessions/\(session.id)?notify=true", body).status == 200)
      let mails = try await program.get("/mails?to=selam@example.org")
      #expect(mails.items.first?["subject"]?.text == "Moved: \(session.title)")
      let mailed = HTTPField.Name("Program-Mails")!
      let tried = try await program.send(.delete, "/program/sessions/\(session.id)?notify=true&dry-run=true")
      #expect(tried.status == 204 && tried.headers[mailed] == "1")
      let quiet = try await program.send(.delete, "/program/sessions/\(session.id)")
      #expect(quiet.status == 204 && quiet.headers[mailed] == nil)
      let number = try #require(quiet.headers[Self.change])
      #expect(try await program.send(.post, "/program/changes/\(number)/undo").status == 201)
      let told = try await program.send(.delete, "/program/sessions/\(session.id)?notify=true")
      #expect(told.status == 204 && told.headers[mailed] == "1")
      try await story.site.database.write { connection in
        _ = try connection.execute("UPDATE outbox SET state = 'sent'")
      }
      let last = try #require(told.headers[Self.change])
      let undone = try await program.send(.post, "/program/changes/\(last)/undo?notify=true")
      #expect(undone.status == 201 && undone.headers[mailed] == "1")
    }
  }

  @Test("a long list comes in parts, each with the address of the next, until all were there")
  func lists() async throws {
    try await StorySite.run(papers: 23) { client, story in
      let program = try await story.program(client)
      var (ids, next, parts) = ([String](), Optional("/program/papers?limit=10"), 0)
      while let address = next {
        let reply = try await program.get(address)
        #expect(reply["total"]?.integer == 23)
        ids += reply.items.compactMap { $0["id"]?.text }
        parts += 1
        next = reply["next"]?.text.map { String($0.dropFirst("/api/v1".count)) }
        #expect((reply.headers[HTTPField.Name("Link")!] != nil) == (next != nil))
      }
      #expect(parts == 3 && ids == story.site.edition.program.papers.map(\.id))
      for query in ["limit=0", "limit=201", "limit=x", "offset=-1", "page=2", "limit=1&limit=2", "q=%zz"] {
        #expect(try await program.get("/program/papers?\(query)").status == 400, "\(query)")
      }
    }
  }

  @Test("a paper moves between sessions, and what clashes is told")
  func moves() async throws {
    try await StorySite.run(papers: 8) { client, story in
      let program = try await story.program(client)
      let session = try #require(story.site.edition.program.sessions.first { !$0.slots.isEmpty })
      let paper = try #require(session.slots.first).paper
      let moved = try await program.send(
        .post, "/program/moves", ["paper": .text(paper), "from": .text(session.id)])
      #expect(moved.status == 200 && moved["origin"] == "edit")
      #expect(story.site.edition.program.session(session.id)?.slots.contains { $0.paper == paper } == false)
      #expect(try await program.send(.post, "/program/moves", ["paper": .text(paper)]).status == 409)
      let again = try await program.send(.post, "/program/moves", ["paper": .text(paper), "from": .text(session.id)])
      #expect(again.status == 409)
      let second = try #require(story.site.edition.program.sponsors.dropFirst().first).id
      let shift: JSONValue = ["kind": "sponsor", "id": .text(second), "direction": "up"]
      #expect(try await program.send(.post, "/program/shifts", shift)["summary"] == "reordered entries")
      #expect(story.site.edition.program.sponsors.first?.id == second)
      #expect(try await program.send(.post, "/program/shifts", shift).json == .null)
      let clashes = try await program.get("/program/clashes")
      #expect(clashes.items.count == story.site.edition.program.clashes.count)
    }
  }
}
