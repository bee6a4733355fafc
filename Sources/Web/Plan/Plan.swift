import Conference

/// What somebody saved, presents or hosts, placed in time.
struct Plan {
  /// A stretch of time to be somewhere: a saved session, or a session in which saved papers are met.
  struct Row {
    let session: Session
    let start: Instant
    let end: Instant
    var join: String?
    /// Whether the session itself was saved, or is one's own.
    var isSaved = false
    var papers: [Paper] = []
    /// The rows that take place at the same time, of which one must be chosen. What lasts half a day or longer clashes
    /// with nothing: one comes and goes.
    var clashes: [Int] = []

    var isAllDay: Bool { end - start >= 12 * 3_600_000 }

    /// A single paper stands for itself; several stand below their session's title.
    var single: Paper? { papers.count == 1 && !isSaved ? papers[0] : nil }

    func isUpcoming(_ now: Instant) -> Bool { end > now && !session.isCancelled }
  }

  /// By start, then end.
  private(set) var rows: [Row] = []
  /// Papers that are in no session.
  private(set) var unplaced: [Paper] = []
  /// Those that were saved, then one's own.
  let papers: [Paper]
  let sessions: [Session]
  let own: OwnPart
  /// How many ids the program does not know any more.
  let unknown: Int
  /// Of these, the titles of sessions, where they are still known.
  let lost: [String]
  private var rowsOfPaper: [String: [Int]] = [:]

  /// - Parameters:
  ///   - paperIDs: in any order; repeated ones count once.
  ///   - now: what is over by then clashes with nothing.
  ///   - own: what is in it without having been saved.
  init(
    papers paperIDs: [String], sessions sessionIDs: [String], _ program: Program, now: Instant, own: OwnPart = .nothing
  ) {
    self.own = own
    let ids = (
      papers: Self.unique(paperIDs + own.papers.map(\.id)), sessions: Self.unique(sessionIDs + own.sessions.map(\.id))
    )
    papers = ids.papers.compactMap { program.paper($0) }
    sessions = ids.sessions.compactMap { program.session($0) }
    unknown = ids.papers.count + ids.sessions.count - papers.count - sessions.count
    lost = ids.sessions.filter { program.session($0) == nil }.compactMap { Self.title(ofRemoved: $0, program) }
    unplaced = papers.filter { program.appearances(of: $0).isEmpty }
    rows = Self.rows(papers, sessions, program)
    for (index, row) in rows.enumerated() {
      for paper in row.papers { rowsOfPaper[paper.id, default: []].append(index) }
    }
    findClashes(now)
  }

  var isEmpty: Bool { papers.isEmpty && sessions.isEmpty }

  /// When else a paper of a clashing row can be met without a clash.
  func alternatives(to row: Row, for paper: Paper, now: Instant) -> [Row] {
    (rowsOfPaper[paper.id] ?? []).map { rows[$0] }.filter { other in
      other.clashes.isEmpty && other.isUpcoming(now) && other.start != row.start
    }
  }

  /// As calendars are told of it.
  private static func title(ofRemoved session: String, _ program: Program) -> String? {
    program.conference.flatMap { program.stamps[CalendarUID.of(session: session, conference: $0.id)]?.summary }
  }

  private static func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }

  private struct Key: Hashable {
    let session: String
    let start: Instant
    let end: Instant
  }

  /// Papers of a session at the same time share a row, with the session itself if that was saved too.
  private static func rows(_ papers: [Paper], _ sessions: [Session], _ program: Program) -> [Row] {
    var rows: [Key: Row] = [:]
    for session in sessions {
      let key = Key(session: session.id, start: session.start, end: session.end)
      rows[key] = Row(session: session, start: session.start, end: session.end, join: session.join, isSaved: true)
    }
    for paper in papers {
      for place in program.appearances(of: paper) {
        let key = Key(session: place.session.id, start: place.start, end: place.end)
        var row = rows[key] ?? Row(session: place.session, start: place.start, end: place.end, join: place.join)
        // Papers with rooms of their own have them on their pages.
        if !row.papers.isEmpty, row.join != place.join { row.join = place.session.join }
        row.papers.append(paper)
        rows[key] = row
      }
    }
    return rows.values.sorted { ($0.start, $0.end, $0.session.id) < ($1.start, $1.end, $1.session.id) }
  }

  private mutating func findClashes(_ now: Instant) {
    for index in rows.indices where rows[index].isUpcoming(now) {
      var next = index + 1
      while next < rows.count, rows[next].start < rows[index].end {
        if rows[next].isUpcoming(now), Self.mustChoose(rows[index], rows[next]) {
          rows[index].clashes.append(next)
          rows[next].clashes.append(index)
        }
        next += 1
      }
    }
  }

  /// Not within one session, and not where one row has nothing that the other has not: a paper at two places at once.
  private static func mustChoose(_ left: Row, _ right: Row) -> Bool {
    guard left.session.id != right.session.id, !left.isAllDay, !right.isAllDay else { return false }
    return !adds(nothing: left, to: right) && !adds(nothing: right, to: left)
  }

  private static func adds(nothing row: Row, to other: Row) -> Bool {
    guard !row.isSaved else { return false }
    let ids = Set(other.papers.map(\.id))
    return row.papers.allSatisfy { ids.contains($0.id) }
  }
}
