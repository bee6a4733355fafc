import Foundation
import ScratchDatabase
import Testing

@testable import Database

@Suite("The channels that a conference begins with")
struct FirstChannelsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func channels(_ database: Database) async throws -> [String] {
    try await database.query("SELECT id, title, writers FROM channels ORDER BY position, title, id").map { row in
      let (id, title, writers) = (
        try row.value(0, as: String.self), try row.value(1, as: String.self), try row.value(2, as: String.self)
      )
      return "\(id) \(title) \(writers)"
    }
  }

  @Test("there are a corridor, announcements of the organizers, feedback and help", arguments: Backend.installed)
  func first(_ backend: Backend) async throws {
    let database = try scratch.place(backend).open(Migration.bundled())
    let found = try await channels(database)
    #expect(
      found == [
        "general/corridor Corridor everyone", "general/announcements Announcements organizers",
        "general/feedback Feedback everyone", "general/help Help everyone",
      ])
    try database.close()
  }

  @Test("what organizers made before stays as it is, and nothing is made beside it", arguments: Backend.installed)
  func known(_ backend: Backend) async throws {
    let place = try scratch.place(backend)
    let before = try place.open(Migration.bundled().filter { $0.number < 18 })
    try await before.execute(
      """
      INSERT INTO channels (id, title, purpose, writers, position, added_at, removed_at) VALUES
        ('general/news', 'Announcements', NULL, 'everyone', 2, 1, NULL), ('general/help', 'Aid', NULL, 'everyone', 3, 1, 2)
      """)
    try before.close()
    let database = try place.open(Migration.bundled())
    let found = try await channels(database)
    #expect(
      found == [
        "general/corridor Corridor everyone", "general/feedback Feedback everyone",
        "general/news Announcements everyone", "general/help Aid everyone",
      ])
    try database.close()
  }
}
