/// A typed word, made ready to be compared with very many others.
///
/// Distances count insertions, deletions, replacements and swaps of neighbors, no letter being touched twice (optimal string
/// alignment). A column of the table of distances is two 64-bit words: H. Hyyrö, "A bit-vector algorithm for computing
/// Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003).
struct EditDistance {
  /// The longest word, in letters.
  static let limit = 64
  private let count: Int
  /// At which places of the word an ASCII letter stands, a bit for each.
  private var places = [UInt64](repeating: 0, count: 128)
  private var rarePlaces: [UInt32: UInt64] = [:]

  /// Letters beyond the 64th are not compared.
  init(from word: some Collection<UInt32>) {
    count = min(word.count, Self.limit)
    for (index, letter) in word.prefix(Self.limit).enumerated() {
      if letter < 128 {
        places[Int(letter)] |= 1 << UInt64(index)
      } else {
        rarePlaces[letter, default: 0] |= 1 << UInt64(index)
      }
    }
  }

  /// How many typing errors lie between the word and another.
  func to(_ other: ArraySlice<UInt32>) -> Int {
    var distance = count
    walk(other) { distance = $0 }
    return count == 0 ? other.count : distance
  }

  /// The same to the beginning of the other that is nearest to the word.
  func toBeginning(of other: ArraySlice<UInt32>) -> Int {
    var nearest = count
    walk(other.prefix(2 * count)) { nearest = min(nearest, $0) }
    return nearest
  }

  /// Tells the distance to each beginning of the other, one letter longer each time.
  private func walk(_ other: ArraySlice<UInt32>, _ tell: (Int) -> Void) {
    guard count > 0 else { return }
    let last: UInt64 = 1 << UInt64(count - 1)
    var (higher, lower, diagonal, before) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
    var distance = count
    for letter in other {
      let here = letter < 128 ? places[Int(letter)] : rarePlaces[letter, default: 0]
      let swapped = ((~diagonal & here) << 1) & before
      diagonal = (((here & higher) &+ higher) ^ higher) | here | lower | swapped
      var more = lower | ~(diagonal | higher)
      var less = diagonal & higher
      if more & last != 0 { distance += 1 }
      if less & last != 0 { distance -= 1 }
      more = more << 1 | 1
      less <<= 1
      higher = less | ~(diagonal | more)
      lower = diagonal & more
      before = here
      tell(distance)
    }
  }
}
