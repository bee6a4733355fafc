import Foundation

/// A read-only view of the files that organizers give: at the top level and two levels below, in `media` and its like six.
public struct ConferenceFolder: Sendable {
  /// The most bytes that are read from one file.
  public static let sizeLimit = 64 << 20
  /// The most files that are looked at.
  public static let countLimit = 100_000
  /// The most of these that are tables, texts and whatever else is no picture, video or document.
  public static let textLimit = 10_000

  enum Content: Sendable {
    case memory([UInt8])
    case disk(path: String, size: Int)
  }

  /// Every readable file in alphabetical order, with `/` between the folder and the file below it.
  public let names: [String]
  /// What was refused while looking through the folder, such as links that leave it.
  public let problems: [Problem]
  /// The files that end like tables, by their names in lower case: several may differ in nothing else.
  let tables: [String: [String]]
  /// The names of tables at the top level, without their endings and in lower case.
  let tableNames: Set<String>
  private let contents: [String: Content]
  private let root: String
  private let otherRoots: [String]

  /// Looks through the folder at `path`; throws where there is no such folder or it cannot be read.
  public init(path: String) throws(Problem) {
    let listing = try FolderListing(path: path)
    self.init(listing.contents, problems: listing.problems, root: listing.root)
  }

  /// A folder in memory, named like one on disk.
  public init(files: [String: [UInt8]]) {
    self.init(files.mapValues(Content.memory), problems: [], root: "")
  }

  private init(_ contents: [String: Content], problems: [Problem], root: String, otherRoots: [String] = []) {
    names = contents.keys.sorted()
    tables = Self.tables(among: names)
    tableNames = Set(tables.keys.filter { !$0.contains("/") }.map { FileKind.stem(of: $0) })
    self.problems = problems
    self.contents = contents
    self.root = root
    self.otherRoots = otherRoots
  }

  private func isInside(_ path: String) -> Bool {
    let resolved = FolderListing.resolved(path)
    return ([root] + otherRoots).contains { FolderListing.isInside(resolved, root: $0) }
  }

  /// This folder with the files of another one as if they were in a folder `name` below it, or beside its own if that
  /// is empty; what could not be looked at in that one is passed, since nobody asked for all of it.
  func adding(_ other: ConferenceFolder, under name: String) -> ConferenceFolder {
    var all = contents
    for (file, content) in other.contents {
      let path = name.isEmpty ? file : "\(name)/\(file)"
      if !name.isEmpty || all[path] == nil { all[path] = content }
    }
    let roots = otherRoots + [other.root] + other.otherRoots
    return ConferenceFolder(all, problems: problems, root: root, otherRoots: roots)
  }

  /// The size in bytes as it was when the folder was looked through, or nil where there is no such file.
  public func size(_ name: String) -> Int? {
    switch contents[name] {
    case .memory(let bytes): bytes.count
    case .disk(_, let size): size
    case nil: nil
    }
  }

  /// The file's bytes; throws where there is no such file, it is larger than `limit` bytes, or it cannot be read.
  public func bytes(_ name: String, limit: Int = sizeLimit) throws(Problem) -> [UInt8] {
    guard let content = contents[name], let size = size(name) else {
      throw Problem(.error, at: Place(file: name), "there is no such file", advice: "add it to the folder")
    }
    if size > limit { throw Self.tooLarge(name, size: size, limit: limit) }
    switch content {
    case .memory(let bytes): return bytes
    case .disk(let path, _): return try read(path, name: name, limit: limit)
    }
  }

  /// Writes a copy of the file, whatever its size; throws a `Problem` or what the file system says.
  func copy(_ name: String, to path: String) throws {
    switch contents[name] {
    case .memory(let bytes): try Data(bytes).write(to: URL(fileURLWithPath: path))
    case .disk(let source, _):
      guard isInside(source) else { throw Self.unreadable(name) }
      try FileManager.default.copyItem(atPath: source, toPath: path)
    case nil: throw Self.unreadable(name)
    }
  }

  /// The file's text without a byte order mark, or nil after reporting why there is none.
  public func text(_ name: String, problems: inout Problems) -> String? {
    do throws(Problem) {
      return try FolderText.decoded(try bytes(name), file: name)
    } catch {
      problems.append(error)
      return nil
    }
  }

  // The file may have grown, or become a link, since the folder was looked through.
  private func read(_ path: String, name: String, limit: Int) throws(Problem) -> [UInt8] {
    guard isInside(path),
      let handle = FileHandle(forReadingAtPath: path)
    else { throw Self.unreadable(name) }
    do {
      defer { try? handle.close() }
      let data = try handle.read(upToCount: limit + 1) ?? Data()
      if data.count <= limit { return [UInt8](data) }
    } catch {
      throw Self.unreadable(name)
    }
    throw Self.tooLarge(name, size: limit + 1, limit: limit)
  }

  private static func unreadable(_ name: String) -> Problem {
    Problem(
      .error, at: Place(file: name), "the file cannot be read", advice: "check that it exists and who may read it")
  }

  private static func tooLarge(_ name: String, size: Int, limit: Int) -> Problem {
    let megabyte = 1 << 20
    return Problem(
      .error, at: Place(file: name),
      "\(name) has \((size + megabyte - 1) / megabyte) MB; at most \(limit / megabyte) MB are read",
      advice: "split it into several files, or leave out what is not needed")
  }
}
