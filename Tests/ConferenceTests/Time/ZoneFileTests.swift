import Foundation
import Testing

@testable import Conference

@Suite struct ZoneFileTests {
  /// The bytes of a header, six counts in the order of the format, and what follows.
  private func block(_ version: Character, _ counts: [UInt8], _ body: [UInt8]) -> [UInt8] {
    let head = Array("TZif".utf8) + [version.asciiValue ?? 0] + [UInt8](repeating: 0, count: 15)
    return head + counts.flatMap { [0, 0, 0, $0] } + body
  }

  private let hour: [UInt8] = [0, 0, 0x0E, 0x10, 0, 0]
  private let zero: [UInt8] = [0, 0, 0, 0, 0, 0]
  private let name = Array("AAA\0".utf8)

  /// A file of the version with no transitions but the rule.
  private func file(_ version: Character, rule: String) -> [UInt8] {
    let body = zero + name
    return block(version, [0, 0, 0, 0, 1, 4], body) + block(version, [0, 0, 0, 0, 1, 4], body)
      + Array("\n\(rule)\n".utf8)
  }

  @Test("versions 2 to 4 take times of 64 bits and the rule at the end", arguments: ["2", "3", "4"])
  func versions(version: Character) throws {
    let rules = try #require(ZoneFile.rules(from: file(version, rule: "CET-1CEST,M3.5.0,M10.5.0/3")))
    #expect(rules.period(at: 1_594_000_000).offset == 7200)
    #expect(rules.period(at: 0).offset == 3600)
    let plain = try #require(ZoneFile.rules(from: file(version, rule: "")))
    #expect(plain.period(at: 0) == .init(start: .min, end: .max, offset: 0))
  }

  @Test("version 1 takes times of 32 bits and keeps the last offset")
  func versionOne() throws {
    let body: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 10] + [1, 0] + zero + hour + name
    let rules = try #require(ZoneFile.rules(from: block("\0", [0, 0, 0, 2, 2, 4], body)))
    #expect(rules.transitions == [-1, 10])
    #expect([-2, -1, 9, 10, 1_000_000_000_000].map { rules.period(at: $0).offset } == [0, 3600, 3600, 0, 0])
  }

  @Test("a file that contradicts the format is refused")
  func contradictions() {
    func refused(_ counts: [UInt8], _ body: [UInt8]) -> Bool {
      ZoneFile.rules(from: block("\0", counts, body)) == nil
    }
    #expect(!refused([0, 0, 0, 0, 1, 4], zero + name))
    #expect(refused([0, 0, 0, 0, 0, 4], name), "no type")
    #expect(refused([0, 0, 0, 0, 1, 0], zero), "no name")
    #expect(refused([0, 0, 1, 0, 1, 4], zero + name + [UInt8](repeating: 0, count: 8)), "leap seconds")
    #expect(refused([0, 0, 0, 2, 1, 4], [0, 0, 0, 9, 0, 0, 0, 9, 0, 0] + zero + name), "times not ascending")
    #expect(refused([0, 0, 0, 1, 1, 4], [0, 0, 0, 9, 1] + zero + name), "an unknown type")
    #expect(refused([0, 0, 0, 0, 1, 4], [0x7F, 0, 0, 0, 0, 0] + name), "an offset of years")
    #expect(refused([0, 0, 0, 0, 1, 4], [0, 0, 0, 0, 2, 0] + name), "neither summer nor not")
    #expect(refused([0, 0, 0, 0, 1, 4], [0, 0, 0, 0, 0, 4] + name), "a name out of bounds")
    #expect(refused([2, 0, 0, 0, 1, 4], zero + name + [0, 0]), "indicators for other types")
    #expect(ZoneFile.rules(from: file("5", rule: "WAT-1")) == nil, "an unknown version")
    #expect(ZoneFile.rules(from: file("2", rule: "nonsense")) == nil)
    #expect(ZoneFile.rules(from: []) == nil)
  }

  @Test(
    "a real file cut off anywhere is refused, and one with flipped bytes never leads out of bounds",
    .enabled(if: Zones.isAvailable, "needs the time zone database (tzdata)"),
    arguments: ["America/Nuuk", "Asia/Gaza", "Europe/Lisbon"])
  func damage(id: String) throws {
    let path = try #require(Zones.directory) + "/" + id
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    #expect(ZoneFile.rules(from: bytes) != nil)
    for length in bytes.indices { #expect(ZoneFile.rules(from: Array(bytes[..<length])) == nil) }
    var dice = TimeDice(seed: 5)
    for _ in 0..<2000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        // Half of the flips hit the header, where they do most.
        let range = Bool.random(using: &dice) ? 0..<60 : bytes.indices
        let index = Int.random(in: range, using: &dice)
        damaged[index] = .random(in: 0...255, using: &dice)
      }
      if let rules = ZoneFile.rules(from: damaged) { use(Zone(id: id, rules: rules), &dice) }
    }
  }

  private func use(_ zone: Zone, _ dice: inout TimeDice) {
    let instants = [.earliest, .latest, Instant(milliseconds: .random(in: 0...4_000_000_000_000, using: &dice))]
    for instant in instants {
      #expect(ZoneRules.offsetBounds.contains(zone.offset(at: instant)))
      let back = zone.instant(of: zone.wall(at: instant))
      #expect(abs(back - instant) <= 2 * 93_600_000)
    }
  }
}
