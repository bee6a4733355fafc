import Foundation

/// Files that authors send, in the media folder: each is of the type that its bytes say, under a name that nobody chose.
public struct PaperFiles: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case slides, poster

    public var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// In bytes.
    public var limit: Int { self == .slides ? 50 << 20 : 20 << 20 }

    /// As a form tells the browser.
    public var types: String { self == .slides ? "application/pdf" : "application/pdf,image/png,image/jpeg" }

    var path: any WritableKeyPath<Paper, String?> & Sendable { self == .slides ? \.slides : \.poster }
  }

  /// Below the media folder; what is there is only ever downloaded.
  public static let folder = "uploads"
  static let mostPixels = 60_000_000

  private let media: String

  public init(_ data: DataFolder) { media = data.mediaPath }

  /// Keeps a file, pictures made anew without what else was in them; returns how a paper refers to it.
  func keep(_ bytes: [UInt8], as kind: Kind) async throws -> String {
    guard !bytes.isEmpty else { throw Self.refused(kind, "it is empty", "Choose another one.") }
    guard bytes.count <= kind.limit else {
      throw Self.refused(kind, "it is larger than \(kind.limit >> 20) MB", "Make it smaller first.")
    }
    try FileManager.default.createDirectory(atPath: "\(media)/\(Self.folder)", withIntermediateDirectories: true)
    let name = Account.newId()
    if Self.isPDF(bytes) { return try await pdf(bytes, name, kind) }
    guard kind == .poster, let header = PictureHeader(bytes), header.format != .webp else {
      throw Self.refused(kind, "it is no \(kind == .slides ? "PDF" : "PDF, PNG or JPEG")", "Save it as one first.")
    }
    return try await picture(bytes, header, name)
  }

  /// A PDF written anew; as it came where qpdf is not installed, to be downloaded only, like all that is here.
  private func pdf(_ bytes: [UInt8], _ name: String, _ kind: Kind) async throws -> String {
    let path = "\(media)/\(Self.folder)/\(name).pdf"
    let reference = "\(MediaName.prefix)\(Self.folder)/\(name).pdf"
    guard PDFCopy.isPossible else {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      return reference
    }
    let incoming = "\(media)/\(Self.folder)/.\(name).incoming"
    defer { try? FileManager.default.removeItem(atPath: incoming) }
    try Data(bytes).write(to: URL(fileURLWithPath: incoming))
    switch try await PDFCopy().make(of: incoming, at: path) {
    case .made: return reference
    case .broken:
      throw Self.refused(kind, "it cannot be read as a PDF", "Open it, and save or print it as a PDF again.")
    case .encrypted:
      throw Self.refused(kind, "it is encrypted, or protected by a password", "Save it without protection first.")
    case .tooLarge: throw Self.refused(kind, "it is too complicated", "Print it as a PDF again, or leave pages out.")
    }
  }

  private func picture(_ bytes: [UInt8], _ header: PictureHeader, _ name: String) async throws -> String {
    guard header.width <= 30_000, header.height <= 30_000, header.pixels <= Self.mostPixels else {
      throw Self.refused(
        .poster, "it has more than \(Self.mostPixels / 1_000_000) megapixels", "Make it smaller first.")
    }
    let path = "\(media)/\(Self.folder)/\(name).jpg"
    guard
      try await PictureCopy(header: header, mostPixels: Self.mostPixels, filter: "null", seconds: 60).make(
        of: bytes, at: path)
    else {
      throw Self.refused(.poster, "it cannot be read as a picture", "Open it and save it again.")
    }
    return "\(MediaName.prefix)\(Self.folder)/\(name).jpg"
  }

  func remove(_ reference: String) {
    guard let path = MediaName.path(of: reference), path.hasPrefix(Self.folder + "/") else { return }
    try? FileManager.default.removeItem(atPath: "\(media)/\(path)")
  }

  /// ISO 32000-1, 7.5.2 and 7.5.5: the head at the very beginning, so that nothing else can be there, and the end near the end.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("%PDF-".utf8)) && Data(bytes.suffix(1_024)).range(of: Data("%%EOF".utf8)) != nil
  }

  private static func refused(_ kind: Kind, _ problem: String, _ advice: String) -> ConferenceError {
    .invalid(field: kind.label, problem: problem, advice: advice)
  }
}
