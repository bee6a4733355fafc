import Conference

/// Where the addresses of other portals lead here, so that links in texts, mails and printed programs go on working.
enum PortalAddress {
  /// Nil for what is no such address, or of a thing that is not here.
  static func target(of path: String, query: Query, _ program: Program) -> String? {
    guard path.hasPrefix("/"), path.hasSuffix(".html") else { return nil }
    let name = String(path.dropFirst().dropLast(".html".count))
    // "/papers.html?filter=authors&search=Ada"
    if name == "papers", let search = query["search"] { return "/papers?q=\(Query.encoded(search))" }
    return pages[name] ?? thing(name, program)
  }

  private static let pages = [
    "index": "/", "schedule": "/schedule", "calendar": "/schedule", "papers": "/papers", "paper_vis": "/papers",
    "speakers": "/keynotes", "keynotes": "/keynotes", "workshops": "/workshops", "tutorials": "/tutorials",
    "socials": "/socials", "plenary_sessions": "/plenary", "expos": "/expos", "sponsors": "/sponsors", "chat": "/chat",
    "about": "/help", "faq": "/help", "help": "/help", "organizers": "/committee", "committee": "/committee",
    "code_of_conduct": "/code-of-conduct",
  ]

  private static let events: [(prefix: String, kind: Event.Kind)] = [
    ("speaker_", .keynote), ("workshop_", .workshop), ("tutorial_", .tutorial), ("social_", .social),
    ("plenary_session_", .plenary), ("expo_", .expo),
  ]

  /// "paper_ID" and the like; what some portals call a poster is a paper, what others call so is a session.
  private static func thing(_ name: String, _ program: Program) -> String? {
    let paper = id(in: name, behind: ["paper_", "poster_"]).flatMap { program.paper($0) }
    if let paper { return Address.of(paper) }
    let session = id(in: name, behind: ["poster_", "session_"]).flatMap { program.session($0) }
    if let session { return Address.of(session) }
    let sponsor = id(in: name, behind: ["sponsor_"]).flatMap { program.sponsor($0) }
    if let sponsor { return Address.of(sponsor) }
    for (prefix, kind) in events {
      guard let own = Self.id(in: name, behind: [prefix]) else { continue }
      return program.event(EventReference(kind: kind, name: own)).map { Address.of($0) }
    }
    return nil
  }

  private static func id(in name: String, behind prefixes: [String]) -> String? {
    prefixes.first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) }
  }
}
