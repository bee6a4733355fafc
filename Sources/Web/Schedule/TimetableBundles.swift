import Conference

/// Which sessions stand together as one block.
enum TimetableBundles {
  /// So many sessions of a kind with the same times are one block wherever they stand.
  static let least = 4

  private struct Times: Hashable {
    var kind: Session.Kind
    var start: Instant
    var end: Instant
  }

  private struct Likeness: Hashable {
    var kind: Session.Kind?
    var begin: Int?
  }

  static func blocks(_ sessions: [Session], in day: DaySpan) -> [TimetableBlock] {
    let groups = Dictionary(grouping: sessions) { Times(kind: $0.kind, start: $0.start, end: $0.end) }
    return groups.values.flatMap { group in
      group.count >= least
        ? [TimetableBlock(group, in: day)] : group.map { TimetableBlock([$0], in: day) }
    }.sorted { ($0.start, $0.end, $0.sessions[0].id) < ($1.start, $1.end, $1.sessions[0].id) }
  }

  /// The blocks with some of those bundled that stand where it is fullest: the most that are of a kind and begin
  /// together, else the most of a kind, else the two that begin nearest to each other.
  static func reduced(_ blocks: [TimetableBlock]) -> [TimetableBlock] {
    let crowd = fullest(blocks)
    let alike = largest(crowd, blocks) { Likeness(kind: $0.kind, begin: $0.span.lowerBound) }
    let group = alike ?? largest(crowd, blocks) { Likeness(kind: $0.kind, begin: nil) } ?? nearest(crowd, blocks)
    guard let first = group.first else { return blocks }
    let merged = group.dropFirst().reduce(blocks[first]) { $0.merged(with: blocks[$1]) }
    let taken = Set(group)
    return blocks.indices.filter { !taken.contains($0) }.map { blocks[$0] } + [merged]
  }

  /// Positions of the blocks at the quarter of an hour that most of them cover.
  private static func fullest(_ blocks: [TimetableBlock]) -> [Int] {
    var changes: [Int: Int] = [:]
    for block in blocks {
      changes[block.span.lowerBound, default: 0] += 1
      changes[block.span.upperBound, default: 0] -= 1
    }
    var (depth, most, place) = (0, 0, 0)
    for (quarter, change) in changes.sorted(by: { $0.key < $1.key }) {
      depth += change
      if depth > most { (most, place) = (depth, quarter) }
    }
    return blocks.indices.filter { blocks[$0].span.contains(place) }
  }

  /// The largest group of at least two that are alike, the first if several are equally large.
  private static func largest(
    _ crowd: [Int], _ blocks: [TimetableBlock], by likeness: (TimetableBlock) -> Likeness
  ) -> [Int]? {
    let groups = Dictionary(grouping: crowd) { likeness(blocks[$0]) }.values.filter { $0.count > 1 }
    return groups.max { ($0.count, $1[0]) < ($1.count, $0[0]) }
  }

  private static func nearest(_ crowd: [Int], _ blocks: [TimetableBlock]) -> [Int] {
    let pairs = zip(crowd, crowd.dropFirst())
    let gap = { (pair: (Int, Int)) in blocks[pair.1].span.lowerBound - blocks[pair.0].span.lowerBound }
    return pairs.min { gap($0) < gap($1) }.map { [$0.0, $0.1] } ?? []
  }
}
