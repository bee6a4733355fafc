import Conference
import Foundation
import Testing

@testable import Web

@Suite struct PlanTodayTests {
  private struct Answer: Decodable {
    struct Item: Decodable {
      let title: String
      let address: String
      let join: String?
      let opens: String
      let isAllDay: Bool
    }

    let items: [Item]

    init(_ text: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }
  }

  private static let ids = ["Over", "Near", "Evening", "Tomorrow", "Off", "Long"]

  /// A program around now, with a door to each session.
  private static func change(_ draft: inout Draft) {
    let now = Instant(iso8601: StorySite.now) ?? .earliest
    let times = [(-60, -10), (8, 60), (300, 360), (1440, 1500), (30, 60), (0, 780)]
    draft.sessions = zip(Self.ids, times).map { id, time in
      var session = Session(
        id: id, kind: .social, title: "The \(id)", start: now.adding(minutes: time.0), end: now.adding(minutes: time.1))
      session.join = "https://rooms.example/\(id)"
      session.isCancelled = id == "Off"
      return session
    }
  }

  @Test("what is left today of what a browser keeps is told by when it begins, with the way in")
  func browser() async throws {
    try await StorySite.run(papers: 5, change: Self.change) { client, _ in
      let path = "/plan/today.json?sessions=\(Self.ids.joined(separator: ","))"
      let answer = try Answer(try await client.text(path))
      #expect(answer.items.map(\.title) == ["The Long", "The Near", "The Evening"])
      #expect(answer.items.map(\.isAllDay) == [true, false, false])
      #expect(answer.items[1].address == "/sessions/Near" && answer.items[1].join == "https://rooms.example/Near")
      let now = try #require(Instant(iso8601: StorySite.now))
      #expect(answer.items[1].opens == now.adding(minutes: 8 - Phase.opensBefore).iso8601)
      #expect(try Answer(try await client.text("/plan/today.json")).items.isEmpty)
    }
  }

  @Test("an account's plan is told to nobody else, and kept by no cache")
  func account() async throws {
    try await StorySite.run(papers: 5, change: Self.change) { client, site in
      let (ada, ben) = (try await site.insider("ada@example.org"), try await site.insider("ben@example.org"))
      _ = try await ada.send("/account/saved", ["save": "sessions:Near"], client)
      let answer = try await ada.get("/plan/today.json", client)
      #expect(try Answer(String(buffer: answer.body)).items.map(\.title) == ["The Near"])
      #expect(answer.headers[.cacheControl] == "no-store")
      #expect(try Answer(try await ben.text("/plan/today.json", client)).items.isEmpty)
    }
  }

  @Test("home has the place where one's own day stands once something is saved")
  func home() async throws {
    try await StorySite.run(papers: 5, change: Self.change) { client, _ in
      let page = try await client.text("/")
      #expect(page.contains("data-yours><h2 id=\"start\">How to start</h2>") && page.contains("/js/yours.js"))
    }
  }
}
