/// What kinds of sessions are called in the schedule, and the color that they have on the site.
extension Session.Kind {
  var scheduleType: String {
    switch self {
    case .qa: "Q&A"
    case .mentoring, .plenary, .other: scheduleRoom
    default: String(scheduleRoom.dropLast())
    }
  }

  /// What the room, or the rooms, of the kind are called.
  var scheduleRoom: String {
    switch self {
    case .keynote: "Keynotes"
    case .qa: "Q&A"
    case .poster: "Posters"
    case .oral: "Orals"
    case .workshop: "Workshops"
    case .tutorial: "Tutorials"
    case .social: "Socials"
    case .mentoring: "Mentoring"
    case .plenary: "Plenary"
    case .expo: "Expos"
    case .sponsor: "Sponsors"
    case .other: "Other"
    }
  }

  var scheduleColor: String {
    switch self {
    case .keynote, .plenary: "#6B3FA0"
    case .qa: "#B3261E"
    case .poster: "#0B5C63"
    case .oral: "#1D4F91"
    case .workshop, .tutorial: "#8A5A00"
    case .social: "#A23B72"
    case .mentoring: "#1E6B3A"
    case .expo, .sponsor, .other: "#5E564B"
    }
  }
}
