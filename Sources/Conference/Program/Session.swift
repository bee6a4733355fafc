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
  /// Who leads it, besides those who speak in it: they take up its questions.
  public var chairs: [Person]
  public var slots: [Slot]
  public var isCancelled: Bool

  public init(id: String, kind: Kind, title: String, start: Instant, end: Instant) {
    self.id = id
    self.kind = kind
    self.title = title
    self.start = start
    self.end = end
    (chairs, slots) = ([], [])
    isCancelled = false
  }
}

/// As it is stored: a session without chairs looks as all did before any had some, so that nothing seems changed.
extension Session {
  private enum Key: String, CodingKey {
    case id, kind, title, start, end, event, sponsor, description, join, chairs, slots, isCancelled
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try fields.decode(String.self, forKey: .id), kind: try fields.decode(Kind.self, forKey: .kind),
      title: try fields.decode(String.self, forKey: .title), start: try fields.decode(Instant.self, forKey: .start),
      end: try fields.decode(Instant.self, forKey: .end))
    event = try fields.decodeIfPresent(EventReference.self, forKey: .event)
    sponsor = try fields.decodeIfPresent(String.self, forKey: .sponsor)
    description = try fields.decodeIfPresent(String.self, forKey: .description)
    join = try fields.decodeIfPresent(String.self, forKey: .join)
    chairs = try fields.decodeIfPresent([Person].self, forKey: .chairs) ?? []
    slots = try fields.decode([Slot].self, forKey: .slots)
    isCancelled = try fields.decode(Bool.self, forKey: .isCancelled)
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(kind, forKey: .kind)
    try fields.encode(title, forKey: .title)
    try fields.encode(start, forKey: .start)
    try fields.encode(end, forKey: .end)
    try fields.encodeIfPresent(event, forKey: .event)
    try fields.encodeIfPresent(sponsor, forKey: .sponsor)
    try fields.encodeIfPresent(description, forKey: .description)
    try fields.encodeIfPresent(join, forKey: .join)
    if !chairs.isEmpty { try fields.encode(chairs, forKey: .chairs) }
    try fields.encode(slots, forKey: .slots)
    try fields.encode(isCancelled, forKey: .isCancelled)
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
