/// The marks of block quotes and list items that a line of Markdown begins with.
enum Containers {
  /// Where a line goes deeper than allowed, as an index; `nil` if it does not.
  static func end(in line: ArraySlice<UInt8>, deepest: Int, widest: Int) -> Int? {
    var index = line.startIndex
    var depth = 0
    while index < line.endIndex {
      if index - line.startIndex > widest || depth > deepest { return index }
      if line[index] == UInt8(ascii: " ") || line[index] == UInt8(ascii: "\t") {
        index += 1
      } else if let length = markLength(line[index...]) {
        index += length
        depth += 1
      } else {
        return nil
      }
    }
    return nil
  }

  private static func markLength(_ line: ArraySlice<UInt8>) -> Int? {
    guard let first = line.first else { return nil }
    if first == UInt8(ascii: ">") { return 1 }
    if "-+*".utf8.contains(first) { return isSpace(line.dropFirst().first) ? 1 : nil }
    let digits = line.prefix(10).prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let end = rest.first, ".)".utf8.contains(end) else { return nil }
    return isSpace(rest.dropFirst().first) ? digits.count + 1 : nil
  }

  private static func isSpace(_ byte: UInt8?) -> Bool {
    byte == nil || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
