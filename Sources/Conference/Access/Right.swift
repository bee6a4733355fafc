import Database

/// What the domain asks for before it does something in somebody's name, or tells them what is not for everybody. It is asked
/// in the transaction that does it, so that a role counts as it is at that moment.
struct Right: Sendable {
  /// With any of these a token has it, if its maker has; none where no token may.
  let scopes: Set<TokenScope>
  /// What those are told who have it not.
  let refusal: String
  /// Whether somebody has it by their role.
  let isGiven: @Sendable (Access) -> Bool

  init(_ scopes: Set<TokenScope>, _ refusal: String, _ isGiven: @escaping @Sendable (Access) -> Bool) {
    (self.scopes, self.refusal, self.isGiven) = (scopes, refusal, isGiven)
  }

  /// One that organizers have, and what their tokens have with a scope.
  private init(_ scope: TokenScope, _ refusal: String) { self.init([scope], refusal) { $0.may(scope) } }

  /// Throws unless who does something has the right, as the database knows them now. The command line, which is nobody, has all.
  func check(_ doer: (any Doer)?, _ connection: Connection) throws {
    guard let doer else { return }
    if let held = doer.scopes {
      guard !held.isDisjoint(with: scopes) else {
        let names = scopes.map(\.rawValue).sorted().joined(separator: " or ")
        throw ConferenceError.forbidden(
          scopes.isEmpty ? "No token may do this" : "This token has not the scope \(names)")
      }
      // A token that the command line made has no maker whose role would count.
      guard doer.signature.account != nil else { return }
    }
    let access = try Access.stored(doer.signature.account, connection)
    try access.require(isGiven(access), refusal)
  }
}

extension Right {
  static let readPeople = Right(.peopleRead, "Only organizers see the list of people")
  static let keepPeople = Right(
    .peopleWrite, "Only organizers let people in, shut them out, erase them and correct what is known of them")
  static let importPeople = Right(.peopleImport, "Only organizers import people")
  static let giveRoles = Right(.rolesWrite, "Only organizers give roles")
  static let makeSignInCodes = Right(.signInWrite, "Only organizers make sign-in codes for others")
  static let readRecord = Right(.recordRead, "Only organizers read the record")

  static let readChanges = Right(.programRead, "Only program chairs and organizers see what was changed in the program")
  static let changeProgram = Right(.programWrite, "Only program chairs and organizers change the program")
  static let readClaims = Right(.programRead, "Only program chairs and organizers see who claims papers")
  static let decideClaims = Right(.programWrite, "Only program chairs and organizers decide on claims of papers")
  static let changeConference = Right(
    [.programWrite, .settingsWrite],
    "Only organizers change the conference's own days, zone and texts. Leave them as they are, or ask one"
  ) { $0.mayOrganize }

  static let readAnnouncements = Right(
    [.announcementsRead, .announcementsWrite], "Only organizers see announcements of the past and the future"
  ) { $0.mayOrganize }
  static let announce = Right(.announcementsWrite, "Only organizers announce something")
  static let readMail = Right([.mailRead, .mailWrite], "Only organizers see what mail goes out") { $0.mayOrganize }
  static let sendMail = Right(.mailWrite, "Only organizers send mail off and drop it")
  static func choose(by scope: TokenScope) -> Right { Right(scope, "Only organizers change settings") }
  static let planDesk = Right(.conductWrite, "Only organizers say to whom reports go")
  static let keepChannels = Right(.conversationWrite, "Only organizers make and change channels")
  static let planShifts = Right(.conversationWrite, "Only organizers make shifts and put others on them")
  static let countQuestions = Right(.conversationRead, "Only organizers see where questions are")
  static let nudgeAuthors = Right(.conversationWrite, "Only organizers nudge authors")

  /// The help desk: its queue, its answers, known problems, and one's own place on a shift.
  static let help = Right([], "Only those who help at the desk may do this") { $0.mayHelp }
  static let moderate = Right([], "Only moderators may do this") { $0.mayModerate }
  static let keepTokens = Right([], "Only organizers make, see and revoke tokens") { $0.mayOrganize }
}

extension Access {
  /// What an account may do as the database knows it now. Which text of the code of conduct it has accepted is asked at the
  /// door of the site, and is no matter of a program's.
  static func stored(_ account: String?, _ connection: Connection) throws -> Access {
    let account = try account.flatMap { try People.account($0, connection) }
    return Access(account, conduct: account?.conduct)
  }

  /// The same person as the database knows them now, for the transaction that does something in their name: what was looked up when
  /// a request began may have ended while the rest of it came in. Who was not let in then is not let in by this either.
  func renewed(_ connection: Connection) throws -> Access {
    guard isLetIn, let account else { return self }
    return try Access.stored(account.id, connection)
  }

  /// Throws unless an account may be here, for what everybody who is let in may do.
  static func requireLetIn(_ account: String, _ connection: Connection) throws {
    let access = try stored(account, connection)
    try access.require(access.isLetIn, "This is for participants")
  }
}
