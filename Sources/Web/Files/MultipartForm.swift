import Conference
import Foundation

/// A file as a form sends it.
struct UploadedFile: Sendable {
  /// The name of the field.
  let field: String
  /// What it is called on the sender's disk, without folders.
  let name: String
  let bytes: ArraySlice<UInt8>
}

/// A form with files, as browsers send it (RFC 7578), read strictly: what no browser sends is refused.
struct MultipartForm: Sendable {
  private(set) var fields: [(name: String, value: String)] = []
  private(set) var files: [UploadedFile] = []

  private static let mostParts = 100
  private static let longestHead = 4_096
  private static let longestField = 64 << 10

  /// Throws what is wrong with the form as an error for its sender.
  init(contentType: String?, bytes: [UInt8]) throws { try read(contentType, bytes) }

  /// As much of a form as can be read where not all of it is there: the fields before the file that is cut off.
  init(beginning bytes: [UInt8], contentType: String?) {
    // What it holds up to what is wrong with it has been taken by then.
    try? read(contentType, bytes)
  }

  private mutating func read(_ contentType: String?, _ bytes: [UInt8]) throws {
    guard let boundary = Self.boundary(contentType) else { throw Self.damaged }
    let first = Array("--\(boundary)".utf8)
    let delimiter = [13, 10] + first
    guard bytes.starts(with: first) else { throw Self.damaged }
    var position = first.count
    while !Self.hasText("--", bytes, at: position) {
      guard Self.hasText("\r\n", bytes, at: position), fields.count + files.count < Self.mostParts,
        let end = Self.position(of: delimiter, in: bytes, from: position)
      else { throw Self.damaged }
      try take(bytes[(position + 2)..<max(end, position + 2)])
      position = end + delimiter.count
    }
  }

  private mutating func take(_ part: ArraySlice<UInt8>) throws {
    let head = part.prefix(Self.longestHead)
    guard let gap = Self.position(of: [13, 10, 13, 10], in: Array(head), from: 0) else { throw Self.damaged }
    let content = part.dropFirst(gap + 4)
    let disposition = try Self.disposition(String(decoding: head.prefix(gap), as: UTF8.self))
    if let file = disposition.file {
      if !(file.isEmpty && content.isEmpty) {
        files.append(UploadedFile(field: disposition.name, name: Self.plain(file), bytes: content))
      }
    } else {
      guard content.count <= Self.longestField, let value = String(validating: content, as: UTF8.self) else {
        throw Self.damaged
      }
      fields.append((disposition.name, value))
    }
  }

  /// The name of the field, and of the file where it is one, from the head of a part.
  private static func disposition(_ head: String) throws -> (name: String, file: String?) {
    let lines = head.split(separator: "\r\n")
    let line = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
    guard let line, line.lowercased().contains("form-data"), let name = parameter("name", of: line), !name.isEmpty,
      !lines.contains(where: { $0.lowercased().hasPrefix("content-transfer-encoding:") })
    else { throw damaged }
    return (name, parameter("filename", of: line))
  }

  /// The value in quotation marks; browsers write those and line breaks within it as %22, %0D and %0A.
  private static func parameter(_ name: String, of line: Substring) -> String? {
    guard let start = line.range(of: "; \(name)=\"", options: .caseInsensitive)?.upperBound,
      let end = line[start...].firstIndex(of: "\"")
    else { return nil }
    return String(line[start..<end]).replacing("%22", with: "\"").replacing("%0D", with: "").replacing("%0A", with: " ")
  }

  /// The file's own name, short and without folders.
  private static func plain(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    return String(last.filter { $0.unicodeScalars.allSatisfy { $0.value >= 32 } }.suffix(120))
  }

  /// RFC 2046, 5.1.1: at most 70 signs.
  private static func boundary(_ contentType: String?) -> String? {
    guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data;"),
      let start = contentType.range(of: "boundary=", options: .caseInsensitive)?.upperBound
    else { return nil }
    let value = contentType[start...].prefix { $0 != ";" }.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
    return (1...70).contains(value.utf8.count) ? value : nil
  }

  private static func hasText(_ text: StaticString, _ bytes: [UInt8], at position: Int) -> Bool {
    text.withUTF8Buffer {
      position >= 0 && position + $0.count <= bytes.count && bytes[position..<(position + $0.count)].elementsEqual($0)
    }
  }

  /// Where the pattern, which begins with a carriage return, stands next.
  private static func position(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { memory in
      var position = start
      while position + pattern.count <= memory.count, let base = memory.baseAddress {
        guard let found = memchr(base + position, 13, memory.count - position) else { return nil }
        position = base.distance(to: UnsafeRawPointer(found))
        guard position + pattern.count <= memory.count else { return nil }
        if memcmp(base + position, pattern, pattern.count) == 0 { return position }
        position += 1
      }
      return nil
    }
  }

  private static let damaged = ConferenceError.invalid(
    field: "The form", problem: "it did not arrive as a browser sends it",
    advice: "Load its page again and send it once more.")
}
