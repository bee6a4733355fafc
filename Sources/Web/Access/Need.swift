import Conference

/// What one needs for an address; every route says so where it is made, and the table of all is tested.
enum Need: Hashable, Sendable {
  /// Open to everybody, always.
  case anyone
  /// What leads in, also for those who have yet to accept the code of conduct.
  case door
  /// As open as the policy says.
  case schedule, papers, sponsors, questions
  /// Some sign-in, whether or not one was let in.
  case account
  /// To be let in: to have accepted the code of conduct, too.
  case participant
  /// To help at the desk.
  case helper
  case moderator, chair, organizer
  /// A token with a scope, or any token: nobody's cookie opens it.
  case token(TokenScope?)

  /// Throws what keeps somebody out.
  func check(_ access: Access, _ policies: Policies, at now: Instant) throws {
    switch self {
    case .anyone, .door: return
    case .schedule: try require(policies.schedule.isOpen(to: access.audience, at: now), access)
    case .papers: try require(policies.papers.isOpen(to: access.audience, at: now), access)
    case .sponsors: try require(policies.sponsors.isOpen(to: access.audience, at: now), access)
    case .questions: try require(policies.questions.isOpen(to: access.audience, at: now), access)
    case .account: try require(access.account != nil, access)
    case .participant: try require(access.isLetIn, access)
    case .helper: try require(access.mayHelp, access)
    case .moderator: try require(access.mayModerate, access)
    case .chair: try require(access.mayChangeProgram, access)
    case .organizer: try require(access.mayOrganize, access)
    case .token: throw ConferenceError.unauthenticated
    }
  }

  /// Whether somebody has the role that is needed.
  func isMet(by access: Access) -> Bool {
    switch self {
    case .helper: access.mayHelp
    case .moderator: access.mayModerate
    case .chair: access.mayChangeProgram
    case .organizer: access.mayOrganize
    case .participant: access.isLetIn
    case .account: access.account != nil
    case .anyone, .door, .schedule, .papers, .sponsors, .questions: true
    case .token: false
    }
  }

  private func require(_ isAllowed: Bool, _ access: Access) throws {
    let what = access.account?.standing == .waiting ? "An organizer has yet to let you in" : "This is not for your role"
    try access.require(isAllowed, what)
  }
}
