import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct TalkReleaseTests {
  /// The authors of the first paper are met on 30 April; its talk is released on the 29th at 14:00 UTC, in 25 and a half hours.
  private func run(
    _ body: @escaping @Sendable (TestClient, StorySite, Moment, Paper) async throws -> Void
  ) async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    let start = try #require(Instant(iso8601: "2026-04-30T10:00:00Z"))
    try await StorySite.run(
      papers: 5, clock: Clock { moment.now },
      change: { draft in
        let id = draft.papers[0].id
        for index in draft.sessions.indices { draft.sessions[index].slots.removeAll { $0.paper == id } }
        var session = Session(id: "late", kind: .poster, title: "Late", start: start, end: start.adding(minutes: 60))
        session.slots = [Slot(paper: id)]
        draft.sessions.append(session)
        draft.papers[0].authors = [Person(name: "Ada Nwosu", email: "ada@example.org"), Person(name: "Cleo Claims")]
        (draft.papers[0].video, draft.papers[0].slides) = ("media/talks/own.mp4", "media/talks/own.pdf")
        var keynote = Event(
          kind: .keynote, name: "late", title: "A late talk",
          people: [Person(name: "Ada Nwosu", email: "ada@example.org")])
        keynote.video = "media/talks/keynote.mp4"
        draft.events.append(keynote)
        var talk = Session(id: "talk", kind: .keynote, title: "Talk", start: start, end: start.adding(minutes: 60))
        talk.event = keynote.reference
        draft.sessions.append(talk)
        (draft.papers[0].poster, draft.papers[0].thumbnail) = ("media/posters/own.png", "media/talks/own.png")
      },
      { client, story in
        for name in ["talks/own.mp4", "talks/own.vtt", "talks/own.pdf", "talks/own.png", "posters/own.png"] {
          let url = URL(fileURLWithPath: "\(story.data.mediaPath)/\(name)")
          try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(name.utf8).write(to: url)
        }
        var policies = Policies.standard
        policies.release = .onTheirDay
        try await policies.choose(by: nil, story.site.database, at: moment.now)
        try await story.site.refresh()
        try await body(client, story, moment, story.site.edition.program.papers[0])
      })
  }

  private static let held = ["/media/talks/own.mp4", "/media/talks/own.vtt", "/media/talks/own.pdf"]
  private static let open = ["/media/talks/own.png", "/media/posters/own.png"]

  @Test("before its day a paper's talk is on no page and at no address, and from then on everybody has it")
  func everybody() async throws {
    try await run { client, story, moment, paper in
      let eve = try await story.insider("eve@example.org", name: "Eve")
      let path = Address.of(paper)
      for page in [try await client.text(path), try await eve.text(path, client)] {
        #expect(!page.contains("own.mp4") && !page.contains("own.pdf") && page.contains("posters/own.png"))
        #expect(page.contains("The talk and its slides are shown from <time datetime=\"2026-04-29T14:00:00Z\">"))
      }
      moment.pass(minutes: 25 * 60 + 29)
      for file in Self.held {
        #expect(try await client.get(file).status == .notFound, "\(file)")
        #expect(try await eve.get(file, client).status == .notFound, "\(file)")
      }
      for file in Self.open { #expect(try await client.get(file).status == .ok, "\(file)") }
      #expect(try await !client.text(path).contains("own.mp4"))
      moment.pass(minutes: 1)
      for page in [try await client.text(path), try await eve.text(path, client)] {
        #expect(page.contains("own.mp4") && page.contains("own.pdf") && !page.contains("shown from"))
      }
      for file in Self.held + Self.open { #expect(try await client.get(file).status == .ok, "\(file)") }
    }
  }

  @Test("its authors, also by an organizer's word, and organizers see it before, with when it is released")
  func authors() async throws {
    try await run { client, story, moment, paper in
      let path = Address.of(paper)
      let ada = try await story.insider("ada@example.org", name: "Ada Nwosu")
      let cleo = try await story.insider("cleo@example.org", name: "Cleo Claims")
      let eve = try await story.insider("eve@example.org", name: "Eve")
      let chair = try await story.insider("olga@example.org", name: "Olga", role: .chair)
      #expect(try await eve.get(path + "/mine", client).status == .forbidden)
      for file in Self.held { #expect(try await cleo.get(file, client).status == .notFound, "\(file)") }
      try await story.site.claims.claim(paper, by: cleo.account)
      #expect(try await cleo.get(Self.held[0], client).status == .notFound)
      try await story.site.claims.decide(paper.id, of: cleo.account.id, isGranted: true, by: nil)
      for visitor in [ada, cleo, chair] {
        for file in Self.held {
          let answer = try await visitor.get(file, client)
          #expect(answer.status == .ok && answer.headers[.cacheControl] == "private, max-age=300", "\(file)")
        }
        let mine = try await visitor.text(path + "/mine", client)
        #expect(mine.contains("src=\"/media/talks/own.mp4\"") && mine.contains("Shown to everybody from <time"))
      }
      let page = try await chair.text(path, client)
      #expect(page.contains("own.mp4") && page.contains("Shown to everybody from <time"))
      moment.pass(minutes: 26 * 60)
      #expect(try await !ada.text(path + "/mine", client).contains("Shown to everybody"))
      #expect(try await !chair.text(path, client).contains("Shown to everybody"))
    }
  }

  @Test(
    "of an event's talk its speakers and organizers are told when it is released, and others that there will be one")
  func event() async throws {
    try await run { client, story, moment, _ in
      let ada = try await story.insider("ada@example.org", name: "Ada Nwosu")
      let eve = try await story.insider("eve@example.org", name: "Eve")
      let chair = try await story.insider("olga@example.org", name: "Olga", role: .chair)
      let (path, note) = ("/keynotes/late", "Shown to everybody from <time datetime=\"2026-04-29T14:00:00Z\">")
      let seen = [try await chair.text(path, client), try await ada.text(path + "/mine", client)]
      for page in seen { #expect(page.contains(note) && page.contains("keynote.mp4")) }
      for page in [try await client.text(path), try await eve.text(path, client)] {
        #expect(page.contains("What is recorded of it is shown from <time") && !page.contains("keynote.mp4"))
      }
      moment.pass(minutes: 26 * 60)
      for page in [try await chair.text(path, client), try await ada.text(path + "/mine", client)] {
        #expect(!page.contains("Shown to everybody") && !page.contains("shown from"))
      }
    }
  }

  @Test("the API tells of it only to tokens, which are organizers'")
  func api() async throws {
    try await run { client, story, _, paper in
      let path = "/program/papers/\(paper.id)"
      let visitors = try await client.get("/api/v1" + path)
      #expect(visitors.status == .unauthorized)
      #expect(try await story.program(client).get(path)["video"]?.text == "media/talks/own.mp4")
    }
  }
}
