import Conference

extension Event.Kind {
  /// As the list of them is headed.
  var plural: String { self == .plenary ? "Plenary sessions" : KindTag.name(self) + "s" }

  /// "1 workshop", "15 workshops"
  func counted(_ count: Int) -> String {
    count == 1 ? "1 \(KindTag.name(self).lowercased())" : "\(count) \(plural.lowercased())"
  }

  /// Where the navigation has them.
  var section: Page.Section {
    switch self {
    case .keynote, .plenary: .keynotes
    case .workshop, .tutorial: .workshops
    case .social: .socials
    case .expo: .sponsors
    }
  }

  /// Kinds that people look for in the same place, this one among them.
  var siblings: [Event.Kind] {
    switch self {
    case .keynote, .plenary: [.keynote, .plenary]
    case .workshop, .tutorial: [.workshop, .tutorial]
    case .social: [.social]
    case .expo: [.expo]
    }
  }

  /// What its people do in it.
  var peopleTitle: String {
    switch self {
    case .keynote, .plenary, .expo: "About the speakers"
    case .workshop, .social: "About the organizers"
    case .tutorial: "About the presenters"
    }
  }
}
