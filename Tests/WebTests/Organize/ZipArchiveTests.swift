import Conference
import Foundation
import Testing

@testable import Web

@Suite struct ZipArchiveTests {
  /// Tries an archive with each of some changes, of which any makes it wrong.
  private func refused(_ changes: [(inout ZipWriter) -> Void]) throws {
    var letIn = 0
    for change in changes {
      var writer = ZipWriter()
      writer.add("papers.csv", Array("id,title\n".utf8))
      #expect(try ZipArchive(writer.bytes).files.count == 1)
      change(&writer)
      if Self.isLetIn(writer.bytes) { letIn += 1 }
    }
    print("tried \(changes.count), let in \(letIn)")
    #expect(letIn == 0)
  }

  private static func isLetIn(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try ZipArchive(bytes)
      return true
    } catch {
      #expect(error is ConferenceError)
      return false
    }
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

  @Test("a name that leads out of the folder is refused")
  func names() throws {
    let names = ["../a.csv", "/etc/passwd", "a/../../b", "a\\b.csv", "C:/a", "a//b", "./a", "a\u{0}b", ""]
    try refused(names.map { name in { (writer: inout ZipWriter) in writer.add(name, []) } })
  }

  @Test("links, encrypted files, files that are there twice and unusual packing are refused")
  func kinds() throws {
    try refused([
      { $0.add("link", Array("/etc/passwd".utf8), mode: 0o120_777) },
      { $0.add("secret.csv", [1, 2, 3], flags: 1) },
      { $0.add("papers.csv", []) },
      { $0.add("a.csv", [1, 2, 3], method: 12) },
    ])
  }

  @Test("a file that is not what the archive says of it is refused: its size, its sum, its packing")
  func lies() throws {
    try refused([
      { $0.add("a.csv", [1, 2, 3], size: 4) }, { $0.add("a.csv", [1, 2, 3], crc: 1) },
      { $0.add("a.csv", [1, 2, 3], method: 8) },
    ])
  }

  @Test("what would fill the memory is refused before it is unpacked")
  func bombs() throws {
    let zeros = [UInt8](repeating: 0, count: 1 << 20)
    try refused([
      { $0.add("a.csv", [1, 2, 3], method: 8, size: 60 << 20) },
      { $0.add("a.csv", zeros, method: 8, size: 65 << 20) },
      { writer in for index in 0..<3 { writer.add("\(index).csv", zeros, method: 8, size: 50 << 20) } },
    ])
  }

  @Test("an archive that was cut off or damaged anywhere is refused or read as it was, never worse")
  func damaged() throws {
    let whole = ZipWriter.archive(["papers.csv": "id,title\n1,One\n", "media/a.txt": "A"])
    var letIn = (0..<whole.count).count { Self.isLetIn(Array(whole.prefix($0))) }
    for position in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[position] ^= 1 << UInt8(bit)
        if let archive = try? ZipArchive(bytes), archive.files.values.contains(where: { $0.count > 20 }) { letIn += 1 }
      }
    }
    print("tried \(9 * whole.count), let in \(letIn)")
    #expect(letIn == 0)
  }
}
