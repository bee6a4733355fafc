import Foundation
import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct ErasureTests {
  static let canary = "kanarienvogel"
  private static let pictureFolders = ["portraits", "message-pictures", "case-pictures"]

  /// Runs with a data folder and its database.
  func run(_ body: (DataFolder, Database, ScratchPeople) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = try ScratchData.folder(at: path)
    let database = try data.open()
    try await body(data, database, ScratchPeople(database: database, time: ScratchPeople.Time()))
    try database.close()
  }

  /// Where the canary's name still stands: tables, and files of the data folder.
  func finds(_ data: DataFolder, _ database: Database) async throws -> [String] {
    let canary = Self.canary
    var finds = try await database.read { connection in
      try CopyTable.all(in: connection).map(\.name).filter { name in
        var isFound = false
        try connection.session.forEach(RenderedSQL(text: "SELECT * FROM \(CopyTable.quoted(name))")) { row in
          isFound = isFound || row.values.contains { Self.text($0).contains(canary) }
        }
        return isFound
      }
    }
    let names = FileManager.default.enumerator(atPath: data.path)?.compactMap { $0 as? String } ?? []
    for name in names {
      guard let bytes = FileManager.default.contents(atPath: data.path + "/" + name) else { continue }
      if Self.lowercased(bytes).range(of: Data(canary.utf8)) != nil { finds.append(name) }
    }
    return finds
  }

  private static func lowercased(_ bytes: Data) -> Data {
    Data(bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 })
  }

  private static func text(_ value: SQLValue) -> String {
    if case .blob(let bytes) = value { return String(decoding: bytes, as: UTF8.self).lowercased() }
    return "\(value)".lowercased()
  }

  @Test("after an erasure no table and no file of the data folder knows anything of who was erased")
  func canary() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      let before = try await finds(data, database)
      #expect(
        Set(before).isSuperset(of: [
          "accounts", "allowances", "deeds", "devices", "conduct_cases", "help_requests", "messages", "moderations",
          "outbox", "program_change_steps", "program_entries", "program_originals", "questions", "saved", "sign_ins",
        ]))
      for folder in Self.pictureFolders + ["mail"] {
        #expect(before.contains { $0.hasPrefix(folder + "/") }, "\(folder)")
      }
      try await scratch.people.erase(account.id, in: data)
      let after = try await finds(data, database)
      #expect(after == [])
      for folder in Self.pictureFolders {
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(data.path)/\(folder)") == [], "\(folder)")
      }
      let left = try #require(try await scratch.people.account(account.id))
      #expect(left.name == "A former participant")
      #expect(left.standing == .erased)
      #expect(left.email == nil)
      let program = try await ProgramStore(database).load()
      #expect(program.paper("p")?.authors.map(\.email) == [nil, "ben@example.org"])
    }
  }

  @Test("what was said to all stays, by a former participant; what was said to one or to the help desk goes")
  func spoken() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      try await scratch.people.erase(account.id, in: data)
      let messages = try await database.query(
        "SELECT channel, body, removed_at FROM messages WHERE author = \(account.id) ORDER BY number")
      let said = try messages.map { row in
        let (channel, body): (String, String) = (try row.value("channel"), try row.value("body"))
        let isRemoved = try row.value("removed_at", as: Int64?.self) != nil
        return "\(channel.prefix { $0 != "/" }): \(isRemoved ? "taken back" : "stays") \(body)"
      }
      #expect(said == ["general: stays Hello to all", "direct: taken back ", "help: taken back "])
      let questions = try await database.query("SELECT body FROM questions WHERE author = \(account.id) ORDER BY id")
      let asked: [String] = try questions.map { try $0.value(0) }
      #expect(asked == ["What is next?", "Erased by who asked it"])
    }
  }

  @Test("others lose nothing when somebody is erased, also where an address holds another's")
  func others() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      let other = try await scratch.add("not-\(Self.canary)@example.org", name: "Ben")
      let item = try #require(SavedItem("papers:p"))
      try await Saved(database, clock: scratch.clock).change(save: [item], of: other.id)
      _ = try await scratch.ask("not-\(Self.canary)@example.org")
      let before = try await scratch.people.data(of: other.id)
      try await scratch.people.erase(account.id, in: data)
      let after = try await scratch.people.data(of: other.id)
      #expect(String(decoding: after, as: UTF8.self) == String(decoding: before, as: UTF8.self))
    }
  }

  @Test("one may come back with the same address, as somebody new")
  func again() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      try await scratch.people.erase(account.id, in: data)
      let newcomer = try await scratch.add("\(Self.canary)@example.org")
      #expect(newcomer.id != account.id)
      await #expect(throws: ConferenceError.notFound("person")) {
        try await scratch.people.erase(account.id, in: data)
      }
    }
  }

  @Test("the only organizer cannot be erased")
  func organizer() async throws {
    try await run { data, _, scratch in
      let chair = try await scratch.add("chair@example.org", role: .organizer)
      await #expect(throws: ConferenceError.self) {
        try await scratch.people.erase(chair.id, in: data)
      }
      try await scratch.add("second@example.org", role: .organizer)
      try await scratch.people.erase(chair.id, in: data)
    }
  }

  @Test("what one downloads holds everything of oneself, and nothing that is of use to a thief")
  func download() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      let bytes = try await scratch.people.data(of: account.id)
      let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      for table in ["accounts", "allowances", "calendar_addresses", "deeds", "devices", "outbox", "saved", "sign_ins"] {
        #expect((json[table] as? [Any])?.isEmpty == false, "\(table)")
      }
      #expect(json["papers"] as? [String] == ["p"])
      #expect(!String(decoding: bytes, as: UTF8.self).contains("hash"))
    }
  }

  @Test("every file that one sent is listed, under a name that says what it is")
  func files() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      let program = try await ProgramStore(database).load()
      try await Authors(database, clock: scratch.clock, in: data).take(
        try PictureSamples.picture("png"), as: .poster, of: try #require(program.paper("p")),
        by: Access(account, conduct: nil))
      let uploads = try await scratch.people.uploads(of: account.id)
      #expect(
        uploads.map { $0.name.replacing(/[A-Za-z0-9]{16}/, with: "X") } == [
          "portrait-X.jpg", "message-pictures/2020-04-27-general-corridor-X.jpg",
          "message-pictures/2020-04-27-direct-two-X.jpg", "paper/p/poster-X.jpg",
        ])
      for upload in uploads {
        #expect(FileManager.default.fileExists(atPath: "\(data.path)/\(upload.path)"), "\(upload.path)")
      }
      let bytes = try await scratch.people.data(of: account.id)
      let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      let listed = (json["files"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
      #expect(listed == uploads.map(\.name))
      let others = try await scratch.people.uploads(of: try await scratch.add("other@example.org").id)
      #expect(others == [])
    }
  }

  @Test("every table that names people has its line in what is downloaded and erased")
  func complete() async throws {
    try await run { _, database, _ in
      let tables = try await database.read { try CopyTable.all(in: $0) }
      let naming = tables.filter {
        !Set($0.columns).isDisjoint(with: ["account", "email", "recipient", "person", "author"])
      }.map(\.name)
      #expect(Set(naming).subtracting(PersonalTable.all.map(\.name)) == [])
      #expect(Set(PersonalTable.all.map(\.name)).subtracting(tables.map(\.name)).isSubset(of: CopyTable.fleeting))
    }
  }
}
