/// Numbers that look random and are the same on every machine: SplitMix64 (Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", 2014).
struct StoryDice: Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// An own stream for a part of the story, so that adding to one part changes no other.
  init(seed: UInt64, part: String, number: Int = 0) {
    let name = part.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    state = seed ^ name
    state = next() &+ UInt64(truncatingIfNeeded: number)
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to but not including `bound`; 0 where `bound` is below 2.
  mutating func below(_ bound: Int) -> Int {
    bound < 2 ? 0 : Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// From 0 up to but not including 1.
  mutating func unit() -> Double {
    Double(next() >> 11) / 9_007_199_254_740_992
  }

  /// Roughly normal with mean 0 and deviation 1, by sums instead of logarithms, whose last digit differs by machine.
  mutating func bell() -> Double {
    (unit() + unit() + unit() + unit() - 2) * 1.732
  }

  mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// An index, as often as its weight says.
  mutating func index(weights: [Int]) -> Int {
    var rest = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return 0
  }

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[below(items.count)]
  }

  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var result = items
    for index in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(index, below(index + 1))
    }
    return result
  }
}
