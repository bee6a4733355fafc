/// Indentation that all lines of a text share, as texts pasted from elsewhere have it; Markdown would take it for code.
enum Indentation {
  static func removed(_ text: [UInt8]) -> [UInt8] {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let width = lines.compactMap(indentation).min() ?? 0
    guard width > 0 else { return text }
    return Array(lines.map { $0.dropFirst(width) }.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// How many spaces a line begins with; `nil` for a line of nothing else.
  private static func indentation(_ line: ArraySlice<UInt8>) -> Int? {
    let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
    return spaces == line.count ? nil : spaces
  }
}
