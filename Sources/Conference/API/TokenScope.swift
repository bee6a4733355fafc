/// A right that a token may have; every address of the API asks for one.
public enum TokenScope: String, CaseIterable, Codable, Hashable, Sendable {
  case peopleRead = "people:read"
  case peopleWrite = "people:write"
  case peopleImport = "people:import"
  case rolesWrite = "roles:write"
  case signInWrite = "sign-in:write"
  case programRead = "program:read"
  case programWrite = "program:write"
  case announcementsRead = "announcements:read"
  case announcementsWrite = "announcements:write"
  case mailRead = "mail:read"
  case mailWrite = "mail:write"
  case settingsRead = "settings:read"
  case settingsWrite = "settings:write"
  case conductWrite = "conduct:write"
  case recordRead = "record:read"
  case conversationRead = "conversation:read"
  case conversationWrite = "conversation:write"

  /// What one can do with it, as a form says it.
  public var purpose: String {
    switch self {
    case .peopleRead: "look people up, with their addresses"
    case .peopleWrite: "add, correct and erase people, let them in, shut them out, sign them out"
    case .peopleImport: "import lists of people, with their roles and addresses"
    case .rolesWrite: "give roles, and change the addresses of organizers and others with a role"
    case .signInWrite: "make codes with which to sign in as anybody, and change the addresses of who has signed in"
    case .programRead: "read the whole program, with what is not public yet, and its changes"
    case .programWrite: "change, import and undo the program, and decide on claims"
    case .announcementsRead: "read announcements, also of the past and the future"
    case .announcementsWrite: "announce, change and withdraw announcements"
    case .mailRead: "read what mail goes out"
    case .mailWrite: "send off, send again and drop mail"
    case .settingsRead: "read who sees what, who may register, and the appearance"
    case .settingsWrite: "change who sees what, who may register, and the appearance"
    case .conductWrite: "say to whom reports of the code of conduct go, also outside of the conference"
    case .recordRead: "read the record of who did what"
    case .conversationRead: "read what channels and shifts of the help desk there are, and how many questions are open"
    case .conversationWrite: "make and change channels and shifts of the help desk, and nudge authors to answer"
    }
  }

  /// Why it is given with care: whoever has it can take over the conference, or get to read what people trust the conduct desk with.
  public var warning: String? {
    switch self {
    case .peopleImport, .rolesWrite, .signInWrite: "as good as being an organizer"
    case .conductWrite: "whoever has it gets to read reports"
    default: nil
    }
  }
}

extension Access {
  /// Whether somebody may do what a scope names, and so their tokens: never more than they may themselves.
  public func may(_ scope: TokenScope) -> Bool {
    switch scope {
    case .programRead, .programWrite: mayChangeProgram
    case .peopleRead, .peopleWrite, .peopleImport, .rolesWrite, .signInWrite, .announcementsRead, .announcementsWrite,
      .mailRead, .mailWrite, .settingsRead, .settingsWrite, .conductWrite, .recordRead, .conversationRead,
      .conversationWrite:
      mayOrganize
    }
  }
}
