/// How files that entries refer to are called: always "media/..." in the program, wherever they stood in the folder.
public enum MediaName {
  static let prefix = "media/"

  /// The reference in the program to a file of a folder.
  static func reference(to file: String) -> String { file.hasPrefix(prefix) ? file : prefix + file }

  /// The path below the data folder's `media` of what a reference names; nil for addresses elsewhere.
  public static func path(of reference: String) -> String? {
    guard reference.hasPrefix(prefix), !reference.contains("..") else { return nil }
    return String(reference.dropFirst(prefix.count))
  }

  /// Whether a path below the media folder is one of what people send, rather than of an import's.
  public static func isSent(_ path: String) -> Bool {
    [PaperFiles.folder, LogoPicture.folder].contains { path.hasPrefix($0 + "/") }
  }

  /// A path without its ending.
  public static func stem(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path }
    return String(path[..<dot])
  }
}
