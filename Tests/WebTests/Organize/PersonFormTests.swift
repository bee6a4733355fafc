import Conference
import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite(.serialized) struct PersonFormTests {
  private static let ada = [
    ("name", "Ada Nwosu"), ("email", "ada@example.org"), ("affiliation", "AAU"), ("country", ""),
    ("registration", "R7"),
  ]

  private static func changed(_ fields: [(String, String)], _ name: String, _ value: String) -> [(String, String)] {
    fields.map { $0.0 == name ? (name, value) : $0 }
  }

  private static func account(_ email: String, _ story: StorySite) async throws -> Account? {
    try await story.site.people.account(try #require(EmailAddress(email)))
  }

  @Test("a person is added by the console, and shown with all that was typed")
  func add() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      #expect(try await organizer.text("/organize/people").contains("/organize/people/new"))
      let answer = try await organizer.post("/organize/people/new", Self.ada)
      let account = try #require(try await Self.account("ada@example.org", story))
      #expect(answer.headers[.location] == "/organize/people/\(account.id)?done=added")
      #expect(account.role == .participant && account.standing == .active)
      #expect(account.affiliation == "AAU" && account.country == nil && account.registration == "R7")
      let page = try await organizer.text("/organize/people/\(account.id)?done=added")
      for text in ["Ada Nwosu", "ada@example.org", "R7", "No mail was sent", "/organize/people/\(account.id)/details"] {
        #expect(page.contains(text), "\(text)")
      }
    }
  }

  @Test("what cannot be saved is said beside its field, and what was typed is still there")
  func refused() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      for (name, value, status) in [
        ("email", "ada.example.org", HTTPResponse.Status.badRequest), ("name", "", .badRequest),
        ("email", "chair@example.org", .conflict),
      ] {
        let answer = try await organizer.post("/organize/people/new", Self.changed(Self.ada, name, value))
        let text = String(buffer: answer.body)
        #expect(answer.status == status && text.contains("Nothing was saved"), "\(name) \(value)")
        #expect(text.contains("value=\"AAU\"") && text.contains("value=\"R7\""), "\(name) \(value)")
        if !value.isEmpty { #expect(text.contains("value=\"\(value)\"")) }
        let why = try #require(text.firstMatch(of: /Nothing was saved\. ([^<]*)</)?.1)
        #expect(why.first?.isUppercase == true && why.hasSuffix(".") && !why.hasSuffix(".."), "\(why)")
        if status == .badRequest {
          let beside = try #require(text.firstMatch(of: /<p class="problem">([^<]*)<\/p>/)?.1)
          #expect(!beside.contains("; ") && !beside.contains(".."), "\(beside)")
          #expect(beside.first?.isUppercase == true && beside.hasSuffix("."), "\(beside)")
        }
      }
      #expect(try await Self.account("ada@example.org", story) == nil)
    }
  }

  @Test("details are corrected; another address signs the person out")
  func correct() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      let path = "/organize/people/\(participant.account.id)"
      let form = try await organizer.text(path + "/details")
      #expect(form.contains("value=\"selam@example.org\"") && form.contains("value=\"Selam Tesfaye\""))
      let renamed = Self.changed(Self.ada, "email", "selam@example.org")
      #expect(try await organizer.post(path + "/details", renamed).headers[.location] == path + "?done=corrected")
      #expect(try await participant.get("/account").status == .ok)
      let moved = Self.changed(Self.ada, "email", "st@example.org")
      #expect(try await organizer.post(path + "/details", moved).status == .seeOther)
      #expect(try await participant.get("/account").status == .unauthorized)
      #expect(try await Self.account("st@example.org", story)?.id == participant.account.id)
      #expect(try await organizer.text(path).contains("details corrected"))
    }
  }

  @Test("a participant neither adds nor corrects anybody")
  func rights() async throws {
    try await StorySite.run(papers: 5) { client, story in
      _ = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      for path in ["/organize/people/new", "/organize/people/\(participant.account.id)/details"] {
        #expect(try await participant.get(path).status == .forbidden)
        #expect(try await participant.post(path, Self.ada).status == .forbidden)
      }
      #expect(try await Self.account("ada@example.org", story) == nil)
    }
  }
}
