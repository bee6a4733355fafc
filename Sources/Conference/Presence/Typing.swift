import Database
import Synchronization

/// In which channels people are writing just now: signs that last for seconds, in memory only, and told as a count.
public final class Typing: Sendable {
  /// In milliseconds: after so long without another sign somebody does not write any more.
  public static let lasting: Int64 = 6_000
  /// In milliseconds: of somebody's signs within so long only the first is looked at.
  static let pace: Int64 = 2_000

  private struct State {
    /// When each sign ends.
    var here: [String: [String: Instant]] = [:]
    /// How many write on other nodes, and until when that may be taken for true.
    var elsewhere: [String: Int] = [:]
    var elsewhereUntil = Instant(milliseconds: 0)
    /// When each account gave a sign last.
    var given: [String: Instant] = [:]
    /// What readers were told last.
    var told: [String: Int] = [:]
  }

  private let state = Mutex(State())

  public init() {}

  /// Whether a sign of somebody is worth looking at: not so soon after the last one.
  func takes(_ account: String, at now: Instant) -> Bool {
    state.withLock { state in
      if let last = state.given[account], abs(now.milliseconds - last.milliseconds) < Self.pace { return false }
      state.given[account] = now
      return true
    }
  }

  /// Notes that somebody writes in a channel, for a while.
  public func begin(_ account: String, in channel: String, at now: Instant) {
    let end = Instant(milliseconds: now.milliseconds + Self.lasting)
    state.withLock { $0.here[channel, default: [:]][account] = end }
  }

  /// Notes that somebody has sent what they wrote.
  public func end(_ account: String, in channel: String) {
    state.withLock { state in
      guard state.here[channel] != nil else { return }
      state.here[channel]?[account] = nil
    }
  }

  /// Forgets somebody at once, who must not write any more.
  public func forget(_ account: String) {
    state.withLock { state in
      state.given[account] = nil
      for channel in Array(state.here.keys) { state.here[channel]?[account] = nil }
    }
  }

  /// How many write in a channel, on this node and on others.
  public func count(in channel: String, at now: Instant) -> Int {
    state.withLock { Self.count(in: channel, $0, at: now) }
  }

  private static func count(in channel: String, _ state: State, at now: Instant) -> Int {
    let here = state.here[channel]?.values.count { $0 > now } ?? 0
    return here + (state.elsewhereUntil > now ? state.elsewhere[channel, default: 0] : 0)
  }

  /// How many write in the channels where that has changed since this was asked last.
  public func changes(at now: Instant) -> [String: Int] {
    state.withLock { state in
      Self.letGo(at: now, &state)
      var changes: [String: Int] = [:]
      for channel in Set(state.here.keys).union(state.elsewhere.keys).union(state.told.keys) {
        let count = Self.count(in: channel, state, at: now)
        if state.told[channel, default: 0] != count { changes[channel] = count }
        state.told[channel] = count == 0 ? nil : count
      }
      return changes
    }
  }

  private static func letGo(at now: Instant, _ state: inout State) {
    state.given = state.given.filter { abs(now.milliseconds - $0.value.milliseconds) < pace }
    for (channel, signs) in state.here {
      let kept = signs.filter { $0.value > now && $0.value.milliseconds <= now.milliseconds + lasting }
      state.here[channel] = kept.isEmpty ? nil : kept
    }
    if state.elsewhereUntil <= now { state.elsewhere = [:] }
  }

  /// How many write in each channel on this node.
  func here(at now: Instant) -> [String: Int] {
    state.withLock { state in
      state.here.mapValues { $0.values.count { $0 > now } }.filter { $0.value > 0 }
    }
  }

  /// Takes up how many write on other nodes.
  func learn(elsewhere: [String: Int], until end: Instant) {
    state.withLock { ($0.elsewhere, $0.elsewhereUntil) = (elsewhere, end) }
  }
}

extension Chat {
  /// Notes that somebody is writing a message; throws where they may not write. Nothing is stored, and a sign that comes too soon after
  /// the last one is passed over.
  public func noteTyping(in key: ChannelKey, by door: ChannelDoor, _ typing: Typing) async throws {
    let now = clock.now()
    guard let id = door.access.account?.id else { throw ConferenceError.unauthenticated }
    guard typing.takes(id, at: now) else { return }
    try await database.read { connection in
      let door = try door.renewed(connection)
      let account = try Self.writer(in: try door.channel(key, connection), door.access)
      try Self.checkOpen(key, account.id, door.access, at: now, connection)
    }
    typing.begin(id, in: key.description, at: now)
  }
}
