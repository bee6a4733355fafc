import Database

/// Counts that are still to be told: those of one topic together, and at most once a second.
struct LiveCounts {
  /// What is counted or noted in memory only, of which no event of the topic tells.
  enum Tally: Comparable, Hashable {
    case around, typing
    /// Something was written or changed in a channel.
    case heard(String)
    /// Which channels there are, or what they are called.
    case listed
  }

  /// What is to be told of one topic.
  struct Pending {
    /// The last event that told about each count.
    fileprivate(set) var events: [LiveHistory.Subject: Database.Event] = [:]
    fileprivate(set) var tallies: Set<Tally> = []
  }

  /// Between two times at which something of the same topic is told.
  static let pace = Duration.seconds(1)

  private var pending: [String: Pending] = [:]
  /// When topics were last told of, as far as that matters still.
  private var told: [String: ContinuousClock.Instant] = [:]

  mutating func add(_ event: Database.Event) {
    pending[event.topic, default: Pending()].events[LiveHistory.Subject(event)] = event
  }

  mutating func add(_ tally: Tally, of topic: String) { pending[topic, default: Pending()].tallies.insert(tally) }

  /// The first event that is still to be told.
  var oldest: Int64? { pending.values.flatMap { $0.events.values.map(\.id) }.min() }

  /// Topics that may be told of now.
  func due(at now: ContinuousClock.Instant) -> [String: Pending] {
    pending.filter { topic, _ in told[topic].map { $0 + Self.pace <= now } ?? true }
  }

  /// Takes the events that were read, and all tallies, of a topic from what is to be told; gives the tallies back.
  mutating func take(_ read: Pending, of topic: String) -> [Tally] {
    guard var left = pending[topic] else { return [] }
    let tallies = left.tallies.sorted()
    left.tallies = []
    left.events = left.events.filter { subject, event in read.events[subject]?.id != event.id }
    pending[topic] = left.events.isEmpty ? nil : left
    return tallies
  }

  /// Notes that a topic was told of, or could not be: either way its turn comes again in a second.
  mutating func rest(_ topic: String, since now: ContinuousClock.Instant) { told[topic] = now }

  /// How long it is until a topic may be told of again; at most a second.
  mutating func wait(at now: ContinuousClock.Instant) -> Duration {
    told = told.filter { _, last in last + Self.pace > now }
    return told.values.min().map { now.duration(to: $0 + Self.pace) } ?? Self.pace
  }
}
