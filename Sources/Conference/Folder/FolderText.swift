/// Turns a file's bytes into text, or says exactly why they are none.
enum FolderText {
  /// The text without a byte order mark; throws for spreadsheets, UTF-16, UTF-32, NUL bytes and anything that is not UTF-8.
  static func decoded(_ bytes: [UInt8], file: String) throws(Problem) -> String {
    if isWorkbook(bytes) {
      throw Problem(
        .error, at: Place(file: file), "this is an Excel file or another packed one, not text",
        advice: "save it as “CSV UTF-8” in the spreadsheet program")
    }
    if let encoding = wideEncoding(bytes) {
      throw Problem(
        .error, at: Place(file: file), "the file is saved as \(encoding), not as UTF-8", advice: advice(for: file))
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if hasWideLetters(content) {
      throw Problem(
        .error, at: Place(file: file), "the file is saved as UTF-16, not as UTF-8", advice: advice(for: file))
    }
    if let index = content.firstIndex(of: 0) {
      throw Problem(
        .error, at: place(of: index, in: content, file: file), "a NUL byte, which text never has",
        advice: advice(for: file) + ", and check that it is a text file")
    }
    guard let text = String(validating: content, as: UTF8.self) else { throw notUTF8(content, file: file) }
    return text
  }

  /// Whether the bytes are of a ZIP archive, as spreadsheets are by now, or of what Excel wrote before.
  private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  private static func wideEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return nil
  }

  /// Whether nearly every second byte at the beginning is none, and no other: UTF-16 of mostly Latin letters without a mark.
  private static func hasWideLetters(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = bytes.prefix(64)
    guard head.count >= 8 else { return false }
    let zeros = head.indices.filter { head[$0] == 0 }.map { ($0 - head.startIndex) % 2 }
    let odd = zeros.reduce(0, +)
    return zeros.count * 5 >= head.count * 2 && (odd == 0 || odd == zeros.count)
  }

  private static func notUTF8(_ bytes: ArraySlice<UInt8>, file: String) -> Problem {
    let index = firstInvalid(in: bytes)
    let byte = bytes[index]
    let hex = String(byte, radix: 16, uppercase: true)
    let guess = WindowsLatin.character(byte).map { "; it would be \($0.quoted) in Windows-1252 (Latin-1)" } ?? ""
    return Problem(
      .error, at: place(of: index, in: bytes, file: file), "the byte 0x\(hex) is not UTF-8\(guess)",
      advice: advice(for: file))
  }

  private static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var index = bytes.startIndex
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { index += scalar.count }
    return min(index, bytes.endIndex - 1)
  }

  private static func place(of index: Int, in bytes: ArraySlice<UInt8>, file: String) -> Place {
    bytes[..<index].withUnsafeBufferPointer { before in
      var cursor = ByteCursor(before)
      cursor.advance(toOffset: before.count)
      return cursor.position.place(in: file)
    }
  }

  private static func advice(for file: String) -> String {
    let isTable = file.lowercased().hasSuffix(".csv") || file.lowercased().hasSuffix(".tsv")
    return isTable
      ? "save it as “CSV UTF-8” in the spreadsheet program, or as UTF-8 in a text editor"
      : "save it with the encoding UTF-8 in a text editor"
  }
}

/// Windows-1252, the encoding that spreadsheet programs write when they do not write UTF-8.
enum WindowsLatin {
  /// The character of a byte from 0x80 on, or nil for the five bytes that have none.
  static func character(_ byte: UInt8) -> String? {
    if byte >= 0xA0 { return String(Unicode.Scalar(byte)) }
    guard byte >= 0x80 else { return nil }
    let scalar = upper[Int(byte) - 0x80]
    return scalar == "\u{FFFD}" ? nil : String(scalar)
  }

  private static let upper = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
      .unicodeScalars)
}
