import CZlib

/// A ZIP archive that is made in memory (APPNOTE 6.3), of files that are compressed.
struct ZipFile {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file; names are UTF-8 with slashes.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let packed = Self.deflated(bytes)
    let isPacked = packed.map { $0.count < bytes.count } ?? false
    let stored = isPacked ? packed ?? bytes : bytes
    let sum = bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    // Bit 11: the name is UTF-8. The first day that the format knows is the date of all.
    var facts = Self.number(20, 2) + Self.number(0x0800, 2) + Self.number(isPacked ? 8 : 0, 2)
    facts += Self.number(0, 2) + Self.number(0x0021, 2) + Self.number(Int(sum), 4)
    facts += Self.number(stored.count, 4) + Self.number(bytes.count, 4)
    facts += Self.number(name.utf8.count, 2) + Self.number(0, 2)
    directory += Self.number(0x0201_4b50, 4) + Self.number(0x0314, 2) + facts + Self.number(0, 6)
    directory += Self.number(0o100_644 << 16, 4) + Self.number(content.count, 4) + name.utf8
    content += Self.number(0x0403_4b50, 4) + facts + name.utf8 + stored
    count += 1
  }

  var bytes: [UInt8] {
    let end = Self.number(0x0605_4b50, 4) + Self.number(0, 4) + Self.number(count, 2) + Self.number(count, 2)
    let sizes = Self.number(directory.count, 4) + Self.number(content.count, 4) + Self.number(0, 2)
    return content + directory + end + sizes
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// Of what gzip makes, the part between its head of 10 bytes and its tail of 8 (RFC 1952).
  private static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
    Gzip.compressed(bytes).flatMap { $0.count > 18 ? Array($0[10..<($0.count - 8)]) : nil }
  }
}
