import Conference
import NIOCore
import Testing

@testable import Web

@Suite(.serialized) struct PeopleImportConsoleTests {
  private static let good = "email,name,role\nada@example.org,Ada,chair\nbob@example.org,Bob,\n"
  private static let bad = "email,name,role\nada@example.org,Ada,chair\nbob.example.org,Bob,\n"

  private static func secret(_ response: TestResponse) throws -> String {
    let text = String(buffer: response.body)
    return try #require(found(/name="upload" value="([A-Za-z0-9_-]+)"/, text))
  }

  private static func people(_ story: StorySite) async throws -> Int {
    try await story.site.people.search(PeopleChoice(), for: nil, limit: 0).total
  }

  @Test("a list is looked at, and counts only after the second button")
  func applied() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let preview = try await organizer.upload("/organize/people/import", file: Self.good)
      let text = String(buffer: preview.body)
      #expect(preview.status == .ok && text.contains("<dt>Added</dt><dd>2</dd>"))
      #expect(try await Self.people(story) == 1)
      let fields = [("upload", try Self.secret(preview))]
      let answer = try await organizer.post("/organize/people/import/application", fields)
      #expect(String(buffer: answer.body).contains("The list is imported"))
      #expect(try await Self.people(story) == 3)
      #expect(try await organizer.text("/organize/record").contains("people imported"))
      #expect(try await organizer.post("/organize/people/import/application", fields).status == .conflict)
    }
  }

  @Test("a bad row is named with its line and column, and nothing is imported unless it is left out")
  func badRow() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let preview = try await organizer.upload("/organize/people/import", file: Self.bad)
      let text = String(buffer: preview.body)
      #expect(preview.status == .ok)
      #expect(text.contains("line 3, column 1: “bob.example.org” is no e-mail address"))
      #expect(!text.contains("Import now"))
      let upload = ("upload", try Self.secret(preview))
      #expect(try await organizer.post("/organize/people/import/application", [upload]).status == .badRequest)
      #expect(try await Self.people(story) == 1)
      let again = try await organizer.post("/organize/people/import/preview", [upload, ("skip", "1")])
      #expect(String(buffer: again.body).contains("Import now"))
      _ = try await organizer.post("/organize/people/import/application", [upload, ("skip", "1")])
      #expect(try await Self.people(story) == 2)
    }
  }

  @Test("an upload without the form's token, of no file, or of a spreadsheet that is no text, is refused")
  func refused() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let path = "/organize/people/import"
      #expect(try await organizer.upload(path, file: Self.good, token: "made-up").status == .forbidden)
      #expect(try await organizer.upload(path, file: "").status == .badRequest)
      #expect(try await organizer.upload(path, file: "PK", named: "people.xlsx").status == .badRequest)
      #expect(try await organizer.upload(path, file: String(repeating: "x", count: 17 << 20)).status == .badRequest)
      #expect(try await Self.people(story) == 1)
    }
  }

  @Test("another organizer's upload cannot be applied")
  func othersUpload() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      let uploads = Uploads(story.site.database, clock: story.site.clock)
      let secret = try await uploads.keep(.init(named: "people.csv", Array(Self.good.utf8)), by: participant.account.id)
      let answer = try await organizer.post("/organize/people/import/application", [("upload", secret.text)])
      #expect(answer.status == .conflict)
    }
  }
}
