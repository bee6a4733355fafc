import Conference

@testable import Web

/// For every route with a thing in its path, whose the thing is and to whom it is open: a route without an entry fails ObjectMatrixTests.
enum ObjectTable {
  /// By "GET /messages/{id}".
  static let all: [String: Belonging] = {
    var table: [String: Belonging] = [:]
    for route in everybodys { table[route] = .everybodys }
    for route in hosts { table[route] = .hosts }
    for (route, rules) in Dictionary(grouping: people + conduct + words + questions + console, by: \.route) {
      table[route] = .persons(rules.map(\.rule))
    }
    return table
  }()

  struct Entry: Sendable {
    let route: String
    let rule: ObjectRule
  }

  static func key(_ route: Routes.Route) -> String { "\(route.method.rawValue) \(route.path)" }

  /// Whether a route's path names a thing; programs have only what their scopes name, which APIScopeTests tries.
  static func names(_ route: Routes.Route) -> Bool {
    (route.path.contains("{") || route.path.contains("*")) && !route.need.isToken
  }

  /// Whether a route is on nothing that is somebody's.
  static func isEverybodys(_ route: Routes.Route) -> Bool {
    if case .everybodys? = all[key(route)] { true } else { !names(route) }
  }

  /// The same rule for routes that go on in several ways.
  static func entries(_ method: String, _ path: String, _ parts: [String], _ rule: ObjectRule) -> [Entry] {
    parts.map { Entry(route: "\(method) \(path)\($0)", rule: rule) }
  }

  private static let everybodys: [String] =
    [
      "GET /assets/{version}/**", "GET /css/{name}", "GET /js/{name}", "GET /icons/{name}", "GET /media/**",
      "GET /katex/**", "GET /calendars/{name}", "GET /sign-in/link/{link}", "POST /sign-in/openid/{provider}",
      "GET /sign-in/openid/{provider}/return", "GET /papers/{id}", "GET /sessions/{id}", "GET /sponsors/{id}",
      "GET /questions/{kind}/{id}", "POST /questions/{kind}/{id}", "GET /questions/{kind}/{id}/similar",
      "GET /questions/{kind}/{id}/screen",
    ] + Event.Kind.allCases.map { "GET /\($0.fileName)/{id}" }

  private static let hosts: [String] =
    (["papers", "sessions", "sponsors"] + Event.Kind.allCases.map(\.fileName)).flatMap {
      ["GET /\($0)/{id}/mine", "POST /\($0)/{id}/mine"]
    }
    + ["poster", "slides", "video"].flatMap {
      ["POST /papers/{id}/mine/\($0)", "POST /papers/{id}/mine/\($0)/removal"]
    } + ["POST /sponsors/{id}/mine/logo", "POST /sponsors/{id}/mine/logo/removal"]

  private static let people: [Entry] = [
    entries(
      "POST", "/account/devices/{id}/removal", [""],
      ObjectRule(ObjectMakers.device, own: .participants, others: .nobody, proof: .gone(from: "devices"))),
    entries(
      "POST", "/account/identities/{id}/removal", [""],
      ObjectRule(ObjectMakers.identity, own: .participants, others: .nobody, proof: .gone(from: "openid_identities"))),
    entries(
      "GET", "/account/saved/{item}", [""],
      ObjectRule(ObjectMakers.note, own: .participants, others: .nobody, proof: .words)),
    entries("POST", "/papers/{id}/claim", [""], ObjectRule(ObjectMakers.paper, own: .participants, others: .nobody)),
    entries("GET", "/people/{id}", [""], ObjectRule(ObjectMakers.person, own: .participants, others: .participants)),
    entries(
      "GET", "/people/{id}", ["/portrait.jpg"],
      ObjectRule(ObjectMakers.portrait, own: .participants, others: .nobody)),
    entries(
      "GET", "/people/{id}", ["/portrait.jpg"],
      ObjectRule(ObjectMakers.shownPortrait, own: .participants, others: .participants)),
    entries(
      "POST", "/people/{id}", ["/block", "/block/removal", "/channel"],
      ObjectRule(ObjectMakers.person, own: nil, others: .participants)),
    // Whoever knows the secret is let in, signed in or not.
    entries(
      "GET", "/calendars/private/{name}", [""],
      ObjectRule(ObjectMakers.calendar, own: .everybody, others: .everybody)),
    declining("/mail", ObjectMakers.mailToken), declining("/reminder-mail", ObjectMakers.mailToken),
    declining("/notice-mail", ObjectMakers.mailToken), declining("/invitation-mail", ObjectMakers.mailToken),
    declining("/question-mail", ObjectMakers.questionToken),
  ].flatMap { $0 }

  private static func declining(_ path: String, _ make: @escaping ObjectRule.Make) -> [Entry] {
    let rule = ObjectRule(make, own: .everybody, others: .everybody, form: [("wanted", "yes")])
    return entries("GET", "\(path)/{token}", [""], rule) + entries("POST", "\(path)/{token}", ["", "/wish"], rule)
  }
}
