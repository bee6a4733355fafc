import Synchronization

/// Whether the server answers statements so soon that a thread of the program may wait for them, as one nearby does.
///
/// A statement that nothing else is under way beside may take a while, as nobody else needs the thread. Beside others only a read is waited for, and only where the
/// answer comes sooner than the loop's thread could hand it over; of writes it is better to have many with the server, which lets them wait for the disk together.
final class PostgresHaste: Sendable {
  /// Nanoseconds that a thread may be held up for: less than a page takes.
  private static let patience = 300_000
  /// The same beside others: about what handing over takes.
  private static let shortPatience = 60_000
  /// Nanoseconds during which a thread looks for a read's answer again and again, as to sleep and to be woken up can take
  /// longer than the read. A write waits for the disk, and its thread would only be in the way.
  private static let look = 25_000

  private let haste = PostgresPause()
  private let shortHaste = PostgresPause()
  /// Where the server has to share the thread's core, looking for its answer only holds it up.
  private let looking = PostgresPause()
  /// How many threads wait.
  private let waiting = Atomic(0)
  /// How many statements are waited for otherwise.
  private let underway = Atomic(0)

  /// Whether to try; if so, `ends` has to be called.
  func begins(_ role: Postgres.Role) -> Bool {
    let isAlone = waiting.add(1, ordering: .acquiring).oldValue == 0 && underway.load(ordering: .relaxed) == 0
    if isAlone ? haste.isOver() : role == .reading && shortHaste.isOver() { return true }
    ends()
    return false
  }

  func ends() { waiting.subtract(1, ordering: .releasing) }

  func departs() { underway.add(1, ordering: .relaxed) }
  func arrives() { underway.subtract(1, ordering: .relaxed) }

  func succeeds(_ link: PostgresLink, as role: Postgres.Role) -> Bool {
    if waiting.load(ordering: .relaxed) > 1 || underway.load(ordering: .relaxed) > 0 {
      let isSoon = link.isAnswered(sleeping: Self.shortPatience)
      shortHaste.note(success: isSoon)
      return isSoon
    }
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
