/// A stretch of time in which something is live; what the schedule and the calendars are made of.
public struct Session: Entry {
  public static let entryKind = EntryKind.session

  public enum Kind: String, Codable, CaseIterable, Sendable {
    case keynote, qa, poster, oral, workshop, tutorial, social, mentoring, plenary, expo, sponsor, other
  }

  public var id: String
  public var kind: Kind
  public var title: String
  public var start: Instant
  /// After `start`.
  public var end: Instant
  /// What it is a session of, where that has a page: a keynote, a workshop, a social.
  public var event: EventReference?
  /// The id of the sponsor whose booth it takes place at.
  public var sponsor: String?
  /// In Markdown.
  public var description: String?
  /// Where one joins: a room or an outside address.
  public var join: String?
  public var slots: [Slot]
  public var isCancelled: Bool

  public init(id: String, kind: Kind, title: String, start: Instant, end: Instant) {
    self.id = id
    self.kind = kind
    self.title = title
    self.start = start
    self.end = end
    slots = []
    isCancelled = false
  }
}

/// A paper's place in a session.
public struct Slot: Codable, Hashable, Sendable {
  public var paper: String
  /// Only where the paper has a part of the session to itself; otherwise the session's times count.
  public var start: Instant?
  public var end: Instant?
  public var join: String?

  public init(paper: String, start: Instant? = nil, end: Instant? = nil, join: String? = nil) {
    self.paper = paper
    self.start = start
    self.end = end
    self.join = join
  }
}
