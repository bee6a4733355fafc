/// What somebody is at the conference as a whole; being the author of a paper or the host of a session goes by the object.
public enum Role: String, Codable, CaseIterable, Sendable {
  case participant, volunteer, moderator, chair, organizer

  /// Who has a higher one may keep order among those with a lower one.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The word in lists and forms.
  public var name: String {
    switch self {
    case .participant: "Participant"
    case .volunteer: "Volunteer"
    case .moderator: "Moderator"
    case .chair: "Program chair"
    case .organizer: "Organizer"
    }
  }

  /// The role as a spreadsheet calls it, one or many; nil if it is none. What people do besides, such as speaking, reviewing or
  /// standing at a booth, goes by the program, so that they are participants. Who may change the program or everything is said by
  /// our own word or in full: "PC" mostly stands for the whole committee, and there are chairs and admins of many things.
  public init?(written text: String) {
    if let role = Role(rawValue: text) {
      self = role
      return
    }
    let letters = text.lowercased().replacing(/[^a-z]/, with: "")
    let word = letters.hasSuffix("s") ? String(letters.dropLast()) : letters
    switch word {
    case "participant", "attendee", "student", "author", "regular", "guest", "delegate", "speaker", "invitedspeaker",
      "keynotespeaker", "presenter", "panelist", "panellist", "reviewer", "areachair", "sessionchair", "sponsor",
      "exhibitor":
      self = .participant
    case "volunteer", "studentvolunteer", "staff", "helper": self = .volunteer
    case "moderator": self = .moderator
    case "programchair", "programmechair": self = .chair
    case "organizer", "organiser": self = .organizer
    default: return nil
    }
  }
}

/// Whether an account may be used.
public enum Standing: String, Codable, CaseIterable, Sendable {
  case active
  /// Registered, until an organizer has said yes.
  case waiting
  case banned
  /// No longer on the list of registrations.
  case removed
  /// Wanted to be forgotten; what others still see says "a former participant".
  case erased
}
