import Foundation
import Testing

@testable import Conference

/// What people at ICLR 2020 would have typed, and the paper that they meant.
@Suite(.bothDatabases, .enabled(if: RealFolders.exist, "needs the folder ../shared/data beside the repository"))
struct SearchGoldenTests {
  private func draft() throws -> Draft {
    let reading = Importer.read(
      try ConferenceFolder(portal: RealFolders.root + "/iclr2020/sitedata"), title: "iclr2020")
    #expect(reading.errors == [])
    return reading.draft
  }

  /// Typed, the id of the paper, and among how many it must stand.
  private static let golden: [(text: String, id: String, within: Int)] = [
    ("curriculum loss", "rkgt0REKwS", 1),
    ("Curriculum Loss: Robust Learning and Generalization against Label Corruption", "rkgt0REKwS", 1),
    ("Ivor Tsnag", "rkgt0REKwS", 1), ("ivor w tsang", "rkgt0REKwS", 1), ("electra", "r1xMH1BtvB", 1),
    ("elecrta", "r1xMH1BtvB", 1), ("query2box", "BJgr4kSFDS", 1),
    ("deep double descent", "B1g5sA4twr", 1), ("doubel descent", "B1g5sA4twr", 1),
    ("reformer efficient", "rkgNKkHtvB", 1), ("BERTScore", "SkeHuCVFDr", 1),
    ("self attention convolution", "HJlnC1rKPB", 1),
    ("relationship self-attention convolutional layers", "HJlnC1rKPB", 1), ("steerability", "HylsTT4FvB", 1),
    ("Zico Koltre", "BJx040EFvH", 3), ("Scholkopf", "SJxDDpEKvH", 3), ("Schölkopf counterfactuals", "SJxDDpEKvH", 1),
    ("odonoghue", "S1xitgHtvS", 1),
    ("q learning ucb", "BkglSTNFDB", 1), ("pretraining graph neural", "HJlWWJSFDH", 3),
    ("jure leskovec box", "BJgr4kSFDS", 1), ("the early phase of", "Hkl1iRNFwS", 1),
    ("Identity Crisis", "B1l6y0VFPr", 1), ("mixed precison dnns", "Hyx0slrFvH", 1), ("thieves sesame", "Byl5NREFDr", 1),
    ("And the Bit Goes Down", "rJehVyrKwH", 1),
    ("bit goes dwon quantization", "rJehVyrKwH", 1), ("Bengoi", "rylJkpEtwS", 10),
  ]

  @Test("every golden query finds its paper where one looks first")
  func golden() async throws {
    try await SearchScratch.with(draft()) { scratch in
      for (text, id, within) in Self.golden {
        let ids = try await scratch.ids(text)
        #expect(ids.prefix(within).contains(id), "\(text): \(ids.prefix(5)) of \(ids.count)")
      }
    }
  }

  @Test("every paper is the first that its own title finds")
  func titles() async throws {
    try await SearchScratch.with(draft()) { scratch in
      for paper in scratch.program.papers {
        let ids = try await scratch.ids(paper.title)
        #expect(ids.first == paper.id, "\(paper.title)")
      }
    }
  }

  @Test("every author is found by name, and those with a long last name with two of its letters swapped")
  func authors() async throws {
    try await SearchScratch.with(draft()) { scratch in
      var random = SplitMix64(seed: 3)
      for paper in scratch.program.papers.filter({ !$0.authors.isEmpty }).shuffled(using: &random).prefix(120) {
        let name = try #require(paper.authors.randomElement(using: &random)).name
        let ids = try await scratch.ids(name)
        #expect(ids.contains(paper.id), "\(name)")
        var letters = Array(name)
        guard let last = name.split(separator: " ").last, last.count > 6 else { continue }
        letters.swapAt(letters.count - 3, letters.count - 4)
        let forgiven = try await scratch.ids(String(letters))
        #expect(forgiven.contains(paper.id), "\(String(letters)) for \(name)")
      }
    }
  }
}
