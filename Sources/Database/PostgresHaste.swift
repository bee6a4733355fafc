import Synchronization

/// Whether the server answers statements so soon that a thread of the program may wait for them, as one nearby does.
///
/// Of statements beside which nothing else is under way one at a time is waited for, as nobody else needs the thread; a write for longer, which the disk takes. Beside others
/// only a read is, and only where the answer comes sooner than the loop's thread could hand it over; of writes it is better to have many with the server, which
/// lets them wait for the disk together.
final class PostgresHaste: Sendable {
  /// How a statement is waited for.
  enum Wait {
    case read, write, readBesideOthers

    /// Nanoseconds that a thread may be held up for: at most what a page takes.
    var patience: Int {
      switch self {
      case .read: 300_000
      case .write: 2_000_000
      case .readBesideOthers: 60_000
      }
    }
  }

  /// Nanoseconds during which a thread looks for a read's answer again and again, as to sleep and to be woken up can take
  /// longer than the read. A write waits for the disk, and its thread would only be in the way.
  private static let look = 25_000

  private let (reads, writes, readsBesideOthers) = (PostgresPause(), PostgresPause(), PostgresPause())
  /// Where the server has to share the thread's core, looking for its answer only holds it up.
  private let looking = PostgresPause()
  /// How many threads wait.
  private let waiting = Atomic(0)
  /// How many statements are waited for otherwise.
  private let underway = Atomic(0)

  /// How to wait, where that is to be tried; then `ends` has to be called.
  func begins(_ role: Postgres.Role) -> Wait? {
    let isAlone = waiting.add(1, ordering: .acquiring).oldValue == 0 && underway.load(ordering: .relaxed) == 0
    let wait: Wait? = role == .reading ? (isAlone ? .read : .readBesideOthers) : isAlone ? .write : nil
    if let wait, pause(wait).isOver() { return wait }
    ends()
    return nil
  }

  func ends() { waiting.subtract(1, ordering: .releasing) }

  func departs() { underway.add(1, ordering: .relaxed) }
  func arrives() { underway.subtract(1, ordering: .relaxed) }

  func succeeds(_ link: PostgresLink, _ wait: Wait) -> Bool {
    if wait == .read, looking.isOver() {
      let isThere = link.isAnswered(looking: Self.look)
      looking.note(success: isThere)
      if isThere { return true }
    }
    let isSoon = link.isAnswered(sleeping: wait.patience)
    pause(wait).note(success: isSoon)
    return isSoon
  }

  private func pause(_ wait: Wait) -> PostgresPause {
    switch wait {
    case .read: reads
    case .write: writes
    case .readBesideOthers: readsBesideOthers
    }
  }
}
