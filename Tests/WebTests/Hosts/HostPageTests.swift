import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct HostPageTests {
  /// Ada speaks in the first event that has sessions, and stands at the first sponsor's booth.
  private func run(
    _ body:
      @escaping @Sendable (TestClient, StorySite, SignedInVisitor, Event, Sponsor) async throws -> Void
  ) async throws {
    try await StorySite.run(
      papers: 20,
      change: { draft in
        let hosted = Set(draft.sessions.compactMap(\.event))
        let index = draft.events.firstIndex { hosted.contains($0.reference) && !$0.people.isEmpty } ?? 0
        draft.events[index].people[0].email = "Ada@Example.org"
        draft.events[index].video = "media/talks/own.mp4"
        draft.sponsors[0].contacts = [Person(name: "Ada", email: "ada@example.org")]
      },
      { client, site in
        let program = site.site.edition.program
        let ada = try await site.insider("ada@example.org", name: "Ada Nwosu")
        let event = try #require(program.events.first { $0.people.contains { $0.email != nil } })
        try await body(client, site, ada, event, program.sponsors[0])
      })
  }

  /// Sends the form of a page back with some fields changed.
  private func send(
    _ path: String, _ changed: [String: String], _ visitor: SignedInVisitor, _ client: TestClient
  ) async throws -> TestResponse {
    let fields = try FormFields.of(try await visitor.text(path, client), action: path)
    return try await visitor.send(
      path, Dictionary(FormFields.with(fields, changed), uniquingKeysWith: { $1 }), client)
  }

  @Test("a speaker finds the own event in the account, and writes its texts and where one joins, and nothing else")
  func event() async throws {
    try await run { client, site, ada, event, _ in
      let path = Address.of(event) + "/mine"
      #expect(try await ada.text("/account", client).contains("href=\"\(path)\""))
      let changed = [
        "description": "Bring **looms**.", "join": "https://meet.example.org/looms", "title": "Stolen",
        "people": "Eve; ; ; eve@example.org", "video": "https://evil.example/v", "known": event.id,
      ]
      #expect(try await send(path, changed, ada, client).status == .seeOther)
      var expected = event
      (expected.description, expected.join) = ("Bring **looms**.", "https://meet.example.org/looms")
      #expect(site.site.edition.program.event(event.reference) == expected)
      #expect(try await client.text(Address.of(event)).contains("<strong>looms</strong>"))
      let editor = ProgramEditor(site.site.database, clock: site.site.clock)
      let change = try #require(try await editor.changes(for: nil).first)
      #expect(change.by == "Ada Nwosu")
    }
  }

  @Test("a session of one's own event has its own description and door")
  func session() async throws {
    try await run { client, site, ada, event, sponsor in
      let session = try #require(site.site.edition.program.sessions(of: event).first)
      let path = Address.of(session) + "/mine"
      #expect(try await ada.text(Address.of(event) + "/mine", client).contains(path))
      let changed = ["join": "https://meet.example.org/s", "start": "2020-01-01T00:00", "isCancelled": "yes"]
      #expect(try await send(path, changed, ada, client).status == .seeOther)
      var expected = session
      expected.join = "https://meet.example.org/s"
      #expect(site.site.edition.program.session(session.id) == expected)
    }
  }

  @Test("a sponsor's representative edits the booth: texts, people, jobs and logo, but neither name nor tier")
  func booth() async throws {
    try await run { client, site, ada, _, sponsor in
      let path = "/sponsors/\(sponsor.id)/mine"
      let changed = [
        "description": "We weave.", "links": "Jobs; https://example.org/jobs", "name": "Stolen", "tier": "Platinum",
        "contacts": "Ada; ; ; ada@example.org\r\nBen; ; ; ben@example.org",
      ]
      #expect(try await send(path, changed, ada, client).status == .seeOther)
      let after = try #require(site.site.edition.program.sponsor(sponsor.id))
      #expect(after.description == "We weave." && after.links.map(\.url) == ["https://example.org/jobs"])
      #expect(after.contacts.map(\.name) == ["Ada", "Ben"] && after.name == sponsor.name && after.tier == sponsor.tier)
      let picture = try Self.picture()
      #expect(try await ada.upload(path + "/logo", field: "logo", name: "l.png", picture, client).status == .seeOther)
      let logo = try #require(site.site.edition.program.sponsor(sponsor.id)?.logo)
      #expect(try await client.get("/" + logo).headers[.contentType] == "image/png")
      #expect(try await ada.send(path + "/logo/removal", [:], client).status == .seeOther)
      #expect(site.site.edition.program.sponsor(sponsor.id)?.logo == nil)
      #expect(try await client.get("/" + logo).status == .notFound)
      let lie = Array("<svg onload=alert(1)>".utf8)
      #expect(try await ada.upload(path + "/logo", field: "logo", name: "l.png", lie, client).status == .badRequest)
    }
  }

  @Test("a host names no file of the conference that was not there before, as it might be one that is held back")
  func files() async throws {
    try await run { client, site, ada, event, sponsor in
      let version = site.site.edition.program.version
      let (talk, booth) = (Address.of(event) + "/mine", "/sponsors/\(sponsor.id)/mine")
      for (path, field, value) in [
        (talk, "links", "Preview; media/talks/held.mp4"), (talk, "website", "media/talks/held.mp4"),
        (talk, "join", "media/talks/held.mp4"), (booth, "links", "Preview; media/talks/held.mp4"),
        (booth, "video", "media/talks/held.mp4"), (booth, "website", "media/talks/held.mp4"),
      ] {
        let answer = try await send(path, [field: value], ada, client)
        #expect(answer.status == .badRequest, "\(path) \(field)")
      }
      #expect(site.site.edition.program.version == version)
      let editor = ProgramEditor(site.site.database, clock: site.site.clock)
      _ = try await editor.edit(by: nil) { program in
        guard var entry = try program.entry(Event.self, event.id) else { return }
        entry.links = [Link(label: "Handout", url: "media/handout.pdf")]
        try program.put(entry, seen: .anything)
      }
      try await site.site.refresh()
      let kept = ["links": "Handout; media/handout.pdf", "description": "New words."]
      #expect(try await send(talk, kept, ada, client).status == .seeOther)
    }
  }

  private static func picture() throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString).png").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ffmpeg")
    process.arguments = ["-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=s=64x64:d=1", "-frames:v", "1", path]
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test(
    "of all events, sessions and booths of others, none opens to a host and none can be written, by any id in the form")
  func others() async throws {
    try await run { client, site, ada, event, sponsor in
      let program = site.site.edition.program
      let version = program.version
      let own = Set(program.sessions(of: event).map(\.id) + program.sessions(of: sponsor).map(\.id))
      let paths: [(String, String, String)] =
        program.events.filter { $0.id != event.id }.map { (Address.of($0) + "/mine", $0.id, event.id) }
        + program.sessions.filter { !own.contains($0.id) }.map { (Address.of($0) + "/mine", $0.id, own.first ?? "") }
        + program.sponsors.filter { $0.id != sponsor.id }.map { ("/sponsors/\($0.id)/mine", $0.id, sponsor.id) }
      var (tried, letIn) = (0, 0)
      for (path, id, mine) in paths {
        tried += 3
        if try await ada.get(path, client).status == .ok { letIn += 1 }
        for known in [id, mine] {
          let answer = try await ada.send(path, ["known": known, "description": "Mine", "revision": ""], client)
          if ![.forbidden, .notFound].contains(answer.status) { letIn += 1 }
        }
        if path.hasPrefix("/sponsors") {
          tried += 1
          if try await ada.send(path + "/logo/removal", [:], client).status != .forbidden { letIn += 1 }
        }
      }
      print("tried \(tried), let in \(letIn)")
      #expect(tried > 100 && letIn == 0)
      #expect(try await ProgramStore(site.site.database).version() == version)
    }
  }

  @Test("who edits what an organizer has changed meanwhile is shown both, and has lost nothing")
  func clash() async throws {
    try await run { client, site, ada, event, _ in
      let path = Address.of(event) + "/mine"
      let fields = try FormFields.of(try await ada.text(path, client), action: path)
      var other = event
      other.description = "By the organizers"
      let changed = other
      try await ProgramEditor(site.site.database, clock: site.site.clock).edit(by: nil) {
        try $0.put(changed, seen: .anything)
      }
      let mine = Dictionary(FormFields.with(fields, ["description": "By me"]), uniquingKeysWith: { $1 })
      let answer = try await ada.send(path, mine, client)
      let page = String(buffer: answer.body)
      #expect(answer.status == .conflict && page.contains("By me") && page.contains("By the organizers"))
      #expect(!page.contains("/organize/"))
    }
  }

  @Test("a talk that is not released is seen by its speaker, and by no other participant")
  func release() async throws {
    try await run { client, site, ada, event, _ in
      var policies = Policies.standard
      policies.release = .onTheirDay
      try await policies.choose(by: nil, site.site.database, at: site.site.clock.now())
      let day = try #require(Instant(iso8601: "2026-05-20T10:00:00Z"))
      try await ProgramEditor(site.site.database, clock: site.site.clock).edit(by: nil) { program in
        for session in site.site.edition.program.sessions(of: event) {
          var later = session
          (later.start, later.end) = (day, day.adding(minutes: 60))
          try program.put(later, seen: .anything)
        }
      }
      try await site.site.refresh()
      let folder = site.data.mediaPath + "/talks"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data("a video".utf8).write(to: URL(fileURLWithPath: folder + "/own.mp4"))
      let eve = try await site.insider("eve@example.org", name: "Eve")
      let page = try await ada.text(Address.of(event), client)
      #expect(!page.contains("own.mp4"))
      #expect(try await ada.text(Address.of(event) + "/mine", client).contains("own.mp4"))
      let own = try await ada.get("/media/talks/own.mp4", client)
      #expect(own.status == .ok && own.headers[.cacheControl] == "private, max-age=300")
      #expect(try await eve.get("/media/talks/own.mp4", client).status == .notFound)
      #expect(try await client.get("/media/talks/own.mp4").status == .notFound)
    }
  }
}
