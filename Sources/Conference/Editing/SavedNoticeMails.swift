import Database

/// The mails of a change, found in the outbox by what their keys begin with.
extension SavedNotice {
  /// How many have left, or will.
  static let mailCount: SQL = "(SELECT COUNT(*) FROM outbox WHERE \(isOf("program_changes.id")) AND state <> 'dropped')"

  /// Drops those of a change that was taken back which have not left; says who was to get some and got none.
  static func drop(change: Int, _ connection: Connection) throws -> Set<String> {
    let number = String(change)
    let isOfChange = isOf("\(number)")
    try connection.execute(
      """
      UPDATE outbox SET state = 'dropped', last_error = 'the change was taken back'
      WHERE \(isOfChange) AND state IN ('waiting-for-review', 'waiting')
      """)
    var (unaware, aware): (Set<String>, Set<String>) = ([], [])
    try connection.forEach("SELECT only_once, state FROM outbox WHERE \(isOfChange)") { row in
      let (key, state): (String, OutboxEntry.State) = (try row.value(0), try row.value(1))
      guard let account = key.split(separator: " ").last.map(String.init) else { return }
      if state == .dropped { unaware.insert(account) } else { aware.insert(account) }
    }
    return unaware.subtracting(aware)
  }

  /// By an interval, for which there is an index, and exactly, as not every database has its letters in the order of their numbers.
  private static func isOf(_ change: SQL) -> SQL {
    """
    only_once >= 'program change ' || \(change) || ', news' AND only_once < 'program change ' || \(change) || ', newt'
    AND only_once LIKE 'program change ' || \(change) || ', news %'
    """
  }
}
