extension Database {
  /// What happened, as the log of events keeps it.
  public struct Event: Sendable, Equatable {
    /// Rises from event to event, not always by one: who has read one has read all with lower ids.
    public let id: Int64
    /// What readers choose by, such as the room.
    public let topic: String
    public let kind: String
    /// What it happened to, such as the id of a question.
    public let subject: String
    /// Milliseconds UTC.
    public let at: Int64
  }
}

/// An event that gets its id when its transaction is committed.
struct NewEvent: Sendable {
  let topic, kind, subject: String
  let at: Int64

  private var row: SQL { "(\(topic), \(kind), \(subject), \(at))" }

  /// Many in one statement, with ids in their order.
  static func insertions(_ events: [NewEvent]) -> [SQL] {
    stride(from: 0, to: events.count, by: 400).map { start in
      let rows = events[start..<min(start + 400, events.count)].map(\.row)
      return "INSERT INTO events (topic, kind, subject, at) VALUES \(rows: rows)"
    }
  }
}

extension Connection {
  /// Adds an event, at so many milliseconds UTC, to the log when the transaction is committed, as its last step; it is not
  /// there before, and never when the transaction, or the `attempt` around this, is undone.
  ///
  /// Ids become visible in their order. On PostgreSQL that takes a lock from drawing the id to the end of the commit, so
  /// writes with events are committed one after another (as a NOTIFY makes them be anyway).
  public func record(topic: String, kind: String, subject: String, at: Int64) {
    progress.events.append(NewEvent(topic: topic, kind: kind, subject: subject, at: at))
  }

  /// The events after the one with this id, from oldest to newest and at most `limit`; of these topics if they are given.
  public func events(after id: Int64, limit: Int, topics: [String]? = nil) throws -> [Database.Event] {
    let choice: SQL = topics.map { "AND topic IN \(list: $0)" } ?? ""
    return try query(
      "SELECT id, topic, kind, subject, at FROM events WHERE id > \(id) \(choice) ORDER BY id LIMIT \(limit)"
    ).map {
      Database.Event(
        id: try $0.value(0), topic: try $0.value(1), kind: try $0.value(2), subject: try $0.value(3),
        at: try $0.value(4)
      )
    }
  }

  /// The id of the newest event; 0 when there has been none.
  public func newestEventId() throws -> Int64 {
    try first("SELECT MAX(id) FROM events")?.value(0, as: Int64?.self) ?? 0
  }

  /// The id of the oldest event that is kept; who has read only up to a lower one, and not the one just before it, may
  /// have missed events. 0 when there has been none.
  public func oldestEventId() throws -> Int64 {
    try first("SELECT MIN(id) FROM events")?.value(0, as: Int64?.self) ?? 0
  }

  /// Deletes the events up to the last one of before this instant, in milliseconds UTC, but never the newest one; returns how many.
  ///
  /// Where the clock was set back, that may be some of later times, too: what is left has no gap, so that whoever reads on from an
  /// id that is gone is known to have missed something.
  @discardableResult
  public func pruneEvents(before instant: Int64) throws -> Int {
    try execute(
      """
      DELETE FROM events
      WHERE id <= (SELECT MAX(id) FROM events WHERE at < \(instant)) AND id < (SELECT MAX(id) FROM events)
      """)
  }
}

extension Database {
  /// The events after the one with this id, as `Connection.events` finds them.
  public func events(after id: Int64, limit: Int, topics: [String]? = nil) async throws -> [Event] {
    try await read { try $0.events(after: id, limit: limit, topics: topics) }
  }

  /// Yields at once and whenever there may be new events, until the reader stops or the database is closed.
  public func changes() -> AsyncStream<Void> { wakeUps.stream() }
}
