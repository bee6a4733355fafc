import Conference
import Foundation
import HTTPTypes
import Logging
import ScratchDatabase
import Testing

@testable import Web

/// The story conference on a real application, in a data folder of its own that goes when the test is over.
struct StorySite {
  static let now = "2026-04-28T12:30:00Z"
  private static let gate = Gate(places: 8)
  let data: DataFolder
  let site: Site
  let story: Story

  /// - Parameter clock: what time it is; the story's second day, half past twelve, unless given.
  static func run(
    papers: Int = 60, clock: Clock? = nil, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    change: ((inout Draft) -> Void)? = nil, settings: (inout Site.Settings) -> Void = { _ in },
    _ body: @Sendable (TestClient, StorySite) async throws -> Void
  ) async throws {
    let start = try #require(Instant(iso8601: now))
    var chosen = Site.Settings(address: "https://conference.example")
    settings(&chosen)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = DataFolder(path: folder.path)
    let story = Story(seed: 3, papers: papers, today: try #require(Day(iso: "2026-04-28")))
    let changed = change.map { change in
      var draft = story.draft()
      change(&draft)
      return draft
    }
    try await gate.through { [chosen] in
      if let changed {
        try await StoryFiles.make(changed, in: data, now: start)
      } else {
        try await StoryFiles.made(by: story, now: start).write(to: folder)
      }
      let site = try await Site(data: data, settings: chosen, clock: clock ?? .fixed(start), logger: logger)
      let application = site.application(host: "127.0.0.1", port: 0)
      try await TestClient.run(application) { client in
        try await body(client, StorySite(data: data, site: site, story: story))
      }
      try await site.close()
    }
  }
}

/// The data folder of a story as it is before a test has done anything, made once for all tests that begin with the same one.
private struct StoryFiles: Sendable {
  @MainActor private static var known: [Int: Task<StoryFiles, any Error>] = [:]
  private let files: [String: Data]

  @MainActor static func made(by story: Story, now: Instant) async throws -> StoryFiles {
    let draft = story.draft()
    let making =
      known[draft.papers.count]
      ?? Task.detached {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await make(draft, in: DataFolder(path: folder.path), now: now)
        return try StoryFiles(of: folder)
      }
    known[draft.papers.count] = making
    return try await making.value
  }

  static func make(_ draft: Draft, in data: DataFolder, now: Instant) async throws {
    let database = try data.open()
    try FileManager.default.createDirectory(atPath: data.path + "/media/figures", withIntermediateDirectories: true)
    for paper in draft.papers where paper.thumbnail != nil {
      let path = data.path + "/media/figures/\(paper.id).svg"
      try Data(StoryFigure.svg(for: paper, seed: 3).utf8).write(to: URL(fileURLWithPath: path))
    }
    try await ProgramStore(database).apply(draft, now: now)
    try database.close()
  }

  private init(of folder: URL) throws {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appendingPathComponent(path)
      if !file.hasDirectoryPath { files[path] = try Data(contentsOf: file) }
    }
    self.files = files
  }

  func write(to folder: URL) throws {
    for (path, content) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: file)
    }
  }
}

extension TestClient {
  /// A page or file as a browser without cookies gets it.
  func get(_ address: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
    try await execute(uri: address, method: .get, headers: headers)
  }

  func text(_ address: String, zone: String? = nil) async throws -> String {
    var headers = HTTPFields()
    if let zone { headers[.cookie] = "zone=\(zone)" }
    return String(buffer: try await get(address, headers).body)
  }
}
