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
    var dice = SplitMix64(seed: 2020)
    for round in 0..<count {
      let damaged = FolderDamage.damaged(files, &dice)
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
}

/// The same through the database.
@Suite(.bothDatabases, .enabled(if: RealFolders.exist, "needs the folder ../shared/data beside the repository"))
struct ImportFuzzDatabaseTests {
  @Test(
    "a damaged folder is imported as a whole, so that its export imports as the same, or changes nothing",
    arguments: ["iclr2020/sitedata", "acl2020", "iclr2020-miniconf"])
  func imported(name: String) async throws {
    let files = try TrimmedFolder.files(of: name)
    let scratch = try ScratchImport()
    let first = try await run(files, into: scratch, isSkipping: true)
    #expect(first.isStored)
    var dice = SplitMix64(seed: 2026)
    for round in 0..<20 {
      let before = FolderExport(try await scratch.draft()).files
      let damaged = FolderDamage.damaged(files, &dice)
      let isSkipping = round.isMultiple(of: 2)
      let outcome = try await run(damaged, into: scratch, isSkipping: isSkipping)
      let after = try await scratch.draft()
      guard outcome.isStored else {
        #expect(FolderExport(after).files == before, "round \(round)")
        continue
      }
      #expect(DraftCheck(after).problems == [], "round \(round)")
      try RoundTrip.check(after)
      let again = try await run(damaged, into: scratch, isSkipping: isSkipping)
      #expect(again.changes?.isEmpty == true, "round \(round)")
    }
  }

  private func run(_ files: [String: [UInt8]], into scratch: ScratchImport, isSkipping: Bool) async throws
    -> FolderImport.Outcome
  {
    var options = FolderImport.Options()
    options.skippingBadRows = isSkipping
    return try await FolderImport(data: scratch.data, options: options).run(
      ConferenceFolder(files: files), named: "damaged", title: "Damaged", by: nil,
      now: Instant(milliseconds: 1_777_000_000_000))
  }
}

/// What disks, transfers and tired people do to files.
enum FolderDamage {
  /// The files with one to three of them damaged.
  static func damaged(_ files: [String: [UInt8]], _ dice: inout SplitMix64) -> [String: [UInt8]] {
    let names = files.keys.sorted()
    var damaged = files
    for _ in 0...Int.random(in: 0...2, using: &dice) {
      let file = names[Int.random(in: 0..<names.count, using: &dice)]
      damaged[file] = damage(
        damaged[file] ?? [], other: files[names[Int.random(in: 0..<names.count, using: &dice)]] ?? [], &dice)
    }
    return damaged
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
