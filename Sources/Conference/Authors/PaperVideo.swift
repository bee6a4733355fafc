import Foundation

/// Recordings that authors send: looked at by ffprobe, and copied stream by stream into a new file, so that nothing else comes along.
public struct PaperVideo: Sendable {
  /// 500 MB.
  public static let limit = 500 << 20
  private static let known: Set<String> = ["h264", "vp8", "vp9", "av1", "aac", "mp3", "opus", "vorbis"]

  private let media: String

  public init(_ data: DataFolder) { media = data.mediaPath }

  /// A path to receive a file at, which nobody can ask for.
  public func incoming() throws -> String {
    let folder = "\(media)/\(PaperFiles.folder)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return "\(folder)/.\(Account.newId()).incoming"
  }

  /// Keeps the recording in a received file; returns how a paper refers to it.
  func keep(_ path: String) async throws -> String {
    guard let container = try Self.container(of: path), try await isPlayable(path, container) else {
      throw Self.refused("it is no MP4 or WebM that browsers play", "Export it as MP4 with H.264 and AAC.")
    }
    let name = "\(PaperFiles.folder)/\(Account.newId()).\(container.ending)"
    let output = "\(media)/\(name)"
    let arguments =
      ["-nostdin", "-v", "error", "-y", "-protocol_whitelist", "file", "-f", container.demuxer, "-i", "file:\(path)"]
      + [
        "-map", "0:v:0", "-map", "0:a:0?", "-c", "copy", "-map_metadata", "-1", "-map_chapters", "-1", "-fflags",
        "+bitexact",
      ]
      + (container.ending == "mp4" ? ["-movflags", "+faststart"] : []) + ["-f", container.ending, "file:\(output)"]
    guard try await ExternalProgram(name: "ffmpeg").run(arguments, seconds: 180).isSuccess else {
      try? FileManager.default.removeItem(atPath: output)
      throw Self.refused("it cannot be read to its end", "Export it again.")
    }
    return MediaName.prefix + name
  }

  private typealias Container = (demuxer: String, ending: String)

  /// By the first bytes: ISO/IEC 14496-12, 4.3 and RFC 8794, 11.2.1.
  private static func container(of path: String) throws -> Container? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    let head = try file.read(upToCount: 12) ?? Data()
    if head.count == 12, head.dropFirst(4).prefix(4) == Data("ftyp".utf8) { return ("mov", "mp4") }
    return head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) ? ("matroska", "webm") : nil
  }

  private func isPlayable(_ path: String, _ container: Container) async throws -> Bool {
    let outcome = try await ExternalProgram(name: "ffprobe").run(
      ["-v", "error", "-protocol_whitelist", "file", "-f", container.demuxer]
        + ["-show_entries", "stream=codec_type,codec_name", "-of", "csv=p=0", "file:\(path)"], seconds: 30)
    let streams = outcome.output.split(separator: "\n").map { $0.split(separator: ",") }.filter { $0.count == 2 }
    let seen = streams.filter { ["video", "audio"].contains($0[1]) }
    return outcome.isSuccess && streams.contains { $0[1] == "video" }
      && seen.allSatisfy { Self.known.contains(String($0[0])) }
  }

  private static func refused(_ problem: String, _ advice: String) -> ConferenceError {
    .invalid(field: "Video", problem: problem, advice: advice)
  }
}

extension Authors {
  /// Takes a received recording in place of what was there.
  public func takeVideo(_ path: String, of paper: Paper, by access: Access) async throws {
    try await check(access, paper)
    try await countUpload(access)
    let reference = try await videos.keep(path)
    try await refer(to: reference, in: paper.id, access) { $0.video = reference }
  }
}
