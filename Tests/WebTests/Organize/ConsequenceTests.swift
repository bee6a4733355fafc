import Conference
import HTTPTypes
import Testing

@testable import Web

/// What is said before something dangerous is done: to how many people or things it happens.
@Suite(.serialized) struct ConsequenceTests {
  @Test("who sees what is told in numbers before it is saved, and nothing of it holds until then")
  func policies() async throws {
    try await StorySite.run(papers: 8) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let program = story.site.edition.program
      let schedule = "\(program.sessions.count) sessions and \(program.events.count) events"
      #expect(try await organizer.text("/organize/access").contains("\(schedule). Visitors see this now."))
      var fields = ["papers", "talks", "rooms", "sponsors"].map { ("sees-\($0)", "everyone") }
      fields += [("sees-schedule", "participants"), ("sees-questions", "participants"), ("release", "atOnce")]
      let looked = String(
        buffer: try await organizer.post("/organize/access", fields + [("step", "preview")]).body)
      #expect(
        looked.contains("Not saved yet.")
          && looked.contains("<p>Visitors will no longer see:</p><ul><li>\(schedule)</li>"))
      #expect(!looked.contains("Visitors will see:"))
      #expect(try await client.get("/schedule").status == .ok)
      #expect(
        try await organizer.post("/organize/access", fields).headers[.location] == "/organize/access?done=policies")
      #expect(try await client.get("/schedule").status == .unauthorized)
      #expect(try await organizer.text("/organize/access").contains("\(schedule). Visitors do not see this now."))
      let open = fields.map { ($0.0, $0.0 == "sees-schedule" ? "everyone" : $0.1) }
      let back = String(buffer: try await organizer.post("/organize/access", open + [("step", "preview")]).body)
      #expect(back.contains("<p>Visitors will see:</p><ul><li>\(schedule)</li>"))
    }
  }

  @Test("a channel's removal says how many messages of how many people go with it")
  func channel() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      _ = try await organizer.post("/organize/channels", [("title", "Loom room")])
      #expect(try await organizer.text("/organize/channels").contains("Nothing was written in it."))
      let path = "/chat/general/loom-room/messages"
      for text in ["One", "Two"] { _ = try await organizer.post(path, [("text", text)]) }
      _ = try await selam.post(path, [("text", "Three")])
      #expect(try await organizer.text("/organize/channels").contains("3 messages by 2 people can no longer be read"))
    }
  }

  @Test("letting in several says of how many, and how many it were")
  func admissions() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      var ids: [String] = []
      for name in ["a", "b", "c"] {
        let id = try await Insider.participant(story, client, email: "\(name)@example.org").account.id
        try await story.site.people.setStanding(.waiting, of: id, by: nil)
        ids.append(id)
      }
      #expect(try await organizer.text("/organize/people/waiting").contains("Of the 3 who wait"))
      let answer = try await organizer.post("/organize/people/admissions", ids.prefix(2).map { ("id", $0) })
      let location = try #require(answer.headers[.location])
      #expect(location == "/organize/people/waiting?done=several&count=2")
      #expect(try await organizer.text(location).contains("2 people let in; each gets a mail."))
    }
  }
}
