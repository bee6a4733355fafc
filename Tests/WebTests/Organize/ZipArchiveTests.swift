import Conference
import Foundation
import Testing

@testable import Web

@Suite struct ZipArchiveTests {
  private func refused(_ change: (inout ZipWriter) -> Void) throws {
    var writer = ZipWriter()
    writer.add("papers.csv", Array("id,title\n".utf8))
    #expect(try ZipArchive(writer.bytes).files.count == 1)
    change(&writer)
    #expect(throws: ConferenceError.self) { try ZipArchive(writer.bytes) }
  }

  @Test("an archive of another program is read, without its outer folder and what an operating system puts beside")
  func read() throws {
    let text =
      "UEsDBBQAAAAIAAAAIVy8mJfYFgAAAHEAAAAPAAAAY29uZi9wYXBlcnMuY3N2y0zRKcksyUnlKjDUycnPz1WgMcEFAFBLAwQUAAAAAAAAACFcgxbcjAEAAAABAAAADgAAAGNvbmYvLkRTX1N0b3JleFBLAQIUAxQAAAAIAAAAIVy8mJfYFgAAAHEAAAAPAAAAAAAAAAAAAACAAQAAAABjb25mL3BhcGVycy5jc3ZQSwECFAMUAAAAAAAAACFcgxbcjAEAAAABAAAADgAAAAAAAAAAAAAAgAFDAAAAY29uZi8uRFNfU3RvcmVQSwUGAAAAAAIAAgB5AAAAcAAAAAAA"
    let bytes = Array(try #require(Data(base64Encoded: text)))
    let folder = try ZipArchive(bytes).folder
    #expect(folder.names == ["papers.csv"])
    #expect(try folder.bytes("papers.csv").starts(with: "id,title\np1,loom loom".utf8))
  }

  @Test(
    "a name that leads out of the folder is refused",
    arguments: ["../a.csv", "/etc/passwd", "a/../../b", "a\\b.csv", "C:/a", "a//b", "./a", "a\u{0}b", ""])
  func names(name: String) throws { try refused { $0.add(name, []) } }

  @Test("links, encrypted files, files that are there twice and unusual packing are refused")
  func kinds() throws {
    try refused { $0.add("link", Array("/etc/passwd".utf8), mode: 0o120_777) }
    try refused { $0.add("secret.csv", [1, 2, 3], flags: 1) }
    try refused { $0.add("papers.csv", []) }
    try refused { $0.add("a.csv", [1, 2, 3], method: 12) }
  }

  @Test("a file that is not what the archive says of it is refused: its size, its sum, its packing")
  func lies() throws {
    try refused { $0.add("a.csv", [1, 2, 3], size: 4) }
    try refused { $0.add("a.csv", [1, 2, 3], crc: 1) }
    try refused { $0.add("a.csv", [1, 2, 3], method: 8) }
  }

  @Test("what would fill the memory is refused before it is unpacked")
  func bombs() throws {
    try refused { $0.add("a.csv", [1, 2, 3], method: 8, size: 60 << 20) }
    try refused { $0.add("a.csv", [UInt8](repeating: 0, count: 1 << 20), method: 8, size: 65 << 20) }
    try refused { writer in
      for index in 0..<3 {
        writer.add("\(index).csv", [UInt8](repeating: 0, count: 1 << 20), method: 8, size: 50 << 20)
      }
    }
  }

  @Test("an archive that was cut off or damaged anywhere is refused or read as it was, never worse")
  func damaged() throws {
    let whole = ZipWriter.archive(["papers.csv": "id,title\n1,One\n", "media/a.txt": "A"])
    for length in 0..<whole.count {
      #expect(throws: ConferenceError.self) { try ZipArchive(Array(whole.prefix(length))) }
    }
    for position in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[position] ^= 1 << UInt8(bit)
        if let archive = try? ZipArchive(bytes) { #expect(archive.files.values.allSatisfy { $0.count <= 20 }) }
      }
    }
  }
}
