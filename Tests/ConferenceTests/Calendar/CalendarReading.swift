@testable import Conference

/// Reads a calendar back the slow and obvious way.
enum CalendarReading {
  /// The lines as they are in the file; nil where a line ends with anything but CR LF.
  static func lines(of text: String) -> [[UInt8]]? {
    var lines: [[UInt8]] = [[]]
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == 0x0D {
        guard bytes.popFirst() == 0x0A else { return nil }
        lines.append([])
      } else if byte == 0x0A {
        return nil
      } else {
        lines[lines.count - 1].append(byte)
      }
    }
    return lines.last == [] ? lines.dropLast() : nil
  }

  /// The lines put together again where they were folded.
  static func unfolded(_ text: String) -> [String] {
    var result: [[UInt8]] = []
    for line in lines(of: text) ?? [] {
      if line.first == 0x20, !result.isEmpty {
        result[result.count - 1] += line.dropFirst()
      } else {
        result.append(line)
      }
    }
    return result.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The values of a property, in the order of the file.
  static func values(of name: String, in text: String) -> [String] {
    let start = "\(name):".unicodeScalars
    return unfolded(text).map(\.unicodeScalars).filter { $0.starts(with: start) }.map {
      String($0.dropFirst(start.count))
    }
  }

  static func unescaped(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    var scalars = value.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\\", let escaped = scalars.popFirst() else {
        result.append(scalar)
        continue
      }
      result.append(escaped == "n" || escaped == "N" ? "\n" : escaped)
    }
    return String(result)
  }

  /// What can be given back of a text: its control characters go, but for tabs, and its line breaks become alike.
  static func plain(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
      if scalar == "\r" {
        result.append("\n")
      } else if scalar == "\n" || scalar == "\t" || !(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)) {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
