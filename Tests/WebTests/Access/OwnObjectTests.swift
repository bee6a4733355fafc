import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct OwnObjectTests {
  @Test(
    "every route of what is one's own is open to its owner and to who runs the program, and to nobody else; on others' it is shut"
  )
  func own() async throws {
    try await StorySite.run(papers: 8, change: Self.name) { client, story in
      try await story.addPeople()
      let samples = try await RouteSamples(story, device: "nobody-s")
      let owned = Routes(story.site).all.filter { $0.path.contains("}/mine") }
      var (tried, letIn) = (0, 0)
      for route in owned {
        let address = try #require(samples.address(route), "\(route.path)")
        // The owner's are the first of each kind, as in the samples; the others' are the next.
        for (path, isTheirs) in [(address, true), (try Self.other(address, story), false)] {
          for visitor in [Visitor.visitor, .unaccepted, .participant, .volunteer, .moderator, .chair, .organizer] {
            let browser = try await story.browser(visitor)
            let answer =
              route.method == .get
              ? try await client.get(path, by: browser)
              : try await client.post(path, [("known", Self.known(path))], by: browser)
            let isOpen = [.chair, .organizer].contains(visitor) || (visitor == .participant && isTheirs)
            tried += isOpen ? 0 : 1
            let isRefused =
              [.forbidden, .unauthorized].contains(answer.status)
              || answer.headers[.location]?.hasPrefix("/conduct") == true
            // A form without its file is told so only to whom it is open.
            let isShut =
              isRefused || answer.status == .notFound || (route.method == .post && answer.status == .badRequest)
            if !isOpen, !isShut { letIn += 1 }
            #expect(isOpen ? !isRefused : isShut, "\(route.method) \(path) by \(visitor): \(answer.status)")
          }
        }
      }
      print("tried \(tried), let in \(letIn)")
      #expect(owned.count > 15 && letIn == 0)
    }
  }

  /// Puts the participant's address into the first entry of each kind, and into none besides.
  private static func name(_ draft: inout Draft) {
    let own = Person(name: "Owner", email: Visitor.participant.email)
    for index in draft.papers.indices {
      for author in draft.papers[index].authors.indices { draft.papers[index].authors[author].email = nil }
      if draft.papers[index].id == Story.heroinePaper { draft.papers[index].authors.append(own) }
    }
    var kinds: Set<Event.Kind> = []
    for index in draft.events.indices {
      for person in draft.events[index].people.indices { draft.events[index].people[person].email = nil }
      if kinds.insert(draft.events[index].kind).inserted { draft.events[index].people.append(own) }
    }
    for index in draft.sponsors.indices { draft.sponsors[index].contacts = index == 0 ? [own] : [] }
    // The first session is at the first booth; the others are at none, and of no event that is the owner's.
    let first = draft.sessions.indices.min { draft.sessions[$0].sortKey < draft.sessions[$1].sortKey }
    for index in draft.sessions.indices {
      (draft.sessions[index].event, draft.sessions[index].sponsor) = (nil, index == first ? draft.sponsors[0].id : nil)
    }
  }

  /// The address of the next entry of the kind.
  private static func other(_ address: String, _ story: StorySite) throws -> String {
    let (program, parts) = (story.site.edition.program, address.split(separator: "/").map { String($0) })
    let ids: [String] =
      switch parts[0] {
      case "papers": program.papers.map(\.id)
      case "sessions": program.sessions.map(\.id)
      case "sponsors": program.sponsors.map(\.id)
      default: program.events.filter { $0.kind.fileName == parts[0] }.map(\.name)
      }
    // A kind of which there is only one has no other.
    let other = ids.first { $0 != parts[1] } ?? "none"
    return "/" + ([parts[0], other] + parts.dropFirst(2)).joined(separator: "/")
  }

  private static func known(_ path: String) -> String {
    let parts = path.split(separator: "/").map { String($0) }
    let kind = Event.Kind.allCases.first { $0.fileName == parts[0] }
    return kind.map { "\($0.rawValue)/\(parts[1])" } ?? parts[1]
  }
}

extension Session {
  fileprivate var sortKey: String {
    "\(start.milliseconds + 10_000_000_000_000) \(end.milliseconds + 10_000_000_000_000) \(id)"
  }
}
