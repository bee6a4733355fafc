import Glibc

/// Says what time it is; a rehearsal or a test is the same program with another clock.
public struct Clock: Sendable {
  public let now: @Sendable () -> Instant

  public init(now: @escaping @Sendable () -> Instant) {
    self.now = now
  }

  /// The machine's clock.
  public static let system = Clock { Instant(milliseconds: read(CLOCK_REALTIME)) }

  /// Begins at the instant and runs on at the usual pace, untouched by corrections of the machine's clock.
  public static func starting(at start: Instant) -> Clock {
    let origin = read(CLOCK_MONOTONIC)
    return Clock { Instant(milliseconds: start.milliseconds + read(CLOCK_MONOTONIC) - origin) }
  }

  /// Stands still.
  public static func fixed(_ instant: Instant) -> Clock {
    Clock { instant }
  }

  private static func read(_ source: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(source, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
