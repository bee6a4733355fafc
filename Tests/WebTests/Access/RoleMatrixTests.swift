import Conference
import HTTPTypes
import Testing

@testable import Web

/// What may come of a request, as far as the needs of routes go: a thing may be gone by then, and ObjectMatrixTests tries what is on
/// real ones.
private enum Outcome: String {
  case allowed, signIn, refused, conduct

  init(_ answer: TestResponse) {
    let text = answer.status == .forbidden ? String(buffer: answer.body) : ""
    let refusals = ["This is not for your role", "An organizer has yet to let you in."]
    if answer.status == .unauthorized {
      self = .signIn
    } else if answer.headers[.location]?.hasPrefix("/conduct-acceptance") == true
      || text.contains("has to be accepted first")
    {
      self = .conduct
    } else {
      self = refusals.contains { text.contains($0) } ? .refused : .allowed
    }
  }
}

extension Routes.Route {
  /// Accepting the code of conduct asks for it again by itself, and takes an account, as what is one's own to take along or
  /// to erase does, which one needs to have accepted nothing for.
  private static let ownDoors: Set = ["/conduct-acceptance", "/account/data", "/account/data.json", "/account/erasure"]

  fileprivate func expected(for visitor: Visitor) -> Set<Outcome> {
    guard Self.ownDoors.contains(path) else { return RoleTable.need(of: self).expected(for: visitor) }
    return visitor == .visitor ? [.signIn] : [.allowed, .conduct]
  }
}

extension Need {
  /// What may come of it for whom, where everything is open to participants only.
  fileprivate func expected(for visitor: Visitor) -> Set<Outcome> {
    switch self {
    case .door: return [.allowed]
    // A cookie opens nothing here, whoever has it.
    case .token: return [.signIn]
    // Files have no page on which to accept anything; pages ask for it first.
    case .anyone: return visitor == .unaccepted ? [.allowed, .conduct] : [.allowed]
    // Files of one's own have no page, either.
    case .account: return visitor == .visitor ? [.signIn] : visitor == .unaccepted ? [.conduct, .allowed] : [.allowed]
    default: break
    }
    switch visitor {
    case .visitor: return [.signIn]
    case .unaccepted: return [.conduct, .refused]
    default: return [roles.contains(visitor) ? .allowed : .refused]
    }
  }

  private var roles: Set<Visitor> {
    switch self {
    case .organizer: [.organizer]
    case .chair: [.organizer, .chair]
    case .moderator: [.organizer, .chair, .moderator]
    case .helper: [.organizer, .chair, .moderator, .volunteer]
    default: [.organizer, .chair, .moderator, .volunteer, .participant]
    }
  }
}

@Suite struct RoleMatrixTests {
  @Test("every route asks for what its entry in a table says, and every entry is a route")
  func entries() async throws {
    try await StorySite.run(papers: 5) { _, story in
      let routes = Routes(story.site).all.filter { ObjectTable.isEverybodys($0) && !$0.need.isToken }
      for route in routes {
        let key = ObjectTable.key(route)
        #expect(RoleTable.all[key] == route.need, "\(key): RoleTable says who gets in")
      }
      let gone = Set(RoleTable.all.keys).subtracting(routes.map { ObjectTable.key($0) })
      #expect(gone == [], "entries without a route")
    }
  }

  @Test("every route is open to those whom its need names, and to nobody else")
  func matrix() async throws {
    try await StorySite.run(papers: 8) { client, story in
      try await story.addPeople()
      let samples = try await RouteSamples(story, device: "nobody-s")
      var (tried, letIn) = (0, 0)
      for route in Routes(story.site).all {
        guard let address = samples.address(route) else {
          Issue.record("\(route.path) has no address in RouteSamples")
          continue
        }
        for visitor in Visitor.allCases {
          // Anew each time, since some routes sign out.
          let browser = try await story.browser(visitor)
          let answer = try await client.send(route.method, address, by: browser)
          let (outcome, expected) = (Outcome(answer), route.expected(for: visitor))
          #expect(expected.contains(outcome), "\(route.method) \(address) by \(visitor): \(answer.status)")
          #expect(answer.status.code < 500 || address.contains("openid"), "\(route.method) \(address) by \(visitor)")
          if !expected.contains(.allowed) {
            tried += 1
            if outcome == .allowed { letIn += 1 }
          }
        }
      }
      print("tried \(tried), let in \(letIn)")
      #expect(tried > 100 && letIn == 0)
    }
  }

  @Test("what is open answers with itself: the samples are there")
  func samplesAreThere() async throws {
    try await StorySite.run(papers: 8) { client, story in
      try await story.addPeople()
      let samples = try await RouteSamples(story, device: "nobody-s")
      for route in Routes(story.site).all where route.method == .get && !route.need.isToken {
        let address = try #require(samples.address(route))
        let answer = try await client.get(address, by: try await story.browser(.organizer))
        let mayLack =
          address.contains("openid") || address.hasSuffix(".jpg")
          || RouteSamples.hidden.contains(route.path)
          || address == "/organize/program/entry" || address.hasPrefix("/katex") || address == "/accent.css"
        #expect(answer.status == .ok || mayLack, "\(address): \(answer.status)")
      }
    }
  }

  @Test("what is another's is not touched by whoever knows its id")
  func others() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let devices = story.site.doorkeeper.devices
      let victim = try await story.account(.organizer)
      let victims = try await story.browser(.organizer)
      let device = try #require(try await devices.all(of: victim.id).first)
      for visitor in Visitor.allCases where visitor != .organizer {
        _ = try await client.post("/account/devices/\(device.id)/removal", by: try await story.browser(visitor))
        _ = try await client.post("/account/devices/removal", by: try await story.browser(visitor))
      }
      #expect(try await devices.all(of: victim.id).map(\.id) == [device.id])
      #expect(try await client.get("/organize", by: victims).status == .ok)
    }
  }
}
