import Glibc

/// A folder of compiled zones and their tables, as /usr/share/zoneinfo.
struct ZoneDirectory: Sendable {
  /// Larger than any file that is wanted from the folder.
  private static let sizeLimit = 1 << 20
  /// Copies of the whole tree, and names that mean something else on every machine.
  private static let unlisted: Set<Substring> = ["posix", "right", "posixrules", "localtime", "Factory"]

  let path: String

  /// The folder that TZDIR names, or the usual one; nil if it does not exist.
  static let ofThisMachine: ZoneDirectory? = {
    let chosen = getenv("TZDIR").map { String(cString: $0) } ?? ""
    return ZoneDirectory(path: chosen.isEmpty ? "/usr/share/zoneinfo" : chosen)
  }()

  init?(path: String) {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return nil }
    self.path = path
  }

  /// The rules in the zone's file; nil for an id that is not shaped like one, whatever lies at such a path.
  func rules(_ id: String) -> ZoneRules? {
    guard Self.isShapedLikeZone(id) else { return nil }
    return contents(of: id).flatMap(ZoneFile.rules)
  }

  /// The lines of a table that are no comments; none if it cannot be read.
  func lines(of table: String) -> [Substring] {
    let text = String(decoding: contents(of: table) ?? [], as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// One to three parts of letters, digits, "_", "+" and "-", so that no id leads out of the folder.
  static func isShapedLikeZone(_ id: String) -> Bool {
    guard (1...100).contains(id.utf8.count) else { return false }
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 3 && !unlisted.contains(parts[0])
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAllowed) }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    TextScanner.isLetter(byte) || TextScanner.isDigit(byte) || "_+-".utf8.contains(byte)
  }

  private func contents(of file: String) -> [UInt8]? {
    let descriptor = open("\(path)/\(file)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size <= Self.sizeLimit else {
      return nil
    }
    return Self.readAll(descriptor, size: Int(info.st_size))
  }

  private static func readAll(_ descriptor: Int32, size: Int) -> [UInt8]? {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while count < size {
        let taken = read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        guard taken > 0 else { break }
        count += taken
      }
      initialized = count
    }
    return count == size ? bytes : nil
  }
}
