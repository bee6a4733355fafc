import Foundation
import Testing

@testable import Conference

@Suite struct ImportDocumentTests {
  private static func document() throws -> String {
    let path = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../docs/conference-folder.md")
      .standardized.path
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// The part of the document about one file.
  private static func section(_ file: String) throws -> String {
    let parts = try document().components(separatedBy: "\n### ").dropFirst()
    let part = parts.first { $0.prefix { $0 != "\n" }.contains("`\(file)`") }
    return try #require(part, "no section about \(file)").components(separatedBy: "\n## ")[0]
  }

  @Test("every file and every column that an export writes is described")
  func columns() throws {
    var draft = Story(seed: 1, papers: 20, today: try #require(Day(iso: "2026-04-28"))).draft()
    draft.events[0].talks = [Talk(title: "A talk")]
    for (file, text) in FolderExport(draft).files {
      let section = try Self.section(file)
      let first = text.split(separator: "\n").first.map { $0.replacing("\u{FEFF}", with: "") } ?? ""
      guard file.hasSuffix(".csv") else { continue }
      for column in first.split(separator: ",") { #expect(section.contains("`\(column)`"), "\(file): \(column)") }
    }
    let fields = ConferenceYAML.text(draft.conference).split(separator: "\n").filter { !$0.hasPrefix(" ") }
    for field in fields {
      #expect(try Self.section("conference.yml").contains("`\(field.prefix { $0 != ":" })`"), "\(field)")
    }
  }

  @Test("every example table in the document is one that an import understands as a whole")
  func examples() throws {
    var files: [String: [UInt8]] = [:]
    for part in try Self.document().components(separatedBy: "\n### ").dropFirst() {
      let heading = part.prefix { $0 != "\n" }
      guard let file = heading.firstMatch(of: /`([a-z.-]+)`/).map({ String($0.1) }),
        let example = part.firstMatch(of: /```[a-z]*\n((?:[^`]|`[^`])*)```/).map({ String($0.1) })
      else { continue }
      files[file] = Array(example.utf8)
      for match in example.matches(of: /media\/[a-z-]+\.[a-z0-9]+/) { files[String(match.0)] = [0] }
    }
    #expect(files.keys.filter { !$0.contains("/") }.count >= 18)
    let reading = Importer.read(ConferenceFolder(files: files))
    #expect(reading.problems.map(\.description) == [])
  }
}
