/// What somebody may do: every right is a function here, and what no function allows is refused.
public struct Access: Sendable {
  /// Nil for who is not signed in.
  public let account: Account?
  /// Whether the account is in use and has accepted the code of conduct as it stands.
  public let isLetIn: Bool

  /// Whether somebody has to accept the code of conduct before anything else.
  public let mustAcceptConduct: Bool

  /// - Parameter conduct: the version of the code of conduct; nil where the conference has none.
  public init(_ account: Account?, conduct: String?) {
    self.account = account
    let isActive = account?.standing == .active
    mustAcceptConduct = isActive && conduct != nil && account?.conduct != conduct
    isLetIn = isActive && !mustAcceptConduct
  }

  public var audience: Audience {
    guard isLetIn, let account else { return .visitor }
    return [.organizer, .chair].contains(account.role) ? .organizer : .participant
  }

  /// People, settings, announcements, mail.
  public var mayOrganize: Bool { isLetIn && account?.role == .organizer }

  /// The program: papers, sessions, speakers.
  public var mayChangeProgram: Bool { has(.chair, .organizer) }

  /// What others wrote.
  public var mayModerate: Bool { has(.moderator, .chair, .organizer) }

  /// The help desk's queue.
  public var mayHelp: Bool { has(.volunteer, .moderator, .chair, .organizer) }

  /// Somebody's being here and what they may write: of those with a lesser role, for organizers of everybody but themselves.
  public func mayModerate(_ other: Account) -> Bool {
    guard mayModerate, let account, account.id != other.id else { return false }
    return account.role == .organizer || other.role.rank < account.role.rank
  }

  /// An author's own part of a paper: video, slides, poster, code, summary.
  public func mayEdit(_ paper: Paper) -> Bool { mayChangeProgram || isAuthor(of: paper) }

  /// By the address in the program, which is never shown.
  public func isAuthor(of paper: Paper) -> Bool {
    isLetIn && stands(among: paper.authors)
  }

  /// A host's own part of a keynote, workshop or social: its texts and where one joins.
  public func mayEdit(_ event: Event) -> Bool { mayChangeProgram || isHost(of: event) }

  /// Speakers, organizers or presenters, by the address in the program.
  public func isHost(of event: Event) -> Bool { isLetIn && stands(among: event.people) }

  /// A booth, by those who stand at it.
  public func mayEdit(_ sponsor: Sponsor) -> Bool { mayChangeProgram || isRepresentative(of: sponsor) }

  /// By the addresses of the people whom one meets at the booth.
  public func isRepresentative(of sponsor: Sponsor) -> Bool { isLetIn && stands(among: sponsor.contacts) }

  /// By the addresses of those who lead it.
  public func isChair(of session: Session) -> Bool { isLetIn && stands(among: session.chairs) }

  /// Whether a session is at somebody's own event or booth, or theirs to lead.
  public func isHost(of session: Session, event: Event?, sponsor: Sponsor?) -> Bool {
    let (ownEvent, ownBooth) = (
      event.map { isHost(of: $0) } ?? false, sponsor.map { isRepresentative(of: $0) } ?? false
    )
    return isChair(of: session) || (session.event != nil && session.event == event?.reference && ownEvent)
      || (session.sponsor != nil && session.sponsor == sponsor?.id && ownBooth)
  }

  private func stands(among people: [Person]) -> Bool {
    guard let email = account?.email else { return false }
    return people.contains { $0.email.map { email.isWritten($0) } ?? false }
  }

  /// Asks questions, and votes for those of others.
  public var mayAsk: Bool { isLetIn }

  /// Takes up, answers and sorts out the questions about something: its authors, speakers or organizers, those who lead a session
  /// of it, and moderators.
  ///
  /// - Parameter isGranted: whether an organizer said that the person is an author of it.
  public func mayHost(_ thing: QuestionedThing?, isGranted: Bool = false) -> Bool {
    guard isLetIn, let thing else { return false }
    if mayModerate || isGranted { return true }
    return stands(among: thing.people)
  }

  private func has(_ roles: Role...) -> Bool { isLetIn && account.map { roles.contains($0.role) } ?? false }

  /// Throws what keeps somebody out, if anything does.
  public func require(_ isAllowed: Bool, _ what: String) throws {
    guard !isAllowed else { return }
    throw account == nil ? ConferenceError.unauthenticated : .forbidden(what)
  }
}
