/// Those who lead sessions.
extension FolderReading {
  /// The names in the row of a session, each with an address behind it or without: "Ada Lovelace <ada@example.org>|Alan Turing";
  /// or a list of records.
  func namedChairs(_ record: Record) -> [Person] {
    let names = ["chairs", "chair", "session_chairs", "session_chair"]
    if let people = peopleOfTheirOwn(record, names) { return people }
    guard let node = record.node(any: names) else { return [] }
    return peopleNames(in: node).map { author($0, in: "chairs.csv", at: node.place) }
  }

  /// chairs: one row for each, which take the place of those whom the session's own row names.
  func readChairs() {
    var seen: Set<String> = []
    forEachRecord(of: "chairs") { record in
      let people = chairs(record)
      guard let name = record.text("session", "session_id", "UID") else {
        return lack(
          record, ["session", "session_id", "UID"], "this person has no session",
          "add a column “session” with the session's id")
      }
      guard let index = sessionIndex(name) else {
        return dangling("session", name, at: record.place("session", "session_id", "UID"))
      }
      if seen.insert(draft.sessions[index].id).inserted { draft.sessions[index].chairs = [] }
      draft.sessions[index].chairs += people
    }
  }

  /// The person of a row. COLT has a column for the session's name and one for the chair's, in which two may stand; what follows a
  /// comma may be where somebody works.
  private func chairs(_ record: Record) -> [Person] {
    guard let text = record.text("chair") else { return person(record).map { [$0] } ?? [] }
    let names = text.contains(",") ? [text] : Names.split(text)
    return names.map { author($0, in: "chairs.csv", at: record.place("chair")) }
  }
}
