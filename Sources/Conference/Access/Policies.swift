/// What is open to whom; until organizers choose, everything is open to everybody.
public struct Policies: Choice {
  public static let name = "policies"
  public static let standard = Policies()

  public enum Openness: Hashable, Sendable {
    case everyone, participants
    /// Of participants until then.
    case everyoneFrom(Instant)

    /// Whether an audience may see what this is the policy of.
    public func isOpen(to audience: Audience, at now: Instant) -> Bool {
      if audience != .visitor { return true }
      return switch self {
      case .everyone: true
      case .participants: false
      case .everyoneFrom(let instant): now >= instant
      }
    }
  }

  /// When talks can be watched.
  public enum Release: String, Codable, CaseIterable, Sendable {
    case atOnce
    /// From two in the morning on their day in the zone where that begins first but two, UTC+12; before, only by their
    /// speakers or authors and by organizers.
    case onTheirDay
  }

  /// Sessions, keynotes, workshops and all other events, with their calendars.
  public var schedule = Openness.everyone
  public var papers = Openness.everyone
  public var sponsors = Openness.everyone
  /// Videos and slides.
  public var talks = Openness.everyone
  /// Where one joins what is live.
  public var rooms = Openness.everyone
  /// Questions to speakers, with their answers, of what somebody may see.
  public var questions = Openness.participants
  public var release = Release.atOnce

  public init() {}

  /// A conference that only participants come into, apart from its name, its questions and answers and its code of conduct.
  public static var closed: Policies {
    var policies = Policies()
    (policies.schedule, policies.papers, policies.sponsors) = (.participants, .participants, .participants)
    (policies.talks, policies.rooms) = (.participants, .participants)
    return policies
  }

  /// The next instant after `now` at which something opens by itself.
  func nextChange(after now: Instant) -> Instant? {
    [schedule, papers, sponsors, talks, rooms, questions].compactMap { openness in
      if case .everyoneFrom(let instant) = openness, instant > now { instant } else { nil }
    }.min()
  }
}

extension Policies {
  /// What was chosen before a kind of content had a policy leaves that at its standard.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let openness = { (key: CodingKeys, standard: Openness) in
      try container.decodeIfPresent(Openness.self, forKey: key) ?? standard
    }
    schedule = try openness(.schedule, schedule)
    papers = try openness(.papers, papers)
    sponsors = try openness(.sponsors, sponsors)
    talks = try openness(.talks, talks)
    rooms = try openness(.rooms, rooms)
    questions = try openness(.questions, questions)
    release = try container.decodeIfPresent(Release.self, forKey: .release) ?? .atOnce
  }
}

/// Everyone who sees the same.
public enum Audience: Int, CaseIterable, Comparable, Sendable {
  /// Not signed in, not let in yet, or without having accepted the code of conduct.
  case visitor
  case participant
  /// Organizers and program chairs, who see what is not released.
  case organizer

  public static func < (left: Audience, right: Audience) -> Bool { left.rawValue < right.rawValue }
}

extension Policies.Openness: Codable {
  /// "everyone", "participants", or the instant from which it is everyone's.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    switch text {
    case "everyone": self = .everyone
    case "participants": self = .participants
    default:
      guard let instant = Instant(iso8601: text) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "neither everyone, participants nor an instant"))
      }
      self = .everyoneFrom(instant)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .everyone: try container.encode("everyone")
    case .participants: try container.encode("participants")
    case .everyoneFrom(let instant): try container.encode(instant.iso8601)
    }
  }
}
