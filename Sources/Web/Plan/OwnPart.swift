import Conference

/// What somebody presents, hosts or leads: it is in their plan and in their calendar without a star.
struct OwnPart: Sendable {
  /// A session that is theirs.
  struct Duty: Sendable {
    let session: Session
    /// What they do in it: "You chair".
    let words: String
  }

  static let nothing = OwnPart(papers: [], duties: [])
  static let presented = "You present"

  let papers: [Paper]
  let duties: [Duty]
  var sessions: [Session] { duties.map(\.session) }

  private init(papers: [Paper], duties: [Duty]) { (self.papers, self.duties) = (papers, duties) }

  /// Theirs among the given ones; looking through a whole program takes its time.
  static func of(
    _ access: Access, in program: Program, among papers: [Paper], _ sessions: [Session], _ claims: PaperClaims
  ) async throws -> OwnPart {
    guard access.isLetIn, let account = access.account else { return .nothing }
    return OwnPart(
      papers: access.own(papers, try await claims.states(of: account.id)),
      duties: sessions.compactMap { session in
        words(of: access, in: session, program).map { Duty(session: session, words: $0) }
      })
  }

  static func of(_ access: Access, in program: Program, _ claims: PaperClaims) async throws -> OwnPart {
    try await of(access, in: program, among: program.papers, program.sessions, claims)
  }

  func presents(_ paper: Paper) -> Bool { papers.contains { $0.id == paper.id } }

  /// What they do in a session; nil where it is not theirs.
  func words(in session: Session) -> String? { duties.first { $0.session.id == session.id }?.words }

  /// Who speaks in a session that they lead as well is told that they speak.
  private static func words(of access: Access, in session: Session, _ program: Program) -> String? {
    let event = session.event.flatMap { program.event($0) }
    let sponsor = session.sponsor.flatMap { program.sponsor($0) }
    guard access.isHost(of: session, event: event, sponsor: sponsor) else { return nil }
    if let event, access.isHost(of: event) { return event.kind.ownWords }
    return access.isChair(of: session) ? "You chair" : "You host"
  }
}

extension Event.Kind {
  /// What one of its people does in it.
  fileprivate var ownWords: String {
    switch self {
    case .keynote, .plenary, .expo: "You speak"
    case .tutorial: OwnPart.presented
    case .workshop, .social: "You host"
    }
  }
}
