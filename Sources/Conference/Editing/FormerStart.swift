import Database
import Foundation

/// When sessions began before they were moved, by the record of changes.
enum FormerStart {
  /// For how long a move is news, in minutes.
  static let news = 7 * 24 * 60

  /// What a stored session says of it.
  private struct Beginning: Decodable {
    let start: Instant
  }

  /// Of each session that something was changed about in the week before the last change, when it began before the first of these
  /// changes. One whose record cannot be read has none. Sessions of another conference that was here before may have had the same ids:
  /// what brought this one, and what was before, does not count.
  static func all(before last: Instant, _ connection: Connection) throws -> [String: Instant] {
    let since = last.adding(minutes: -news).milliseconds
    let rows = try connection.query(
      """
      SELECT steps.entry AS entry, steps.before_body AS before_body FROM program_change_steps steps
      JOIN (SELECT entry, MIN(change) AS change FROM program_change_steps
        WHERE kind = 'session' AND before_body IS NOT NULL
          AND change IN (SELECT id FROM program_changes WHERE at > \(since))
          AND change > (SELECT COALESCE(MAX(change), 0) FROM program_change_steps WHERE kind = 'conference' AND before_position IS NULL)
        GROUP BY entry) oldest ON oldest.entry = steps.entry AND oldest.change = steps.change
      WHERE steps.kind = 'session'
      """)
    var starts: [String: Instant] = [:]
    for row in rows {
      let (session, body): (String, String) = (try row.value("entry"), try row.value("before_body"))
      let beginning = try? JSONDecoder().decode(Beginning.self, from: Data(body.utf8))
      starts[session] = beginning?.start
    }
    return starts
  }
}

extension Program {
  /// When a session that was moved would have begun, for a week after calendars were told; nil of one that is over or cancelled.
  public func formerStart(of session: Session, at now: Instant) -> Instant? {
    guard let former = formerStarts[session.id], former != session.start, !session.isCancelled, session.end > now,
      let conference, let told = stamps[CalendarUID.of(session: session.id, conference: conference.id)],
      now < told.modified.adding(minutes: FormerStart.news)
    else { return nil }
    return former
  }
}
