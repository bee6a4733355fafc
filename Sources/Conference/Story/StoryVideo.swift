import Foundation

/// Three short videos, made by ffmpeg where it is installed.
enum StoryVideo {
  static let names: [String] = [
    "media/videos/borrowed-tones.mp4", "media/videos/keynote-a.mp4", "media/videos/keynote-b.mp4",
  ]

  private static let cards: [(title: String, colors: [String], pitch: Int)] = [
    ("Borrowed Tones", ["0x0B5C63", "0x14171A"], 220), ("Keynote", ["0x6B3FA0", "0x1D2125"], 262),
    ("Questions and answers", ["0x8A5A00", "0x1F1B16"], 330),
  ]

  /// The names of what was made, relative to the folder: none without ffmpeg, or where it lacks a codec.
  static func write(into root: URL) throws -> [String] {
    guard let ffmpeg = executable() else { return [] }
    let font = fonts.first { FileManager.default.fileExists(atPath: $0) }
    try FileManager.default.createDirectory(
      at: root.appendingPathComponent("media/videos"), withIntermediateDirectories: true)
    return try zip(names, cards).compactMap { name, card in
      let file = root.appendingPathComponent(name)
      if try run(ffmpeg, arguments(card, font: font, file: file.path)) { return name }
      if try run(ffmpeg, arguments(card, font: nil, file: file.path)) { return name }
      if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
      return nil
    }
  }

  private static let fonts: [String] = [
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", "/usr/share/fonts/TTF/DejaVuSans.ttf",
  ]

  private static func executable() -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(fileURLWithPath: String($0)).appendingPathComponent("ffmpeg") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Six seconds of a slow gradient with a quiet tone.
  private static func arguments(_ card: (title: String, colors: [String], pitch: Int), font: String?, file: String)
    -> [String]
  {
    let gradient = "gradients=s=640x360:r=12:d=6:c0=\(card.colors[0]):c1=\(card.colors[1]):speed=0.01:seed=7"
    let title = "drawtext=fontfile=\(font ?? ""):text='\(card.title)':fontcolor=white:fontsize=40:x=(w-tw)/2:y=(h-th)/2"
    return ["-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", gradient]
      + ["-f", "lavfi", "-i", "sine=frequency=\(card.pitch):duration=6"]
      + ["-vf", (font == nil ? "" : title + ",") + "format=yuv420p", "-af", "volume=0.1"]
      + ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "30", "-c:a", "aac", "-b:a", "48k", "-shortest"]
      + ["-movflags", "+faststart", file]
  }

  private static func run(_ program: URL, _ arguments: [String]) throws -> Bool {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
