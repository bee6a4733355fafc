import Database

/// What a change does to one entry.
struct EntryStep: Hashable, Sendable {
  /// An entry at one side of a change.
  struct Side: Hashable, Sendable {
    var position: Int
    /// Nil where the change leaves it as it is.
    var body: String?
  }

  let name: EntryName
  let number: Int
  /// Nil where there was no such entry.
  let before: Side?
  let after: Side?

  init(_ name: EntryName, number: Int, before: Side?, after: Side?) {
    (self.name, self.number, self.before, self.after) = (name, number, before, after)
  }

  /// The step between two states of an entry; nil where they are the same.
  init?(from old: StoredEntry?, to new: StoredEntry?) {
    guard old?.row != new?.row, let some = new ?? old else { return nil }
    let isSameBody = old?.row.body == new?.row.body
    name = some.name
    number = some.number
    before = old.map { Side(position: $0.row.position, body: isSameBody ? nil : $0.row.body) }
    after = new.map { Side(position: $0.row.position, body: isSameBody ? nil : $0.row.body) }
  }

  /// Makes the database say what stands after the step.
  func apply(at now: Instant, _ connection: Connection) throws {
    let (kind, id, time) = (name.kind.rawValue, name.id, now.milliseconds)
    guard let after else {
      try connection.execute("DELETE FROM program_entries WHERE kind = \(kind) AND id = \(id)")
      return
    }
    guard let body = after.body else {
      try connection.execute(
        "UPDATE program_entries SET position = \(after.position) WHERE kind = \(kind) AND id = \(id)")
      return
    }
    try connection.execute(
      """
      INSERT INTO program_entries (kind, id, number, position, body, added_at, modified_at)
      VALUES (\(kind), \(id), \(number), \(after.position), \(body), \(time), \(time))
      ON CONFLICT (kind, id) DO UPDATE SET body = \(body), position = \(after.position), modified_at = \(time)
      """)
  }

  func write(change: Int, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO program_change_steps
        (change, kind, entry, number, before_position, before_body, after_position, after_body)
      VALUES (\(change), \(name.kind.rawValue), \(name.id), \(number), \(before?.position), \(before?.body),
        \(after?.position), \(after?.body))
      """)
  }

  init(_ row: Row) throws {
    let kind: String = try row.value("kind")
    guard let kind = EntryKind(rawValue: kind) else {
      throw ConferenceError.unavailable("the record of changes holds entries of the unknown kind “\(kind)”")
    }
    name = EntryName(kind: kind, id: try row.value("entry"))
    number = try row.value("number")
    let (old, new): (String?, String?) = (try row.value("before_body"), try row.value("after_body"))
    before = try row.value("before_position", as: Int?.self).map { Side(position: $0, body: old) }
    after = try row.value("after_position", as: Int?.self).map { Side(position: $0, body: new) }
  }

  /// Whether it says something that people see, rather than only where an entry stands.
  var isVisible: Bool { before?.body != after?.body || (before == nil) != (after == nil) }

  var difference: EntryDifference { EntryDifference(name, before: before?.body, after: after?.body) }
}
