import Foundation
import Testing

@testable import Conference

@Suite struct FolderFuzzTests {
  private static let samples: [String: String] = [
    "a.csv":
      "UID,title,authors,abstract\r\n1,\"On \"\"Trees\"\", 2\",Ada|Émile,\"one\ntwo\"\r\n2,🎓,Emmy,\r\n\r\n3,x\r\n",
    "a.tsv": "name\tlevel\timage\nÅcme\tGold\t<a href='x'>y</a>\n\"B\"\tSilver\t\n",
    "a.json":
      #"{"p1": {"content": {"TL;DR": "é\u00e9\ud83c\udf93", "keywords": ["a", "b"]}, "n": [-1.5e3, true, null]}}"#,
    "a.yml": """
    # all times in UTC
    base: &base {tier: Gold, size: 2}
    socials:
      - name: "Open source — tools
    and \\"practices\\" \\u00e9"
        times: [16:00-18:00 GMT, 'it''s']
        <<: *base
      - ? name
        : !!str 12:30:45
        text: |
          one
            two
        more: >-
          folded é 🎓
    """,
  ]

  @Test("the samples are read without an error before they are damaged", arguments: samples.keys.sorted())
  func undamaged(name: String) throws {
    var problems = Problems()
    let folder = ConferenceFolder(files: [name: Array(try #require(Self.samples[name]).utf8)])
    #expect(folder.table(file: name, problems: &problems) != nil)
    #expect(problems.errors == [])
  }

  @Test(
    "3,000 damaged files of each format never crash, and nothing is refused without a word",
    arguments: samples.keys.sorted())
  func damaged(name: String) {
    var random = SplitMix64(seed: 2_020)
    let originals = Self.originals(name).map { Array($0.utf8) }
    for round in 0..<3_000 {
      var bytes = originals[round % originals.count]
      for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, using: &random) }
      check(bytes, name: name)
      // Some damage makes bytes that are no text at all: repaired, they reach the parsers too.
      check(Array(String(decoding: bytes, as: UTF8.self).utf8), name: name)
    }
  }

  private static func originals(_ name: String) -> [String] {
    let real = ["a.csv": "acl2020/srw_papers.csv", "a.tsv": "iclr2020/sitedata/sponsors.tsv"]
      .merging(["a.json": "iclr2020/sitedata/papers.json", "a.yml": "iclr2020/sitedata/socials.yml"]) { first, _ in
        first
      }
    let contents = real[name].flatMap { FileManager.default.contents(atPath: RealFolders.root + "/" + $0) }
    return [samples[name], contents.map { String(decoding: $0.prefix(1_500), as: UTF8.self) }].compactMap(\.self)
  }

  private func check(_ bytes: [UInt8], name: String) {
    var problems = Problems()
    let table = ConferenceFolder(files: [name: bytes]).table(file: name, problems: &problems)
    if table == nil { #expect(!problems.isEmpty, "\(bytes)") }
    let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
    #expect(
      problems.sorted.allSatisfy { (0...lines).contains($0.place.line) && $0.place.column <= bytes.count + 1 },
      "\(bytes)")
    for record in table?.records(under: ["socials"]) ?? [] {
      #expect(record.place.line <= lines, "\(bytes)")
      let known = record.flattened("content")
      #expect(known.list("authors", "keywords", "times").allSatisfy { !$0.isEmpty }, "\(bytes)")
    }
  }

  private func mutate(_ bytes: inout [UInt8], using random: inout SplitMix64) {
    guard !bytes.isEmpty else { return bytes.append(UInt8.random(in: 0...255, using: &random)) }
    let start = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
    let target = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[start] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case 1: bytes[start] = Array("\"'\\,;:[]{}\n\r\t -#&*!|>%@?<~".utf8).randomElement(using: &random) ?? 0
    case 2: bytes.removeSubrange(start...)
    case 3: bytes.insert(contentsOf: Array(bytes[start..<end]), at: target)
    case 4: bytes.removeSubrange(start..<end)
    default: bytes.replaceSubrange(target..<min(bytes.count, target + end - start), with: Array(bytes[start..<end]))
    }
  }
}
