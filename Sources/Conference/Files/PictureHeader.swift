/// What the first bytes of a picture say of it, read before anything decodes it.
struct PictureHeader: Hashable, Sendable {
  enum Format: String, Sendable { case png, jpeg, webp }

  var format: Format
  var width: Int
  var height: Int
  /// How to turn it, as EXIF counts: 1 is upright.
  var orientation = 1

  /// Nil where the bytes are no picture in one of the formats.
  init?(_ bytes: [UInt8]) {
    guard let found = Self.png(bytes) ?? Self.webp(bytes) ?? Self.jpeg(bytes), found.width > 0, found.height > 0 else {
      return nil
    }
    self = found
  }

  private init(_ format: Format, _ width: Int, _ height: Int) {
    (self.format, self.width, self.height) = (format, width, height)
  }

  var pixels: Int { width.multipliedReportingOverflow(by: height).partialValue }

  /// W3C PNG, 5.2 and 11.2.2.
  private static func png(_ bytes: [UInt8]) -> PictureHeader? {
    guard bytes.count > 33, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      has("IHDR", bytes, at: 12)
    else {
      return nil
    }
    return PictureHeader(.png, big(bytes, 16, 4), big(bytes, 20, 4))
  }

  /// RFC 9649, 2.5 to 2.7 and 3.4.
  private static func webp(_ bytes: [UInt8]) -> PictureHeader? {
    guard bytes.count > 30, has("RIFF", bytes, at: 0), has("WEBP", bytes, at: 8) else { return nil }
    if has("VP8X", bytes, at: 12) { return PictureHeader(.webp, little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1) }
    if has("VP8 ", bytes, at: 12) {
      return PictureHeader(.webp, little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF)
    }
    guard has("VP8L", bytes, at: 12) else { return nil }
    let bits = little(bytes, 21, 4)
    return PictureHeader(.webp, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
  }

  /// ITU T.81, B.1 and B.2: the segments up to the first that begins a frame.
  private static func jpeg(_ bytes: [UInt8]) -> PictureHeader? {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
    var (position, orientation) = (2, 1)
    while position + 9 < bytes.count, bytes[position] == 0xFF {
      let (marker, length) = (bytes[position + 1], big(bytes, position + 2, 2))
      if marker == 0xFF { position += 1; continue }
      guard length >= 2, marker != 0xD9, marker != 0xDA else { return nil }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        var header = PictureHeader(.jpeg, big(bytes, position + 7, 2), big(bytes, position + 5, 2))
        header.orientation = orientation
        return header
      }
      if marker == 0xE1 {
        orientation =
          self.orientation(bytes[min(position + 4, bytes.count)..<min(position + 2 + length, bytes.count)])
          ?? orientation
      }
      position += 2 + length
    }
    return nil
  }

  /// The tag 0x0112 of the first directory (Exif 2.32, 4.6.2).
  private static func orientation(_ segment: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(segment)
    guard bytes.count > 16, has("Exif", bytes, at: 0) else { return nil }
    let isBig = has("MM", bytes, at: 6)
    let number = { (place: Int, count: Int) in
      place + count <= bytes.count ? (isBig ? big(bytes, place, count) : little(bytes, place, count)) : 0
    }
    let directory = 6 + number(10, 4)
    for entry in 0..<min(number(directory, 2), 200) where number(directory + 2 + 12 * entry, 2) == 0x0112 {
      let value = number(directory + 10 + 12 * entry, 2)
      return (1...8).contains(value) ? value : nil
    }
    return nil
  }

  private static func has(_ text: StaticString, _ bytes: [UInt8], at place: Int) -> Bool {
    text.withUTF8Buffer { place + $0.count <= bytes.count && bytes[place..<(place + $0.count)].elementsEqual($0) }
  }

  private static func big(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    bytes[place..<(place + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    bytes[place..<(place + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
