import Foundation

/// Pictures that people sent, beside the media: made anew from what was sent, never what was sent itself.
public struct PictureFolder: Sendable {
  /// 5 MB.
  public static let largestFile = 5 << 20
  static let mostPixels = 40_000_000
  /// Pixels of the square that is kept of a face.
  static let side = 256
  /// Pixels of the longer side that is kept of a picture in a message.
  static let longest = 1_600
  /// Names of folders in the folder of files.
  static let (portraitsName, messagesName, casesName) = ("portraits", "message-pictures", "case-pictures")

  private let folder: String
  /// What ffmpeg does to the upright pixels.
  private let filter: String

  /// Faces, cut square.
  public static func portraits(_ data: DataFolder) -> PictureFolder {
    PictureFolder(
      folder: "\(data.filesPath)/\(portraitsName)",
      filter: "scale=\(side):\(side):force_original_aspect_ratio=increase,crop=\(side):\(side)")
  }

  /// Pictures in messages, no larger than a screen.
  public static func messages(_ data: DataFolder) -> PictureFolder {
    PictureFolder(
      folder: "\(data.filesPath)/\(messagesName)",
      filter: "scale='min(\(longest),iw)':'min(\(longest),ih)':force_original_aspect_ratio=decrease")
  }

  /// Copies of what was reported, each under the id of its case.
  public static func cases(_ data: DataFolder) -> PictureFolder {
    PictureFolder(folder: "\(data.filesPath)/\(casesName)", filter: "null")
  }

  /// Keeps a picture as a JPEG without anything but its pixels, under a name that nobody can guess.
  public func keep(_ bytes: [UInt8]) async throws -> String {
    guard bytes.count <= Self.largestFile else {
      throw Self.refused("it is larger than \(Self.largestFile >> 20) MB", "Make it smaller first.")
    }
    guard let header = PictureHeader(bytes) else {
      throw Self.refused("it is no JPEG, PNG or WebP", "Save it as one of those first.")
    }
    guard header.width <= 30_000, header.height <= 30_000, header.pixels <= Self.mostPixels else {
      throw Self.refused("it has more than \(Self.mostPixels / 1_000_000) megapixels", "Make it smaller first.")
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let name = Account.newId() + ".jpg"
    let copy = PictureCopy(header: header, mostPixels: Self.mostPixels, filter: filter, seconds: 15)
    guard try await copy.make(of: bytes, at: "\(folder)/\(name)") else {
      throw Self.refused("it cannot be read as a picture", "Open it and save it again, or choose another one.")
    }
    return name
  }

  /// The picture's bytes; nil where there is none.
  public func bytes(_ name: String) -> [UInt8]? {
    guard Slug.isAddress(name), name.hasSuffix(".jpg") else { return nil }
    return FileManager.default.contents(atPath: "\(folder)/\(name)").map { [UInt8]($0) }
  }

  /// Copies a picture to another folder, where it stays when it goes from here.
  func copy(_ name: String, to other: PictureFolder, as copy: String) throws {
    guard let bytes = self.bytes(name) else { return }
    try FileManager.default.createDirectory(atPath: other.folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(other.folder)/\(copy)"), options: .atomic)
  }

  public func remove(_ name: String) {
    guard Slug.isAddress(name) else { return }
    try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
  }

  private static func refused(_ problem: String, _ advice: String) -> ConferenceError {
    .invalid(field: "Picture", problem: problem, advice: advice)
  }
}
