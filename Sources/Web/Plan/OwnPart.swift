import Conference

/// What somebody presents, hosts or leads: it is in their plan without a star.
struct OwnPart: Sendable {
  static let nothing = OwnPart(papers: [], sessions: [])
  let papers: [Paper]
  let sessions: [Session]

  private init(papers: [Paper], sessions: [Session]) { (self.papers, self.sessions) = (papers, sessions) }

  /// Theirs among the given ones; looking through a whole program takes its time.
  static func of(_ personal: Personal, among papers: [Paper], _ sessions: [Session]) async throws -> OwnPart {
    let (access, program) = (personal.access, personal.visit.program)
    guard access.isLetIn else { return .nothing }
    let claims = try await personal.visit.site.claims.states(of: try personal.account.id)
    return OwnPart(
      papers: papers.filter { access.isAuthor(of: $0) || claims[$0.id] == .granted },
      sessions: sessions.filter { session in
        access.isHost(
          of: session, event: session.event.flatMap { program.event($0) },
          sponsor: session.sponsor.flatMap { program.sponsor($0) })
      })
  }

  static func of(_ personal: Personal) async throws -> OwnPart {
    let program = personal.visit.program
    return try await of(personal, among: program.papers, program.sessions)
  }

  func presents(_ paper: Paper) -> Bool { papers.contains { $0.id == paper.id } }
  func hosts(_ session: Session) -> Bool { sessions.contains { $0.id == session.id } }
}
