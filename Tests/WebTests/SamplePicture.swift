import Foundation

/// A picture made by ffmpeg.
enum SamplePicture {
  static func png() throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString).png").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ffmpeg")
    process.arguments = [
      "-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=s=80x60:d=0.1", "-frames:v", "1", path,
    ]
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
