import Conference
import Database
import Logging

/// What is live on this node: the open streams, and the events that they are told.
final class Live: Sendable {
  let hub: LiveHub
  let history: LiveHistory
  /// Where streams are made ready, a few at a time: after a restart all pages ask for theirs at once.
  let entrance = Entrance(width: 32)
  /// Who is behind by more events than these loads the page again.
  private static let mostMissed = 2_000

  /// Knows the newest events, of which at most `limit`.
  init(_ database: Database, limit: Int = 10_000) async throws {
    (hub, history) = try await database.read { connection in
      let newest = try connection.newestEventId()
      let floor = try max(newest - Int64(limit), connection.oldestEventId() - 1)
      let events = try connection.events(after: floor, limit: limit)
      return (LiveHub(from: newest), LiveHistory(events, after: floor))
    }
  }

  /// Tells a reader all that it missed, and lets it in once it has missed nothing; false where it has to be let go.
  ///
  /// - Parameter closings: how often streams had been closed before the reader's rights were read.
  func serve(
    _ reader: LiveHub.Reader, after cursor: Int64, since closings: Int, of site: Site,
    _ write: ([UInt8]) async throws -> Void
  ) async throws -> Bool {
    hub.expect(reader)
    defer { hub.forget(reader) }
    guard try await isKnown(cursor, site) else {
      try await write(LiveText.reset)
      return false
    }
    var (known, isOpened) = (cursor, false)
    while !hub.isEnded {
      let published = hub.published
      // A balancer may have led a reader here from a node that knows more: it hears of the rest as soon as this one does.
      if known < published {
        guard let bytes = try await missed(after: known, reader.topics, site) else {
          try await write(LiveText.reset)
          return false
        }
        if !bytes.isEmpty { try await write(bytes) }
        known = published
      }
      // After what was missed, which may be remembered as it looked at its time.
      let bytes = try await isOpened ? [] : openings(reader.topics, at: known, site)
      if !bytes.isEmpty { try await write(bytes) }
      isOpened = true
      try await write(LiveText.cursor(known))
      switch hub.add(reader, having: published, after: closings) {
      case .isIn: return true
      case .shut: if !hub.isEnded { return false }
      case .behind: try Task.checkCancellation()
      }
    }
    try await write(LiveText.farewell())
    return false
  }

  /// What is told in any case.
  private func openings(_ topics: Set<String>, at id: Int64, _ site: Site) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for topic in topics.sorted() {
      guard let (feature, rest) = LiveFeatures.find(topic) else { continue }
      let updates = try await feature.opening(rest, site)
      if !updates.isEmpty { bytes += try LiveText.event(updates, topic: topic, id: id) }
    }
    return bytes
  }

  /// Whether there was such an event: not where the database was restored from a copy that is older than the page.
  private func isKnown(_ cursor: Int64, _ site: Site) async throws -> Bool {
    // A balancer may have led a reader here from a node that knows more.
    guard cursor > hub.published else { return true }
    return try await site.database.read { try $0.newestEventId() } >= cursor
  }

  /// What a reader has to be told after an event; nil where that is more than loading the page again.
  private func missed(after id: Int64, _ topics: Set<String>, _ site: Site) async throws -> [UInt8]? {
    guard let events = try await events(after: id, topics, site), events.count <= Self.mostMissed else { return nil }
    var bytes: [UInt8] = []
    for event in events {
      let updates = try await site.updates(for: event)
      if !updates.isEmpty { bytes += try LiveText.event(updates, topic: event.topic, id: event.id) }
    }
    return bytes
  }

  /// From memory, else from the database; nil where the log begins later.
  private func events(after id: Int64, _ topics: Set<String>, _ site: Site) async throws -> [Database.Event]? {
    if let events = history.events(after: id, of: topics) { return events }
    let events = try await site.database.read { connection -> [Database.Event]? in
      guard try connection.oldestEventId() <= id + 1 else { return nil }
      let most = Self.mostMissed * 10
      let events = try connection.events(after: id, limit: most, topics: topics.sorted())
      // There may be more of them.
      return events.count < most ? events : nil
    }
    return events.map { LiveHistory.newest($0) }
  }
}

extension Site {
  /// What an event looks like on pages now.
  func updates(for event: Database.Event) async throws -> [LiveUpdate] {
    if let known = live.history.updates(for: event) { return known }
    return try await freshUpdates(for: event)
  }

  /// The same, read again.
  func freshUpdates(for event: Database.Event) async throws -> [LiveUpdate] {
    guard let (feature, _) = LiveFeatures.find(event.topic) else { return [] }
    let renewals = live.history.renewals
    let updates = try await feature.updates(for: event, self)
    live.history.remember(updates, for: event, after: renewals)
    return updates
  }
}
