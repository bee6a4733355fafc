import Foundation
import ScratchDatabase
import Testing

@testable import Database

@Suite("Registration codes that were once on record")
struct RecordedCodesTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("are forgotten, and nothing else of the record is", arguments: Backend.installed)
  func forgotten(_ backend: Backend) async throws {
    let place = try scratch.place(backend)
    let before = try place.open(Migration.bundled().filter { $0.number < 23 })
    try await before.execute(
      """
      INSERT INTO deeds (id, at, account, action, subject, detail) VALUES
        ('a', 1, NULL, 'registration changed', 'registration', '{"to":"loom"}'),
        ('b', 2, NULL, 'policies changed', 'policies', '{"to":"participants"}')
      """)
    try before.close()
    let database = try place.open(Migration.bundled())
    let details = try await database.query("SELECT detail FROM deeds ORDER BY id").map {
      try $0.value(0, as: String?.self)
    }
    #expect(details == [nil, "{\"to\":\"participants\"}"])
    try database.close()
  }
}
