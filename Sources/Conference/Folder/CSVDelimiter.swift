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

  /// What the line `sep=;` says that some spreadsheet programs want in front of the header; nil where it is missing.
  static func declared(in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard bytes.count > 5, bytes[0..<4].elementsEqual("sep=".utf8), bytes[5].isLineEnd else { return nil }
    return [.comma, .semicolon, .tab].contains(bytes[4]) ? bytes[4] : nil
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
