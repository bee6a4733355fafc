import Synchronization

/// Who has a channel open just now, of those who agreed to be seen: kept in memory, and nowhere for longer than it is true.
public final class Presence: Sendable {
  /// In milliseconds: so long somebody who has left still counts as here, since most only go from page to page.
  public static let lingering: Int64 = 45_000

  struct Place: Hashable, Sendable {
    let channel: String
    let account: String
  }

  /// What somebody has open of a channel, and since when that is nothing.
  private struct Stay {
    var pages = 0
    var left: Instant?
  }

  private struct State {
    var here: [String: [String: Stay]] = [:]
    var elsewhere: [String: Set<String>] = [:]
    /// What readers were told last.
    var told: [String: Int] = [:]
  }

  private let state = Mutex(State())

  public init() {}

  public func enter(_ account: String, _ channels: Set<String>) {
    state.withLock { state in
      for channel in channels {
        state.here[channel, default: [:]][account, default: Stay()].pages += 1
        state.here[channel]?[account]?.left = nil
      }
    }
  }

  public func leave(_ account: String, _ channels: Set<String>, at now: Instant) {
    state.withLock { state in
      for channel in channels {
        guard var stay = state.here[channel]?[account] else { continue }
        stay.pages -= 1
        if stay.pages <= 0 { stay.left = now }
        state.here[channel]?[account] = stay
      }
    }
  }

  /// Forgets somebody at once, who does not want to be seen any more or must not.
  public func forget(_ account: String) {
    state.withLock { state in
      for channel in Array(state.here.keys) { state.here[channel]?[account] = nil }
      for channel in Array(state.elsewhere.keys) { state.elsewhere[channel]?.remove(account) }
    }
  }

  /// The accounts that are in a channel, on this node and on others.
  public func people(in channel: String) -> Set<String> {
    state.withLock { Self.people(in: channel, $0) }
  }

  private static func people(in channel: String, _ state: State) -> Set<String> {
    state.elsewhere[channel, default: []].union(state.here[channel].map { $0.keys } ?? [:].keys)
  }

  /// How many are in the channels where that has changed since this was asked last.
  public func changes(at now: Instant) -> [String: Int] {
    state.withLock { state in
      Self.letGo(at: now, &state)
      var changes: [String: Int] = [:]
      for channel in Set(state.here.keys).union(state.elsewhere.keys).union(state.told.keys) {
        let count = Self.people(in: channel, state).count
        if state.told[channel, default: 0] != count { changes[channel] = count }
        state.told[channel] = count == 0 ? nil : count
      }
      return changes
    }
  }

  private static func letGo(at now: Instant, _ state: inout State) {
    for (channel, stays) in state.here {
      let kept = stays.filter { $0.value.left.map { now.milliseconds - $0.milliseconds < lingering } ?? true }
      state.here[channel] = kept.isEmpty ? nil : kept
    }
  }

  /// Everybody who is on this node, and in what channels.
  var here: Set<Place> {
    state.withLock { state in
      Set(state.here.flatMap { channel, stays in stays.keys.map { Place(channel: channel, account: $0) } })
    }
  }

  func learn(elsewhere: [String: Set<String>]) { state.withLock { $0.elsewhere = elsewhere } }
}
