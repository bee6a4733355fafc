/// How much of everything a conference has, as people count it.
public struct Counts: Codable, Hashable, Sendable {
  public var papers: Int
  public var authors: Int
  public var tracks: Int
  public var programs: Int
  public var sessions: Int
  /// Live sessions by kind.
  public var sessionsByKind: [String: Int]
  /// Papers' places in sessions.
  public var slots: Int
  /// Slots by the papers' program, where the conference has several.
  public var slotsByProgram: [String: Int]
  /// Keynotes, workshops, socials, ... by kind.
  public var eventsByKind: [String: Int]
  public var sponsors: Int
  public var answers: Int
  public var members: Int
  public var themes: Int

  public init(_ draft: Draft) {
    papers = draft.papers.count
    authors = Set(draft.papers.flatMap { $0.authors.map { Catalog.authorKey($0.name) } }).count
    programs = Set(draft.papers.compactMap(\.program)).count
    tracks = Set(draft.papers.compactMap(\.track)).count
    sessions = draft.sessions.count
    sessionsByKind = Self.counted(draft.sessions.map(\.kind.rawValue))
    slots = draft.sessions.reduce(0) { $0 + $1.slots.count }
    let programOfPaper = Dictionary(draft.papers.map { ($0.id, $0.program) }, uniquingKeysWith: { first, _ in first })
    slotsByProgram = Self.counted(draft.sessions.flatMap(\.slots).compactMap { programOfPaper[$0.paper] ?? nil })
    eventsByKind = Self.counted(draft.events.map(\.kind.rawValue))
    sponsors = draft.sponsors.count
    answers = draft.answers.count
    members = draft.members.count
    themes = draft.themes.count
  }

  private static func counted(_ values: [String]) -> [String: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
