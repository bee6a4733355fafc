/// How many mails may leave, where a provider takes only so many a minute.
struct MailPace {
  private let perMinute: Int?
  private var ready: Double
  private var counted: Instant

  /// - Parameter perMinute: nil for as many as there are.
  init(perMinute: Int?, at now: Instant) {
    (self.perMinute, ready, counted) = (perMinute, 1, now)
  }

  /// How many may leave at once, and at most a tenth of a minute's.
  mutating func allowance(at now: Instant) -> Int {
    guard let perMinute else { return .max }
    let most = max(Double(perMinute) / 10, 1)
    ready = min(ready + Double(max(now - counted, 0)) * Double(perMinute) / 60_000, most)
    counted = now
    return max(Int(ready), 0)
  }

  /// What somebody waits for leaves in any case, and is counted like all.
  mutating func left(_ count: Int) { ready -= Double(count) }
}
