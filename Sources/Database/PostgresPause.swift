import Synchronization

/// Gives up for a while what does not succeed, and for longer each time, but tries it again and again.
final class PostgresPause: Sendable {
  private static let longest = 256
  /// Doubles with every failure.
  private let length = Atomic(1)
  private let remaining = Atomic(0)

  /// Whether to try now; counts the pause down.
  func isOver() -> Bool {
    remaining.load(ordering: .relaxed) <= 0 || remaining.subtract(1, ordering: .relaxed).newValue <= 0
  }

  func note(success: Bool) {
    let last = length.load(ordering: .relaxed)
    if !success { remaining.store(last, ordering: .relaxed) }
    length.store(success ? 1 : min(2 * last, Self.longest), ordering: .relaxed)
  }
}
