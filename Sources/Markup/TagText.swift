/// The text between tags that cmark-gfm left as raw HTML.
enum TagText {
  /// Raw HTML without tags, comments, declarations and processing instructions; what is none of these stays.
  static func visible(_ html: String) -> String {
    var rest = Array(html.utf8)[...]
    var text: [UInt8] = []
    var missing: Set<String> = []
    while let byte = rest.first {
      if byte == UInt8(ascii: "<"), let length = markupLength(rest, &missing) {
        rest = rest.dropFirst(length)
      } else {
        text.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let pairs = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", "?>")]

  /// How many bytes of markup come first; an end that was looked for in vain is not looked for again.
  private static func markupLength(_ bytes: ArraySlice<UInt8>, _ missing: inout Set<String>) -> Int? {
    guard let (start, end) = pairs.first(where: { bytes.starts(with: $0.0.utf8) }) else { return Tag(bytes)?.length }
    guard !missing.contains(end) else { return nil }
    let length = end.utf8.count
    var index = bytes.startIndex + start.utf8.count
    while index + length <= bytes.endIndex {
      if bytes[index..<index + length].elementsEqual(end.utf8) { return index + length - bytes.startIndex }
      index += 1
    }
    missing.insert(end)
    return nil
  }
}
