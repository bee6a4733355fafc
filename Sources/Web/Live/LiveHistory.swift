import Database
import Synchronization

/// The newest events in memory, and what they look like on pages, so that whoever comes back is told what was missed without asking the database.
final class LiveHistory: Sendable {
  /// What one event told about.
  struct Subject: Hashable {
    let topic, kind, subject: String

    init(_ event: Database.Event) { (topic, kind, subject) = (event.topic, event.kind, event.subject) }
  }

  private struct State {
    var events: [Database.Event]
    /// Events with lower ids, and this one, are not here.
    var floor: Int64
    var updates: [Subject: (id: Int64, updates: [LiveUpdate])] = [:]
    /// How often it was forgotten what events look like.
    var renewals = 0
  }

  private let limit: Int
  private let state: Mutex<State>

  /// - Parameters:
  ///   - floor: the id of the last event before `events`.
  ///   - limit: how many are kept.
  init(_ events: [Database.Event], after floor: Int64, limit: Int = 20_000) {
    state = Mutex(State(events: events, floor: floor))
    self.limit = limit
  }

  func append(_ event: Database.Event, _ updates: [LiveUpdate]?) {
    state.withLock { state in
      state.events.append(event)
      if let updates { state.updates[Subject(event)] = (event.id, updates) }
      if state.events.count > limit { Self.shrink(&state, to: limit * 3 / 4) }
    }
  }

  private static func shrink(_ state: inout State, to count: Int) {
    let gone = state.events.count - count
    state.floor = state.events[gone - 1].id
    state.events.removeFirst(gone)
    let floor = state.floor
    state.updates = state.updates.filter { $0.value.id > floor }
  }

  /// Forgets all, as events up to this one were missed.
  func forget(upTo floor: Int64) {
    state.withLock { $0 = State(events: [], floor: floor, renewals: $0.renewals + 1) }
  }

  /// Forgets what events look like, but not that they were: people whose names stand in it have other ones now, or none.
  func forgetUpdates() {
    state.withLock { state in
      state.updates = [:]
      state.renewals += 1
    }
  }

  /// How often that was; to be asked before what an event looks like is read.
  var renewals: Int { state.withLock { $0.renewals } }

  /// The events of some topics after one, the last for each subject, from oldest to newest; nil where older ones are missing.
  func events(after id: Int64, of topics: Set<String>) -> [Database.Event]? {
    state.withLock { state in
      guard id >= state.floor else { return nil }
      return Self.newest(state.events[Self.index(after: id, state.events)...].filter { topics.contains($0.topic) })
    }
  }

  /// Of several events that told about the same, the last one.
  static func newest(_ events: some Sequence<Database.Event>) -> [Database.Event] {
    var newest: [Subject: Database.Event] = [:]
    for event in events { newest[Subject(event)] = event }
    return newest.values.sorted { $0.id < $1.id }
  }

  /// What an event looks like on pages, where it is the last that told about its subject.
  func updates(for event: Database.Event) -> [LiveUpdate]? {
    state.withLock { state in
      guard let known = state.updates[Subject(event)], known.id == event.id else { return nil }
      return known.updates
    }
  }

  /// Keeps what was read after so many renewals, unless there was another one meanwhile.
  func remember(_ updates: [LiveUpdate], for event: Database.Event, after renewals: Int) {
    state.withLock { state in
      guard renewals == state.renewals, event.id > state.floor,
        state.updates[Subject(event)].map({ $0.id <= event.id }) ?? true
      else { return }
      state.updates[Subject(event)] = (event.id, updates)
    }
  }

  private static func index(after id: Int64, _ events: [Database.Event]) -> Int {
    var (low, high) = (0, events.count)
    while low < high {
      let middle = (low + high) / 2
      if events[middle].id <= id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
