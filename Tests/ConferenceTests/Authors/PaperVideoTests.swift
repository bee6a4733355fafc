import Foundation
import Testing

@testable import Conference

@Suite struct PaperVideoTests {
  /// A data folder with a file that has just been received.
  private func received(_ bytes: [UInt8], _ body: (PaperVideo, String, DataFolder) async throws -> Void) async throws {
    let data = DataFolder(
      path: FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path)
    defer { try? FileManager.default.removeItem(atPath: data.path) }
    let videos = PaperVideo(data)
    let path = try videos.incoming()
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try await body(videos, path, data)
  }

  private func video(_ ending: String, _ arguments: [String] = []) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString).\(ending)")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ffmpeg")
    process.arguments =
      [
        "-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=s=64x48:d=1", "-pix_fmt", "yuv420p", "-metadata",
        "title=canary",
      ] + arguments + [path]
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test("a recording is kept without what else was in its file", arguments: ["mp4", "webm"])
  func kept(ending: String) async throws {
    try await received(try video(ending) + Array("<script>canary</script>".utf8)) { videos, path, data in
      let reference = try await videos.keep(path)
      #expect(reference.wholeMatch(of: /media\/uploads\/[A-Za-z0-9]+\.(mp4|webm)/)?.1 == ending[...])
      let bytes = try #require(FileManager.default.contents(atPath: "\(data.path)/\(reference)"))
      #expect(bytes.range(of: Data("canary".utf8)) == nil)
    }
  }

  @Test("of 8 files that are no recordings for browsers, none is let in and none stays")
  func liars() async throws {
    let liars: [[UInt8]] = [
      [], Array("<!doctype html><script>alert(1)</script>".utf8), Array("\0\0\0\u{18}ftypmp42".utf8),
      [0x1A, 0x45, 0xDF, 0xA3],
      Array("\0\0\0\u{18}ftypmp42<script>alert(1)</script>".utf8), Array("#EXTM3U\nfile:///etc/passwd\n".utf8),
      try video("mp4", ["-c:v", "mpeg4"]), try video("mp4").prefix(400) + [],
    ]
    var letIn = 0
    for liar in liars {
      try await received(liar) { videos, path, data in
        if (try? await videos.keep(path)) != nil { letIn += 1 }
        let kept = try FileManager.default.contentsOfDirectory(atPath: data.mediaPath + "/uploads").filter {
          !$0.hasPrefix(".")
        }
        #expect(kept == [])
      }
    }
    print("tried \(liars.count), let in \(letIn)")
    #expect(liars.count == 8)
    #expect(letIn == 0)
  }
}
