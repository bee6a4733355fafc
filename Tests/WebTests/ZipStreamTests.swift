import Foundation
import NIOCore
import Testing

@testable import Web

@Suite struct ZipStreamTests {
  @Test("what is sent block by block is an archive of the same files")
  func blocks() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let video = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 251) }
    let text = Array(String(repeating: "All that is known. ", count: 100).utf8)
    for (name, bytes) in [("talk.mp4", video), ("empty.pdf", [])] {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    var (sent, largest): ([UInt8], Int) = ([], 0)
    let take = { (buffer: ByteBuffer) async throws -> Void in
      sent += Array(buffer: buffer)
      largest = max(largest, buffer.readableBytes)
    }
    var archive = ZipStream()
    try await archive.add("my-data.json", text, take)
    for name in ["talk.mp4", "empty.pdf"] {
      let file = try #require(try OpenFile(below: folder.path, name, followsLinks: false))
      try await archive.add("paper/p/\(name)", file, take)
    }
    try await archive.finish(take)
    #expect(largest <= 256 << 10)
    let files = try ZipArchive(sent).files
    #expect(files == ["my-data.json": text, "paper/p/talk.mp4": video, "paper/p/empty.pdf": []])
  }

  @Test("64-bit fields are there only where 32 bits are too few")
  func far() {
    let record = ZipRecord(name: "talk.mp4", isPacked: false, sum: 1, packed: 10, size: 10)
    let (near, far) = (record.entry(at: 1 << 31), record.entry(at: 5 << 30))
    #expect(far.count == near.count + 12)
    #expect(far.suffix(8) == [0, 0, 0, 0x40, 1, 0, 0, 0])
    #expect(ZipRecord.end(count: 1, directory: 54, at: 1 << 31).count == 22)
    let end = ZipRecord.end(count: 70_000, directory: 54, at: 5 << 30)
    #expect(end.count == 56 + 20 + 22)
    #expect(end.prefix(4) == [0x50, 0x4B, 6, 6])
    #expect(end.suffix(22).prefix(4) == [0x50, 0x4B, 5, 6])
  }
}
