import Conference
import Foundation
import Hummingbird
import Markup
import Synchronization

/// The site's own style sheets, scripts and icons, in memory, under addresses that change when they do.
final class Assets: Sendable {
  private let files: [String: [UInt8]]
  private let version: String
  private let bodies = Mutex<[String: StoredBody]>([:])
  /// Tells the browser of the modules that app.js imports, so that they come together with it.
  let preloads: HTML

  /// Reads the files that were built into the program's bundle.
  init() throws {
    let root = Bundle.module.resourceURL?.appendingPathComponent("Public").path ?? ""
    guard let listing = FileManager.default.enumerator(atPath: root) else {
      throw ConferenceError.unavailable("the site's own files are missing; they should lie in \(root)")
    }
    var files: [String: [UInt8]] = [:]
    for case let name as String in listing {
      if let data = FileManager.default.contents(atPath: root + "/" + name), name.contains(".") {
        files[name] = [UInt8](data)
      }
    }
    self.files = files
    let version = Fingerprint.text(of: files.sorted { $0.key < $1.key }.flatMap { Array($0.key.utf8) + $0.value })
    self.version = version
    preloads = Self.imports(of: "js/app.js", in: files).map {
      "<link rel=\"modulepreload\" href=\"\(url: "/assets/\(version)/\($0)")\">" as HTML
    }.joined()
  }

  func address(_ name: String) -> String { "/assets/\(version)/\(name)" }

  /// One address for several style sheets, in this order.
  func sheet(_ names: [String]) -> String { address("css/" + names.joined(separator: "+") + ".css") }

  /// What was asked for before at an address of this version, looked up before any routing.
  func kept(_ request: Request) -> Response? {
    guard request.method == .get, request.uri.path.hasPrefix("/assets/") else { return nil }
    return bodies.withLock { $0[request.uri.path] }?.response(to: request)
  }

  /// The file at a path below `/assets/VERSION/`, or below `/`.
  func response(to request: Request, path: String, version: String? = nil) -> Response? {
    let caching = caching(under: version)
    let key = version == self.version ? address(path) : "\(caching): \(path)"
    if let body = bodies.withLock({ $0[key] }) { return body.response(to: request) }
    guard let bytes = contents(path), let type = MediaType.of(path) else { return nil }
    let body = StoredBody(bytes, type: type, caching: caching, fields: Security.fileFields)
    bodies.withLock { if $0.count < 500 { $0[key] = body } }
    return body.response(to: request)
  }

  /// A year under our own version, an hour without one. Under another one, which a server of that version has in its pages while
  /// several are being updated, ours is given for now, and nobody keeps it in the place of theirs.
  private func caching(under version: String?) -> String {
    guard let version else { return "public, max-age=3600" }
    return version == self.version ? "public, max-age=31536000, immutable" : "no-cache"
  }

  private func contents(_ path: String) -> [UInt8]? {
    if let file = files[path] { return file }
    guard path.hasPrefix("css/"), path.hasSuffix(".css") else { return nil }
    let names = path.dropFirst(4).dropLast(4).split(separator: "+")
    let sheets = names.map { files["css/\($0).css"] }
    return names.count <= 12 && !sheets.contains(nil) ? Array(sheets.compactMap { $0 }.joined(separator: [0x0A])) : nil
  }

  /// The modules that a module imports by `./name.js`, directly or through others.
  private static func imports(of name: String, in files: [String: [UInt8]], seen: [String] = []) -> [String] {
    var found = seen
    let text = String(decoding: files[name] ?? [], as: UTF8.self)
    for match in text.matches(of: /(?:from|import)\s+"\.\/([a-z-]+\.js)"/) {
      let module = "js/\(match.1)"
      if !found.contains(module) { found = imports(of: module, in: files, seen: found + [module]) }
    }
    return found
  }
}
