import Foundation

/// Pictures made by ffmpeg, and files that only look like pictures.
enum PictureSamples {
  static func picture(_ ending: String, size: String = "300x200", metadata: String? = nil) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString).\(ending)")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ffmpeg")
    process.arguments =
      ["-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=s=\(size):d=0.1", "-frames:v", "1"]
      + (metadata.map { ["-metadata", "title=\($0)", "-metadata", "comment=\($0)"] } ?? []) + [path]
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// The head of a PNG that says how large it is, with nothing behind it.
  static func png(width: UInt32, height: UInt32) -> [UInt8] {
    let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    let size = [width, height].flatMap { number in (0..<4).reversed().map { UInt8(number >> (8 * $0) & 0xFF) } }
    return head + size + [8, 2, 0, 0, 0, 0, 0, 0, 0] + Array("IDAT".utf8) + [UInt8](repeating: 0, count: 64)
  }

  /// Everything that lies about what it is, by name.
  static func liars() throws -> [(name: String, bytes: [UInt8])] {
    let html = "<!doctype html><script>alert(1)</script>"
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return [
      ("html as png", Array(html.utf8)), ("html behind a png's signature", png + Array(html.utf8)),
      ("svg with a script", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8)),
      ("gif and script", Array("GIF89a/*\(String(repeating: " ", count: 60))*/=1;alert(1)".utf8)),
      ("jpeg start and script", [0xFF, 0xD8, 0xFF, 0xE0] + Array("/*\(html)*/".utf8)),
      ("flood of pixels", self.png(width: 50_000, height: 50_000)),
      ("wide flood", self.png(width: 4_000_000_000, height: 1)),
      ("flood below the sides", self.png(width: 29_999, height: 29_999)),
      ("nothing behind the head", self.png(width: 100, height: 100)), ("no pixels", self.png(width: 0, height: 100)),
      ("list of files", Array("ffconcat version 1.0\nfile /etc/passwd\n".utf8)),
      ("playlist", Array("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".utf8)), ("empty", []),
      ("zeros", [UInt8](repeating: 0, count: 4_096)),
      ("riff that is no webp", Array("RIFF\u{10}\0\0\0WEBPVP8X".utf8) + [UInt8](repeating: 0, count: 40)),
      ("too large", try picture("png") + [UInt8](repeating: 1, count: 5 << 20)),
    ]
  }
}
