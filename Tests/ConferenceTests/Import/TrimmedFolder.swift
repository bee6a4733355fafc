import Foundation

@testable import Conference

/// A real folder in memory, its large tables cut to their first records, so that it can be read a thousand times.
enum TrimmedFolder {
  static func files(of name: String) throws -> [String: [UInt8]] {
    let folder = try ConferenceFolder(path: RealFolders.root + "/" + name)
    var files: [String: [UInt8]] = [:]
    for file in folder.names where !file.contains("/") { files[file] = try folder.bytes(file) }
    // It is about papers that are cut off.
    files["keywords.yml"] = nil
    // An import reads nothing of it.
    files["papers_projection.json"] = nil
    for (name, count) in [("papers.json", 30), ("paper_recs.json", 30), ("workshop_schedules.json", 4)] {
      if let bytes = files[name] { files[name] = try firstEntries(of: bytes, count) }
    }
    for (file, bytes) in files where file.hasSuffix(".csv") && bytes.count > 20_000 {
      files[file] = firstRows(of: bytes, 30)
    }
    return try keepingReferences(files)
  }

  /// The first entries of an object, by key.
  private static func firstEntries(of bytes: [UInt8], _ count: Int) throws -> [UInt8] {
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    let kept = object.sorted { $0.key < $1.key }.prefix(count)
    return Array(
      try JSONSerialization.data(
        withJSONObject: Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) }),
        options: [.prettyPrinted, .sortedKeys]))
  }

  private static func firstRows(of bytes: [UInt8], _ count: Int) -> [UInt8] {
    var quoted = false
    var rows = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x22 { quoted.toggle() }
      if byte == 0x0A, !quoted { rows += 1 }
      if rows > count { return Array(bytes[...index]) }
    }
    return bytes
  }

  /// Without the rows that refer to papers which were cut off, since these would be errors of ours.
  private static func keepingReferences(_ files: [String: [UInt8]]) throws -> [String: [UInt8]] {
    let papers = Set(Importer.read(ConferenceFolder(files: files)).draft.papers.map(\.id))
    return files.mapValues { bytes in
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      var isDropping = false
      let kept = lines.filter { line in
        let text = String(decoding: line, as: UTF8.self)
        // The join link below a poster's id goes with it.
        if isDropping, text.contains("join_link:") { return false }
        isDropping = reference(in: text).map { !papers.contains($0) } ?? false
        return !isDropping
      }
      return Array(kept.joined(separator: [0x0A]))
    }
  }

  // Read once, as this takes longer than to use them; they are never changed.
  nonisolated(unsafe) private static let listed =
    /^\s*- (?:id: )?((?:main|demo|srw|tacl|cl)\.\d+|[A-Za-z0-9_-]{10})\s*$/
  nonisolated(unsafe) private static let scheduled = /^((?:main|demo|srw|tacl|cl)\.\d+),[^,]*(?:,2020-|$)/

  /// The paper that a line of a schedule, of slots or of talks is about.
  private static func reference(in line: String) -> String? {
    if let match = line.firstMatch(of: listed) {
      return String(match.1)
    }
    if let match = line.firstMatch(of: scheduled) { return String(match.1) }
    return nil
  }
}
