/// Somebody or some room that a session needs, and when.
struct Occupation: Sendable {
  let session: Session
  let start: Instant
  let end: Instant
  let subject: Clash.Subject
  /// What makes two mentions the same: an address, or a folded name with its affiliation; of a room its spelling for all.
  let key: String

  func overlaps(_ other: Occupation) -> Bool { start < other.end && other.start < end }
}

/// Knows rooms again, however their addresses are written: with http or https, in any case, with spaces around or within, with
/// a slash at the end or without.
enum RoomKey {
  static func key(_ room: String) -> String {
    var text = room.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      text = String(text.dropFirst(scheme.count))
      break
    }
    while text.hasSuffix("/") { text.removeLast() }
    return "room " + text
  }
}

/// Knows people again: by their address, else by name and affiliation.
struct PersonKeys: Sendable {
  private let emails: [String: Set<String>]

  init(_ program: Program) {
    var emails: [String: Set<String>] = [:]
    let people = program.papers.flatMap(\.authors) + program.events.flatMap(\.people)
    for person in people + program.sessions.flatMap(\.chairs) {
      if let email = person.email { emails[Self.name(person), default: []].insert(email.lowercased()) }
    }
    self.emails = emails
  }

  /// Where one of two mentions lacks the address, they are the same if nobody else has that name there.
  func key(_ person: Person) -> String {
    let name = Self.name(person)
    if let email = person.email { return email.lowercased() }
    guard let known = emails[name], known.count == 1, let email = known.first else { return name }
    return email
  }

  private static func name(_ person: Person) -> String {
    Catalog.authorKey(person.name) + "|" + Folding.words(of: person.affiliation ?? "").joined(separator: " ")
  }
}

extension Program {
  /// Everybody and every room that a session needs; nothing of one that is cancelled.
  func occupations(of session: Session, _ keys: PersonKeys) -> [Occupation] {
    guard !session.isCancelled else { return [] }
    let event = session.event.flatMap { self.event($0) }
    var found: [Occupation] = []
    func add(_ people: [Person], _ start: Instant, _ end: Instant) {
      found += people.map {
        Occupation(session: session, start: start, end: end, subject: .person($0.name), key: keys.key($0))
      }
    }
    func add(room: String?, _ start: Instant, _ end: Instant) {
      guard let room, !room.isEmpty else { return }
      found.append(Occupation(session: session, start: start, end: end, subject: .room(room), key: RoomKey.key(room)))
    }
    add((event?.people ?? []) + session.chairs, session.start, session.end)
    add(room: session.join ?? event?.join, session.start, session.end)
    for slot in session.slots {
      let (start, end) = (slot.start ?? session.start, slot.end ?? session.end)
      add(paper(slot.paper)?.authors ?? [], start, end)
      add(room: slot.join, start, end)
    }
    return found
  }
}
