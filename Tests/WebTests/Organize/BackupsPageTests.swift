import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct BackupsPageTests {
  @Test("what organizers say of backups is told on the page about the site and to who erases themselves")
  func told() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let data = try await organizer.text("/account/data")
      #expect(data.contains("until they are too old to be kept"))
      let saved = try await organizer.post("/organize/backups", [("days", "45")])
      #expect(saved.headers[.location] == "/organize/access?done=backups")
      #expect(try await organizer.text("/organize/access").contains("value=\"45\""))
      #expect(try await organizer.text("/account/data").contains("for up to 45 days more"))
      let about = try await client.text("/about")
      #expect(about.contains("Backups that the organizers make: 45 days."))
      for span in [
        "30 days after it was last seen", "count for 10 minutes", "are gone 1 day later", "Mails to you: 30",
      ] {
        #expect(about.contains(span), "\(span)")
      }
      for days in ["0", "soon", "99999"] {
        let refused = try await organizer.post("/organize/backups", [("days", days)])
        #expect(refused.status.code >= 400, "\(days)")
      }
      _ = try await organizer.post("/organize/backups", [("days", "")])
      #expect(try await client.text("/about").contains("which they have not said here"))
    }
  }
}
