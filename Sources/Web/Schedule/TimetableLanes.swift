import Conference

/// Places blocks side by side. Blocks that overlap, directly or through others, form a cluster and share its width
/// evenly; each takes the first lane that is free when it begins, which needs no more lanes than ever overlap (the
/// partition of intervals), and reaches over the lanes beside it that stay free. Where that would be more than fit,
/// blocks are bundled until they do.
enum TimetableLanes {
  static let most = 6

  static func placed(_ blocks: [TimetableBlock]) -> [TimetableBlock] {
    clusters(blocks.sorted(by: isBefore)).flatMap { placed(cluster: $0) }
  }

  private static func isBefore(_ a: TimetableBlock, _ b: TimetableBlock) -> Bool {
    (a.span.lowerBound, b.span.upperBound) < (b.span.lowerBound, a.span.upperBound)
  }

  /// - Parameter blocks: by beginning.
  private static func clusters(_ blocks: [TimetableBlock]) -> [[TimetableBlock]] {
    var clusters: [[TimetableBlock]] = []
    var end = Int.min
    for block in blocks {
      if block.span.lowerBound < end { clusters[clusters.count - 1].append(block) } else { clusters.append([block]) }
      end = max(end, block.span.upperBound)
    }
    return clusters
  }

  private static func placed(cluster: [TimetableBlock]) -> [TimetableBlock] {
    var blocks = cluster
    while true {
      let lanes = assigned(&blocks)
      guard lanes > most else { break }
      blocks = TimetableBundles.reduced(blocks).sorted(by: isBefore)
    }
    return blocks.map { widened($0, among: blocks) }
  }

  /// The block as wide as the nearest lane to its right lets it be that is taken while it lasts.
  private static func widened(_ block: TimetableBlock, among cluster: [TimetableBlock]) -> TimetableBlock {
    let taken = cluster.filter { $0.lane > block.lane && $0.span.overlaps(block.span) }.map(\.lane).min()
    var wide = block
    wide.width = (taken ?? block.lanes + 1) - block.lane
    return wide
  }

  /// Gives each block its lane; the number of lanes.
  private static func assigned(_ blocks: inout [TimetableBlock]) -> Int {
    var ends: [Int] = []
    for index in blocks.indices {
      let begin = blocks[index].span.lowerBound
      let lane = ends.firstIndex { $0 <= begin } ?? ends.count
      if lane == ends.count { ends.append(0) }
      ends[lane] = blocks[index].span.upperBound
      blocks[index].lane = lane + 1
    }
    for index in blocks.indices { blocks[index].lanes = ends.count }
    return ends.count
  }
}
