import Foundation

/// A PDF written anew by qpdf: the objects that its pages are made of, and nothing that runs, opens other files or carries them along.
///
/// What lies beside the objects (another file in front, behind or between them) does not come along, since every object is written
/// anew, and what nothing refers to is left out.
struct PDFCopy: Sendable {
  enum Outcome: Equatable, Sendable {
    case made
    case broken
    case encrypted
    /// Its objects are too many, or grow too large once unpacked.
    case tooLarge
  }

  /// Whether this machine has qpdf; where it has not, PDFs are kept as they come.
  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/qpdf") }

  /// Of the list of objects, in bytes.
  static let mostObjects = 64 << 20

  /// Writes the copy of a file to a path.
  func make(of source: String, at path: String) async throws -> Outcome {
    let (list, changes) = (path + ".objects", path + ".changes")
    defer { for name in [list, changes] { try? FileManager.default.removeItem(atPath: name) } }
    if try await qpdf(["--is-encrypted", source]) { return .encrypted }
    guard try await qpdf(["--warning-exit-0", "--json-output", "--json-stream-data=none", source, list]),
      let size = try? FileManager.default.attributesOfItem(atPath: list)[.size] as? Int
    else { return .broken }
    guard size <= Self.mostObjects else { return .tooLarge }
    guard let found = try PDFObjects(json: Data(contentsOf: URL(fileURLWithPath: list))), found.hasPages else {
      return .broken
    }
    try found.changes().write(to: URL(fileURLWithPath: changes))
    let isWritten = try await qpdf([
      "--warning-exit-0", source, "--update-from-json=\(changes)", "--object-streams=generate", "--linearize", path,
    ])
    if isWritten { return .made }
    try? FileManager.default.removeItem(atPath: path)
    return .broken
  }

  /// With 2 GB of memory, files of at most 256 MB, and a minute.
  private func qpdf(_ arguments: [String]) async throws -> Bool {
    try await ExternalProgram(name: "prlimit").run(
      ["--as=2147483648", "--fsize=268435456", "--cpu=60", "/usr/bin/qpdf"] + arguments, seconds: 90
    ).isSuccess
  }
}

/// The objects of a PDF as qpdf lists them in its JSON, version 2.
struct PDFObjects {
  private let head: Any
  private let objects: [String: [String: Any]]

  /// Keys of what runs by itself, forms that run, and files within the file (ISO 32000-2, 7.11.4, 12.6 and 12.7).
  private static let dropped: Set<String> = [
    "/OpenAction", "/AA", "/JavaScript", "/JS", "/EmbeddedFiles", "/EF", "/AF", "/XFA", "/RichMediaContent",
    "/RichMediaSettings", "/3DD", "/Movie", "/Sound", "/Collection", "/Perms",
  ]

  /// Actions that lead out of the file, other than to a page of the web.
  private static let actions: Set<String> = [
    "/JavaScript", "/Launch", "/SubmitForm", "/ResetForm", "/ImportData", "/GoToR", "/GoToE", "/Thread", "/Sound",
    "/Movie",
    "/Rendition", "/GoTo3DView", "/RichMediaExecute", "/GoToDp",
  ]

  /// Nil where it is no such list.
  init?(json: Data) throws {
    guard let root = try? JSONSerialization.jsonObject(with: json) as? [String: Any],
      let parts = root["qpdf"] as? [Any], parts.count == 2, let objects = parts[1] as? [String: [String: Any]]
    else { return nil }
    (head, self.objects) = (parts[0], objects)
  }

  var hasPages: Bool {
    objects.values.contains { (($0["value"] as? [String: Any])?["/Type"] as? String) == "/Page" }
  }

  /// What qpdf is to write in place of the objects that have something dropped.
  func changes() throws -> Data {
    var changed: [String: Any] = [:]
    for (name, object) in objects {
      if let value = object["value"] {
        let (clean, isChanged) = Self.cleaned(value)
        if isChanged { changed[name] = ["value": clean] }
      } else if let stream = object["stream"] as? [String: Any], let dictionary = stream["dict"] {
        let (clean, isChanged) = Self.cleaned(dictionary)
        if isChanged { changed[name] = ["stream": ["dict": clean]] }
      }
    }
    return try JSONSerialization.data(withJSONObject: ["qpdf": [head, changed]])
  }

  private static func cleaned(_ value: Any) -> (Any, isChanged: Bool) {
    if let list = value as? [Any] {
      let items = list.map(cleaned)
      return items.contains { $0.isChanged } ? (items.map(\.0), true) : (list, false)
    }
    guard let dictionary = value as? [String: Any] else { return (value, false) }
    if let action = dictionary["/S"] as? String, actions.contains(action) { return ([String: Any](), true) }
    var (result, isChanged) = (dictionary, false)
    for (key, item) in dictionary {
      if dropped.contains(key) || (key == "/URI" && !isWeb(item)) {
        result[key] = nil
        isChanged = true
      } else {
        let (clean, itemChanged) = cleaned(item)
        if itemChanged { (result[key], isChanged) = (clean, true) }
      }
    }
    return (result, isChanged)
  }

  /// An address that a link may lead to; the catalog's own key of that name holds a dictionary, and stays.
  private static func isWeb(_ item: Any) -> Bool {
    guard let text = item as? String else { return true }
    return ["u:https://", "u:http://", "u:mailto:"].contains { text.lowercased().hasPrefix($0) }
  }
}
