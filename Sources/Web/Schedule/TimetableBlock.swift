import Conference

/// One place in the time grid: a session, or a bundle of several that would not fit side by side.
struct TimetableBlock {
  /// By start.
  var sessions: [Session]
  /// Quarters of an hour from midnight.
  var span: Range<Int>
  /// From 1, out of `lanes`.
  var lane = 1
  var lanes = 1
  /// How many lanes it takes: its own and those to the right that stay free as long as it lasts.
  var width = 1
  private(set) var start: Instant
  private(set) var end: Instant

  init(_ sessions: [Session], in day: DaySpan) {
    self.sessions = sessions
    start = sessions.map(\.start).min() ?? day.start
    end = sessions.map(\.end).max() ?? day.end
    let spans = sessions.map { day.quarters(of: $0) }
    span = (spans.map(\.lowerBound).min() ?? 0)..<(spans.map(\.upperBound).max() ?? 1)
  }

  var isBundle: Bool { sessions.count > 1 }
  var kind: Session.Kind? { sessions.sharedKind }
  var hasOneTime: Bool { sessions.allSatisfy { $0.start == start && $0.end == end } }

  /// Both in one, over the times of both.
  func merged(with other: TimetableBlock) -> TimetableBlock {
    var sum = self
    sum.sessions = (sessions + other.sessions).sorted { ($0.start, $0.end, $0.id) < ($1.start, $1.end, $1.id) }
    sum.start = min(start, other.start)
    sum.end = max(end, other.end)
    sum.span = min(span.lowerBound, other.span.lowerBound)..<max(span.upperBound, other.span.upperBound)
    return sum
  }
}
