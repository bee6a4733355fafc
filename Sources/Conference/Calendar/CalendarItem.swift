/// Something with a start and an end as a calendar program shows it.
public struct CalendarItem: Sendable, Hashable {
  /// Stays the same for ever, so that calendar programs replace the item instead of adding another.
  public var uid: String
  public var start: Instant
  public var end: Instant
  public var summary: String
  /// As plain text.
  public var description: String?
  public var location: String?
  public var url: String?
  public var categories: [String]
  /// How often the item was moved, cancelled or brought back.
  public var sequence: Int
  /// When the item last changed.
  public var modified: Instant
  public var isCancelled: Bool

  public init(
    uid: String, start: Instant, end: Instant, summary: String, description: String? = nil, location: String? = nil,
    url: String? = nil, categories: [String] = [], sequence: Int = 0, modified: Instant, isCancelled: Bool = false
  ) {
    self.uid = uid
    self.start = start
    self.end = end
    self.summary = summary
    self.description = description
    self.location = location
    self.url = url
    self.categories = categories
    self.sequence = sequence
    self.modified = modified
    self.isCancelled = isCancelled
  }

  /// The item that a stamp stands for, with its times, revision and status and nothing to describe it yet.
  public init(_ stamp: CalendarStamp) {
    self.init(
      uid: stamp.uid, start: stamp.start, end: stamp.end, summary: stamp.summary, sequence: stamp.sequence,
      modified: stamp.modified, isCancelled: stamp.isCancelled
    )
  }
}
