import Foundation

/// Brings a folder's files into the data folder in two steps, so that an import that fails leaves the old ones.
struct MediaCopy {
  private let folder: ConferenceFolder
  private let destination: String
  private let staging: String
  private var staged: [String] = []

  init(from folder: ConferenceFolder, to destination: String) {
    self.folder = folder
    self.destination = destination
    staging = destination + "/.incoming-\(UUID().uuidString)"
  }

  /// Copies the files that differ from those in place; a failure leaves nothing behind.
  mutating func stage(_ files: [String]) throws {
    do {
      for file in files {
        guard let path = MediaName.path(of: MediaName.reference(to: file)), try !isInPlace(file, path) else { continue }
        try makeFolder(of: staging + "/" + path)
        try folder.copy(file, to: staging + "/" + path)
        try checkPlace(path)
        staged.append(path)
      }
    } catch {
      discard()
      throw error
    }
  }

  /// Finds out before anything is changed whether the file can be put in its place.
  private func checkPlace(_ path: String) throws {
    let target = destination + "/" + path
    var isFolder: ObjCBool = false
    try makeFolder(of: target)
    guard FileManager.default.fileExists(atPath: target, isDirectory: &isFolder), isFolder.boolValue else { return }
    throw ConferenceError.unavailable("the file \(target) cannot be written, since a folder is in its place")
  }

  /// Puts the staged files in place, each by a rename.
  func commit() throws {
    defer { discard() }
    for path in staged {
      let target = destination + "/" + path
      try makeFolder(of: target)
      guard rename(staging + "/" + path, target) == 0 else {
        throw ConferenceError.unavailable("the file \(target) cannot be written: \(String(cString: strerror(errno)))")
      }
    }
  }

  func discard() {
    // Nothing was staged yet, or the disk refuses even removal: either way the conference itself is untouched.
    try? FileManager.default.removeItem(atPath: staging)
  }

  private func isInPlace(_ file: String, _ path: String) throws -> Bool {
    let target = destination + "/" + path
    guard let size = folder.size(file), let attributes = try? FileManager.default.attributesOfItem(atPath: target),
      (attributes[.size] as? NSNumber)?.intValue == size
    else { return false }
    guard size <= ConferenceFolder.sizeLimit else { return false }
    return try FileManager.default.contents(atPath: target) == Data(folder.bytes(file))
  }

  private func makeFolder(of path: String) throws {
    try FileManager.default.createDirectory(
      atPath: String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]), withIntermediateDirectories: true)
  }
}
