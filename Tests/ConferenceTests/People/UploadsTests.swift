import Database
import Testing

@testable import Conference

@Suite(.bothDatabases, .serialized) struct UploadsTests {
  private static let list = Uploads.Upload(named: "people.csv", [0, 10, 255])

  @Test("an uploaded list comes back for an hour, and only to who uploaded it")
  func kept() async throws {
    try await ScratchPeople.run { scratch in
      let (ada, bob) = (try await scratch.add("ada@example.org"), try await scratch.add("bob@example.org"))
      let uploads = Uploads(scratch.database, clock: scratch.clock)
      let secret = try await uploads.keep(Self.list, by: ada.id)
      #expect(try await uploads.upload(secret, by: ada.id).bytes == [0, 10, 255])
      await #expect(throws: ConferenceError.self) { try await uploads.upload(secret, by: bob.id) }
      scratch.time.pass(seconds: 3_601)
      await #expect(throws: ConferenceError.self) { try await uploads.upload(secret, by: ada.id) }
    }
  }

  @Test("of somebody's uploads the newest three are kept, and none that is too old")
  func bounded() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org")
      let uploads = Uploads(scratch.database, clock: scratch.clock)
      for _ in 0..<6 {
        _ = try await uploads.keep(Self.list, by: ada.id)
        scratch.time.pass(seconds: 1)
      }
      #expect(try await Self.count(scratch) == 3)
      scratch.time.pass(seconds: 4_000)
      _ = try await uploads.keep(Self.list, by: ada.id)
      #expect(try await Self.count(scratch) == 1)
    }
  }

  private static func count(_ scratch: ScratchPeople) async throws -> Int {
    try await scratch.database.first("SELECT COUNT(*) FROM uploads")?.value(0) ?? 0
  }
}
