/// Reads compiled zone files: TZif, RFC 9636 (versions 1 to 4), without leap seconds.
struct ZoneFile {
  private struct Counts {
    var universal = 0, standard = 0, leaps = 0, transitions = 0, types = 0, characters = 0

    /// The bytes of the block that follows the header, given the bytes of a time in it.
    func size(time: Int) -> Int {
      transitions * (time + 1) + types * 6 + characters + leaps * (time + 4) + standard + universal
    }
  }

  private var bytes: ArraySlice<UInt8>

  /// Nil where the bytes are cut off, contradict the format, or count leap seconds.
  static func rules(from bytes: [UInt8]) -> ZoneRules? {
    var file = ZoneFile(bytes: bytes[...])
    guard let (version, counts) = file.header() else { return nil }
    guard version >= UInt8(ascii: "2") else { return file.rules(counts, timeSize: 4) }
    guard file.take(counts.size(time: 4)) != nil, let (_, counts) = file.header() else { return nil }
    return file.rules(counts, timeSize: 8)
  }

  private mutating func header() -> (version: UInt8, counts: Counts)? {
    guard let magic = take(4), magic.elementsEqual("TZif".utf8), let version = take(16)?.first else { return nil }
    var numbers: [Int] = []
    for _ in 0..<6 {
      guard let number = take(4) else { return nil }
      numbers.append(Int(Self.integer(number)) & 0xFFFF_FFFF)
    }
    let counts = Counts(
      universal: numbers[0], standard: numbers[1], leaps: numbers[2], transitions: numbers[3], types: numbers[4],
      characters: numbers[5])
    let isKnown = version == 0 || (UInt8(ascii: "2")...UInt8(ascii: "4")).contains(version)
    return isKnown ? (version, counts) : nil
  }

  private mutating func rules(_ counts: Counts, timeSize: Int) -> ZoneRules? {
    guard counts.leaps == 0, (1...256).contains(counts.types), counts.characters > 0,
      [0, counts.types].contains(counts.standard), [0, counts.types].contains(counts.universal),
      counts.size(time: timeSize) <= bytes.count,
      let times = take(counts.transitions * timeSize), let indices = take(counts.transitions),
      let records = take(counts.types * 6),
      take(counts.characters + counts.standard + counts.universal) != nil,
      let types = Self.offsets(records, characters: counts.characters),
      let footer = timeSize == 8 ? footer() : .some(nil)
    else { return nil }
    return Self.rules(
      transitions: Self.chunks(times, of: timeSize).map(Self.integer), indices: indices.map(Int.init), types: types,
      yearly: footer)
  }

  private static func rules(
    transitions: [Int64], indices: [Int], types: [Int], yearly: YearlyRule?
  ) -> ZoneRules? {
    guard zip(transitions, transitions.dropFirst()).allSatisfy(<), indices.allSatisfy(types.indices.contains) else {
      return nil
    }
    return ZoneRules(transitions: transitions, offsets: ([0] + indices).map { types[$0] }, yearly: yearly)
  }

  /// The offset of each six-byte local time type, or nil if one of them is out of bounds.
  private static func offsets(_ records: ArraySlice<UInt8>, characters: Int) -> [Int]? {
    var offsets: [Int] = []
    for record in chunks(records, of: 6) {
      let (offset, tail) = (Int(integer(record.prefix(4))), record.suffix(2))
      guard ZoneRules.offsetBounds.contains(offset), let isSummer = tail.first, isSummer <= 1,
        let name = tail.last, Int(name) < characters
      else { return nil }
      offsets.append(offset)
    }
    return offsets
  }

  /// The rule between the two line feeds at the end: nil if malformed, an inner nil if there is none.
  private mutating func footer() -> YearlyRule?? {
    let lineFeed = UInt8(ascii: "\n")
    guard take(1)?.first == lineFeed, let end = bytes.firstIndex(of: lineFeed) else { return nil }
    let text = bytes[..<end]
    guard !text.isEmpty else { return .some(nil) }
    return YearlyRule(text: String(decoding: text, as: UTF8.self)).map { .some($0) }
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= bytes.count else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  private static func chunks(_ bytes: ArraySlice<UInt8>, of size: Int) -> [ArraySlice<UInt8>] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map { bytes[$0..<($0 + size)] }
  }

  /// Big-endian two's complement of four or eight bytes.
  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int64 {
    let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return bytes.count == 4 ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(bitPattern: bits)
  }
}
