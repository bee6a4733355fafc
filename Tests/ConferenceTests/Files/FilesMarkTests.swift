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
      guard data.postgres != nil else {
        #expect(problem == nil)
        #expect(!FileManager.default.fileExists(atPath: "\(data.path)/shared/files-id"))
        return try database.close()
      }
      let bytes = try #require(FileManager.default.contents(atPath: "\(data.path)/shared/files-id"))
      let id = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
      #expect(problem?.contains("write \(id) into \(data.path)/own/files-id") == true)
      try bytes.write(to: URL(fileURLWithPath: "\(data.path)/own/files-id"))
      #expect(try await mark("own").problem(at: Self.now) == nil)
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
    #expect(shared.filesPath == "/shared" && shared.mediaPath == "/shared/media")
    #expect([shared.searchPath, shared.mailPath, shared.settingsPath].allSatisfy { $0.hasPrefix("/own/") })
    #expect(DataFolder.fileFolders == ["media", "portraits", "message-pictures", "case-pictures"])
  }
}
