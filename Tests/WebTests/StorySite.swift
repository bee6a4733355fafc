import Conference
import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import Testing

@testable import Web

/// The story conference on a real application, in a data folder of its own that goes when the test is over.
struct StorySite {
  static let now = "2026-04-28T12:30:00Z"
  let data: DataFolder
  let site: Site
  let story: Story

  /// - Parameter clock: what time it is; the story's second day, half past twelve, unless given.
  static func run(
    papers: Int = 60, clock: Clock? = nil, change: (inout Draft) -> Void = { _ in },
    _ body: @Sendable (any TestClientProtocol, StorySite) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let start = try #require(Instant(iso8601: now))
    let story = Story(seed: 3, papers: papers, today: try #require(Day(iso: "2026-04-28")))
    var draft = story.draft()
    change(&draft)
    let data = DataFolder(path: folder)
    let database = try data.open()
    for paper in draft.papers where paper.thumbnail != nil {
      let path = data.path + "/media/figures/\(paper.id).svg"
      try FileManager.default.createDirectory(atPath: data.path + "/media/figures", withIntermediateDirectories: true)
      try Data(StoryFigure.svg(for: paper, seed: 3).utf8).write(to: URL(fileURLWithPath: path))
    }
    try await ProgramStore(database).apply(draft, now: start)
    try database.close()
    let site = try await Site(
      data: data, settings: Site.Settings(address: "https://conference.example"), clock: clock ?? .fixed(start),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let application = site.application(host: "127.0.0.1", port: 0)
    try await application.test(.router) { client in
      try await body(client, StorySite(data: data, site: site, story: story))
    }
    try site.close()
  }
}

extension TestClientProtocol {
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
