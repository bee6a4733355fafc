import Conference
import Synchronization

/// How many requests each token may make in a minute on this node: kept in memory, so that reading writes nothing.
final class APIPace: Sendable {
  private struct Window {
    var begun: Instant
    var used = 0
  }

  private let windows = Mutex<[String: Window]>([:])
  static let seconds = 60

  /// Uses one up; nil where there was one left, else the seconds after which there will be.
  func wait(_ name: String, limit: Int, at now: Instant) -> Int? {
    windows.withLock { windows in
      // Whoever comes from ever other addresses must not fill the memory.
      if windows.count > 10_000 { windows = windows.filter { now - $0.value.begun < Int64(Self.seconds) * 1_000 } }
      if windows.count > 10_000 { windows.removeAll() }
      var window = windows[name] ?? Window(begun: now)
      if now - window.begun >= Int64(Self.seconds) * 1_000 || now < window.begun { window = Window(begun: now) }
      window.used += 1
      windows[name] = window
      guard window.used > limit else { return nil }
      return max(1, Self.seconds - Int((now - window.begun) / 1_000))
    }
  }
}
