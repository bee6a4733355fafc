import Conference
import Markup

/// What stands around every page: head, header with navigation and zone, footer, and the bar on phones.
enum Frame {
  /// The style sheets of every page.
  private static let sheets = [
    "tokens", "base", "controls", "header", "suggest", "frame", "widths", "kinds", "labels", "parts",
  ]

  /// The whole page in UTF-8, with every time in the visitor's zone.
  static func bytes(_ page: Page, _ visit: Visit) -> [UInt8] {
    LocalTimes(zone: visit.zone, now: visit.now).written(html(page, visit).bytes)
  }

  private static func html(_ page: Page, _ visit: Visit) -> HTML {
    """
    <!doctype html>
    <html lang="en" data-zone="\(visit.zone.id)" data-now="\(visit.now.iso8601)" data-cursor="\(visit.cursor)" data-topics="\(LiveAnnouncements.topic(of: visit.audience))\(HTML.when(visit.audience != .visitor, " me"))"\(HTML.when(visit.audience != .visitor, " data-signed-in"))>
    \(head(page, visit))
    <body>
    <a class="skip button" href="#main">Skip to the content</a>
    \(header(page, visit))
    \(AnnouncementBanner.html(visit))
    <main class="page" id="main" tabindex="-1">
    \(page.body)
    </main>
    \(footer(visit))
    \(bar(page, visit))
    </body>
    </html>
    """
  }

  private static func head(_ page: Page, _ visit: Visit) -> HTML {
    let title = page.section == .home ? visit.conference.name : "\(page.title) · \(visit.conference.name)"
    let canonical = visit.absolute(page.canonical ?? visit.path)
    let assets = visit.site.assets
    return """
      <head\(HTML.when(page.graph.isArticle, OpenGraph.namespaces))>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
      <title>\(title)</title>
      \(page.description.map { "<meta name=\"description\" content=\"\($0)\">" as HTML })
      \(HTML.when(page.isUnlisted, "<meta name=\"robots\" content=\"noindex\">"))
      <link rel="canonical" href="\(url: canonical)">
      \(page.graph.html(page, at: canonical, visit))
      <link rel="icon" href="\(url: assets.address("icons/icon.svg"))" type="image/svg+xml">
      <link rel="alternate" type="text/calendar" title="\(visit.conference.name)" href="/calendars/all.ics">
      <link rel="stylesheet" href="\(url: assets.sheet(sheets))">
      \(visit.conference.accent.map { _ in "<link rel=\"stylesheet\" href=\"\(url: Accent.address(visit.program))\">" as HTML })
      <link rel="stylesheet" href="\(url: assets.sheet(page.styles + ["announcements", "print"]))">
      \(assets.preloads)
      <script type="module" src="\(url: assets.address("js/app.js"))"></script>
      \(page.modules.map { "<script type=\"module\" src=\"\(url: assets.address("js/\($0).js"))\"></script>" as HTML })
      \(page.head)
      </head>
      """
  }

  private static func header(_ page: Page, _ visit: Visit) -> HTML {
    """
    <header class="top">
    <div class="top-row">
    \(logo(visit))
    <a class="brand\(HTML.when(visit.conference.name.count > 16, " is-long"))" href="/"\(page.section == .home ? " aria-current=\"page\"" as HTML : "")>\(visit.conference.name)</a>
    <form class="top-search" action="/search" role="search" aria-label="Site">
    <label class="sr" for="top-q">Search everything</label>
    <input class="field" id="top-q" type="search" name="q" placeholder="Search papers, people, sessions" autocomplete="off" data-search>
    <button type="submit">\(Icon.search)<span class="sr">Search</span></button>
    </form>
    <div class="top-own">
    <a class="zone" href="/zones?back=\(Query.encoded(visit.path))" data-zone-picker>\(Icon.clock)<span><span class="sr">Your time zone: </span>\(
      visit.zone.name(at: visit.now)), <time datetime="\(visit.now.iso8601)" data-clock>\(TimeText.clock(visit.now, zone: visit.zone))</time></span></a>
    <a class="mine" href="/plan"\(current(page, .plan))>\(Icon.star)My plan <span class="count" data-saved-count></span></a>
    \(chat(page, visit))
    \(doors(visit).map { "<a class=\"mine is-door\" href=\"\(url: $0.path)\"\(current(page, $0.section))>\($0.label)</a>" as HTML })
    <a class="top-find only-phone" href="/search"\(current(page, .search))>\(Icon.search)<span class="sr">Search</span></a>
    </div></div>
    \(navigation(page, visit))
    <div class="tibeb" aria-hidden="true"></div>
    </header>
    """
  }

