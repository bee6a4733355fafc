import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct ChairPageTests {
  /// The first session that belongs to nothing, led by Ada.
  private func run(
    _ body: @escaping @Sendable (TestClient, StorySite, Session) async throws -> Void
  ) async throws {
    try await StorySite.run(
      papers: 5,
      change: { draft in
        let index = draft.sessions.firstIndex { $0.event == nil && $0.sponsor == nil } ?? 0
        draft.sessions[index].chairs = [Person(name: "Ada <b>", email: "ada@example.org"), Person(name: "Alan")]
      },
      { client, story in
        let session = try #require(story.site.edition.program.sessions.first { !$0.chairs.isEmpty })
        try await body(client, story, session)
      })
  }

  @Test("a session's page names those who lead it, and not their addresses")
  func page() async throws {
    try await run { client, _, session in
      let page = try await client.text(Address.of(session))
      #expect(page.contains("Chairs: <span dir=\"auto\">Ada &lt;b&gt;</span>, <span dir=\"auto\">Alan</span>"))
      #expect(!page.contains("ada@example.org") && Markup(page).problems == [])
    }
  }

  @Test("who leads a session finds it in the account, writes its description and takes up its questions; others do not")
  func work() async throws {
    try await run { client, story, session in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let eve = try await story.insider("eve@example.org", name: "Eve")
      let (mine, host) = (Address.of(session) + "/mine", "/questions/sessions/\(session.id)/host")
      #expect(try await ada.text("/account", client).contains("href=\"\(mine)\""))
      #expect(try await !eve.text("/account", client).contains("href=\"\(mine)\""))
      for path in [mine, host] {
        #expect(try await ada.get(path, client).status == .ok, "\(path)")
        #expect(try await eve.get(path, client).status == .forbidden, "\(path)")
      }
      let page = try await ada.text(mine, client)
      #expect(page.contains("href=\"\(host)\""))
      let fields = try FormFields.of(page, action: mine)
      let changed = ["description": "Bring **tea**.", "title": "Stolen", "chairs": "Eve; ; ; eve@example.org"]
      let answer = try await ada.send(
        mine, Dictionary(FormFields.with(fields, changed), uniquingKeysWith: { $1 }), client)
      #expect(answer.status == .seeOther)
      var expected = session
      expected.description = "Bring **tea**."
      #expect(story.site.edition.program.session(session.id) == expected)
    }
  }

  @Test("organizers name those who lead a session in its form, and by the API")
  func console() async throws {
    try await run { client, story, session in
      let organizer = try await Insider.organizer(story, client)
      let form = try await organizer.text(ProgramLink.entry(.session, session.id))
      let fields = try FormFields.of(form, action: "/organize/program/entry")
      #expect(fields.contains { $0 == ("chairs", "Ada <b>; ; ; ada@example.org\r\nAlan") })
      let wrong = FormFields.with(fields, ["chairs": "Grace; Navy; ; no address"])
      #expect(try await organizer.post("/organize/program/entry", wrong).status == .badRequest)
      let changed = FormFields.with(fields, ["chairs": "Grace; Navy; ; grace@example.org"])
      #expect(try await organizer.post("/organize/program/entry", changed).status == .seeOther)
      let grace = Person(name: "Grace", affiliation: "Navy", email: "grace@example.org")
      #expect(story.site.edition.program.session(session.id)?.chairs == [grace])
      let (program, path) = (try await story.program(client), "/program/sessions/\(session.id)")
      var entry = try await program.get(path).json.fields
      let named: JSONValue = [["name": "Grace", "affiliation": "Navy", "email": "grace@example.org"]]
      #expect(entry["chairs"] == named)
      let type = "application/merge-patch+json"
      let none = try await program.send(.patch, path, ["chairs": []], type: type)
      #expect(none.status == 200 && none["chairs"] == nil)
      entry["chairs"] = [["name": "Alan"]]
      let put = try await program.send(.put, path, .map(entry), [.ifMatch: none.tag])
      #expect(put.status == 200 && story.site.edition.program.session(session.id)?.chairs == [Person(name: "Alan")])
    }
  }
}
