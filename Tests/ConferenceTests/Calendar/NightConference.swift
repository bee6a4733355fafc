import Conference

/// A small conference by hand: it crosses midnight, cancels, runs in parallel, and has the titles that break exports.
enum NightConference {
  static let hostile = "\u{0}<b>&\"']]>\u{B},; \\n \u{FFFE}\r\n$x_1 \\le 5\\%$ für “uns” 🤗\u{1F}"

  static var draft: Draft {
    var info = ConferenceInfo(id: "night-2026", name: "Night & Day", zone: "Africa/Lagos")
    info.start = Day(iso: "2026-04-27")
    info.end = Day(iso: "2026-04-29")
    info.accent = "#0B5C63"
    info.logo = "media/logo.svg"
    info.proceedings = "Proceedings of Night & Day"
    info.citationDate = "2026/04"
    var draft = Draft(conference: info)
    draft.papers = papers
    draft.events = [keynote]
    draft.sessions = sessions
    return draft
  }

  static func at(_ text: String) -> Instant {
    Instant(iso8601: text) ?? .earliest
  }

  static let papers = [
    Paper(id: "17", title: hostile, authors: [Person(name: "Ngozi Okonkwo"), Person(name: "Ana <& Co>")]),
    Paper(id: "x_9~a", title: "The $\\ell_1$ norm", authors: [Person(name: "José Núñez", affiliation: "UBA")]),
  ]

  static let keynote: Event = {
    var event = Event(kind: .keynote, name: "1", title: "A talk & more", people: [Person(name: "Aster Bekele")])
    event.summary = "What <we> learned"
    event.description = "Long\r\nstory"
    event.website = "https://example.org/a?b=1&c=\"2\""
    event.video = "https://video.example.org/secret"
    event.links = [
      Link(label: "Notes", url: "https://example.org/notes"), Link(label: "bad", url: "javascript:alert(1)"),
    ]
    return event
  }()

  static var sessions: [Session] {
    [
      session("k1", .keynote, "Opening", "2026-04-27T08:00:00Z", "2026-04-27T09:00:00Z") {
        $0.event = EventReference(kind: .keynote, name: "1")
        $0.join = "https://meet.example.org/private"
      },
      session("posters", .poster, hostile, "2026-04-27T10:00:00Z", "2026-04-27T12:00:00Z") {
        $0.slots = [
          Slot(paper: "17", start: at("2026-04-27T11:00:00Z"), join: "https://meet.example.org/private"),
          Slot(paper: "x_9~a"), Slot(paper: "unknown"),
        ]
      },
      session("s1", .social, "Dancing", "2026-04-27T22:00:00Z", "2026-04-28T00:30:00Z") { _ in },
      session("s2", .social, "More dancing", "2026-04-27T23:00:00Z", "2026-04-28T01:00:00Z") { _ in },
      session("S.1", .social, "Last dance", "2026-04-28T00:30:00Z", "2026-04-28T01:30:00Z") { _ in },
      session("qa", .qa, "Called off", "2026-04-28T08:00:00Z", "2026-04-28T08:30:00Z") { $0.isCancelled = true },
      session("o1", .oral, "One paper", "2026-04-28T23:59:00Z", "2026-05-04T00:00:00Z") {
        $0.slots = [Slot(paper: "x_9~a")]
      },
    ]
  }

  static func session(
    _ id: String, _ kind: Session.Kind, _ title: String, _ start: String, _ end: String,
    change: (inout Session) -> Void
  ) -> Session {
    var session = Session(id: id, kind: kind, title: title, start: at(start), end: at(end))
    change(&session)
    return session
  }
}
