extension CalendarStamp {
  /// Compares what was published with what is to be published.
  ///
  /// A new uid begins at sequence 0. A changed start, end or cancellation makes the next revision, as do vanishing
  /// (which cancels) and coming back; another summary only moves `modified`. Of facts with the same uid the first
  /// counts.
  ///
  /// - Returns: the ledger to keep, and the stamps in it that are new or changed, sorted by uid.
  public static func advance(
    ledger: [String: CalendarStamp], current: [CalendarFact], now: Instant
  ) -> (ledger: [String: CalendarStamp], changed: [CalendarStamp]) {
    let facts = Dictionary(current.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    var next = ledger.mapValues { stamp in
      facts[stamp.uid].map { stamp.updated(with: $0, now: now) } ?? stamp.withdrawn(now: now)
    }
    for (uid, fact) in facts where next[uid] == nil { next[uid] = CalendarStamp(fact, modified: now) }
    let changed = next.values.filter { ledger[$0.uid] != $0 }
    return (next, changed.sorted { $0.uid < $1.uid })
  }
}
