@testable import Web

/// For every route but those on what is somebody's (ObjectTable has these), what one needs for it, written out once more: a route without an
/// entry, or one that asks for something else by now, fails RoleMatrixTests.
enum RoleTable {
  /// By "GET /organize".
  static let all: [String: Need] = {
    var table: [String: Need] = [:]
    for (need, routes) in needs {
      for route in routes { table[route] = need }
    }
    return table
  }()

  /// What one needs, by the table where it has the route.
  static func need(of route: Routes.Route) -> Need { all[ObjectTable.key(route)] ?? route.need }

  private static let needs: [(Need, [String])] = [
    (.door, doors), (.anyone, everybodys), (.schedule, schedule),
    (.papers, ["GET /papers", "GET /papers/{id}", "GET /plan.bib"]),
    (.sponsors, ["GET /sponsors", "GET /sponsors/{id}"]),
    (.questions, ["GET /questions/{kind}/{id}", "GET /questions/{kind}/{id}/screen"]), (.account, account),
    (.participant, participants), (.helper, helpers),
    (.moderator, ["GET /conduct/cases", "GET /conduct/record"]), (.chair, chairs), (.organizer, organizers),
  ]

  private static let doors = [
    "GET /accent.css", "GET /account/data", "GET /account/dismissed.css", "POST /account/erasure",
    "GET /account/saved", "GET /api", "GET /api/v1/openapi.json", "GET /assets/{version}/**", "GET /code-of-conduct",
    "GET /conduct-acceptance", "POST /conduct-acceptance", "GET /css/{name}", "GET /favicon.ico", "GET /health/live",
    "GET /health/ready", "GET /help/desk", "POST /help/requests", "GET /icons/{name}", "GET /js/{name}",
    "GET /katex/**", "GET /live", "GET /registration", "POST /registration", "GET /robots.txt", "GET /sign-in",
    "POST /sign-in", "POST /sign-in/code", "POST /sign-in/link", "GET /sign-in/link/{link}",
    "POST /sign-in/openid/{provider}", "GET /sign-in/openid/{provider}/return", "POST /sign-out", "GET /zones",
    "POST /zones",
  ]

  private static let everybodys = [
    "GET /", "GET /about", "GET /announcements", "GET /committee", "GET /help", "GET /media/**", "GET /search",
    "GET /sitemap.xml",
  ]

  private static let schedule = [
    "GET /calendars", "GET /calendars/{name}", "GET /expos", "GET /expos/{id}", "GET /keynotes",
    "GET /keynotes/{id}", "GET /plan", "GET /plan/today.json", "GET /plenary", "GET /plenary/{id}", "GET /schedule",
    "GET /schedule.json",
    "GET /schedule.xml", "GET /sessions", "GET /sessions/{id}", "GET /socials", "GET /socials/{id}",
    "GET /tutorials", "GET /tutorials/{id}", "GET /workshops", "GET /workshops/{id}",
  ]

  private static let account = [
    "GET /account", "POST /account/calendar/removal", "GET /account/data.json", "GET /account/data.zip",
    "POST /account/devices/removal",
  ]

  private static let participants = [
    "GET /account/announcements", "POST /account/announcements", "GET /account/announcements.html",
    "GET /account/blocks.json", "POST /account/calendar", "POST /account/notes", "GET /account/now",
    "GET /account/plan.bib", "GET /account/plan.csv", "GET /account/plan.ics", "POST /account/portrait",
    "POST /account/portrait/removal", "GET /account/profile", "POST /account/profile", "POST /account/question-mail",
    "POST /account/reminders", "GET /account/reports", "POST /account/saved", "GET /chat", "POST /chat/papers",
    "POST /chat/read", "GET /chat/search", "GET /chat/unread.json", "POST /questions/{kind}/{id}",
    "GET /questions/{kind}/{id}/similar", "GET /report", "POST /report",
  ]

  private static let helpers = [
    "POST /help/problems", "GET /help/queue", "GET /help/shifts",
  ]

  private static let chairs = [
    "GET /organize", "GET /organize/claims", "POST /organize/claims", "GET /organize/import",
    "POST /organize/import", "POST /organize/import/application", "POST /organize/import/preview",
    "GET /organize/program", "GET /organize/program/changes", "GET /organize/program/clashes",
    "GET /organize/program/entry", "POST /organize/program/entry", "POST /organize/program/move",
    "POST /organize/program/order", "POST /organize/program/removal",
  ]

  private static let organizers = [
    "GET /organize/access", "POST /organize/access", "GET /organize/announcements", "POST /organize/announcements",
    "POST /organize/announcements/preview", "GET /organize/appearance", "POST /organize/appearance",
    "POST /organize/appearance/logo", "POST /organize/appearance/logo/removal", "POST /organize/appearance/preview",
    "POST /organize/backups", "GET /organize/channels", "POST /organize/channels", "GET /organize/conduct",
    "POST /organize/conduct/desk", "POST /organize/conduct/limits", "GET /organize/help-desk",
    "POST /organize/help-desk/shifts", "GET /organize/outbox", "POST /organize/outbox/batches/approval",
    "POST /organize/outbox/batches/drop", "GET /organize/people", "POST /organize/people/admissions",
    "GET /organize/people/import", "POST /organize/people/import", "POST /organize/people/import/application",
    "POST /organize/people/import/preview", "POST /organize/people/invitations", "GET /organize/people/new",
    "POST /organize/people/new", "GET /organize/people/waiting", "GET /organize/questions",
    "POST /organize/questions", "POST /organize/questions/asking", "POST /organize/questions/nudge",
    "GET /organize/record", "POST /organize/registration", "GET /organize/tokens", "POST /organize/tokens",
  ]
}
