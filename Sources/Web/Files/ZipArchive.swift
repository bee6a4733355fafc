import CZlib
import Conference

/// The files of a ZIP archive (APPNOTE 6.3), read strictly and within bounds: encrypted, split and 64-bit archives, links, names
/// that lead out, and what unpacks to more than it says are refused.
struct ZipArchive {
  /// So many bytes may the files have together, unpacked.
  static let most = 128 << 20
  /// No text, table or picture shrinks to less than this part of itself; archives made to fill a memory do.
  static let highestRatio = 250

  private(set) var files: [String: [UInt8]] = [:]
  private let bytes: [UInt8]
  private var total = 0

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let (count, start) = try Self.directory(bytes)
    var position = start
    for _ in 0..<count {
      let entry = try ZipEntry(bytes, at: position)
      position = entry.end
      try take(entry)
    }
  }

  /// How many entries there are, and where the first of them is told of.
  private static func directory(_ bytes: [UInt8]) throws -> (count: Int, start: Int) {
    let lowest = max(0, bytes.count - 65_557)
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: lowest, by: -1).first(where: {
        number(bytes, $0, 4) == 0x0605_4b50 && $0 + 22 + (number(bytes, $0 + 20, 2) ?? -1) == bytes.count
      }),
      let disk = number(bytes, end + 4, 4), let here = number(bytes, end + 8, 2),
      let count = number(bytes, end + 10, 2),
      let start = number(bytes, end + 16, 4)
    else { throw refused("it is no ZIP archive, or was cut off") }
    guard disk == 0, here == count, count < 0xFFFF, start < 0xFFFF_FFFF else {
      throw refused("it is split, or too large")
    }
    guard count <= ConferenceFolder.countLimit else {
      throw refused("it has more than \(ConferenceFolder.countLimit) files")
    }
    return (count, start)
  }

  private mutating func take(_ entry: ZipEntry) throws {
    let shown = entry.name.prefix(80)
    guard entry.isSafe else {
      throw Self.refused("“\(shown)” leads out of the folder, or is no name that every system has")
    }
    guard entry.isWanted else { return }
    guard files[entry.name] == nil else { throw Self.refused("“\(shown)” is in it twice") }
    total += entry.size
    guard total <= Self.most, entry.size <= ConferenceFolder.sizeLimit else {
      throw Self.refused(
        "it unpacks to more than \(Self.most >> 20) MB, or “\(shown)” to more than \(ConferenceFolder.sizeLimit >> 20) MB"
      )
    }
    guard entry.size <= 1 << 20 || entry.size / max(entry.packed, 1) <= Self.highestRatio else {
      throw Self.refused("“\(shown)” unpacks to \(entry.size / max(entry.packed, 1)) times its size")
    }
    files[entry.name] = try unpacked(entry)
  }

  private func unpacked(_ entry: ZipEntry) throws -> [UInt8] {
    let head = entry.offset
    guard Self.number(bytes, head, 4) == 0x0403_4b50, let name = Self.number(bytes, head + 26, 2),
      let extra = Self.number(bytes, head + 28, 2), head + 30 + name + extra + entry.packed <= bytes.count
    else { throw Self.refused("“\(entry.name.prefix(80))” is damaged") }
    let content = bytes[(head + 30 + name + extra)...].prefix(entry.packed)
    let result: [UInt8]? =
      switch entry.method {
      case 0: entry.size == entry.packed ? Array(content) : nil
      case 8: Self.inflated(Array(content), size: entry.size)
      default:
        throw Self.refused(
          "“\(entry.name.prefix(80))” is packed in an unusual way; make the archive with your system's own program")
      }
    guard let result, Int(crc32(0, result, UInt32(result.count))) == entry.crc else {
      throw Self.refused("“\(entry.name.prefix(80))” is damaged")
    }
    return result
  }

  /// Exactly so many bytes, or nil.
  private static func inflated(_ packed: [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard hatata_inflate_init_raw(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var packed = packed
    // One byte more than promised, so that a longer stream is noticed.
    var result = [UInt8](repeating: 0, count: size + 1)
    let room = UInt32(result.count)
    let status = packed.withUnsafeMutableBufferPointer { input in
      result.withUnsafeMutableBufferPointer { output in
        (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
        (stream.next_out, stream.avail_out) = (output.baseAddress, room)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, Int(stream.total_out) == size else { return nil }
    result.removeLast()
    return result
  }

  /// A number of so many bytes, the lowest first; nil beyond the end.
  static func number(_ bytes: [UInt8], _ position: Int, _ width: Int) -> Int? {
    guard position >= 0, position + width <= bytes.count else { return nil }
    return (0..<width).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }

  static func refused(_ problem: String) -> ConferenceError {
    .invalid(
      field: "The archive", problem: problem,
      advice: "Put your folder's files into a new .zip archive, and upload that.")
  }
}

extension ZipArchive {
  /// The conference's folder in it, which may lie in one folder or be the `sitedata` of a portal.
  var folder: ConferenceFolder {
    var files = files
    if let first = files.keys.first?.split(separator: "/", maxSplits: 1).first, first != "sitedata",
      files.keys.allSatisfy({ $0.hasPrefix(first + "/") })
    {
      files = Dictionary(uniqueKeysWithValues: files.map { (String($0.dropFirst(first.count + 1)), $1) })
    }
    let named = files.map { ($0.hasPrefix("sitedata/") ? String($0.dropFirst(9)) : $0, $1) }
    return ConferenceFolder(files: Dictionary(named, uniquingKeysWith: { first, _ in first }))
  }
}
