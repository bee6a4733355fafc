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

  /// What "Import now" on the page sends.
  private static func fields(_ response: TestResponse, _ more: (String, String)...) throws -> [(String, String)] {
    let version = found(/name="version" value="([A-Za-z0-9]+)"/, String(buffer: response.body))
    return [("upload", try secret(response)), ("version", try #require(version))] + more
  }

  private static func people(_ story: StorySite) async throws -> Int {
    try await story.site.people.search(PeopleChoice(), for: nil, limit: 0).total
  }

  @Test("a list is looked at, counts only after the second button, and leads on to the invitations")
  func applied() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let preview = try await organizer.upload("/organize/people/import", file: Self.good)
      let text = String(buffer: preview.body)
      #expect(preview.status == .ok && text.contains("<dt>Added</dt><dd>2</dd>"))
      #expect(try await Self.people(story) == 1)
      let fields = try Self.fields(preview)
      let answer = try await organizer.post("/organize/people/import/application", fields)
      let done = String(buffer: answer.body)
      #expect(done.contains("The list is imported"))
      #expect(done.contains("Nobody was told of it yet.") && done.contains("action=\"/organize/people/invitations\""))
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
      let chosen = try Self.fields(again, ("skip", "1"))
      _ = try await organizer.post("/organize/people/import/application", chosen)
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

  @Test("who is added, changed and shut out is named before it counts, the first hundred of each")
  func named() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      _ = try await Insider.participant(story, client)
      let list = PeopleList(file: "people.csv", bytes: Array("email,name,affiliation\nada@example.org,Ada,AAU\n".utf8))
      _ = try await PeopleImport(story.site.database, clock: story.site.clock).run(list, by: nil)
      let rows = (0..<103).map { "new\($0)@example.org,New \($0),\n" }.joined()
      let file = "email,name,affiliation\nada@example.org,Ada,Unilag\n\(rows)"
      let first = try await organizer.upload("/organize/people/import", file: file)
      let preview = try await organizer.post(
        "/organize/people/import/preview", [("upload", try Self.secret(first)), ("prune", "1")])
      let text = String(buffer: preview.body)
      #expect(text.contains("<bdi>AAU</bdi> → <bdi>Unilag</bdi>"))
      #expect(text.contains("Lose access: 1") && text.contains("Selam Tesfaye"))
      #expect(text.contains("Added: 103") && text.contains("and 3 more"))
      #expect(text.contains("New 99<") && !text.contains("New 100<"))
      #expect(try await Self.people(story) == 3)
    }
  }

  @Test("who gets a role by a list is said before it counts, of who is new and who is there already")
  func roles() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      _ = try await Insider.participant(story, client)
      let file =
        "email,name,role\nada@example.org,Ada,chair\nselam@example.org,Selam Tesfaye,moderator\nbob@example.org,Bob,\n"
      let text = String(buffer: try await organizer.upload("/organize/people/import", file: file).body)
      #expect(text.contains("2 people get a role above what they had."))
      #expect(text.contains("<strong>Program chair</strong>") && !text.contains("<strong>Participant</strong>"))
      #expect(text.contains("<bdi>Participant</bdi> → <bdi>Moderator</bdi>"))
    }
  }

  @Test("who loses a role that a list gave is said before it counts; whose role was given by hand keeps it")
  func lowered() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let list = PeopleList(file: "people.csv", bytes: Array(Self.good.utf8))
      _ = try await PeopleImport(story.site.database, clock: story.site.clock).run(list, by: nil)
      let file = "email,name,role\nada@example.org,Ada,Attendee\nchair@example.org,Abeba Chair,Attendee\n"
      let text = String(buffer: try await organizer.upload("/organize/people/import", file: file).body)
      #expect(text.contains("1 person gets a role below what they had.") && text.contains("Lose a role: 1"))
      #expect(text.contains("<bdi>Program chair</bdi> → <bdi>Participant</bdi>"))
      #expect(text.contains("in line 3, column 31: “Abeba Chair” stays organizer"))
    }
  }

  @Test("what was not looked at is not imported: other options, or people who have changed since")
  func seen() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      let path = "/organize/people/import/application"
      let preview = try await organizer.upload("/organize/people/import", file: Self.good)
      // To shut people out was chosen beside the last button.
      let pruning = try await organizer.post(path, try Self.fields(preview, ("prune", "1")))
      #expect(pruning.status == .conflict)
      #expect(String(buffer: pruning.body).contains("Lose access: 1"))
      #expect(try await organizer.post(path, [("upload", try Self.secret(preview))]).status == .conflict)
      #expect(try await story.site.people.account(participant.account.id)?.mayComeIn == true)
      _ = try await story.site.people.register(
        try PersonDetails(name: "Bobby", email: "bob@example.org", affiliation: nil, country: nil, registration: nil),
        by: nil)
      let late = try await organizer.post(path, try Self.fields(preview))
      #expect(late.status == .conflict && String(buffer: late.body).contains("<bdi>Bobby</bdi> → <bdi>Bob</bdi>"))
      let answer = try await organizer.post(path, try Self.fields(late))
      #expect(answer.status == .ok && String(buffer: answer.body).contains("The list is imported"))
    }
  }
}