  /// The parts of the site; on a phone, where they are a strip, without what the bar leads to.
  private static func navigation(_ page: Page, _ visit: Visit) -> HTML {
    let inBar = Set(shortcuts(visit).map(\.path))
    return """
      <nav class="top-nav" aria-label="Main"><ul>
      \(HTML.when(visit.hasDoors, "<li class=\"only-phone\"><a href=\"/plan\"\(current(page, .plan))>My plan</a></li>"))
      \(doors(visit).map { "<li class=\"is-door\(HTML.when($0.path == "/account", " in-bar"))\"><a href=\"\(url: $0.path)\"\(current(page, $0.section))>\($0.label)</a></li>" as HTML })
      \(Navigation.items(visit.program).map { item in
        "<li\(HTML.when(inBar.contains(item.path), " class=\"in-bar\""))><a href=\"\(url: item.path)\"\(current(page, item.section))>\(item.label)</a></li>" as HTML
      })
      </ul></nav>
      """
  }

  /// To what people write, with how much of it is new to who is here.
  private static func chat(_ page: Page, _ visit: Visit) -> HTML {
    guard visit.audience != .visitor else { return .empty }
    return """
      <a class="mine" href="/chat"\(current(page, .chat))>\(Icon.chat)Chat <span class="count" id="\(LiveMe.unread)" data-unread></span> <span class="sr" id="\(LiveMe.forMe)"></span></a>
      """
  }

  /// The conference's sign beside its name, which says the same in words.
  private static func logo(_ visit: Visit) -> HTML {
    guard let logo = visit.conference.logo, logo.hasPrefix("media/") else { return .empty }
    return "<img class=\"brand-logo\" src=\"\(url: Address.link(logo))\" alt=\"\" width=\"40\" height=\"40\">"
  }

  /// The way in, or to what is one's own, where the site has any.
  private static func doors(_ visit: Visit) -> [(path: String, label: String, section: Page.Section?)] {
    guard visit.hasDoors else { return [] }
    guard visit.isSignedIn else { return [("/sign-in", "Sign in", .account)] }
    var doors: [(path: String, label: String, section: Page.Section?)] = []
    let (cases, help) = (visit.untakenCases, visit.waitingHelp)
    if cases > 0 { doors.append(("/conduct/cases", "Conduct desk (\(cases))", .conduct)) }
    // Where one is is said by "Help".
    if help > 0 { doors.append(("/help/queue", "Help desk (\(help))", nil)) }
    if visit.audience == .organizer { doors.append(("/organize", "Organize", .organize)) }
    return doors + [("/account", "Account", .account)]
  }

  private static func current(_ page: Page, _ section: Page.Section?) -> HTML {
    page.section == section ? " aria-current=\"page\"" : ""
  }

  private static func footer(_ visit: Visit) -> HTML {
    let links: [(String, String)?] = [
      visit.conference.codeOfConduct == nil ? nil : ("/code-of-conduct", "Code of conduct"),
      visit.program.members.isEmpty ? nil : ("/committee", "Committee"), ("/about", "About this site"),
      ("/help", "Help"),
      visit.hasDoors ? ("/help/desk?page=\(Query.encoded(visit.path))", "Help desk") : nil,
      visit.audience == .visitor ? nil : ("/report", "Report"),
    ]
    return """
      <footer class="foot"><div class="foot-in">
      <nav aria-label="About this conference"><ul>\(links.compactMap { $0 }.map { "<li><a href=\"\(url: $0.0)\">\($0.1)</a></li>" as HTML })</ul></nav>
      <p>What you save stays in \(visit.audience == .visitor ? "this browser" : "your account"). \(HTML.when(!visit.hasDoors, "No account is needed, and nothing"))\(HTML.when(visit.hasDoors, "Nothing")) is loaded from other hosts until you press play.</p>
      </div></footer>
      """
  }

  /// What is one's own: the account, or the way to it; the plan where the site has neither.
  private static func me(_ visit: Visit) -> (path: String, label: String, icon: HTML, section: Page.Section) {
    guard visit.hasDoors else { return ("/plan", "Plan", Icon.star, .plan) }
    return (visit.isSignedIn ? "/account" : "/sign-in", "Me", Icon.person, .account)
  }

  private static func shortcuts(
    _ visit: Visit
  ) -> [(path: String, label: String, icon: HTML, section: Page.Section)] {
    [
      ("/", "Now", Icon.now, .home), ("/schedule", "Schedule", Icon.calendar, .schedule),
      ("/papers", "Papers", Icon.document, .papers),
      visit.audience == .visitor ? ("/help", "Help", Icon.help, .help) : ("/chat", "Chat", Icon.chat, .chat), me(visit),
    ]
  }

  private static func bar(_ page: Page, _ visit: Visit) -> HTML {
    """
    <nav class="bar" aria-label="Shortcuts"><ul>
    \(shortcuts(visit).map { "<li><a href=\"\(url: $0.path)\"\(current(page, $0.section))>\($0.icon)<span>\($0.label)\(HTML.when($0.section == .chat, " <span class=\"count\" data-unread-copy></span> <span class=\"sr\"></span>"))</span></a></li>" as HTML })
    </ul></nav>
    """
  }
}

extension Zone {
  /// "Lagos, UTC+1"; only "UTC" for UTC itself.
  func name(at instant: Instant) -> String {
    let offset = offsetText(at: instant)
    return city == offset ? offset : "\(city), \(offset)"
  }
}
