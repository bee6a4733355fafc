/// Recognizes what separates the fields of a delimited file.
enum CSVDelimiter {
  /// The most frequent of comma, semicolon and tab outside of quotes in the first line that is not blank.
  static func recognized(in bytes: UnsafeBufferPointer<UInt8>, file: String) -> UInt8 {
    let isTabbed = file.lowercased().hasSuffix(".tsv")
    let candidates: [UInt8] = isTabbed ? [.tab, .comma, .semicolon] : [.comma, .semicolon, .tab]
    let counts = counts(of: candidates, in: bytes)
    if isTabbed, counts[0] > 0 { return .tab }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return candidates[best]
  }

  private static func counts(of candidates: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var counts = candidates.map { _ in 0 }
    var isQuoted = false
    var isBlank = true
    for byte in bytes {
      if byte == .quote { isQuoted.toggle() }
      if byte.isLineEnd, !isQuoted, !isBlank { break }
      if byte > .space { isBlank = false }
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    return counts
  }
}
