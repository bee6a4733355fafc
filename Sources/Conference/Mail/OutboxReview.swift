import Database

/// Mails to many people that an organizer looks at together.
public struct OutboxBatch: Sendable, Equatable, Identifiable {
  public let id: String
  public let purpose: MailPurpose
  /// The subject of one of them.
  public let subject: String
  public let created: Instant
  /// When those that wait and were not tried yet go at the earliest; nil where there are none.
  public let next: Instant?
  public let counts: [OutboxEntry.State: Int]
}

extension Outbox {
  /// The newest batches first; those from before `created`, for the next page.
  public func batches(
    for reader: (any Doer)?, before created: Instant = .latest, limit: Int = 50
  ) async throws -> [OutboxBatch] {
    try await database.read { connection in
      try Right.readMail.check(reader, connection)
      let newest = try connection.query(
        """
        SELECT batch, MIN(purpose) AS purpose, MIN(subject) AS subject, MIN(created_at) AS created_at,
          MIN(CASE WHEN state IN ('waiting-for-review', 'waiting') AND attempts = 0 THEN next_at END) AS next_at FROM outbox
        WHERE batch IS NOT NULL GROUP BY batch HAVING MIN(created_at) < \(created.milliseconds)
        ORDER BY MIN(created_at) DESC, batch LIMIT \(limit)
        """)
      return try newest.map { row in
        let id: String = try row.value("batch")
        return OutboxBatch(
          id: id, purpose: try row.value("purpose"), subject: try row.value("subject"),
          created: Instant(milliseconds: try row.value("created_at")),
          next: try row.value("next_at", as: Int64?.self).map { Instant(milliseconds: $0) },
          counts: try Self.counts("WHERE batch = \(id)", in: connection))
      }
    }
  }

  /// Lets a reviewed batch go, what is for a later time at that; returns how many mails that are. A second approval does nothing.
  @discardableResult
  public func approve(batch: String, by doer: (any Doer)?) async throws -> Int {
    let now = clock.now()
    return try await database.write { connection in
      try Right.sendMail.check(doer, connection)
      let count = try connection.execute(
        """
        UPDATE outbox SET state = 'waiting',
          next_at = CASE WHEN next_at > \(now.milliseconds) THEN next_at ELSE \(now.milliseconds) END
        WHERE batch = \(batch) AND state = 'waiting-for-review'
        """)
      guard count > 0 else { return 0 }
      try Deed(by: doer, "mails approved", batch, ["mails": "\(count)"]).write(at: now, connection)
      tell(of: batch, in: connection)
      return count
    }
  }

  /// Drops what of a batch has not gone yet, also after its approval; returns how many mails that are.
  @discardableResult
  public func drop(batch: String, by doer: (any Doer)?) async throws -> Int {
    let now = clock.now()
    return try await database.write { connection in
      try Right.sendMail.check(doer, connection)
      let count = try connection.execute(
        """
        UPDATE outbox SET state = 'dropped', last_error = 'an organizer stopped it'
        WHERE batch = \(batch) AND state IN ('waiting-for-review', 'waiting')
        """)
      guard count > 0 else { return 0 }
      try Deed(by: doer, "mails dropped", batch, ["mails": "\(count)"]).write(at: now, connection)
      return count
    }
  }
}
