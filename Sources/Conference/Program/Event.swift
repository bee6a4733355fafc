/// Something in the program that has a page of its own besides its live sessions: a keynote, a workshop, a social.
public struct Event: Entry {
  public static let entryKind = EntryKind.event

  public enum Kind: String, Codable, CaseIterable, Sendable {
    case keynote, workshop, social, tutorial, plenary, expo
  }

  public var kind: Kind
  /// Unique among the events of its kind.
  public var name: String
  public var id: String { reference.id }
  public var reference: EventReference { EventReference(kind: kind, name: name) }
  public var title: String
  /// Speakers, organizers or presenters.
  public var people: [Person]
  /// One or two sentences for lists.
  public var summary: String?
  /// In Markdown.
  public var description: String?
  /// What participants should know beforehand, in Markdown.
  public var notice: String?
  public var website: String?
  /// Where one joins, for events whose sessions have no times of their own.
  public var join: String?
  public var image: String?
  public var video: String?
  /// The recording of its questions and answers.
  public var recording: String?
  public var slides: String?
  public var links: [Link]
  /// Its own schedule.
  public var agenda: [AgendaItem]
  /// What is presented in it without being a paper of the conference.
  public var talks: [Talk]

  public init(kind: Kind, name: String, title: String, people: [Person] = []) {
    self.kind = kind
    self.name = name
    self.title = title
    self.people = people
    links = []
    agenda = []
    talks = []
  }
}

/// Names an event: "keynote/1", "workshop/W3".
public struct EventReference: Codable, Hashable, Sendable {
  public var kind: Event.Kind
  public var name: String
  public var id: String { "\(kind.rawValue)/\(name)" }

  public init(kind: Event.Kind, name: String) {
    self.kind = kind
    self.name = name
  }

  /// Reads "workshop/W3"; nil where the kind is unknown or the name is missing.
  public init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/"), let kind = Event.Kind(rawValue: String(text[..<slash])) else {
      return nil
    }
    let name = String(text[text.index(after: slash)...])
    guard Slug.isAddress(name) else { return nil }
    self.init(kind: kind, name: name)
  }
}

/// A line of an event's own schedule.
public struct AgendaItem: Codable, Hashable, Sendable {
  public var title: String
  /// Names, as they are to be read.
  public var people: String?
  /// "Live discussion", "Break", ...
  public var kind: String?
  public var section: String?
  public var start: Instant?
  public var end: Instant?

  public init(
    title: String, people: String? = nil, kind: String? = nil, section: String? = nil, start: Instant? = nil,
    end: Instant? = nil
  ) {
    self.title = title
    self.people = people
    self.kind = kind
    self.section = section
    self.start = start
    self.end = end
  }
}

/// Something presented in an event: a workshop's paper, a report in a business meeting.
public struct Talk: Codable, Hashable, Sendable {
  public var title: String
  public var people: String?
  public var video: String?

  public init(title: String, people: String? = nil, video: String? = nil) {
    self.title = title
    self.people = people
    self.video = video
  }
}
