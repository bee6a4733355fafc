/// Numbers and identifiers made of a uid, the same in every export.
enum ScheduleIdentity {
  /// A UUID of version 8 (RFC 9562, 5.8): 122 bits of two FNV-1a hashes, of the text and of the text backwards.
  static func guid(_ text: String) -> String {
    let high = hash(text.utf8) & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
    let low = hash(text.utf8.reversed()) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    var digits = hexadecimal(high) + hexadecimal(low)
    for position in [20, 16, 12, 8] { digits.insert("-", at: digits.index(digits.startIndex, offsetBy: position)) }
    return digits
  }

  /// A number from 1 to 2^31 - 1 for each of the uids, no two alike.
  ///
  /// It depends on the uid alone, but where two uids would have the same number, the one that sorts later goes on to
  /// the next free one.
  static func numbers(_ uids: [String]) -> [String: Int] {
    var taken: Set<Int> = []
    return uids.sorted().reduce(into: [:]) { numbers, uid in
      guard numbers[uid] == nil else { return }
      let hash = hash(uid.utf8)
      var number = Int((hash ^ hash >> 32) & 0x7FFF_FFFF)
      while number == 0 || !taken.insert(number).inserted { number = (number + 1) & 0x7FFF_FFFF }
      numbers[uid] = number
    }
  }

  /// Six digits and capital letters that say the same as the number: 36^6 is a little more than 2^31.
  static func code(_ number: Int) -> String {
    let digits = String(number, radix: 36, uppercase: true)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923).
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
