import Foundation

/// Walks once through a folder on disk and keeps what may be read.
struct FolderListing {
  let root: String
  private(set) var contents: [String: ConferenceFolder.Content] = [:]
  private(set) var problems: [Problem] = []
  private var texts = 0

  init(path: String) throws(Problem) {
    root = Self.resolved(path)
    guard let names = Self.children(of: root) else {
      throw Problem(
        .error, at: Place(file: path), "there is no such folder, or it cannot be read",
        advice: "check the path and who may read it")
    }
    look(through: names, folder: "")
  }

  private mutating func look(through names: [String], folder: String) {
    for name in names where !name.hasPrefix(".") {
      guard contents.count < ConferenceFolder.countLimit, texts < ConferenceFolder.textLimit else {
        return reportTooMany()
      }
      add(folder + name, depth: folder.split(separator: "/").count)
    }
  }

  private mutating func add(_ name: String, depth: Int) {
    let path = Self.resolved(root + "/" + name)
    guard Self.isInside(path, root: root) else {
      return refuse(name, "the link leads out of the folder", advice: "put the file itself into the folder")
    }
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let type = attributes[.type] as? FileAttributeType
    else { return refuse(name, "the file cannot be read", advice: "check its name and who may read it") }
    if type == .typeRegular, let size = (attributes[.size] as? NSNumber)?.intValue {
      contents[name] = .disk(path: path, size: size)
      if FileKind(of: name) != .silent { texts += 1 }
    } else if type == .typeDirectory {
      addFolder(name, path: path, depth: depth)
    } else if type == .typeSymbolicLink {
      refuse(name, "the link leads nowhere", advice: "remove it, or put the file itself into the folder")
    } else {
      refuse(name, "this is not a regular file", advice: "remove it, or put a regular file in its place")
    }
  }

  private mutating func addFolder(_ name: String, path: String, depth: Int) {
    guard depth < (FileKind.isKept(name) ? 6 : 2) else {
      let problem = Problem(
        .note, at: Place(file: name), "folders this deep are not looked into", advice: "move its files one level up")
      return problems.append(problem)
    }
    guard let names = Self.children(of: path) else {
      return refuse(name, "the folder cannot be read", advice: "check who may read it")
    }
    look(through: names, folder: name + "/")
  }

  private mutating func refuse(_ name: String, _ message: String, advice: String) {
    problems.append(Problem(.error, at: Place(file: name), message, advice: advice))
  }

  private mutating func reportTooMany() {
    guard problems.last?.place.file != root else { return }
    let isText = texts >= ConferenceFolder.textLimit
    refuse(
      root,
      isText
        ? "the folder has more than \(ConferenceFolder.textLimit) files besides media"
        : "the folder has more than \(ConferenceFolder.countLimit) files", advice: "leave out what is not needed")
  }

  private static func children(of path: String) -> [String]? {
    (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted()
  }

  /// The path without links; where nothing exists, the path as it is.
  static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// Whether a resolved path lies below `root`; nothing lies below the empty root of a folder in memory.
  static func isInside(_ path: String, root: String) -> Bool {
    !root.isEmpty && path.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }
}
