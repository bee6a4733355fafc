import Conference

/// What the directory says of a file.
struct ZipEntry {
  let name: String
  let method, crc, packed, size, offset, end: Int

  init(_ bytes: [UInt8], at position: Int) throws {
    func field(_ offset: Int, _ width: Int) throws -> Int {
      guard let value = ZipArchive.number(bytes, position + offset, width) else { throw Self.damaged }
      return value
    }
    guard try field(0, 4) == 0x0201_4b50 else { throw Self.damaged }
    let (nameLength, flags) = (try field(28, 2), try field(8, 2))
    end = position + 46 + nameLength + (try field(30, 2)) + (try field(32, 2))
    guard end <= bytes.count,
      let name = String(validating: bytes[(position + 46)..<(position + 46 + nameLength)], as: UTF8.self)
    else { throw ZipArchive.refused("a name in it is not UTF-8") }
    self.name = name
    (method, crc, packed) = (try field(10, 2), try field(16, 4), try field(20, 4))
    (size, offset) = (try field(24, 4), try field(42, 4))
    guard flags & 0x2041 == 0 else { throw ZipArchive.refused("“\(name.prefix(80))” is encrypted") }
    // The upper half holds the file's mode where the archive was made on Unix.
    guard (try field(38, 4) >> 16) & 0xF000 != 0xA000 else {
      throw ZipArchive.refused("“\(name.prefix(80))” is a link")
    }
  }

  private static var damaged: ConferenceError { ZipArchive.refused("its directory is damaged") }

  /// Whether it is a file that organizers put there, rather than a folder or what an operating system adds.
  var isWanted: Bool {
    !name.hasSuffix("/") && !name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  var isSafe: Bool {
    !name.isEmpty && name.utf8.count <= 400 && !name.hasPrefix("/") && !name.contains("\\") && !name.contains(":")
      && name.unicodeScalars.allSatisfy { $0.value >= 32 }
      && !name.split(separator: "/", omittingEmptySubsequences: false).dropLast(name.hasSuffix("/") ? 1 : 0)
        .contains { $0 == ".." || $0 == "." || $0.isEmpty }
  }
}
