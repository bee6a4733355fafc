import Conference
import Markup

/// A page of the organizers' console: its parts beside the content.
enum OrganizePage {
  /// A part of the console, with what one needs for it.
  struct Part: Sendable {
    let path: String
    let label: String
    let need: Need
  }

  /// Parts that belong together.
  struct Group: Sendable {
    let title: String
    let parts: [Part]
  }

  /// In the order in which they stand; a new part is a line here.
  static let groups = [
    Group(title: "", parts: [Part(path: "/organize", label: "Overview", need: .chair)]),
    Group(
      title: "The program",
      parts: [
        Part(path: "/organize/program", label: "Program", need: .chair),
        Part(path: "/organize/import", label: "Import", need: .chair),
        Part(path: "/organize/claims", label: "Claims", need: .chair),
      ]),
    Group(
      title: "Who is here",
      parts: [
        Part(path: "/organize/people", label: "People", need: .organizer),
        Part(path: "/organize/access", label: "Who sees what", need: .organizer),
      ]),
    Group(
      title: "Words and help",
      parts: [
        Part(path: "/organize/announcements", label: "Announcements", need: .organizer),
        Part(path: "/organize/questions", label: "Questions", need: .organizer),
        Part(path: "/organize/channels", label: "Channels", need: .organizer),
        Part(path: "/organize/help-desk", label: "Help desk", need: .organizer),
        Part(path: "/organize/conduct", label: "Conduct settings", need: .organizer),
      ]),
    Group(
      title: "The site",
      parts: [
        Part(path: "/organize/outbox", label: "Mail", need: .organizer),
        Part(path: "/organize/appearance", label: "Appearance", need: .organizer),
        Part(path: "/organize/tokens", label: "Tokens", need: .organizer),
        Part(path: "/organize/record", label: "Record", need: .organizer),
      ]),
  ]

  static func page(
    _ title: String, path: String, _ personal: Personal, styles: [String] = [], scripts: [String] = [],
    status: Int = 200,
    body: HTML
  ) -> Page {
    Page(
      title: title, section: .organize, styles: ["account", "organize", "console-menu"] + styles, scripts: scripts,
      status: status,
      isUnlisted: true,
      body: """
        <div class="console">\(menu(path, personal))
        <div class="console-main"><div class="page-head"><h1>\(title)</h1></div>
        \(body)</div></div>
        """)
  }

  /// Beside the page; on a phone, where there is no room for it, folded above.
  private static func menu(_ path: String, _ personal: Personal) -> HTML {
    let list = items(path, personal)
    let here = Self.groups.flatMap(\.parts).first { isHere($0, path) }?.label
    return """
      <nav class="console-nav" aria-label="Organizing"><ul class="menu-wide">\(list)</ul>
      <details class="menu-phone"><summary>Menu\(here.map { ": \($0)" as HTML })</summary><ul>\(list)</ul></details></nav>
      """
  }

  private static func items(_ path: String, _ personal: Personal) -> [HTML] {
    groups.compactMap { group -> HTML? in
      let parts = group.parts.filter { $0.need.isMet(by: personal.access) }.map { part in
        """
        <li><a href="\(url: part.path)"\(HTML.when(isHere(part, path), " aria-current=\"page\""))>\(part.label)</a></li>
        """ as HTML
      }
      guard !parts.isEmpty else { return nil }
      return group.title.isEmpty
        ? parts.joined() : "<li><span class=\"menu-head\">\(group.title)</span><ul>\(parts)</ul></li>"
    }
  }

  private static func isHere(_ part: Part, _ path: String) -> Bool {
    part.path == path || (part.path != "/organize" && path.hasPrefix(part.path + "/"))
  }
}
