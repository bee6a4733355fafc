import Conference

/// The addresses of things: the one place that knows them.
enum Address {
  static func of(_ paper: Paper) -> String { "/papers/\(paper.id)" }
  static func of(_ session: Session) -> String { "/sessions/\(session.id)" }
  static func of(_ event: Event) -> String { "/\(event.kind.fileName)/\(event.name)" }
  static func of(_ sponsor: Sponsor) -> String { "/sponsors/\(sponsor.sharedBooth ?? sponsor.id)" }
  static func of(_ answer: Answer) -> String { "/help#\(answer.id)" }
  static func paper(_ id: String) -> String { "/papers/\(id)" }
  static func calendar(of paper: Paper) -> String { "/papers/\(paper.id).ics" }
  static func calendar(of session: Session) -> String { "/sessions/\(session.id).ics" }

  /// The page that tells most about a session: its event's or sponsor's, else its own.
  static func main(of session: Session, _ program: Program) -> String {
    if let event = session.event.flatMap({ program.event($0) }) { return of(event) }
    if let sponsor = session.sponsor.flatMap({ program.sponsor($0) }) { return of(sponsor) }
    return of(session)
  }

  /// A file or an address elsewhere as pages link it.
  static func link(_ reference: String) -> String { reference.hasPrefix("media/") ? "/" + reference : reference }
}
