import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct ObjectMatrixTests {
  @Test("every route on a thing says whose it is, and whatever says so is a route")
  func entries() async throws {
    try await StorySite.run(papers: 5) { _, story in
      let routes = Routes(story.site).all.filter { ObjectTable.names($0) }
      for route in routes {
        let key = ObjectTable.key(route)
        guard let belonging = ObjectTable.all[key] else {
          Issue.record("\(key) has no entry in ObjectTable: whose is what it names, and who gets in at another's?")
          continue
        }
        let isHosts = if case .hosts = belonging { true } else { false }
        #expect(isHosts == route.path.contains("}/mine"), "\(key)")
      }
      let gone = Set(ObjectTable.all.keys).subtracting(routes.map { ObjectTable.key($0) })
      #expect(gone == [], "entries without a route")
    }
  }

  @Test("on one's own things and on others' every role gets in at each route where it may, and nowhere else")
  func matrix() async throws {
    try await StorySite.run(papers: 8, change: ObjectScene.name) { client, story in
      try await story.addPeople()
      let scene = try await ObjectScene(story)
      try await scene.openProfiles()
      var (tried, letIn, open) = (0, 0, 0)
      for attempt in try await ObjectAttempt.all(scene, client) {
        for visitor in Visitor.allCases {
          for case (let owner, let allowed?) in try await Self.owners(visitor, attempt.rule, scene) {
            // Anew each time, since some routes end what they name.
            let values = try await attempt.made(for: owner)
            let (isIn, answer) = try await attempt.letsIn(visitor, values, of: owner)
            let (isAllowed, isOwn) = (allowed.contains(visitor), owner.id != scene.stranger.id)
            let what = "\(ObjectTable.key(attempt.route)) on \(isOwn ? "their own" : "another's") by \(visitor)"
            #expect(isIn == isAllowed, "\(what): \(answer.status)")
            #expect(answer.status.code < 500, "\(what): \(answer.status)")
            if isAllowed { open += 1 } else { tried += 1 }
            if isIn, !isAllowed { letIn += 1 }
          }
        }
      }
      print("tried \(tried), let in \(letIn); open \(open)")
      #expect(tried > 500 && letIn == 0 && open > 300)
    }
  }

  /// Whose things a visitor tries: others', and those of their own that they may have; with the visitors who get in there.
  private static func owners(_ visitor: Visitor, _ rule: ObjectRule, _ scene: ObjectScene) async throws
    -> [(Account, Set<Visitor>?)]
  {
    let others = (scene.stranger, rule.others as Set<Visitor>?)
    guard Set<Visitor>.participants.contains(visitor) else { return [others] }
    return [others, (try await scene.story.account(visitor), rule.own)]
  }
}
