import Foundation

/// The first figure of a paper: an SVG that looks like one, drawn from the paper's id.
public enum StoryFigure {
  /// At most 6 kB, without scripts, on white, 480 by 300.
  public static func svg(for paper: Paper, seed: UInt64) -> String {
    var dice = StoryDice(seed: seed, part: "figure \(paper.id)")
    let drawings: [(inout StoryCanvas, inout StoryDice) -> Void] = [
      StoryCharts.lines, StoryCharts.clusters, StoryCharts.bars, StoryCharts.heat, StoryDiagrams.blocks,
      StoryDiagrams.tree,
      StoryDiagrams.network,
    ]
    var canvas = StoryCanvas(colors: dice.pick(StoryCanvas.palettes), label: "First figure of \(paper.title)")
    dice.pick(drawings)(&canvas, &dice)
    return canvas.svg
  }
}

extension Story {
  /// Writes figures, and videos where ffmpeg is there, and returns the names of all files relative to the folder.
  ///
  /// - Throws: what Foundation throws where the folder cannot be written.
  public func write(mediaInto folder: String) throws -> [String] {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    var names: [String] = []
    if papers <= Self.mostFigures {
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent("media/figures"), withIntermediateDirectories: true)
      for work in StoryPress(story: self).papers {
        let name = "media/figures/\(work.paper.id).svg"
        let svg = StoryFigure.svg(for: work.paper, seed: seed)
        try Data(svg.utf8).write(to: root.appendingPathComponent(name))
        names.append(name)
      }
    }
    return names + (try StoryVideo.write(into: root))
  }
}
