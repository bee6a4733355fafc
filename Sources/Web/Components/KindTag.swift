import Conference
import Markup

/// What kind of session something is, in a word, with a sign and a colour from the style sheet.
enum KindTag {
  static func html(_ kind: Session.Kind) -> HTML {
    "<span class=\"kind kind-\(style(kind))\">\(name(kind))</span>"
  }

  /// As a heading or a filter calls it.
  static func name(_ kind: Session.Kind) -> String {
    switch kind {
    case .keynote: "Keynote"
    case .qa: "Live Q&A"
    case .poster: "Poster session"
    case .oral: "Oral session"
    case .workshop: "Workshop"
    case .tutorial: "Tutorial"
    case .social: "Social"
    case .mentoring: "Mentoring"
    case .plenary: "Plenary"
    case .expo: "Expo"
    case .sponsor: "Sponsor"
    case .other: "Event"
    }
  }

  static func style(_ kind: Session.Kind) -> String { kind.rawValue }

  static func name(_ kind: Event.Kind) -> String {
    switch kind {
    case .keynote: "Keynote"
    case .workshop: "Workshop"
    case .social: "Social"
    case .tutorial: "Tutorial"
    case .plenary: "Plenary session"
    case .expo: "Expo"
    }
  }
}
