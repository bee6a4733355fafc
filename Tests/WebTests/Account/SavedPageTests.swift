import Conference
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite struct SavedPageTests {
  @Test("what is saved in one browser is on the plan in another, with its files")
  func twoBrowsers() async throws {
    try await StorySite.run { client, site in
      let first = try await site.insider("ada@example.org")
      let answer = try await first.send(
        "/account/saved", ["save": "papers:\(Story.heroinePaper),sessions:P2S2"], client)
      #expect(answer.status == .seeOther)
      let second = try await site.insider("ada@example.org")
      let paper = try #require(site.site.edition.program.paper(Story.heroinePaper))
      let plan = try await second.text("/plan", client)
      #expect(plan.contains("href=\"/papers/\(paper.id)\""))
      #expect(plan.contains("Kept in your account."))
      for (path, sign) in [("csv", paper.id), ("bib", "@"), ("ics", "BEGIN:VEVENT")] {
        let file = try await second.get("/account/plan.\(path)", client)
        #expect(file.headers[.cacheControl] == "no-store")
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"my-plan.\(path)\"")
        #expect(String(buffer: file.body).contains(sign), "\(path)")
      }
    }
  }

  @Test("the script is told the token and the list of who is signed in, and nobody else is")
  func list() async throws {
    try await StorySite.run { client, site in
      let ada = try await site.insider("ada@example.org")
      _ = try await ada.send("/account/saved", ["save": "papers:a,nonsense", "visit": "papers:b,sessions:c"], client)
      let text = try await ada.text("/account/saved", client)
      let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(json["token"] as? String == ada.token)
      #expect(json["saved"] as? [String: [String]] == ["papers": ["a"], "sessions": []])
      #expect(json["visited"] as? [String] == ["b"])
      let stranger = try await client.text("/account/saved")
      #expect(!stranger.contains("\"account\""))
      #expect(!stranger.contains(ada.token))
      for path in ["/account/plan.csv", "/account/plan.bib", "/account/plan.ics", "/account/saved/papers:a"] {
        let status = try await client.get(path).status
        #expect(status == .unauthorized, "\(path)")
      }
    }
  }

  @Test("nothing is saved without the form's token, nor from another site")
  func forgery() async throws {
    try await StorySite.run { client, site in
      let ada = try await site.insider("ada@example.org")
      let wrong = try await ada.send("/account/saved", ["save": "papers:a", "token": "x"], client)
      #expect(wrong.status == .forbidden)
      var headers = ada.headers
      headers[.origin] = "https://evil.example"
      let body = ByteBuffer(string: "save=papers:a&token=\(ada.token)")
      let foreign = try await client.execute(uri: "/account/saved", method: .post, headers: headers, body: body)
      #expect(foreign.status == .forbidden)
      let list = try await site.site.saved.list(of: ada.account.id)
      #expect(list.papers == [])
    }
  }

  @Test("a note and a star work by forms alone")
  func forms() async throws {
    try await StorySite.run { client, site in
      let ada = try await site.insider("ada@example.org")
      let address = "/account/saved/papers:\(Story.heroinePaper)"
      let empty = try await ada.text(address, client)
      #expect(empty.contains("Put it on my plan"))
      _ = try await ada.send("/account/saved", ["save": "papers:\(Story.heroinePaper)", "back": address], client)
      _ = try await ada.send("/account/notes", ["item": "papers:\(Story.heroinePaper)", "note": "<b>ask</b>"], client)
      let full = try await ada.text(address, client)
      #expect(full.contains("Take it off my plan"))
      #expect(full.contains("&lt;b&gt;ask&lt;/b&gt;"))
      let plan = try await ada.text("/plan", client)
      #expect(plan.contains("&lt;b&gt;ask&lt;/b&gt;"))
    }
  }

  @Test("a private calendar is read without signing in, also where the schedule is closed")
  func privateCalendar() async throws {
    try await StorySite.run { client, site in
      let ada = try await site.insider("ada@example.org")
      _ = try await ada.send("/account/saved", ["save": "sessions:P2S2"], client)
      let page = String(buffer: try await ada.send("/account/calendar", [:], client).body)
      let found = try #require(
        page.firstMatch(of: /https:\/\/conference\.example(\/calendars\/private\/[A-Za-z0-9_-]+\.ics)/))
      #expect(page.contains("data-copy=\"#address\" hidden>") && page.contains("id=\"address\" value=\"\(found.0)\""))
      let path = String(found.1)
      try await Policies.closed.choose(by: nil, site.site.database, at: site.site.clock.now())
      try await site.site.refresh()
      let shut = try await client.get("/calendars/all.ics").status
      #expect(shut == .unauthorized)
      let calendar = try await client.text(path)
      let own = try await ada.text("/account/plan.ics", client)
      let uid = try #require(own.firstMatch(of: /UID:[^\r\n]+/)?.0)
      #expect(calendar.contains(uid))
      _ = try await ada.send("/account/calendar", [:], client)
      let old = try await client.get(path).status
      #expect(old == .notFound)
    }
  }

  @Test("200 made-up calendar addresses lead nowhere")
  func guesses() async throws {
    try await StorySite.run { client, site in
      let ada = try await site.insider("ada@example.org")
      _ = try await site.site.privateCalendars.renew(for: ada.account.id)
      var letIn = 0
      for _ in 0..<200 where try await client.get("/calendars/private/\(Secret.random().text).ics").status == .ok {
        letIn += 1
      }
      #expect(letIn == 0)
    }
  }
}
