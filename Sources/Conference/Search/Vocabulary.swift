/// All words of an index, to tell whether a word occurs, and which one was meant if it does not.
struct Vocabulary: Sendable {
  /// Sorted; one after another in `letters`, each ending where the next one starts.
  private var letters: [UInt32] = []
  private var starts: [Int] = [0]
  private var counts: [Int] = []
  /// Which letters a word has, a bit for each: words one edit apart differ in at most two bits.
  private var masks: [UInt32] = []

  /// - Parameter words: each word once, and in how many entries it occurs.
  init(_ words: [(word: String, count: Int)]) {
    let sorted = words.filter { !$0.word.isEmpty }.map { (letters: Self.letters(of: $0.word), count: $0.count) }
      .sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
    for (word, count) in sorted {
      letters += word
      starts.append(letters.count)
      counts.append(count)
      masks.append(Self.mask(word[...]))
    }
  }

  /// Whether some word begins with `prefix`.
  func contains(prefix: String) -> Bool {
    let prefix = Self.letters(of: prefix)
    let index = firstIndex(notBefore: prefix)
    return index < counts.count && word(index).starts(with: prefix)
  }

  /// In how many entries the word itself occurs.
  func frequency(of text: String) -> Int {
    let letters = Self.letters(of: text)
    let index = firstIndex(notBefore: letters)
    return index < counts.count && word(index).elementsEqual(letters) ? counts[index] : 0
  }

  /// What may have been meant by a word, the most likely first: words one edit away; if there are none, two edits for words
  /// of eight letters and more, or for an unfinished word of six and more the words whose beginning is one edit away.
  ///
  /// Words of fewer than four letters have too many neighbors to be corrected, and numbers mean what they say.
  func corrections(of text: String, isUnfinished: Bool = false, limit: Int = 4) -> [String] {
    let typed = Self.letters(of: text)
    guard (4...40).contains(typed.count), typed.contains(where: { !(0x30...0x39).contains($0) }) else { return [] }
    var found = near(typed[...], edits: 1)
    if found.isEmpty, typed.count >= 8 { found = near(typed[...], edits: 2) }
    if found.isEmpty, isUnfinished, typed.count >= 6 { found = nearBeginnings(typed[...]) }
    // The first letter is seldom wrong.
    let alike = found.filter { letters[starts[$0.index]] == typed[0] }
    return likeliest(alike.isEmpty ? found : alike, for: typed[...]).prefix(limit).map { self.text($0.index) }
  }

  /// Words one edit away, whatever their first letter, at most 24, the likeliest first.
  func neighbors(of text: String) -> [String] {
    let typed = Self.letters(of: text)
    guard (2...40).contains(typed.count), !typed.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    return likeliest(near(typed[...], edits: 1), for: typed[...]).prefix(24).map { self.text($0.index) }
  }

  /// The word that was probably meant by one that hardly occurs: one edit away, and at least fifty times as frequent.
  ///
  /// Words of fewer than six letters have too many neighbors that mean something else.
  func frequentNeighbor(of text: String) -> String? {
    let typed = Self.letters(of: text)
    guard (6...40).contains(typed.count) else { return nil }
    let count = entries(beginningWith: typed, most: 2)
    guard (1...2).contains(count) else { return nil }
    let frequent = near(typed[...], edits: 1).filter {
      counts[$0.index] >= 50 * count && letters[starts[$0.index]] == typed[0]
    }
    return likeliest(frequent, for: typed[...]).first.map { self.text($0.index) }
  }

  /// In how many entries words with this beginning occur, those with several counting several times; counting ends beyond `most`.
  private func entries(beginningWith prefix: [UInt32], most: Int) -> Int {
    var (index, sum) = (firstIndex(notBefore: prefix), 0)
    while sum <= most, index < counts.count, word(index).starts(with: prefix) {
      sum += counts[index]
      index += 1
    }
    return sum
  }

  private typealias Candidate = (index: Int, distance: Int)

  private func near(_ typed: ArraySlice<UInt32>, edits: Int) -> [Candidate] {
    let (mask, errors) = (Self.mask(typed), EditDistance(from: typed))
    var found: [Candidate] = []
    for index in counts.indices where (masks[index] ^ mask).nonzeroBitCount <= 2 * edits {
      guard abs(starts[index + 1] - starts[index] - typed.count) <= edits else { continue }
      let distance = errors.to(word(index))
      if (1...edits).contains(distance) { found.append((index, distance)) }
    }
    return found
  }

  private func nearBeginnings(_ typed: ArraySlice<UInt32>) -> [Candidate] {
    let (mask, errors) = (Self.mask(typed), EditDistance(from: typed))
    var found: [Candidate] = []
    for index in counts.indices
    where (mask & ~masks[index]).nonzeroBitCount <= 1 && letters[starts[index]] == typed.first {
      let distance = errors.toBeginning(of: word(index))
      if distance <= 1 { found.append((index, distance)) }
    }
    return found
  }

  /// Among equally near words those were meant that keep all typed letters, as a letter is sooner left out or swapped than
  /// typed in excess, unless others are far more frequent; then the more frequent one.
  private func likeliest(_ candidates: [Candidate], for typed: ArraySlice<UInt32>) -> [Candidate] {
    candidates.map { candidate in
      let weight = Self.keeps(typed, word(candidate.index)) ? 8 : 1
      return (candidate: candidate, order: (candidate.distance, -counts[candidate.index] * weight, candidate.index))
    }
    .sorted { $0.order < $1.order }.map(\.candidate)
  }

  /// Whether a word has all typed letters in their order and others between them, or just the same ones.
  private static func keeps(_ typed: ArraySlice<UInt32>, _ word: ArraySlice<UInt32>) -> Bool {
    if word.count == typed.count { return word.sorted() == typed.sorted() }
    var rest = typed
    for letter in word where letter == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private func text(_ index: Int) -> String {
    String(String.UnicodeScalarView(word(index).compactMap(Unicode.Scalar.init)))
  }

  private func word(_ index: Int) -> ArraySlice<UInt32> { letters[starts[index]..<starts[index + 1]] }

  private func firstIndex(notBefore word: [UInt32]) -> Int {
    var (low, high) = (0, counts.count)
    while low < high {
      let middle = (low + high) / 2
      if self.word(middle).lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func letters(of word: String) -> [UInt32] { word.unicodeScalars.map(\.value) }

  private static func mask(_ letters: ArraySlice<UInt32>) -> UInt32 { letters.reduce(0) { $0 | 1 << ($1 & 31) } }
}
