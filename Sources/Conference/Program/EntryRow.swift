import Foundation

/// An entry as it is stored: what it is called, where it stands, and its fields as JSON with sorted keys.
struct EntryRow: Hashable, Sendable {
  var kind: EntryKind
  var id: String
  var position: Int
  var body: String

  init(kind: EntryKind, id: String, position: Int, body: String) {
    self.kind = kind
    self.id = id
    self.position = position
    self.body = body
  }

  init(_ entry: some Entry, at position: Int) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self.init(
      kind: type(of: entry).entryKind, id: entry.id, position: position,
      body: String(decoding: try encoder.encode(entry), as: UTF8.self))
  }

  func decoded<E: Entry>(as type: E.Type) throws -> E {
    do {
      return try JSONDecoder().decode(type, from: Data(body.utf8))
    } catch {
      throw ConferenceError.unavailable("the stored \(kind.rawValue) “\(id)” cannot be read: \(error)")
    }
  }
}

extension Draft {
  /// Every entry as a row, in the order in which they stand.
  func rows() throws -> [EntryRow] {
    func rows<E: Entry>(_ entries: [E]) throws -> [EntryRow] {
      try entries.enumerated().map { try EntryRow($1, at: $0) }
    }
    return try rows([conference]) + rows(papers) + rows(sessions) + rows(events) + rows(sponsors) + rows(answers)
      + rows(members)
      + rows(themes)
  }

  /// The draft whose rows these are; nil where there is no conference among them.
  init?(rows: [EntryRow]) throws {
    let byKind = Dictionary(grouping: rows, by: \.kind)
    func entries<E: Entry>(_ type: E.Type) throws -> [E] {
      try (byKind[E.entryKind] ?? []).sorted { $0.position < $1.position }.map { try $0.decoded(as: type) }
    }
    guard let conference = try entries(ConferenceInfo.self).first else { return nil }
    self.init(conference: conference)
    papers = try entries(Paper.self)
    sessions = try entries(Session.self)
    events = try entries(Event.self)
    sponsors = try entries(Sponsor.self)
    answers = try entries(Answer.self)
    members = try entries(Member.self)
    themes = try entries(Theme.self)
  }
}
