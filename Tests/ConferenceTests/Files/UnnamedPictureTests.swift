import Database
import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct UnnamedPictureTests {
  private static let week: TimeInterval = 7 * 86_400

  /// A conference with a portrait, a picture in a message and one of a case, each named by a row, and one of each that none names.
  private struct Scene {
    let data: DataFolder
    let database: Database
    let folders = [PictureFolder.portraitsName, PictureFolder.messagesName, PictureFolder.casesName]

    static func run(_ body: (Scene) async throws -> Void) async throws {
      let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: path) }
      let data = try ScratchData.folder(at: path)
      let database = try data.open()
      let scene = Scene(data: data, database: database)
      try await scene.fill()
      try await body(scene)
      try database.close()
    }

    private func fill() async throws {
      let people = ScratchPeople(database: database, time: .init())
      let ada = try await people.add("ada@example.org", name: "Ada")
      try await people.add("ben@example.org", name: "Ben")
      try await database.execute(
        "UPDATE accounts SET profile = \(try Self.profile("named.jpg")) WHERE id = \(ada.id)")
      try await database.execute(
        """
        INSERT INTO messages (id, channel, author, client, body, words, picture, sent_at)
        VALUES ('m1', 'general/corridor', \(ada.id), 'c1', '', '', 'named.jpg', 1)
        """)
      try await database.execute(
        """
        INSERT INTO conduct_cases (id, kind, copy, account, words, reported_at)
        VALUES ('named', 'message', '', \(ada.id), '', 1)
        """)
      for folder in folders {
        for name in ["named.jpg", "lost.jpg", "lost.jpg.incoming", "note.txt"] { try write(name, folder) }
      }
    }

    static func profile(_ portrait: String) throws -> String {
      var profile = Profile()
      profile.portrait = portrait
      return try profile.json
    }

    func write(_ name: String, _ folder: String) throws {
      let path = "\(data.filesPath)/\(folder)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    func files(_ folder: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: "\(data.filesPath)/\(folder)").sorted()
    }

    /// So many seconds from now.
    func sweep(after seconds: TimeInterval) async throws {
      let now = Date().addingTimeInterval(seconds)
      try await UnnamedPictures(data: data, database: database).sweep(at: now)
    }

    func markFiles() async throws {
      #expect(try await FilesMark(data, database).problem(at: Instant(milliseconds: 0)) == nil)
    }
  }

  private static let all = ["lost.jpg", "lost.jpg.incoming", "named.jpg", "note.txt"]
  private static let marked = ["lost.jpg", "lost.jpg.incoming", "lost.jpg.unnamed", "named.jpg", "note.txt"]
  private static let swept = ["lost.jpg.incoming", "named.jpg", "note.txt"]

  @Test("what no row names is marked, and goes a week later; all else stays, however old")
  func week() async throws {
    try await Scene.run { scene in
      try await scene.markFiles()
      for seconds in [0, Self.week - 60] {
        try await scene.sweep(after: seconds)
        for folder in scene.folders { #expect(try scene.files(folder) == Self.marked) }
      }
      for seconds in [Self.week + 60, 100 * Self.week] {
        try await scene.sweep(after: seconds)
        for folder in scene.folders { #expect(try scene.files(folder) == Self.swept) }
      }
      let foreign = "\(scene.data.filesPath)/media/lost.jpg"
      try Data("x".utf8).write(to: URL(fileURLWithPath: foreign))
      for seconds in [0, 2 * Self.week] { try await scene.sweep(after: seconds) }
      #expect(FileManager.default.fileExists(atPath: foreign))
    }
  }

  @Test("a picture that a row names meanwhile loses its mark, and another week would have to pass")
  func named() async throws {
    try await Scene.run { scene in
      try await scene.markFiles()
      try await scene.sweep(after: 0)
      let profile = try Scene.profile("lost.jpg")
      try await scene.database.execute("UPDATE accounts SET profile = \(profile) WHERE email = 'ben@example.org'")
      try await scene.sweep(after: 2 * Self.week)
      #expect(try scene.files(PictureFolder.portraitsName) == Self.all)
      #expect(try scene.files(PictureFolder.messagesName) == Self.swept)
      try await scene.database.execute("UPDATE accounts SET profile = '{}' WHERE email = 'ben@example.org'")
      try await scene.sweep(after: 0)
      #expect(try scene.files(PictureFolder.portraitsName) == Self.marked)
    }
  }

  @Test("the mark of a picture that was deleted goes")
  func deleted() async throws {
    try await Scene.run { scene in
      try await scene.markFiles()
      try await scene.sweep(after: 0)
      PictureFolder.portraits(scene.data).remove("lost.jpg")
      try await scene.sweep(after: 0)
      #expect(try scene.files(PictureFolder.portraitsName) == Self.swept)
    }
  }

  @Test("nothing goes where the folder may be another one's, or a profile cannot be read")
  func unsure() async throws {
    try await Scene.run { scene in
      let sees = scene.data.postgres == nil
      try await scene.sweep(after: 0)
      #expect(try scene.files(PictureFolder.casesName) == (sees ? Self.marked : Self.all), "without a mark")
      try await scene.database.execute("UPDATE accounts SET profile = 'broken' WHERE email = 'ben@example.org'")
      try await scene.markFiles()
      await #expect(throws: (any Error).self) { try await scene.sweep(after: 2 * Self.week) }
      #expect(try scene.files(PictureFolder.casesName).contains("lost.jpg"))
      try await scene.database.execute("UPDATE accounts SET profile = '{}' WHERE email = 'ben@example.org'")
      try await scene.database.execute("DELETE FROM choices WHERE name = 'files'")
      try await scene.database.execute("INSERT INTO choices (name, value, changed_at) VALUES ('files', 'other', 1)")
      for seconds in [0, 2 * Self.week] { try await scene.sweep(after: seconds) }
      #expect(try scene.files(PictureFolder.casesName).contains("lost.jpg"), "with the mark of another folder")
    }
  }

  @Test("the hourly sweep marks pictures where it is told of them, and not in a rehearsal")
  func hourly() async throws {
    try await Scene.run { scene in
      try await scene.markFiles()
      let log = LogBook()
      await Sweeper(scene.database, clock: .system, logger: log.logger).sweep()
      #expect(try scene.files(PictureFolder.messagesName) == Self.all)
      await Sweeper(scene.database, in: scene.data, clock: .system, logger: log.logger).sweep()
      #expect(try scene.files(PictureFolder.messagesName) == Self.marked)
      #expect(log.all == [])
    }
  }
}
