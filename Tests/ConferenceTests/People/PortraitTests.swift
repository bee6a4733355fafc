import Foundation
import Testing

@testable import Conference

@Suite struct PortraitTests {
  private func inFolder(_ body: (PictureFolder, String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(PictureFolder.portraits(DataFolder(path: path)), path + "/portraits")
  }

  @Test("a picture becomes a square JPEG without what else was in its file", arguments: ["png", "jpg", "webp"])
  func kept(ending: String) async throws {
    try await inFolder { portraits, folder in
      let canary = "canary-\(ending)"
      let sent = try PictureSamples.picture(ending, metadata: canary) + Array("<script>\(canary)</script>".utf8)
      let name = try await portraits.keep(sent)
      let bytes = try #require(portraits.bytes(name))
      let header = try #require(PictureHeader(bytes))
      #expect(header.format == .jpeg)
      #expect((header.width, header.height) == (256, 256))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("canary"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [name])
      portraits.remove(name)
      #expect(portraits.bytes(name) == nil)
    }
  }

  @Test("of 16 files that lie about what they are, none is let in and none stays")
  func liars() async throws {
    try await inFolder { portraits, folder in
      let liars = try PictureSamples.liars()
      var letIn: [String] = []
      for liar in liars where (try? await portraits.keep(liar.bytes)) != nil { letIn.append(liar.name) }
      print("tried \(liars.count), let in \(letIn.count)")
      #expect(liars.count == 16)
      #expect(letIn == [])
      #expect((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] == [])
    }
  }

  @Test(
    "a name leads to no file outside of the folder",
    arguments: ["../hatata.sqlite", "/etc/passwd.jpg", "..", "a/b.jpg", ""])
  func names(name: String) async throws {
    try await inFolder { portraits, _ in #expect(portraits.bytes(name) == nil) }
  }

  @Test("how a phone held the picture is taken from its file")
  func orientation() throws {
    let exif: [UInt8] =
      [0xFF, 0xE1, 0, 34] + Array("Exif\0\0".utf8) + Array("MM\0*".utf8) + [
        0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
      ]
      + [0, 0, 0, 0]
    let jpeg = try PictureSamples.picture("jpg")
    let header = try #require(PictureHeader([0xFF, 0xD8] + exif + jpeg.dropFirst(2)))
    #expect(header.orientation == 6)
    #expect((header.width, header.height) == (300, 200))
  }

  @Test("no beginning of bytes makes the reader of heads fail")
  func cut() throws {
    for ending in ["png", "jpg", "webp"] {
      let whole = try PictureSamples.picture(ending)
      for count in 0..<min(whole.count, 700) { _ = PictureHeader(Array(whole.prefix(count))) }
    }
  }
}
