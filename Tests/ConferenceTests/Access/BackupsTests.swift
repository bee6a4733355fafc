import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct BackupsTests {
  @Test("how long backups are kept is from a day to ten years, or not said")
  func bounds() throws {
    for days in [0, -1, 3_651] { #expect(throws: ConferenceError.self) { try Backups(days: days) } }
    let most = try Backups(days: 3_650)
    #expect(most.days == 3_650)
    #expect(Backups.standard.days == nil)
  }

  @Test("it can be said and taken back, on record")
  func chosen() async throws {
    try await ScratchPeople.run { scratch in
      for days in [30, nil] as [Int?] {
        try await Backups(days: days).choose(by: nil, scratch.database, at: scratch.time.now)
        let found = try await Backups.current(scratch.database)
        #expect(found.days == days)
      }
      let deeds = try await scratch.people.deeds(about: Backups.name, for: nil)
      #expect(deeds.map(\.deed.action) == ["backups changed", "backups changed"])
    }
  }

  @Test("a browser that was not seen for its time is forgotten")
  func devices() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org")
      try await scratch.database.write { connection in
        _ = try Devices.add(for: ada.id, browser: "Firefox", at: ScratchPeople.start, connection)
      }
      func count() async throws -> Int {
        try await scratch.database.first("SELECT COUNT(*) FROM devices")?.value(0) ?? 0
      }
      scratch.time.pass(seconds: KeptFor.devices - 1)
      try await PassedRows(database: scratch.database).prune(at: scratch.time.now)
      let before = try await count()
      scratch.time.pass(seconds: 1)
      try await PassedRows(database: scratch.database).prune(at: scratch.time.now)
      let after = try await count()
      #expect([before, after] == [1, 0])
    }
  }
}
