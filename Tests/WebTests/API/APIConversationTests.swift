import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct APIConversationTests {
  @Test("a channel is made, renamed and removed")
  func channels() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let made = try await program.send(
        .post, "/channels", ["title": "Jobs & theses", "purpose": "Who looks for whom", "writers": "organizers"])
      let id = try #require(made["id"]?.text)
      #expect(made.status == 201 && made["writers"] == "organizers")
      #expect(try await program.send(.post, "/channels", ["title": "Jobs & theses"]).status == 409)
      let selam = try await Insider.participant(story, client)
      #expect(try await selam.text("/chat/general/\(id)").contains("Only organizers write here"))
      let changed = try await program.send(.put, "/channels/\(id)", ["title": "Jobs"])
      #expect(changed["title"] == "Jobs" && changed["writers"] == "everyone" && changed["purpose"] == nil)
      #expect(try await program.get("/channels/\(id)").json == changed.json)
      #expect(try await program.get("/channels").items.contains(changed.json))
      #expect(try await program.send(.post, "/channels", ["title": " "]).status == 409)
      #expect(try await program.send(.delete, "/channels/\(id)").status == 204)
      #expect(try await program.send(.delete, "/channels/\(id)").status == 404)
      #expect(try await selam.get("/chat/general/\(id)").status == .notFound)
      let deeds = try await program.get("/record?about=general/\(id)").items
      #expect(deeds.count == 3 && deeds.allSatisfy { $0["token"] == "A test" })
    }
  }

  @Test("shifts of the help desk are added and filled with those who help")
  func shifts() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let made = try await program.send(
        .post, "/help-desk/shifts", ["from": "2026-04-28T13:00:00Z", "until": "2026-04-28T15:00:00Z"])
      let id = try #require(made["id"]?.text)
      #expect(made.status == 201 && made["places"] == 1 && made["helpers"] == [])
      let selam = try await Insider.participant(story, client)
      let path = "/help-desk/shifts/\(id)/people"
      #expect(try await program.send(.put, "\(path)/\(selam.account.id)").status == 409)
      let organizer = try await Insider.organizer(story, client)
      let filled = try await program.send(.put, "\(path)/\(organizer.account.id)")
      #expect(filled["helpers"]?.items?.first?["name"]?.text == organizer.account.name)
      #expect(try await program.send(.put, "\(path)/\(organizer.account.id)").status == 200)
      #expect(try await program.send(.delete, "\(path)/\(organizer.account.id)")["helpers"] == [])
      for body: JSONValue in [
        ["from": "2026-04-28T13:00:00Z", "until": "2026-04-28T12:00:00Z"],
        ["from": "2026-04-26T17:45:00Z", "until": "2026-04-26T19:15:00Z"],
        ["from": "2026-04-28T13:00:00Z", "until": "2026-04-30T13:00:00Z"], ["from": "soon", "until": "later"],
        ["from": "2026-04-28T13:00:00Z", "until": "2026-04-28T15:00:00Z", "places": 51],
      ] {
        #expect([400, 409].contains(try await program.send(.post, "/help-desk/shifts", body).status), "\(body)")
      }
      #expect(try await program.get("/help-desk/shifts").items.count == 1)
      #expect(try await program.send(.delete, "/help-desk/shifts/\(id)").status == 204)
      #expect(try await program.get("/help-desk/shifts/\(id)").status == 404)
    }
  }

  @Test("the rules of questions, chat and the conduct desk are read, set, and hold")
  func rules() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let organizer = try await Insider.organizer(story, client)
      let outside: JSONValue = ["members": .list([.text(organizer.account.id)]), "outside": "desk@example.org"]
      for (name, value): (String, JSONValue) in [
        ("questions", ["isReviewed": true, "allowsAnonymous": true]),
        ("chat", ["burst": 3, "hourly": 50, "channelBurst": 2, "channelHourly": 40, "pictures": false]),
        ("conduct-desk", outside),
      ] {
        #expect(try await program.send(.put, "/settings/\(name)", value).json == value)
        #expect(try await program.get("/settings/\(name)").json == value)
        #expect(try await program.send(.put, "/settings/\(name)", value).status == 200)
      }
      #expect(try await program.get("/record?about=chat").items.count == 1)
      for (name, value): (String, JSONValue) in [
        ("chat", ["burst": 0, "hourly": 50, "pictures": false]),
        ("chat", ["burst": 3, "hourly": 50, "channelBurst": 101, "pictures": false]),
        ("conduct-desk", ["members": ["nobody"]]),
        ("conduct-desk", ["members": [], "outside": "no address"]), ("questions", [:]),
      ] {
        #expect(
          [400, 409].contains(try await program.send(.put, "/settings/\(name)", value).status), "\(name) \(value)")
      }
      #expect(try await program.get("/questions").items == [])
      #expect(try await program.send(.post, "/questions/nudge").status == 409)
      #expect(try await program.send(.post, "/questions/nudge?fewer=1").status == 409)
      #expect(try await program.send(.post, "/questions/nudge?fewer=none").status == 400)
      let lacking = try await program.get("/questions/papers?fewer=2").items
      #expect(
        lacking.count == story.site.edition.program.papers.count
          && lacking.allSatisfy { $0["answered"] == 0 && $0["open"] == 0 })
      let nudge = "/questions/papers/\(Story.heroinePaper)/nudge"
      #expect(try await program.send(.post, nudge).status == 409)
      #expect(try await program.send(.post, "/questions/papers/none/nudge").status == 404)
      let asking = try await program.send(.post, "/questions/asking")
      #expect(asking.status == 200 && asking["mails"]?.integer ?? 0 > 0)
    }
  }
}
