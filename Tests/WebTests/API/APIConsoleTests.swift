import Conference
import HTTPTypes
import Mail
import Testing

@testable import Web

@Suite struct APIConsoleTests {
  @Test("an announcement is made, changed and withdrawn; its mails wait until they are approved")
  func announcements() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let made = try await program.send(
        .post, "/announcements", ["title": "Rooms have moved", "text": "See **below**.", "byMail": true])
      let id = try #require(made["id"]?.text)
      #expect(made.status == 201 && made["isShown"] == true)
      #expect(try await client.text("/").contains("Rooms have moved"))
      let batch = try #require(try await program.get("/mails/batches").items.first)
      #expect(batch["counts"] == ["waiting-for-review": 1] && batch["id"] == made["batch"])
      #expect(try await program.send(.post, "/mails/batches/approval", ["batch": batch["id"] ?? .null])["mails"] == 1)
      #expect(try await program.send(.post, "/mails/batches/approval", ["batch": batch["id"] ?? .null])["mails"] == 0)
      let changed = try await program.send(.put, "/announcements/\(id)", ["title": "Rooms are back"])
      #expect(changed["title"] == "Rooms are back" && changed["text"] == "")
      let withdrawn = try await program.send(.post, "/announcements/\(id)/withdrawal")
      #expect(withdrawn["isShown"] == false && withdrawn["withdrawn"] != nil)
      #expect(try await program.send(.post, "/announcements/\(id)/withdrawal").status == 409)
      #expect(try await program.send(.put, "/announcements/\(id)", ["title": "Again"]).status == 409)
      #expect(try await program.send(.put, "/announcements/none", ["title": "Again"]).status == 404)
      #expect(!(try await client.text("/")).contains("Rooms are back"))
      for body: JSONValue in [
        ["title": " "], ["title": "a", "session": "none"],
        ["title": "a", "from": "2026-04-29T00:00:00Z", "until": "2026-04-28T00:00:00Z"],
      ] {
        #expect(try await program.send(.post, "/announcements", body).status == 409, "\(body)")
        #expect(try await program.send(.post, "/announcements/preview", body).status == 409, "\(body)")
      }
      #expect(try await program.send(.post, "/announcements", ["title": "a", "from": "soon"]).status == 400)
      #expect(try await program.get("/announcements").items.count == 1)
    }
  }

  @Test("what is open to whom and who may register is read, set, and holds at once")
  func settings() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      var access = try await program.get("/settings/access").json.fields
      #expect(access["papers"] == "everyone" && access["release"] == "at-once")
      (access["papers"], access["talks"]) = ("participants", "2026-05-14T00:00:00Z")
      let set = try await program.send(.put, "/settings/access", .map(access))
      #expect(set.status == 200 && set.json == .map(access))
      #expect(try await client.get("/papers").status == .unauthorized)
      access["papers"] = "nobody"
      #expect(try await program.send(.put, "/settings/access", .map(access))["field"] == "papers")
      #expect(try await program.send(.put, "/settings/registration", ["mode": "code"]).status == 409)
      let code: JSONValue = ["mode": "code", "code": "loom"]
      #expect(try await program.send(.put, "/settings/registration", code).json == code)
      #expect(try await program.get("/settings/registration").json == code)
      let backups: JSONValue = ["days": 30]
      #expect(try await program.send(.put, "/settings/backups", backups).json == backups)
      #expect(try await program.get("/settings/backups").json == backups)
      #expect(try await program.send(.put, "/settings/backups", ["days": 0]).status == 400)
      let deeds = try await program.get("/record?about=registration").items
      #expect(deeds.count == 1 && deeds.first?["token"] == "A test")
    }
  }

  @Test("what would be closed and opened to whom is told in numbers before it holds")
  func accessPreview() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let before = try await program.get("/settings/access")
      var access = before.json.fields
      let same = try await program.send(.post, "/settings/access/preview", .map(access))
      #expect(same.json == ["changes": [["for": "visitors", "closed": [], "opened": []]]])
      (access["papers"], access["questions"]) = ("participants", "everyone")
      let told = try await program.send(.post, "/settings/access/preview", .map(access))
      let change = try #require(told["changes"]?.items?.first)
      #expect(told.status == 200 && change["closed"]?.items?.first == "5 papers", "\(told.json)")
      #expect(change["opened"]?.items?.count == 1)
      access["release"] = "on-their-day"
      let held = try await program.send(.post, "/settings/access/preview", .map(access))
      #expect(held["changes"]?.items?.map { $0["for"] } == ["visitors", "participants"])
      #expect(try await program.get("/settings/access").json == before.json)
      #expect(try await client.get("/papers").status == .ok)
      let reader = try await story.program(client, [.settingsRead])
      #expect(try await reader.send(.post, "/settings/access/preview", .map(access)).status == 403)
    }
  }

  @Test("the appearance is changed, with a logo that is a picture")
  func appearance() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let body: JSONValue = ["name": "Hatata 2026", "accent": "#7A1F5C", "tagline": "Inquiry"]
      let set = try await program.send(.put, "/settings/appearance", body)
      #expect(set["name"] == "Hatata 2026" && set["accent"] == "#7A1F5C" && set["welcome"] == nil)
      #expect(try await client.text("/").contains("Hatata 2026"))
      #expect(
        try await program.send(.put, "/settings/appearance", ["name": "H", "accent": "#12345Z"]).status == 400)
      let html = Array("<script>alert(1)</script>".utf8)
      #expect(try await program.send(.put, "/settings/logo", type: "image/png", bytes: html).status == 409)
      #expect(try await program.send(.put, "/settings/logo", type: "image/svg+xml", bytes: html).status == 415)
      #expect(try await program.send(.delete, "/settings/logo").status == 204)
    }
  }

  @Test("an appearance and an announcement are looked at before they are stored")
  func previews() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let before = try await program.get("/settings/appearance")
      let pale: JSONValue = ["name": "Hatata 2026", "accent": "#FFEE88", "welcome": "See **you**. <script>x</script>"]
      let shown = try await program.send(.post, "/settings/appearance/preview", pale)
      #expect(shown.status == 200 && shown["name"] == "Hatata 2026" && shown["tagline"] == nil)
      let html = try #require(shown["html"]?.text)
      #expect(html.contains("<strong>you</strong>") && !html.contains("<script>"))
      let report = try #require(shown["color"])
      #expect(report["chosen"] == "#ffee88" && report["dark"] == "#ffee88" && report["light"] != "#ffee88")
      func contrast(_ name: String) -> Double {
        if case .number(let number)? = report[name] { number } else { 0 }
      }
      #expect((1..<2).contains(contrast("contrast")) && contrast("lightContrast") >= 6.5)
      #expect(contrast("darkContrast") >= 6.5)
      let plain = try await program.send(.post, "/settings/appearance/preview", ["name": "H"])
      #expect(plain.status == 200 && plain["color"] == nil && plain["html"] == nil)
      #expect(try await program.get("/settings/appearance").json == before.json)
      let words: JSONValue = ["title": "Rooms", "text": "See *below*.", "from": "2030-01-01T00:00:00Z"]
      let announcement = try await program.send(.post, "/announcements/preview", words)
      #expect(announcement.status == 200 && announcement["title"] == "Rooms" && announcement["isShown"] == false)
      #expect(announcement["html"]?.text?.contains("<em>below</em>") == true && announcement["readers"] == "everyone")
      #expect(announcement["from"] == "2030-01-01T00:00:00Z" && announcement["until"] == nil)
      #expect(try await program.send(.post, "/announcements/preview", ["title": "Now"])["isShown"] == true)
      #expect(try await program.get("/announcements").items.isEmpty)
      let reader = try await story.program(client, [.settingsRead, .announcementsRead])
      #expect(try await reader.send(.post, "/announcements/preview", words).status == 403)
    }
  }

  @Test("mail is read, but not what one could sign in with; it is sent again or dropped")
  func mail() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      _ = try await Insider.participant(story, client)
      try await Registration(mode: .open).choose(by: nil, story.site.database, at: story.site.clock.now())
      let address = try #require(EmailAddress("selam@example.org"))
      try await story.site.signIns.ask(address, browser: .random(), client: "192.0.2.1") { ticket, _ in
        Letter(purpose: .signIn, subject: "Your code \(ticket.code.shown)", text: ticket.link.text)
      }
      let id = try #require(try await program.get("/mails").items.first?["id"]?.text)
      let mail = try await program.get("/mails/\(id)")
      #expect(mail["text"] == "" && mail["subject"] == "(a mail for its reader only)" && mail["state"] == "waiting")
      #expect(try await program.send(.post, "/mails/\(id)/retry")["state"] == "waiting")
      #expect(try await program.send(.post, "/mails/\(id)/drop")["state"] == "dropped")
      #expect(try await program.send(.post, "/mails/\(id)/drop").status == 409)
      #expect(try await program.get("/mails?state=dropped&limit=1").items.count == 1)
      #expect(try await program.get("/mails?before=\(id)").items.isEmpty)
    }
  }

  @Test("mails of the conduct desk are listed without their readers, and not found by them")
  func conductMail() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let queued = try await Outbox(story.site.database, clock: story.site.clock).enqueue(
        OutgoingMail(
          to: try MailAddress("selam@example.org"), purpose: .conduct, subject: try HeaderText("News"), text: "News"))
      let id = try #require(queued)
      #expect(try await program.get("/mails?to=selam@example.org").items.isEmpty)
      let listed = try #require(try await program.get("/mails").items.first)
      for mail in [listed, try await program.get("/mails/\(id)").json] {
        #expect(mail["id"]?.text == id && mail["to"] == nil && mail.fields.keys.contains("to"))
      }
    }
  }

  @Test("a claim is decided, and decided otherwise; the same again is a conflict")
  func claims() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      let person = try await Insider.participant(story, client)
      var paper = try #require(story.site.edition.program.paper(Story.heroinePaper))
      paper.authors.append(Person(name: person.account.name))
      try await PaperClaims(story.site.database, clock: story.site.clock).claim(paper, by: person.account)
      #expect(try await program.get("/claims").items.map { $0["paper"]?.text } == [paper.id])
      let path = "/claims/\(person.account.id)/\(paper.id)"
      #expect(try await program.send(.put, path, ["state": "maybe"]).status == 400)
      #expect(try await program.send(.put, path, ["state": "granted"]).status == 204)
      #expect(try await program.send(.put, path, ["state": "granted"]).status == 409)
      #expect(try await program.get("/claims").items.isEmpty)
      #expect(try await program.send(.put, path, ["state": "refused"]).status == 204)
      #expect(try await program.get("/claims?state=decided").items.map { $0["state"]?.text } == ["refused"])
      let mails = try await program.get("/mails?to=selam@example.org").items
      #expect(mails.count == 2, "\(mails)")
    }
  }

  @Test("an organizer makes a token that is shown once, works, and ends when it is revoked")
  func tokens() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let made = try await organizer.post(
        "/organize/tokens",
        [("name", "Nightly <b>list</b>"), ("scope", "people:read"), ("scope", "record:read"), ("days", "7")])
      let page = String(buffer: made.body)
      let text = try #require(found(/id="token">(hatata_[A-Za-z0-9_-]+)</, page))
      #expect(made.status == .ok && made.headers[.cacheControl] == "no-store" && !page.contains("<b>list"))
      let list = try await organizer.text("/organize/tokens")
      #expect(!list.contains(text) && list.contains("never used") && list.contains("people:read, record:read"))
      let program = APIClient(client: client, token: text)
      #expect(try await program.get("/token")["scopes"] == ["people:read", "record:read"])
      #expect(try await program.get("/record").items.contains { $0["action"] == "token made" })
      let id = try #require(found(/tokens\/([A-Za-z0-9]+)\/revocation/, list))
      #expect(try await organizer.post("/organize/tokens/\(id)/revocation").status == .seeOther)
      #expect(try await program.get("/token").status == 401)
      #expect(try await organizer.post("/organize/tokens/\(id)/revocation").status == .conflict)
      #expect(try await organizer.post("/organize/tokens", [("name", "x"), ("days", "7")]).status == .badRequest)
      let record = try await organizer.text("/organize/record")
      #expect(record.contains("token made") && record.contains("token revoked") && !record.contains(text))
    }
  }
}
