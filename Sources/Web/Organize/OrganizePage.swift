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

  /// In the order in which they stand; a new part is a line here.
  static let parts = [
    Part(path: "/organize", label: "Overview", need: .chair),
    Part(path: "/organize/program", label: "Program", need: .chair),
    Part(path: "/organize/claims", label: "Claims", need: .chair),
    Part(path: "/organize/import", label: "Import", need: .chair),
    Part(path: "/organize/access", label: "Who sees what", need: .organizer),
    Part(path: "/organize/people", label: "People", need: .organizer),
    Part(path: "/organize/questions", label: "Questions", need: .organizer),
    Part(path: "/organize/announcements", label: "Announcements", need: .organizer),
    Part(path: "/organize/help-desk", label: "Help desk", need: .organizer),
    Part(path: "/organize/conduct", label: "Conduct settings", need: .organizer),
    Part(path: "/organize/channels", label: "Channels", need: .organizer),
    Part(path: "/organize/outbox", label: "Mail", need: .organizer),
    Part(path: "/organize/appearance", label: "Appearance", need: .organizer),
    Part(path: "/organize/tokens", label: "Tokens", need: .organizer),
    Part(path: "/organize/record", label: "Record", need: .organizer),
  ]

  static func page(
    _ title: String, path: String, _ personal: Personal, styles: [String] = [], scripts: [String] = [],
    status: Int = 200,
    body: HTML
  ) -> Page {
    Page(
      title: title, section: .organize, styles: ["account", "organize"] + styles, scripts: scripts, status: status,
      isUnlisted: true,
      body: """
        <div class="console"><nav class="console-nav" aria-label="Organizing"><ul>\(items(path, personal))</ul></nav>
        <div class="console-main"><div class="page-head"><h1>\(title)</h1></div>
        \(body)</div></div>
        """)
  }

  private static func items(_ path: String, _ personal: Personal) -> [HTML] {
    parts.filter { $0.need.isMet(by: personal.access) }.map { part in
      let isHere = part.path == path || (part.path != "/organize" && path.hasPrefix(part.path + "/"))
      return """
        <li><a href="\(url: part.path)"\(HTML.when(isHere, " aria-current=\"page\""))>\(part.label)</a></li>
        """
    }
  }
}
