import Database
import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct PersonReportTests {
  @Test("somebody is reported with the channel in which they are met, unless the reporter may not read it")
  func channel() async throws {
    try await ConductCaseTests.run { desk in
      let (first, second) = (min(desk.bob.id, desk.mona.id), max(desk.bob.id, desk.mona.id))
      try await desk.scratch.database.execute(
        "INSERT INTO direct_channels (id, first, second, added_at) VALUES ('between', \(first), \(second), 1)")
      for hidden: String? in ["direct/between", "general/none", "papers/none", "nonsense", nil] {
        let found = try await desk.cases.find(.person, desk.bob.id, channel: hidden, by: desk.door(desk.ada))
        #expect(found.channel == nil, "\(hidden ?? "none")")
      }
      let met = try await desk.cases.find(
        .person, desk.bob.id, channel: "general/corridor", by: desk.door(desk.ada))
      let id = try await desk.report(met, by: desk.ada)
      let reported = try await desk.cases.file(id, by: desk.mona.id).opened.reported
      #expect(reported.channel == "general/corridor" && reported.person == desk.bob.id && reported.kind == .person)
    }
  }

  @Test("the list of cases is no look at one, and says how each stands; its picture is one")
  func looks() async throws {
    try await ConductCaseTests.run { desk in
      let reported = try await desk.cases.find(.person, desk.bob.id, channel: nil, by: desk.door(desk.ada))
      let id = try await desk.report(reported, by: desk.ada)
      func looks() async throws -> [String] {
        try await desk.scratch.database.query(
          "SELECT account FROM conduct_entries WHERE case_id = \(id) AND kind = 'looked' ORDER BY number"
        ).map { try $0.value(0) }
      }
      let heading = try #require(try await desk.cases.list(for: desk.mona.id).first)
      #expect(heading.id == id && heading.at == desk.scratch.time.now && heading.decided == nil)
      #expect(try await looks() == [])
      let folder = desk.data.path + "/case-pictures"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data("a picture".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(id).jpg"))
      _ = try await desk.cases.picture(id, by: desk.mona.id)
      #expect(try await looks() == [desk.mona.id])
      // A page and the picture on it are one look, as is who goes on to follow the page.
      _ = try await desk.cases.picture(id, by: desk.mona.id)
      #expect(try await looks() == [desk.mona.id])
      desk.scratch.time.pass(seconds: 601)
      _ = try await desk.cases.picture(id, by: desk.mona.id)
      #expect(try await looks() == [desk.mona.id, desk.mona.id])
    }
  }
}
