import Foundation

/// A logo as somebody uploaded it, made anew by ffmpeg: so that it is a picture and nothing else, and not too large.
public enum LogoPicture {
  /// At most 2 MB, and 512 pixels wide and high once made anew.
  public static let limit = 2 << 20
  /// Below the media folder.
  static let folder = "logo"

  /// Keeps the same picture as a PNG file in the folder of media, and lets `edit` write down how the program calls it; where that is
  /// surely not done, the file goes again.
  static func take(_ bytes: [UInt8], in data: DataFolder, _ edit: (String) async throws -> Void) async throws {
    let logo = try await store(bytes, in: data)
    do {
      try await edit(logo)
    } catch {
      if !error.mayBeDone { remove(logo, in: data) }
      throw error
    }
  }

  private static func store(_ bytes: [UInt8], in data: DataFolder) async throws -> String {
    guard bytes.count <= limit else {
      throw ConferenceError.invalid(field: "Logo", problem: "it is larger than 2 MB", advice: "Upload a smaller one.")
    }
    let name = "\(folder)/\(Account.newId()).png"
    let target = data.mediaPath + "/" + name
    let source = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(Account.newId())").path
    defer { try? FileManager.default.removeItem(atPath: source) }
    try FileManager.default.createDirectory(atPath: "\(data.mediaPath)/\(folder)", withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: source))
    guard let kind = Kind(bytes), try await convert(source, as: kind, to: target) else {
      try? FileManager.default.removeItem(atPath: target)
      throw ConferenceError.invalid(
        field: "Logo", problem: "it is no PNG or JPEG picture", advice: "Save it as one of these, and upload that.")
    }
    return MediaName.reference(to: name)
  }

  private static func remove(_ reference: String, in data: DataFolder) {
    guard let path = MediaName.path(of: reference), path.hasPrefix(folder + "/") else { return }
    try? FileManager.default.removeItem(atPath: data.mediaPath + "/" + path)
  }

  /// What a file is by its first bytes, as its name proves nothing.
  private enum Kind: String {
    case png = "png_pipe"
    case jpeg = "jpeg_pipe"

    init?(_ bytes: [UInt8]) {
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        self = .png
      } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
        self = .jpeg
      } else {
        return nil
      }
    }
  }

  /// Twenty seconds and 40 million pixels are enough for any logo, and too little for a bomb.
  private static func convert(_ source: String, as kind: Kind, to target: String) async throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["timeout", "20", "ffmpeg", "-nostdin", "-v", "error", "-y", "-max_pixels", "40000000"]
      + ["-f", kind.rawValue, "-i", source, "-frames:v", "1", "-map_metadata", "-1"]
      + ["-vf", "scale=w='min(512,iw)':h='min(512,ih)':force_original_aspect_ratio=decrease"]
      + ["-c:v", "png", "-pix_fmt", "rgba", "-f", "image2", "-update", "1", target]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus == 0) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }
}

extension ProgramEditor {
  /// Makes a picture the conference's logo, for who may show the conference by it.
  public func takeLogo(_ picture: [UInt8], by doer: (any Doer)?, in data: DataFolder) async throws {
    try await database.read { try Right.changeConference.check(doer, $0) }
    try await LogoPicture.take(picture, in: data) { logo in
      try await changeConference(by: doer) { $0.logo = logo }
    }
  }
}
