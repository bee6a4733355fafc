import Conference
import HTTPTypes
import Testing

@testable import Web

/// What "Who sees what" says before it is saved, where kinds hide each other or talks wait for their day.
@Suite(.serialized) struct PolicyConsequenceTests {
  private static let talk = "<ul><li>the videos and slides of 1 paper</li></ul>"

  @Test("holding talks back says whose go for visitors and for participants, and letting them out who gets them")
  func release() async throws {
    try await run { organizer, story in
      let held = try await organizer.preview(closed: [], release: "onTheirDay")
      #expect(!held.contains("nothing changes now"))
      #expect(held.contains("<p>Visitors will no longer see:</p>\(Self.talk)"))
      #expect(held.contains("<p>Participants will no longer see:</p>\(Self.talk)"))
      var policies = Policies.standard
      policies.release = .onTheirDay
      try await story.choose(policies)
      let out = try await organizer.preview(closed: [], release: "atOnce")
      #expect(!out.contains("nothing changes now"))
      #expect(out.contains("<p>Visitors will see:</p>\(Self.talk)"))
      #expect(out.contains("<p>Participants will see:</p>\(Self.talk)"))
      let closing = try await organizer.preview(closed: ["papers"], release: "onTheirDay")
      #expect(closing.contains("<li>5 papers</li>") && !closing.contains(Self.talk))
      #expect(!closing.contains("Participants will"), "the same talks are held back from them")
    }
  }

  @Test("what another kind hides is not said to be seen")
  func hidden() async throws {
    try await run { organizer, story in
      #expect(
        try await organizer.text("/organize/access").contains(
          "The videos and slides of 1 paper. Visitors see this now."))
      var policies = Policies.standard
      policies.papers = .participants
      try await story.choose(policies)
      #expect(
        try await organizer.text("/organize/access").contains(
          "The videos and slides of 1 paper. Visitors do not see this now."))
      policies = .standard
      policies.schedule = .participants
      try await story.choose(policies)
      let page = try await organizer.text("/organize/access")
      let ways = try #require(page.firstMatch(of: /The ways into (?:[^.<]*)\. ([^<]*)</))
      #expect(!ways.1.contains("Visitors see this now."))
      let opening = try await organizer.preview(closed: [], release: "atOnce")
      #expect(opening.contains("<li>the ways into "), "they come back with the schedule")
    }
  }

  /// The story long before it begins, with one video of a paper as its only talk.
  private func run(_ body: @Sendable (Insider, StorySite) async throws -> Void) async throws {
    let before = try #require(Instant(iso8601: "2026-04-01T12:00:00Z"))
    try await StorySite.run(
      papers: 5, clock: .fixed(before),
      change: { draft in
        for index in draft.papers.indices { (draft.papers[index].video, draft.papers[index].slides) = (nil, nil) }
        for index in draft.sponsors.indices { draft.sponsors[index].video = nil }
        for index in draft.events.indices {
          (draft.events[index].video, draft.events[index].recording, draft.events[index].slides) = (nil, nil, nil)
          draft.events[index].talks = []
        }
        draft.papers[0].video = "https://vimeo.com/12345"
      }
    ) { client, story in try await body(try await Insider.organizer(story, client), story) }
  }
}

extension Insider {
  /// The page that says what a choice would change.
  fileprivate func preview(closed: Set<String>, release: String) async throws -> String {
    let kinds = ["schedule", "papers", "talks", "rooms", "sponsors"].map { kind in
      ("sees-\(kind)", closed.contains(kind) ? "participants" : "everyone")
    }
    let fields = kinds + [("sees-questions", "participants"), ("release", release), ("step", "preview")]
    return String(buffer: try await post("/organize/access", fields).body)
  }
}

extension StorySite {
  fileprivate func choose(_ policies: Policies) async throws {
    try await policies.choose(by: nil, site.database, at: site.clock.now())
    try await site.refresh()
  }
}
