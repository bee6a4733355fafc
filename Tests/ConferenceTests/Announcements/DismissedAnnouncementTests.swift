import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct DismissedAnnouncementTests {
  private func announce(_ title: String, until: Int? = nil, _ scratch: ScratchPeople) async throws -> String {
    let now = scratch.time.now
    let text = try AnnouncementText(title: title, text: "", from: now, until: until.map { now.adding(seconds: $0) })
    return try await Announcements(scratch.database, clock: scratch.clock).add(text, by: nil)
  }

  @Test("what somebody puts away is theirs alone, as it read, until they take it out again")
  func dismissed() async throws {
    try await ScratchPeople.run { scratch in
      let dismissed = DismissedAnnouncements(scratch.database, clock: scratch.clock)
      let ada = try await scratch.add("ada@example.org").id
      let ben = try await scratch.add("ben@example.org").id
      let id = try await announce("Late", scratch)
      let (first, second) = (AnnouncementVersion(id: id, version: "0a1b"), AnnouncementVersion(id: id, version: "2c3d"))
      try await dismissed.dismiss([first, AnnouncementVersion(id: "none", version: "0a1b")], of: ada)
      #expect(try await dismissed.all(of: ada) == [first])
      #expect(try await dismissed.all(of: ben) == [])
      try await dismissed.dismiss([second], of: ada)
      try await dismissed.dismiss([second], of: ada)
      #expect(try await dismissed.all(of: ada) == [second])
      try await dismissed.restore(id, of: ben)
      #expect(try await dismissed.all(of: ada) == [second])
      try await dismissed.restore(id, of: ada)
      #expect(try await dismissed.all(of: ada) == [])
    }
  }

  @Test("one's own open pages are told of it, and nobody else's")
  func told() async throws {
    try await ScratchPeople.run { scratch in
      let dismissed = DismissedAnnouncements(scratch.database, clock: scratch.clock)
      let ada = try await scratch.add("ada@example.org").id
      let id = try await announce("Late", scratch)
      try await dismissed.dismiss([AnnouncementVersion(id: "none", version: "0a1b")], of: ada)
      try await dismissed.dismiss([AnnouncementVersion(id: id, version: "0a1b")], of: ada)
      try await dismissed.restore(id, of: ada)
      let events = try await scratch.database.events(after: 0, limit: 100).filter { $0.kind == "dismissed" }
      #expect(events.map(\.topic) == ["me/\(ada)", "me/\(ada)"])
    }
  }

  @Test("of what is over nothing is told any more")
  func over() async throws {
    try await ScratchPeople.run { scratch in
      let dismissed = DismissedAnnouncements(scratch.database, clock: scratch.clock)
      let ada = try await scratch.add("ada@example.org").id
      let ids = [try await announce("Soon over", until: 60, scratch), try await announce("Withdrawn", scratch)]
      try await dismissed.dismiss(ids.map { AnnouncementVersion(id: $0, version: "0") }, of: ada)
      #expect(try await dismissed.all(of: ada).count == 2)
      try await Announcements(scratch.database, clock: scratch.clock).withdraw(ids[1], by: nil)
      #expect(try await dismissed.all(of: ada).map(\.id) == [ids[0]])
      scratch.time.pass(seconds: 60)
      #expect(try await dismissed.all(of: ada) == [])
    }
  }

  @Test("it goes along with what one downloads, and with an erasure")
  func personal() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org")
      let id = try await announce("Late", scratch)
      try await DismissedAnnouncements(scratch.database, clock: scratch.clock).dismiss(
        [AnnouncementVersion(id: id, version: "0a1b")], of: ada.id)
      let data = try await scratch.people.data(of: ada.id)
      #expect(String(decoding: data, as: UTF8.self).contains("\"\(id)\""))
      let table = try #require(PersonalTable.all.first { $0.name == "dismissed_announcements" })
      try await scratch.database.execute(try #require(table.forget(ada)))
      #expect(try await scratch.database.query("SELECT account FROM dismissed_announcements").isEmpty)
    }
  }

  @Test("more than fifty at once are refused")
  func most() async throws {
    try await ScratchPeople.run { scratch in
      let dismissed = DismissedAnnouncements(scratch.database, clock: scratch.clock)
      let ada = try await scratch.add("ada@example.org").id
      let many = (0...DismissedAnnouncements.most).map { AnnouncementVersion(id: "a\($0)", version: "0") }
      await #expect(throws: ConferenceError.self) { try await dismissed.dismiss(many, of: ada) }
    }
  }

  @Test(
    "only what can be an announcement's is read",
    arguments: ["", "a", "a-", "-0a", "a-0a-1", "a-0G", "a b-0a", "a-01234567890abcdef", "a\"]{}-0a", "\0-0a"])
  func read(text: String) {
    #expect(AnnouncementVersion(text) == nil)
    #expect(AnnouncementVersion("Ab1-0a")?.description == "Ab1-0a")
  }
}
