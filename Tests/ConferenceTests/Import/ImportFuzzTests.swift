import Foundation
import Testing

@testable import Conference

@Suite(.enabled(if: RealFolders.exist, "needs the folder ../shared/data beside the repository"))
struct ImportFuzzTests {
  @Test(
    "damaged folders are refused with an error or give a sound conference, and never crash",
    arguments: [("iclr2020/sitedata", 400), ("acl2020", 400), ("iclr2020-miniconf", 300)])
  func damaged(name: String, count: Int) throws {
    let files = try TrimmedFolder.files(of: name)
    let names = files.keys.sorted()
    var dice = SplitMix64(seed: 2020)
    for round in 0..<count {
      var damaged = files
      for _ in 0...Int.random(in: 0...2, using: &dice) {
        let file = names[Int.random(in: 0..<names.count, using: &dice)]
        damaged[file] = Self.damage(
          damaged[file] ?? [], other: files[names[Int.random(in: 0..<names.count, using: &dice)]] ?? [], &dice)
      }
      let reading = Importer.read(ConferenceFolder(files: damaged))
      if reading.errors.isEmpty {
        #expect(DraftCheck(reading.draft).problems == [], "round \(round)")
        if round.isMultiple(of: 20) { try RoundTrip.check(reading.draft) }
      } else {
        if reading.isAcceptable(skippingBadRows: true) {
          #expect(DraftCheck(reading.draft).problems == [], "round \(round)")
        }
        #expect(reading.errors.allSatisfy { !$0.message.isEmpty && !$0.place.file.isEmpty }, "round \(round)")
      }
    }
  }

  private static func damage(_ bytes: [UInt8], other: [UInt8], _ dice: inout SplitMix64) -> [UInt8] {
    guard !bytes.isEmpty else { return other }
    var result = bytes
    let place = Int.random(in: 0..<bytes.count, using: &dice)
    switch Int.random(in: 0..<8, using: &dice) {
    case 0: result[place] = UInt8.random(in: 0...255, using: &dice)
    case 1: result.removeSubrange(place...)
    case 2:
      result.insert(
        contentsOf: ["\"", "[", "{", "- ", ": ", ",", "|", "\n", "&a ", "*a"][Int.random(in: 0..<10, using: &dice)]
          .utf8, at: place)
    case 3: result.remove(at: place)
    case 4:
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = Int.random(in: 0..<lines.count, using: &dice)
      result = Array((lines[..<line] + [lines[line]] + lines[line...]).joined(separator: [0x0A]))
    case 5:
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      lines.remove(at: Int.random(in: 0..<lines.count, using: &dice))
      result = Array(lines.joined(separator: [0x0A]))
    case 6: result = Array(bytes[..<place] + other.suffix(other.count / 2))
    default: result = other
    }
    return result
  }
}
