import Synchronization

/// Whether the server answers statements so soon that a thread of the program may wait for them, as one nearby does.
///
/// One thread at a time: where many statements are on their way at once, it is better to have all of them with the server.
final class PostgresHaste: Sendable {
  /// Nanoseconds that a thread may be held up for: less than a page takes.
  private static let patience = 300_000
  /// As many statements at most are not waited for after several answers that came later.
  private static let longestPause = 256

  /// Doubles with every late answer.
  private let pause = Atomic(1)
  private let remaining = Atomic(0)
  private let isBusy = Atomic(false)

  /// Whether to try; if so, `ends` has to be called.
  func begins() -> Bool {
    if remaining.load(ordering: .relaxed) > 0, remaining.subtract(1, ordering: .relaxed).newValue > 0 { return false }
    return isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
  }

  func ends() { isBusy.store(false, ordering: .releasing) }

  func succeeds(_ isAnswered: (_ nanoseconds: Int) -> Bool) -> Bool {
    let isSoon = isAnswered(Self.patience)
    let last = pause.load(ordering: .relaxed)
    if !isSoon { remaining.store(last, ordering: .relaxed) }
    pause.store(isSoon ? 1 : min(2 * last, Self.longestPause), ordering: .relaxed)
    return isSoon
  }
}
