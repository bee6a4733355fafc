import Testing

@testable import Conference

@Suite struct FormulaGuardTests {
  /// What has to be guarded, and how.
  private static let formulas = [
    "=1+1": "'=1+1", "'=1": "''=1", "\t=1": "'\t'=1", "nice;=cmd|' /C calc'!A0;end": "nice;'=cmd|' /C calc'!A0;end",
    "a;@SUM(1)": "a;'@SUM(1)", "a\t-1": "a\t'-1", "a\n+1": "a\n'+1", "a; =1": "a;' =1", "a;\"=1\"": "a;'\"=1\"",
    "a;'=1": "a;''=1", ";;=1;=2": ";;'=1;'=2",
  ]

  @Test("what could start a formula gets an apostrophe, also where a spreadsheet splits a cell in the middle of it")
  func added() {
    #expect(
      Dictionary(uniqueKeysWithValues: Self.formulas.keys.map { ($0, FormulaGuard.added(to: $0)) }) == Self.formulas)
    for text in ["", "1=1", "a - b", "it's", "a;b", "a, =1", "mail me@example.org;\nthen wait", "'tis"] {
      #expect(FormulaGuard.added(to: text) == text && FormulaGuard.removed(from: text) == text)
    }
  }

  @Test("a long text of many guards is as before without them")
  func many() {
    let text = String(repeating: "it's;=1;'", count: 20_000)
    #expect(FormulaGuard.removed(from: FormulaGuard.added(to: text)) == text)
  }

  @Test(
    "of ten thousand texts each is as before once the apostrophes are taken away, and none starts a formula with them")
  func random() {
    var generator = SplitMix64(seed: 15)
    let parts = ["=", "+", "-", "@", "'", "\"", ";", "\t", "\n", " ", "a", "é"]
    var (tried, letIn) = (0, 0)
    for _ in 0..<10_000 {
      let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        parts.randomElement(using: &generator) ?? ""
      }.joined()
      let guarded = FormulaGuard.added(to: text)
      #expect(FormulaGuard.removed(from: guarded) == text, "\(text.debugDescription)")
      tried += 1
      let cells = guarded.split(omittingEmptySubsequences: false) { [";", "\t", "\n"].contains($0) }
      let isFormula = cells.contains { cell in
        cell.drop { [" ", "\""].contains($0) }.first.map { ["=", "+", "-", "@"].contains($0) } ?? false
      }
      // What stands in a table is without space around it.
      if isFormula, !text.hasPrefix(" "), !text.hasPrefix("\"") { letIn += 1 }
    }
    print("tried \(tried), let in \(letIn)")
    #expect(letIn == 0)
  }
}
