import Testing

@testable import Conference

@Suite struct SearchEditDistanceTests {
  /// The definition, by its table: optimal string alignment.
  private func table(_ a: [UInt32], _ b: [UInt32]) -> [[Int]] {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    guard !a.isEmpty, !b.isEmpty else { return table }
    for i in 1...a.count {
      for j in 1...b.count {
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table
  }

  private func letters(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test(
    "known distances",
    arguments: [
      ("okonkow", "okonkwo", 1), ("bengoi", "bengio", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3),
      ("ca", "abc", 3), ("größe", "grösse", 2), ("same", "same", 0),
    ])
  func known(a: String, b: String, distance: Int) {
    #expect(EditDistance(from: letters(a)).to(letters(b)[...]) == distance)
  }

  @Test(
    "20,000 random pairs have the distance that the definition gives, whole and to the nearest beginning",
    arguments: [1, 2])
  func random(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10_000 {
      let alphabet: [UInt32] = [97, 98, 99, 100, 0x444, 0x1F600]
      let a = (0..<Int.random(in: 0...(Bool.random(using: &random) ? 9 : 64), using: &random)).map { _ in
        alphabet[Int.random(in: 0..<6, using: &random)]
      }
      var b = a
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let at = Int.random(in: 0...b.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: b.insert(alphabet[Int.random(in: 0..<6, using: &random)], at: at)
        case 1: if at < b.count { b.remove(at: at) }
        case 2: if at + 1 < b.count { b.swapAt(at, at + 1) }
        default: if at < b.count { b[at] = alphabet[Int.random(in: 0..<6, using: &random)] }
        }
      }
      let table = table(a, b)
      let distance = EditDistance(from: a)
      #expect(distance.to(b[...]) == table[a.count][b.count])
      #expect(distance.toBeginning(of: b[...]) == table[a.count].prefix(2 * a.count + 1).min())
    }
  }
}
