import Synchronization

/// Whether the server answers statements so soon that a thread of the program may wait for them, as one nearby does.
///
/// One thread at a time, and only while no other statement is under way: where there are many at once, it is better to have
/// all of them with the server.
final class PostgresHaste: Sendable {
  /// Nanoseconds that a thread may be held up for: less than a page takes.
  private static let patience = 300_000
  /// Nanoseconds during which a thread looks for a read's answer again and again, as to sleep and to be woken up can take
  /// longer than the read. A write waits for the disk, and its thread would only be in the way.
  private static let look = 25_000

  private let haste = PostgresPause()
  /// Where the server has to share the thread's core, looking for its answer only holds it up.
  private let looking = PostgresPause()
  private let isBusy = Atomic(false)
  /// How many statements are waited for otherwise.
  private let underway = Atomic(0)

  /// Whether to try; if so, `ends` has to be called.
  func begins() -> Bool {
    if underway.load(ordering: .relaxed) > 0 { return false }
    guard haste.isOver() else { return false }
    return isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
  }

  func ends() { isBusy.store(false, ordering: .releasing) }

  func departs() { underway.add(1, ordering: .relaxed) }
  func arrives() { underway.subtract(1, ordering: .relaxed) }

  func succeeds(_ link: PostgresLink, as role: Postgres.Role) -> Bool {
    if role == .reading, looking.isOver() {
      let isThere = link.isAnswered(looking: Self.look)
      looking.note(success: isThere)
      if isThere { return true }
    }
    let isSoon = link.isAnswered(sleeping: Self.patience)
    haste.note(success: isSoon)
    return isSoon
  }
}
