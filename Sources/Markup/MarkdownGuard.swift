/// Prepares a text for cmark-gfm, whose time and memory grow with the square of some texts and which reads a tag at a
/// line's start, and everything up to the next empty line, as raw HTML.
///
/// It does so with an invisible mark where a construct shall not begin. ``MarkdownNode`` removes the marks, so they
/// never change what is read.
enum MarkdownGuard {
  /// A control character: no cleaned text has it.
  static let mark: UInt8 = 0x01

  /// The longest stretch of bytes without an empty line; a longer one is parted.
  private static let longestParagraph = 8_192
  /// How many block quotes and lists may begin in one line, and how far a line may be indented.
  private static let deepestLine = 32, widestIndentation = 64
  /// The most cells that tables may have together, were each as long as the text.
  private static let mostCells = 200_000
  /// With more brackets than these no link reference definitions are read: each use is a copy.
  private static let mostReferences = 1_000

  /// UTF-8 with line feeds only, and U+FFFD for control characters.
  static func cleaned(_ text: String) -> [UInt8] {
    var clean: [UInt8] = []
    clean.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\r"): clean.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), 0x20...: clean.append(byte)
      default: clean.append(contentsOf: "\u{FFFD}".utf8)
      }
      previous = byte
    }
    return clean
  }

  /// The text with marks and empty lines where it would cost too much or begin a block of raw HTML.
  static func defused(_ text: [UInt8]) -> [UInt8] {
    var defuser = Defuser(text)
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defuser.append(line: line)
    }
    return defuser.output
  }

  private struct Defuser {
    var output: [UInt8] = []
    private let lineCount: Int
    private let hasReferences: Bool
    private var cells = 0
    private var paragraphLength = 0
    private var paragraphHasTable = false

    init(_ text: [UInt8]) {
      lineCount = text.count { $0 == UInt8(ascii: "\n") } + 1
      hasReferences = text.count { $0 == UInt8(ascii: "]") } <= mostReferences
      output.reserveCapacity(text.count + text.count / 16)
    }

    mutating func append(line: ArraySlice<UInt8>) {
      var rest = line
      while paragraphLength + rest.count > longestParagraph {
        if paragraphLength == 0 {
          append(part: rest.prefix(partLength(rest)))
          rest = rest.dropFirst(partLength(rest))
        }
        output.append(UInt8(ascii: "\n"))
        paragraphLength = 0
        paragraphHasTable = false
      }
      append(part: rest)
    }

    /// Where to part a line that is too long: after a space if there is one, else between two characters.
    private func partLength(_ line: ArraySlice<UInt8>) -> Int {
      let most = line.prefix(longestParagraph)
      if let space = most.lastIndex(of: UInt8(ascii: " ")) { return space - line.startIndex + 1 }
      let boundary = line.prefix(longestParagraph + 1).lastIndex { $0 & 0xC0 != 0x80 }
      return max(1, (boundary ?? most.endIndex) - line.startIndex)
    }

    private mutating func append(part line: ArraySlice<UInt8>) {
      if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
        paragraphLength = 0
        paragraphHasTable = false
      } else {
        paragraphLength += line.count + 1
        appendMarked(line)
      }
      output.append(UInt8(ascii: "\n"))
    }

    private mutating func appendMarked(_ line: ArraySlice<UInt8>) {
      if isRefusedTable(line) { output.append(mark) }
      let tooDeep = Containers.end(in: line, deepest: deepestLine, widest: widestIndentation)
      var previous: UInt8 = 0
      for index in line.indices {
        let byte = line[index]
        let opensTag = byte == UInt8(ascii: "<") && isTagStart(line, index + 1)
        // A link's address may be in angle brackets: `](<a b>)` and `[a]: <a b>`.
        let isAddress = previous == UInt8(ascii: "(") || previous == UInt8(ascii: ":")
        let isReference = byte == UInt8(ascii: ":") && previous == UInt8(ascii: "]") && !hasReferences
        if opensTag && !isAddress || isReference || index == tooDeep { output.append(mark) }
        output.append(byte)
        if byte != UInt8(ascii: " ") || previous == UInt8(ascii: "]") { previous = byte }
      }
    }

    private func isTagStart(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
      index < line.endIndex && (line[index] == UInt8(ascii: "/") || Tag.isLetter(line[index]))
    }

    /// A line such as `|---|:-:|` makes the line before it a table's head and needs as many cells in every line after.
    private mutating func isRefusedTable(_ line: ArraySlice<UInt8>) -> Bool {
      guard line.allSatisfy({ "|:- \t>".utf8.contains($0) }) else { return false }
      let columns = line.count { $0 == UInt8(ascii: "|") }
      guard columns > 0 || line.contains(UInt8(ascii: ":")) else { return false }
      cells += (columns + 1) * lineCount
      defer { paragraphHasTable = true }
      return paragraphHasTable || cells > mostCells
    }
  }
}
