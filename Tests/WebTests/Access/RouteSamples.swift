import Conference
import Testing

@testable import Web

/// Real addresses for the routes that have parameters; a route without one here fails the tests of who may do what.
struct RouteSamples {
  private let samples: [String: String]

  init(_ story: StorySite, device: String) async throws {
    let program = story.site.edition.program
    var samples = [
      "/papers/{id}": "/papers/\(Story.heroinePaper)",
      "/sessions/{id}": "/sessions/\(try #require(program.sessions.first).id)",
      "/sponsors/{id}": "/sponsors/\(try #require(program.sponsors.first).id)",
      "/calendars/{name}": "/calendars/all.ics", "/live": "/live?topics=announcements&after=0",
      "/assets/{version}/**": story.site.assets.address("css/base.css"),
      "/css/{name}": "/css/base.css", "/js/{name}": "/js/app.js", "/icons/{name}": "/icons/icon.svg",
      "/media/**": "/media/figures/\(Story.heroinePaper).svg", "/katex/**": "/katex/katex.min.css",
      "/sign-in/link/{link}": "/sign-in/link/\(Secret.random().text)",
      "/sign-in/openid/{provider}": "/sign-in/openid/orcid",
      "/sign-in/openid/{provider}/return": "/sign-in/openid/orcid/return",
      "/account/devices/{id}/removal": "/account/devices/\(device)/removal",
      "/account/identities/{id}/removal": "/account/identities/\(device)/removal",
    ]
    let person = try await story.account(.participant).id
    samples["/people/{id}"] = "/people/\(person)"
    samples["/people/{id}/portrait.jpg"] = "/people/\(person)/portrait.jpg"
    samples["/organize/people/{id}"] = "/organize/people/\(person)"
    for action in ["admission", "details", "devices/removal", "erasure", "role", "sign-in-codes", "standing"] {
      samples["/organize/people/{id}/\(action)"] = "/organize/people/\(person)/\(action)"
    }
    samples["/account/saved/{item}"] = "/account/saved/papers:\(Story.heroinePaper)"
    for part in [
      "claim", "mine", "mine/poster", "mine/poster/removal", "mine/slides", "mine/slides/removal", "mine/video",
      "mine/video/removal",
    ] {
      samples["/papers/{id}/\(part)"] = "/papers/\(Story.heroinePaper)/\(part)"
    }
    let questions = "/questions/papers/\(Story.heroinePaper)"
    for part in ["", "/votes", "/similar", "/host", "/screen"] {
      samples["/questions/{kind}/{id}\(part)"] = questions + part
    }
    for part in ["block", "block/removal"] { samples["/people/{id}/\(part)"] = "/people/\(person)/\(part)" }
    samples["/conduct/people/{id}"] = "/conduct/people/\(person)"
    samples["/report/{kind}/{id}"] = "/report/people/\(person)"
    for part in ["", "/pace", "/closing", "/opening"] {
      samples["/conduct/channels/{kind}/{id}\(part)"] = "/conduct/channels/general/corridor\(part)"
    }
    for operation in API.operations {
      samples[API.root + operation.path] = API.root + (try Self.address(operation, program, person))
    }
    samples["/sessions/{id}/mine"] = (samples["/sessions/{id}"] ?? "") + "/mine"
    for part in ["mine", "mine/logo", "mine/logo/removal"] {
      samples["/sponsors/{id}/\(part)"] = (samples["/sponsors/{id}"] ?? "") + "/" + part
    }
    for part in ["", "/messages", "/pictures", "/typing", "/follow", "/read", "/names.json", "/around"] {
      samples["/chat/{kind}/{name}\(part)"] = "/chat/general/corridor\(part)"
    }
    samples["/people/{id}/channel"] = "/people/\(person)/channel"
    let others = try await OthersThings(story)
    for (path, id) in Self.others {
      samples[path] = path.replacing("{id}", with: others[keyPath: id])
    }
    for (path, address) in try await Self.made(samples, story) { samples[path] = address }
    for kind in Event.Kind.allCases {
      guard let event = program.events.first(where: { $0.kind == kind }) else { continue }
      samples["/\(kind.fileName)/{id}"] = Address.of(event)
      samples["/\(kind.fileName)/{id}/mine"] = Address.of(event) + "/mine"
    }
    self.samples = samples
  }

  /// Routes of what others asked, reported and wrote.
  private static let others: [String: any KeyPath<OthersThings, String> & Sendable] = {
    var paths: [String: any KeyPath<OthersThings, String> & Sendable] = [:]
    for part in ["", "/taking", "/handover", "/answers", "/closing", "/reopening"] {
      paths["/help/requests/{id}\(part)"] = \OthersThings.request
    }
    for part in ["", "/words"] { paths["/reports/{id}\(part)"] = \OthersThings.report }
    for part in ["", "/taking", "/notes", "/words", "/decision", "/reopening", "/picture.jpg"] {
      paths["/conduct/cases/{id}\(part)"] = \OthersThings.report
    }
    for part in ["", "/removal", "/reactions", "/picture.jpg"] {
      paths["/messages/{id}\(part)"] = \OthersThings.message
    }
    for part in ["/hiding", "/restoring"] { paths["/conduct/messages/{id}\(part)"] = \OthersThings.message }
    return paths
  }()

  /// Something real of somebody else's for every other route on a thing, as ObjectTable makes it.
  private static func made(_ samples: [String: String], _ story: StorySite) async throws -> [String: String] {
    let scene = try await ObjectScene(story)
    var made: [String: String] = [:]
    for route in Routes(story.site).all where samples[route.path] == nil && made[route.path] == nil {
      guard case .persons(let rules) = ObjectTable.all[ObjectTable.key(route)], let rule = rules.first else { continue }
      // Nobody has made too much.
      _ = try await story.site.database.execute("DELETE FROM allowances")
      made[route.path] = rule.address(route.path, try await rule.make(scene, scene.stranger))
    }
    return made
  }

  /// Pages of those that not even organizers see.
  static let hidden: Set = ["/reports/{id}"]

  /// Something that is there for what the path of an operation names, where the story has such things.
  static func address(_ operation: APIOperation, _ program: Program, _ person: String) throws -> String {
    let event = try #require(program.events.first)
    var id = operation.path.hasPrefix("/people/") ? person : "1"
    for resource in EntryResource.all where operation.path.hasPrefix(resource.collection + "/") {
      id = try #require(resource.list(program).first).id
    }
    return operation.path.replacing("{id}", with: id).replacing("{kind}", with: event.kind.rawValue)
      .replacing("{name}", with: event.name).replacing("{person}", with: person)
      .replacing("{paper}", with: Story.heroinePaper)
  }

  /// Nil where a route has parameters and no sample.
  func address(_ route: Routes.Route) -> String? {
    samples[route.path] ?? (route.path.contains("{") || route.path.contains("*") ? nil : route.path)
  }
}
