/// Tells a conference that would be mixed with the stored one from a new state of the stored one.
///
/// A conference may be renamed, postponed or filled with papers between two imports. It is another one only if its id and
/// its name (or its year) are others, and what it consists of is hardly anything that is there.
struct AnotherConference {
  let stored: Draft
  let incoming: Draft
  /// Whether a file of the folder names it; a folder of sponsors alone belongs to whatever is there.
  let isNamed: Bool

  var isAnother: Bool {
    if isPart { return false }
    if hasSameName {
      return hasOtherYear && areStrangers { $0.papers.map(\.title) } == true
    }
    let papers = areStrangers { $0.papers.map(\.title) }
    let times = areStrangers {
      $0.events.map(\.title) + $0.sessions.map { "\($0.title) \(Zone.utc.day(at: $0.start))" }
    }
    let others = areStrangers {
      $0.sponsors.map(\.name) + $0.answers.map(\.question) + $0.members.map(\.person.name)
    }
    return papers ?? times ?? (isNamed && others ?? true)
  }

  /// "“ICLR 2020” (iclr2020, from 2020-04-27)".
  static func described(_ conference: ConferenceInfo) -> String {
    let start = conference.start.map { ", from \($0.iso)" } ?? ""
    return "“\(conference.name)” (\(conference.id)\(start))"
  }

  /// A list of papers alone that takes the place of none, of no conference that it names, is an addition to what is there.
  private var isPart: Bool {
    let kinds = [
      incoming.papers.isEmpty, incoming.sessions.isEmpty && incoming.events.isEmpty,
      incoming.sponsors.isEmpty, incoming.answers.isEmpty, incoming.members.isEmpty,
    ]
    return !isNamed && kinds.filter { !$0 }.count <= 1
      && Set(stored.papers.map(\.id)).isDisjoint(with: incoming.papers.map(\.id))
  }

  private var hasSameName: Bool {
    let (one, other) = (stored.conference, incoming.conference)
    return one.id == other.id || Self.key(one.name) == Self.key(other.name)
  }

  private var hasOtherYear: Bool {
    guard let year = stored.conference.start?.year, let other = incoming.conference.start?.year else { return false }
    return year != other
  }

  /// Whether less than a fifth of the shorter list stands in both; nil where one has nothing to compare.
  private func areStrangers(_ titles: (Draft) -> [String]) -> Bool? {
    let (one, other) = (Set(titles(stored).map(Self.key)), Set(titles(incoming).map(Self.key)))
    guard !one.isEmpty, !other.isEmpty else { return nil }
    return one.intersection(other).count * 5 < min(one.count, other.count)
  }

  private static func key(_ text: String) -> String { Folding.words(of: text).joined(separator: " ") }
}
