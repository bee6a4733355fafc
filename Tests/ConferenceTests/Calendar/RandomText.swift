/// Texts that are the same in every run, made of what is awkward in text formats and of everything else.
struct RandomText {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64 (Steele, Lea, Flood, 2014).
  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }

  mutating func text(upTo length: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<number(below: length + 1) { scalars.append(scalar()) }
    return String(scalars)
  }

  private mutating func scalar() -> Unicode.Scalar {
    let awkward: [Unicode.Scalar] = [
      "\\", ";", ",", ":", "\"", "\n", "\r", "\t", " ", "n", "{", "}", "$", "&", "<", "%",
    ]
    switch number(below: 4) {
    case 0: return awkward[number(below: awkward.count)]
    case 1: return Unicode.Scalar(UInt8(number(below: 128)))
    case 2: return Unicode.Scalar(UInt32(number(below: 0xD800))) ?? " "
    default: return Unicode.Scalar(UInt32(0xE000 + number(below: 0x11_0000 - 0xE000))) ?? " "
    }
  }
}
