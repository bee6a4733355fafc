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

  /// The role as a spreadsheet calls it; nil if it is none.
  public init?(written text: String) {
    switch text.lowercased().replacing(/[^a-z]/, with: "") {
    case "participant", "attendee", "student", "author", "regular": self = .participant
    case "volunteer": self = .volunteer
    case "moderator": self = .moderator
    case "chair", "programchair", "programmechair", "pc": self = .chair
    case "organizer", "organiser", "admin", "organizers": self = .organizer
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
