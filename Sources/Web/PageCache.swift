import Conference
import Synchronization

/// Finished pages by address and zone, as long as the edition and the minute are the same; the longest unused go first.
final class PageCache: Sendable {
  struct Key: Hashable {
    let address: String
    let zone: String
    let shuffle: Int
    /// What differs between those who are signed in and those who are not, and between audiences.
    var audience = Audience.visitor
    var isSignedIn = false
  }

  private struct Entry {
    let body: StoredBody
    let version: Int
    let minute: Int64
    var used: UInt64
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var size = 0
    var clock: UInt64 = 0
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: how many bytes of pages to keep.
  init(limit: Int) { self.limit = limit }

  func body(_ key: Key, version: Int, now: Instant) -> StoredBody? {
    state.withLock { state in
      guard let index = state.entries.index(forKey: key) else { return nil }
      let entry = state.entries.values[index]
      guard entry.version == version, entry.minute == Self.minute(now) else { return nil }
      state.clock += 1
      state.entries.values[index].used = state.clock
      return entry.body
    }
  }

  func store(_ body: StoredBody, _ key: Key, version: Int, now: Instant) {
    guard body.size < limit / 8 else { return }
    state.withLock { state in
      if let old = state.entries[key] { state.size -= old.body.size }
      state.clock += 1
      state.entries[key] = Entry(body: body, version: version, minute: Self.minute(now), used: state.clock)
      state.size += body.size
      if state.size > limit { Self.shrink(&state, to: limit / 2) }
    }
  }

  /// Half at once, so that the cost of finding the oldest is paid rarely.
  private static func shrink(_ state: inout State, to size: Int) {
    for (key, entry) in state.entries.sorted(by: { $0.value.used < $1.value.used }) {
      guard state.size > size else { return }
      state.entries[key] = nil
      state.size -= entry.body.size
    }
  }

  private static func minute(_ now: Instant) -> Int64 { now.milliseconds / 60_000 }
}
