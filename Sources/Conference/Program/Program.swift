/// What an entry is called across kinds.
public struct EntryName: Hashable, Sendable {
  public var kind: EntryKind
  public var id: String

  public init(kind: EntryKind, id: String) { (self.kind, self.id) = (kind, id) }
}

/// The whole program as one immutable value in memory, with everything in it found by id.
public struct Program: Sendable {
  public let version: Int
  public let changed: Instant
  /// Nil until something was imported.
  public let conference: ConferenceInfo?
  public let papers: [Paper]
  /// By start, then end, then id.
  public let sessions: [Session]
  public let events: [Event]
  public let sponsors: [Sponsor]
  public let answers: [Answer]
  public let members: [Member]
  public let themes: [Theme]
  /// What each number of the search index stands for.
  public let numbers: [Int: EntryName]
  public let stamps: [String: CalendarStamp]
  /// When sessions that were changed lately began before, by their ids; see `formerStart`.
  let formerStarts: [String: Instant]
  /// The zone that days are counted in where nobody's own zone counts.
  public let zone: Zone
  public let catalog: Catalog

  /// For ids that were typed in another case.
  let paperIDs: IDsInAnyCase
  let sessionIDs: IDsInAnyCase

  private let paperIndex: [String: Int]
  private let sessionIndex: [String: Int]
  private let eventIndex: [EventReference: Int]
  private let sponsorIndex: [String: Int]
  private let appearances: [String: [Appearance]]
  private let paperPositions: [String: [Int]]
  private let sessionsOfEvent: [EventReference: [Int]]
  private let sessionsOfSponsor: [String: [Int]]
  private let themesOfPaper: [String: [Theme]]

  /// A paper's part in a session, with its own times where it has them.
  public struct Appearance: Sendable {
    public let session: Session
    public let slot: Slot
    public var start: Instant { slot.start ?? session.start }
    public var end: Instant { slot.end ?? session.end }
    public var join: String? { slot.join ?? session.join }
  }

  public init(
    draft: Draft?, version: Int, changed: Instant, numbers: [Int: EntryName] = [:],
    stamps: [String: CalendarStamp] = [:], formerStarts: [String: Instant] = [:]
  ) {
    self.version = version
    self.changed = changed
    self.numbers = numbers
    self.stamps = stamps
    self.formerStarts = formerStarts
    conference = draft?.conference
    papers = draft?.papers ?? []
    events = draft?.events ?? []
    sponsors = draft?.sponsors ?? []
    answers = draft?.answers ?? []
    members = draft?.members ?? []
    themes = draft?.themes ?? []
    zone = draft.flatMap { Zones.named($0.conference.zone) } ?? .utc
    let sessions = (draft?.sessions ?? []).sorted { ($0.start, $0.end, $0.id) < ($1.start, $1.end, $1.id) }
    self.sessions = sessions
    paperIDs = IDsInAnyCase(papers.map(\.id))
    sessionIDs = IDsInAnyCase(sessions.map(\.id))
    paperIndex = Self.index(papers, by: \.id)
    sessionIndex = Self.index(sessions, by: \.id)
    eventIndex = Self.index(events, by: \.reference)
    sponsorIndex = Self.index(sponsors, by: \.id)
    appearances = Self.appearances(in: sessions)
    let index = paperIndex
    paperPositions = Dictionary(
      sessions.map { ($0.id, $0.slots.compactMap { index[$0.paper] }) }, uniquingKeysWith: { first, _ in first })
    sessionsOfEvent = Self.grouped(sessions, by: \.event)
    sessionsOfSponsor = Self.grouped(sessions, by: \.sponsor)
    themesOfPaper = Dictionary(grouping: themes.flatMap { theme in theme.papers.map { ($0, theme) } }, by: \.0)
      .mapValues { $0.map(\.1) }
    catalog = Catalog(papers)
  }

  public func paper(_ id: String) -> Paper? { paperIndex[id].map { papers[$0] } }
  public func position(ofPaper id: String) -> Int? { paperIndex[id] }
  /// Positions of the papers in a session, in the order of their numbers.
  public func positions(ofPapersIn session: String) -> [Int] { paperPositions[session] ?? [] }
  public func session(_ id: String) -> Session? { sessionIndex[id].map { sessions[$0] } }
  public func event(_ reference: EventReference) -> Event? { eventIndex[reference].map { events[$0] } }
  public func sponsor(_ id: String) -> Sponsor? { sponsorIndex[id].map { sponsors[$0] } }
  public func events(_ kind: Event.Kind) -> [Event] { events.filter { $0.kind == kind } }
  public func sessions(of event: Event) -> [Session] { (sessionsOfEvent[event.reference] ?? []).map { sessions[$0] } }
  public func sessions(of sponsor: Sponsor) -> [Session] { (sessionsOfSponsor[sponsor.id] ?? []).map { sessions[$0] } }
  /// The sessions that a paper is in, by time.
  public func appearances(of paper: Paper) -> [Appearance] { appearances[paper.id] ?? [] }
  public func themes(of paper: Paper) -> [Theme] { themesOfPaper[paper.id] ?? [] }
  /// The sessions in which papers are met: poster sessions, question sessions over papers.
  public var paperSessions: [Session] { sessions.filter { !$0.slots.isEmpty || $0.kind == .poster } }

  private static func index<Item, Key: Hashable>(_ items: [Item], by key: (Item) -> Key) -> [Key: Int] {
    Dictionary(items.enumerated().map { (key($1), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func grouped<Key: Hashable>(_ sessions: [Session], by key: (Session) -> Key?) -> [Key: [Int]] {
    var result: [Key: [Int]] = [:]
    for (index, session) in sessions.enumerated() {
      if let key = key(session) { result[key, default: []].append(index) }
    }
    return result
  }

  private static func appearances(in sessions: [Session]) -> [String: [Appearance]] {
    var result: [String: [Appearance]] = [:]
    for session in sessions {
      for slot in session.slots { result[slot.paper, default: []].append(Appearance(session: session, slot: slot)) }
    }
    return result.mapValues { $0.sorted { ($0.start, $0.end) < ($1.start, $1.end) } }
  }
}

extension Program {
  /// The program as entries; nil until something was imported.
  public var draft: Draft? {
    guard let conference else { return nil }
    var draft = Draft(conference: conference)
    draft.papers = papers
    draft.sessions = sessions
    draft.events = events
    draft.sponsors = sponsors
    draft.answers = answers
    draft.members = members
    draft.themes = themes
    return draft
  }
}
