/// Turns tags that part lines, paragraphs and list items into Markdown's own means, before it is parsed.
///
/// Lines with a backtick or `|`, and fenced code, stay as they are: there a tag may be shown as code or stand in a table
/// cell, which ends with its line. ``MarkdownWriter`` takes care of the tags that are left.
enum TagBreaks {
  static func broken(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "<")) else { return text }
    var breaker = Breaker()
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      breaker.append(line: line)
    }
    return breaker.output
  }

  private struct Breaker {
    var output: [UInt8] = []
    private var fence: ArraySlice<UInt8>?
    /// What the next character that is to be seen comes after.
    private var breaks = 0, lineEnds = 0, startsItem = false

    mutating func append(line: ArraySlice<UInt8>) {
      let isCode = followFence(line)
      if isCode || line.contains(UInt8(ascii: "`")) || line.contains(UInt8(ascii: "|")) {
        flush()
        output.append(contentsOf: line)
      } else {
        appendTaggedText(line)
      }
      if isWaiting { lineEnds += 1 } else { output.append(UInt8(ascii: "\n")) }
    }

    private mutating func appendTaggedText(_ line: ArraySlice<UInt8>) {
      var rest = line
      while let byte = rest.first {
        if byte == UInt8(ascii: "<"), let tag = Tag(rest), note(tag) {
          rest = rest.dropFirst(tag.length)
          continue
        }
        if !isWaiting || !isSpace(byte) {
          flush()
          output.append(byte)
        }
        rest = rest.dropFirst()
      }
    }

    private var isWaiting: Bool { breaks > 0 || startsItem }

    /// Whether the tag parts the text; if so, that is remembered.
    private mutating func note(_ tag: Tag) -> Bool {
      if tag.name == "br" {
        breaks += 1
      } else if tag.name == "li" {
        if tag.isClosing { breaks = max(breaks, 1) } else { startsItem = true }
      } else if Tag.blocks.contains(tag.name) {
        breaks += 2
      } else {
        return false
      }
      return true
    }

    private mutating func flush() {
      guard isWaiting else { return }
      var gaps = lineEnds
      while let last = output.last, isSpace(last) {
        if last == UInt8(ascii: "\n") { gaps += 1 }
        output.removeLast()
      }
      if !output.isEmpty { output.append(contentsOf: separator(gaps: gaps).utf8) }
      if startsItem { output.append(contentsOf: "- ".utf8) }
      (breaks, lineEnds, startsItem) = (0, 0, false)
    }

    private func separator(gaps: Int) -> String {
      if breaks > 1 || gaps > 1 { return "\n\n" }
      return startsItem ? "\n" : "  \n"
    }

    /// Whether a line belongs to fenced code, its first and last line included.
    private mutating func followFence(_ line: ArraySlice<UInt8>) -> Bool {
      let text = line.drop { isSpace($0) || $0 == UInt8(ascii: ">") }
      let run = text.prefix { $0 == text.first }
      let isFence = run.count >= 3 && (run.first == UInt8(ascii: "~") || run.first == UInt8(ascii: "`"))
      guard let fence else {
        if isFence { self.fence = run }
        return isFence
      }
      if isFence, run.first == fence.first, run.count >= fence.count { self.fence = nil }
      return true
    }

    private func isSpace(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
    }
  }
}
