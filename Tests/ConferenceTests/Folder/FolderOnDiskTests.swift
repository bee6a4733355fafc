import Foundation
import Testing

@testable import Conference

/// A folder on disk for one test, removed with it.
private final class ScratchFolder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("folder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }
}

@Suite struct FolderOnDiskTests {
  @Test("files at the top and two levels below, media six, are found; hidden ones are passed, deeper ones are noted")
  func listing() throws {
    let scratch = try ScratchFolder()
    for name in [
      "papers.csv", "media/map.png", ".hidden", ".git/config", "media/a/x.png", "media/a/b/c/d/y.png",
      "media/1/2/3/4/5/6.png", "media/1/2/3/4/5/6/7.png", "other/a/x.png", "other/a/b/y.png",
    ] {
      try scratch.write("x", to: name)
    }
    let folder = try ConferenceFolder(path: scratch.path)
    #expect(
      folder.names == [
        "media/1/2/3/4/5/6.png", "media/a/b/c/d/y.png", "media/a/x.png", "media/map.png", "other/a/x.png", "papers.csv",
      ])
    #expect(folder.size("papers.csv") == 1)
    #expect(try folder.bytes("media/map.png") == [120])
    #expect(
      folder.problems.map(\.description) == [
        "media/1/2/3/4/5/6: note: folders this deep are not looked into (move its files one level up)",
        "other/a/b: note: folders this deep are not looked into (move its files one level up)",
      ])
  }

  @Test("a folder that does not exist, or a file, is an error", arguments: ["/no/such/folder", #filePath])
  func absent(path: String) {
    #expect(throws: Problem.self) { try ConferenceFolder(path: path) }
  }

  @Test("links inside of the folder are followed; those that lead out or nowhere are refused")
  func links() throws {
    let scratch = try ScratchFolder()
    let outside = try ScratchFolder()
    try outside.write("secret", to: "secret.csv")
    try scratch.write("x", to: "papers.csv")
    try scratch.link("same.csv", to: "papers.csv")
    try scratch.link("out.csv", to: outside.path + "/secret.csv")
    try scratch.link("up.csv", to: "../\(outside.url.lastPathComponent)/secret.csv")
    try scratch.link("outside", to: outside.path)
    try scratch.link("nowhere.csv", to: "gone.csv")
    try scratch.link("self", to: ".")
    let folder = try ConferenceFolder(path: scratch.path)
    #expect(folder.names == ["papers.csv", "same.csv"])
    #expect(try folder.bytes("same.csv") == [120])
    #expect(
      folder.problems.map { "\($0.place) \($0.message)" } == [
        "nowhere.csv the link leads nowhere", "out.csv the link leads out of the folder",
        "outside the link leads out of the folder", "self the link leads out of the folder",
        "up.csv the link leads out of the folder",
      ])
  }

  @Test("a file replaced by a link that leads out is not read")
  func swapped() throws {
    let scratch = try ScratchFolder()
    try scratch.write("x", to: "papers.csv")
    let folder = try ConferenceFolder(path: scratch.path)
    try FileManager.default.removeItem(atPath: scratch.path + "/papers.csv")
    try scratch.link("papers.csv", to: #filePath)
    #expect(throws: Problem.self) { try folder.bytes("papers.csv") }
  }

  @Test("files of another folder are added under a name, and links still cannot lead out", arguments: [true, false])
  func adding(memoryFirst: Bool) throws {
    let scratch = try ScratchFolder()
    try scratch.write("x", to: "papers.csv")
    try scratch.write("y", to: "other.csv")
    let memory = ConferenceFolder(files: ["map.png": [1]])
    let disk = try ConferenceFolder(path: scratch.path)
    let both = memoryFirst ? memory.adding(disk, under: "more") : disk.adding(memory, under: "more")
    let papers = memoryFirst ? "more/papers.csv" : "papers.csv"
    let map = memoryFirst ? "map.png" : "more/map.png"
    #expect(both.names.count == 3)
    #expect(try both.bytes(papers) == [120])
    #expect(try both.bytes(map) == [1])
    try FileManager.default.removeItem(atPath: scratch.path + "/papers.csv")
    try scratch.link("papers.csv", to: #filePath)
    #expect(throws: Problem.self) { try both.bytes(papers) }
    #expect(throws: Problem.self) { try both.copy(papers, to: scratch.path + "/copy") }
  }

  @Test("a copy of a file has its bytes, from disk and from memory")
  func copy() throws {
    let scratch = try ScratchFolder()
    try scratch.write("x", to: "papers.csv")
    try ConferenceFolder(path: scratch.path).copy("papers.csv", to: scratch.path + "/a")
    try ConferenceFolder(files: ["b": [98]]).copy("b", to: scratch.path + "/b")
    let copies = try ConferenceFolder(path: scratch.path)
    #expect(try copies.bytes("a") == [120])
    #expect(try copies.bytes("b") == [98])
    #expect(throws: Problem.self) { try copies.copy("absent", to: scratch.path + "/c") }
  }

  @Test("a file that is gone since is an error")
  func gone() throws {
    let scratch = try ScratchFolder()
    try scratch.write("x", to: "papers.csv")
    let folder = try ConferenceFolder(path: scratch.path)
    try FileManager.default.removeItem(atPath: scratch.path + "/papers.csv")
    #expect(throws: Problem.self) { try folder.bytes("papers.csv") }
  }

  @Test("a file of 200 MB is refused without being read")
  func huge() throws {
    let scratch = try ScratchFolder()
    try scratch.write("", to: "papers.csv")
    let handle = try #require(FileHandle(forWritingAtPath: scratch.path + "/papers.csv"))
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    var problems = Problems()
    #expect(try ConferenceFolder(path: scratch.path).table("papers", problems: &problems) == nil)
    #expect(
      problems.sorted.map(\.description) == [
        "papers.csv: error: papers.csv has 200 MB; at most 64 MB are read "
          + "(split it into several files, or leave out what is not needed)"
      ])
  }

  @Test("a file that has grown beyond the limit since is refused")
  func grown() throws {
    let scratch = try ScratchFolder()
    try scratch.write("1234", to: "papers.csv")
    let folder = try ConferenceFolder(path: scratch.path)
    try scratch.write("123456789", to: "papers.csv")
    #expect(throws: Problem.self) { try folder.bytes("papers.csv", limit: 8) }
    #expect(try folder.bytes("papers.csv", limit: 9).count == 9)
  }

  @Test("of more than 10,000 tables and texts the rest is refused with one error, while pictures may be more")
  func tooMany() throws {
    let scratch = try ScratchFolder()
    for number in 0...ConferenceFolder.textLimit {
      #expect(FileManager.default.createFile(atPath: "\(scratch.path)/\(number).png", contents: nil))
    }
    let pictures = try ConferenceFolder(path: scratch.path)
    #expect(pictures.names.count == ConferenceFolder.textLimit + 1)
    #expect(pictures.problems == [])
    for number in 0...ConferenceFolder.textLimit {
      #expect(FileManager.default.createFile(atPath: "\(scratch.path)/\(number).txt", contents: nil))
    }
    let folder = try ConferenceFolder(path: scratch.path)
    #expect(folder.names.filter { $0.hasSuffix(".txt") }.count == ConferenceFolder.textLimit)
    #expect(folder.problems.map(\.message) == ["the folder has more than 10000 files besides media"])
  }
}
