import Conference
import Foundation
import NIOCore

/// Everything that the site holds of somebody, as one archive: the data as JSON, and the files that they sent.
public struct PersonalArchive: Sendable {
  private let folder: DataFolder
  private let json: [UInt8]
  private let files: [OwnUpload]

  public init(of account: String, _ people: People, in folder: DataFolder) async throws {
    self.folder = folder
    json = try await people.data(of: account)
    files = try await people.uploads(of: account)
  }

  /// A file that is not there, or no more, keeps nobody from the others.
  func write(_ write: ZipStream.Write) async throws {
    var archive = ZipStream()
    try await archive.add("my-data.json", json, write)
    for file in files {
      guard let content = try OpenFile(below: folder.filesPath, file.path, followsLinks: false) else { continue }
      try await archive.add(file.name, content, write)
    }
    try await archive.finish(write)
  }

  /// Writes it into a new file, which only its owner reads.
  public func write(to path: String) async throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw ConferenceError.conflict("there is a file \(path) already; name another one")
    }
    let isMade = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade, let handle = FileHandle(forWritingAtPath: path) else {
      throw ConferenceError.unavailable("\(path) cannot be written")
    }
    do {
      try await write { try handle.write(contentsOf: Data($0.readableBytesView)) }
      try handle.close()
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }
}
