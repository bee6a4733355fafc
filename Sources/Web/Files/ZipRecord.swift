import CZlib

/// What a ZIP archive says of one of its files (APPNOTE 6.3, 4.3.7 and 4.3.12), and at its end of all of them; with 64-bit fields only where 32 bits
/// are too few, since not every program knows them. Names are UTF-8 with slashes.
struct ZipRecord {
  let name: String
  let isPacked: Bool
  /// CRC-32 of the plain bytes.
  let sum: UInt
  /// In bytes, as it stands in the archive and plain; each less than 4 GB.
  let packed, size: Int

  /// What stands before the file.
  var head: [UInt8] {
    var head = Self.number(0x0403_4b50, 4) + facts + Self.number(0, 2)
    head += name.utf8
    return head
  }

  /// What stands in the directory of a file whose head is at `offset`.
  func entry(at offset: Int) -> [UInt8] {
    let isFar = offset >= Self.most
    let extra: [UInt8] = isFar ? Self.number(1, 2) + Self.number(8, 2) + Self.number(offset, 8) : []
    var entry = Self.number(0x0201_4b50, 4) + Self.number(0x0314, 2) + facts + Self.number(extra.count, 2)
    // It was made on Unix, as a file that its owner writes and everybody reads.
    entry += Self.number(0, 6) + Self.number(0o100_644 << 16, 4) + Self.number(isFar ? Self.most : offset, 4)
    entry += name.utf8
    return entry + extra
  }

  // Bit 11: the name is UTF-8. The first day that the format knows is the date of all.
  private var facts: [UInt8] {
    var facts = Self.number(20, 2) + Self.number(0x0800, 2) + Self.number(isPacked ? 8 : 0, 2)
    facts += Self.number(0, 2) + Self.number(0x0021, 2) + Self.number(Int(sum), 4)
    facts += Self.number(packed, 4) + Self.number(size, 4)
    return facts + Self.number(name.utf8.count, 2)
  }

  /// What says that 64-bit fields count.
  private static let most = 0xFFFF_FFFF

  /// The end of an archive whose directory of so many entries and bytes is at `offset` (4.3.14 to 4.3.16).
  static func end(count: Int, directory: Int, at offset: Int) -> [UInt8] {
    let isFar = count >= 0xFFFF || directory >= most || offset >= most
    var end = isFar ? farEnd(count, directory, offset) : []
    end += number(0x0605_4b50, 4) + number(0, 4) + number(min(count, 0xFFFF), 2) + number(min(count, 0xFFFF), 2)
    end += number(min(directory, most), 4) + number(min(offset, most), 4) + number(0, 2)
    return end
  }

  private static func farEnd(_ count: Int, _ directory: Int, _ offset: Int) -> [UInt8] {
    var end = number(0x0606_4b50, 4) + number(44, 8) + number(0x032D, 2) + number(45, 2) + number(0, 8)
    end += number(count, 8) + number(count, 8) + number(directory, 8) + number(offset, 8)
    // Where that is, on the only disk.
    end += number(0x0706_4b50, 4) + number(0, 4) + number(offset + directory, 8) + number(1, 4)
    return end
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

extension ZipRecord {
  /// A file that is in memory, deflated where that makes it smaller; with the bytes as they stand in the archive.
  static func packing(_ name: String, _ bytes: [UInt8]) -> (record: ZipRecord, bytes: [UInt8]) {
    let sum = bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    let smaller = deflated(bytes).flatMap { $0.count < bytes.count ? $0 : nil }
    let stored = smaller ?? bytes
    return (
      ZipRecord(name: name, isPacked: smaller != nil, sum: sum, packed: stored.count, size: bytes.count), stored
    )
  }

  /// Of what gzip makes, the part between its head of 10 bytes and its tail of 8 (RFC 1952).
  private static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
    Gzip.compressed(bytes).flatMap { $0.count > 18 ? Array($0[10..<($0.count - 8)]) : nil }
  }
}
