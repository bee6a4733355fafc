import Foundation

/// Writes ZIP archives whose files are stored as they are, with whatever a test wants to say wrongly of them.
struct ZipWriter {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(
    _ name: String, _ bytes: [UInt8], method: Int = 0, size: Int? = nil, crc: Int? = nil, flags: Int = 0,
    mode: Int = 0o100_644
  ) {
    let offset = content.count
    let facts =
      Self.number(crc ?? Self.crc(bytes), 4) + Self.number(bytes.count, 4) + Self.number(size ?? bytes.count, 4)
    let head = Self.number(20, 2) + Self.number(flags, 2) + Self.number(method, 2) + Self.number(0, 4) + facts
    content +=
      Self.number(0x0403_4b50, 4) + head + Self.number(name.utf8.count, 2) + Self.number(0, 2) + name.utf8 + bytes
    directory += Self.number(0x0201_4b50, 4) + Self.number(0x0314, 2) + head + Self.number(name.utf8.count, 2)
    directory += Self.number(0, 8) + Self.number(mode << 16, 4) + Self.number(offset, 4) + name.utf8
    count += 1
  }

  var bytes: [UInt8] {
    content + directory + Self.number(0x0605_4b50, 4) + Self.number(0, 4) + Self.number(count, 2)
      + Self.number(count, 2)
      + Self.number(directory.count, 4) + Self.number(content.count, 4) + Self.number(0, 2)
  }

  static func archive(_ files: [String: String]) -> [UInt8] {
    var writer = ZipWriter()
    for (name, text) in files.sorted(by: { $0.key < $1.key }) { writer.add(name, Array(text.utf8)) }
    return writer.bytes
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as ISO 3309 has it, bit by bit.
  private static func crc(_ bytes: [UInt8]) -> Int {
    let sum = bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return Int(~sum)
  }
}
