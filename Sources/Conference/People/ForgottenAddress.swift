import Database
import Foundation

/// An address that the program and the record of its changes are to hold no more; the names of authors and speakers stay, as they
/// are published.
struct ForgottenAddress {
  let email: EmailAddress
  private let pattern: String

  init(_ email: EmailAddress) {
    self.email = email
    pattern = "%" + email.text.escapedForLike + "%"
  }

  func forget(now: Instant, _ connection: Connection) throws {
    var isShown = false
    for row in try connection.query("SELECT kind, id, body FROM program_entries WHERE \(names("body"))") {
      let (kind, id): (String, String) = (try row.value("kind"), try row.value("id"))
      let body = try without(try row.value("body"), kind)
      isShown =
        try connection.execute("UPDATE program_entries SET body = \(body) WHERE kind = \(kind) AND id = \(id)") > 0
    }
    if isShown { try ProgramStore.afterChange(now: now, connection) }
    for row in try connection.query("SELECT kind, entry, body FROM program_originals WHERE \(names("body"))") {
      let (kind, id): (String, String) = (try row.value("kind"), try row.value("entry"))
      let body = try without(try row.value("body"), kind)
      try connection.execute("UPDATE program_originals SET body = \(body) WHERE kind = \(kind) AND entry = \(id)")
    }
    try forgetSteps(connection)
    try forgetDeeds(connection)
  }

  private func forgetDeeds(_ connection: Connection) throws {
    // As it stands in JSON, where a slash is escaped.
    let written = "%" + email.text.replacing("/", with: "\\/").escapedForLike + "%"
    let rows = try connection.query(
      """
      SELECT id, account, token, action, subject, detail FROM deeds WHERE LOWER(detail) LIKE \(written) ESCAPE '!'
      """)
    for row in rows {
      guard try Deed(row).detail.values.contains(where: isNamed(in:)) else { continue }
      let id: String = try row.value("id")
      try connection.execute("UPDATE deeds SET detail = NULL WHERE id = \(id)")
    }
  }

  private func isNamed(in text: String) -> Bool { withoutAddress(text) != text }

  /// A text with a sign in place of the address, but not of another one of which it is a part: ann@example.org is not
  /// joann@example.org.
  private func withoutAddress(_ text: String) -> String {
    var (kept, rest) = ("", text[...])
    while let range = rest.range(of: email.text, options: .caseInsensitive) {
      let isPart = Self.goesOn(text[..<range.lowerBound].reversed()) || Self.goesOn(text[range.upperBound...])
      kept.append(contentsOf: rest[..<range.lowerBound])
      kept.append(isPart ? String(rest[range]) : "…")
      rest = rest[range.upperBound...]
    }
    return kept + String(rest)
  }

  /// Whether a word goes on in what stands beside an address.
  private static func goesOn(_ rest: some Sequence<Character>) -> Bool {
    rest.first { !".-_+".contains($0) }.map { $0.isLetter || $0.isNumber } ?? false
  }

  private func forgetSteps(_ connection: Connection) throws {
    let steps = try connection.query(
      """
      SELECT change, kind, entry, before_body, after_body FROM program_change_steps
      WHERE \(names("before_body")) OR \(names("after_body"))
      """)
    for row in steps {
      let (change, kind, id): (Int, String, String) = (
        try row.value("change"), try row.value("kind"), try row.value("entry")
      )
      let before = try row.value("before_body", as: String?.self).map { try without($0, kind) }
      let after = try row.value("after_body", as: String?.self).map { try without($0, kind) }
      try connection.execute(
        """
        UPDATE program_change_steps SET before_body = \(before), after_body = \(after)
        WHERE change = \(change) AND kind = \(kind) AND entry = \(id)
        """)
    }
  }

  private func names(_ column: SQL) -> SQL { "LOWER(\(column)) LIKE \(pattern) ESCAPE '!'" }

  /// The entry's body as it is stored, with nobody at the address.
  private func without(_ body: String, _ kind: String) throws -> String {
    guard let kind = EntryKind(rawValue: kind) else { return body }
    return try kind.type.body(.map(JSONValue.fields(body).mapValues(without)))
  }

  private func without(_ value: JSONValue) -> JSONValue {
    switch value {
    case .list(let items): return .list(items.map(without))
    case .map(var fields):
      if case .text(let text)? = fields["email"], EmailAddress(text) == email { fields["email"] = nil }
      return .map(fields.mapValues(without))
    case .text(let text): return EmailAddress(text) == email ? .text("") : value
    case .null, .bool, .integer, .number: return value
    }
  }
}

extension ForgottenAddress {
  /// Takes it out of what its owner wrote to others, and of what reports hold of that; their other words stay.
  func forget(inWordsOf account: Account, at now: Instant, _ connection: Connection) throws {
    for (id, text) in try texts("body", in: "messages", of: "author", account, connection) {
      try connection.execute("UPDATE messages SET body = \(text), words = \(Folding.folded(text)) WHERE id = \(id)")
      try Chat.tell(id, in: try Chat.found(id, connection).channel, at: now, connection)
    }
    let asked: [(SQL, SQL)] = [("body", "author"), ("answer", "answered_by")]
    for (column, owner) in asked {
      for (id, text) in try texts(column, in: "questions", of: owner, account, connection) {
        try connection.execute("UPDATE questions SET \(column) = \(text) WHERE id = \(id)")
        guard let question = try Questions.question(id, connection) else { continue }
        try Questions.tell(id, question.subject, at: now, connection)
      }
    }
    let reported: [(SQL, SQL)] = [("copy", "person"), ("words", "account")]
    for (column, owner) in reported {
      for (id, text) in try texts(column, in: "conduct_cases", of: owner, account, connection) {
        try connection.execute("UPDATE conduct_cases SET \(column) = \(text) WHERE id = \(id)")
      }
    }
  }

  /// What somebody's texts that name it become.
  private func texts(_ column: SQL, in table: SQL, of owner: SQL, _ account: Account, _ connection: Connection) throws
    -> [(id: String, text: String)]
  {
    try connection.query(
      "SELECT id, \(column) FROM \(table) WHERE \(owner) = \(account.id) AND \(names(column))"
    ).map { row in (id: try row.value(0), text: withoutAddress(try row.value(1))) }
  }
}
