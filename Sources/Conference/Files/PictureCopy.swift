import Foundation

/// A picture made anew as a JPEG: its pixels, upright, and nothing else of what was in its file.
struct PictureCopy: Sendable {
  let header: PictureHeader
  let mostPixels: Int
  /// What ffmpeg does to the upright pixels.
  let filter: String
  let seconds: Int

  /// Writes the copy; false where the bytes cannot be read as the picture that their head says they are.
  func make(of bytes: [UInt8], at path: String) async throws -> Bool {
    let incoming = path + ".incoming"
    defer { try? FileManager.default.removeItem(atPath: incoming) }
    try Data(bytes).write(to: URL(fileURLWithPath: incoming))
    let outcome = try await ExternalProgram(name: "ffmpeg").run(arguments(incoming, path), seconds: seconds)
    if outcome.isSuccess, Self.isWhole(path) { return true }
    try? FileManager.default.removeItem(atPath: path)
    try Disk.checkRoom(at: (path as NSString).deletingLastPathComponent)
    return false
  }

  /// Whether a JPEG has its end: ffmpeg calls it a success when the disk was full.
  private static func isWhole(_ path: String) -> Bool {
    guard let bytes = FileManager.default.contents(atPath: path) else { return false }
    return bytes.suffix(2).elementsEqual([0xFF, 0xD9])
  }

  /// Decodes one picture of the one format that its head says, from a file, and writes nothing but pixels.
  private func arguments(_ input: String, _ output: String) -> [String] {
    ["-nostdin", "-v", "error", "-y", "-threads", "1", "-protocol_whitelist", "file", "-noautorotate"]
      + ["-max_pixels", "\(mostPixels)", "-f", "\(header.format.rawValue)_pipe", "-i", "file:\(input)"]
      + ["-frames:v", "1", "-an", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
      + ["-vf", "\(turn)\(filter),format=yuvj420p", "-c:v", "mjpeg", "-q:v", "3"]
      + ["-f", "image2", "-update", "1", "file:\(output)"]
  }

  /// The filters that turn a picture as EXIF says, with a comma behind them.
  private var turn: String {
    switch header.orientation {
    case 2: "hflip,"
    case 3: "hflip,vflip,"
    case 4: "vflip,"
    case 5: "transpose=0,"
    case 6: "transpose=1,"
    case 7: "transpose=3,"
    case 8: "transpose=2,"
    default: ""
    }
  }
}
