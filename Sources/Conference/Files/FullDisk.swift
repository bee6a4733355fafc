import Database
import Foundation

extension Error {
  /// Whether it failed since a disk has no room left: the database's, or that of the files beside it.
  public var isFullDisk: Bool {
    switch self {
    case let error as DatabaseError: error.kind == .full
    case let error as CocoaError: error.code == .fileWriteOutOfSpace
    case let error as POSIXError: error.code == .ENOSPC || error.code == .EDQUOT
    default: false
    }
  }
}

/// The disk on which a folder lies.
enum Disk {
  /// Throws where there is hardly any room left; programs that we call do not tell.
  static func checkRoom(at path: String, for bytes: Int = 1 << 20) throws {
    let attributes = try FileManager.default.attributesOfFileSystem(forPath: path)
    guard let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value, free < bytes else { return }
    throw CocoaError(.fileWriteOutOfSpace, userInfo: [NSFilePathErrorKey: path])
  }
}
