import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct FilesMarkTests {
  private static let now = Instant(milliseconds: 0)

  private func inScratch(_ body: (DataFolder) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(try ScratchData.folder(at: path))
  }

  @Test("servers that share their files are told nothing, and one that does not is told what to do")
  func shared() async throws {
    try await inScratch { data in
      let database = try data.open()
      func mark(_ name: String) throws -> FilesMark {
        let folder = DataFolder(path: data.path, files: "\(data.path)/\(name)", postgres: data.postgres)
        try FileManager.default.createDirectory(atPath: folder.filesPath, withIntermediateDirectories: true)
        return FilesMark(folder, database)
      }
      #expect(try await mark("shared").difference() == nil, "before any server was started")
      for _ in 1...2 { #expect(try await mark("shared").problem(at: Self.now) == nil) }
      let (problem, looked) = (
        try await mark("own").problem(at: Self.now), try await mark("own").difference()
      )
      #expect(problem == looked)
      let bytes = try #require(FileManager.default.contents(atPath: "\(data.path)/shared/files-id"))
      let id = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
      #expect(problem?.contains("write \(id) into \(data.path)/own/files-id") == true)
      try bytes.write(to: URL(fileURLWithPath: "\(data.path)/own/files-id"))
      #expect(try await mark("own").problem(at: Self.now) == nil)
      try database.close()
    }
  }

  @Test("a command that was not told of the folder is refused, and the files of a data folder need no mark")
  func forgotten() async throws {
    try await inScratch { data in
      let database = try data.open()
      let apart = DataFolder(path: data.path, files: "\(data.path)/apart", postgres: data.postgres)
      try FileManager.default.createDirectory(atPath: apart.filesPath, withIntermediateDirectories: true)
      try await FilesMark(data, database).require()
      #expect(try await FilesMark(apart, database).problem(at: Self.now) == nil)
      try await FilesMark(apart, database).require()
      await #expect(throws: ConferenceError.self) { try await FilesMark(data, database).require() }
      try database.close()
    }
    try await inScratch { data in
      let database = try data.open()
      #expect(try await FilesMark(data, database).problem(at: Self.now) == nil)
      #expect(FileManager.default.fileExists(atPath: "\(data.path)/files-id") == (data.postgres != nil))
      try database.close()
    }
  }

  @Test("an import beside the files of the conference writes nothing, and says so also where it is only tried")
  func imported() async throws {
    try await inScratch { data in
      let database = try data.open()
      let apart = DataFolder(path: data.path, files: "\(data.path)/apart", postgres: data.postgres)
      try FileManager.default.createDirectory(atPath: apart.filesPath, withIntermediateDirectories: true)
      #expect(try await FilesMark(apart, database).problem(at: Self.now) == nil)
      let folder = "\(data.path)/folder"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data("id,title\np1,One\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/papers.csv"))
      for isDry in [true, false] {
        var options = FolderImport.Options()
        options.dryRun = isDry
        let wrong = FolderImport(data: data, options: options)
        await #expect(throws: ConferenceError.self) { _ = try await wrong.run(folder, now: Self.now) }
      }
      #expect(try await ProgramStore(database).draft() == nil)
      #expect(try await FolderImport(data: apart).run(folder, now: Self.now).isStored)
      try database.close()
    }
  }

  @Test("a folder that cannot be written is warned of, and so is another one's; neither keeps a server from starting")
  func unwritable() async throws {
    try await inScratch { data in
      let (database, log) = (try data.open(), LogBook())
      // Where a file is, there can be none below it.
      try Data().write(to: URL(fileURLWithPath: "\(data.path)/file"))
      let folder = DataFolder(path: data.path, files: "\(data.path)/file", postgres: data.postgres)
      await FilesMark(folder, database).warn(at: Self.now, log.logger)
      #expect(log.all == ["warning Whether the files are those of the conference could not be found out"])
      let apart = DataFolder(path: data.path, files: "\(data.path)/apart", postgres: data.postgres)
      try FileManager.default.createDirectory(atPath: apart.filesPath, withIntermediateDirectories: true)
      await FilesMark(apart, database).warn(at: Self.now, log.logger)
      #expect(log.all.count == 1)
      await FilesMark(folder, database).warn(at: Self.now, log.logger)
      #expect(log.all.count == 2 && log.all.last?.hasPrefix("warning The files in \(data.path)/file are not") == true)
      try database.close()
    }
  }

  @Test("of nodes that start at once all have the one mark, and nothing else is left beside it")
  func together() async throws {
    try await inScratch { data in
      let database = try data.open()
      let apart = DataFolder(path: data.path, files: "\(data.path)/apart", postgres: data.postgres)
      try FileManager.default.createDirectory(atPath: apart.filesPath, withIntermediateDirectories: true)
      try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 1...8 { group.addTask { try await FilesMark(apart, database).problem(at: Self.now) } }
        for try await problem in group { #expect(problem == nil) }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: apart.filesPath) == ["files-id"])
      try database.close()
    }
  }

  @Test("a folder that has a mark already keeps it with a new database")
  func marked() async throws {
    try await inScratch { data in
      let database = try data.open()
      let path = "\(data.filesPath)/files-id"
      try Data("before".utf8).write(to: URL(fileURLWithPath: path))
      #expect(try await FilesMark(data, database).problem(at: Self.now) == nil)
      #expect(FileManager.default.contents(atPath: path) == Data("before".utf8))
      try database.close()
    }
  }

  @Test("files lie in the data folder unless another one is named; what is a server's own stays there")
  func places() {
    let (plain, shared) = (DataFolder(path: "/own"), DataFolder(path: "/own", files: "/shared"))
    #expect(plain.filesPath == "/own" && plain.mediaPath == "/own/media")
    #expect(DataFolder(path: "/own", files: "").mediaPath == "/own/media")
    #expect(shared.filesPath == "/shared" && shared.mediaPath == "/shared/media")
    #expect([shared.searchPath, shared.mailPath, shared.settingsPath].allSatisfy { $0.hasPrefix("/own/") })
    #expect(DataFolder.fileFolders == ["media", "portraits", "message-pictures", "case-pictures"])
  }
}
