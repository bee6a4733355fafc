import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct ImportRefusalTests {
  private static let files = [
    "papers.csv": "id,title,thumbnail\np1,One,media/a.png\n", "media/a.png": "first",
    "sessions.csv": "id,title,start,end\ns,S,2026-04-28 14:00,2026-04-28 15:00\n",
  ]

  @Test(
    "a file that cannot be read refuses the folder, also when bad rows are left out, and says what to do",
    arguments: unreadableFiles)
  func unreadable(file: String, text: Data, place: String, words: String) {
    let files = [file: Array(text), "committee.csv": Array("name\nA\n".utf8)]
    let reading = Importer.read(ConferenceFolder(files: files))
    #expect(!reading.isAcceptable(skippingBadRows: true))
    #expect(
      reading.errors.contains {
        $0.place.description.hasPrefix(place) && $0.message.contains(words) && !$0.advice.isEmpty
      },
      "\(reading.errors)")
  }

  private static let unreadableFiles: [(String, Data, String, String)] = [
    ("papers.csv", Data("id,title\np1,Caf".utf8) + [0xE9, 0x0A], "papers.csv:2:7", "UTF-8"),
    ("papers.csv", Data([0xFF, 0xFE, 0x69, 0, 0x64, 0]), "papers.csv", "UTF-16"),
    ("papers.csv", Data("id,title\np1,\"One\np2,Two\n".utf8), "papers.csv:2:4", "never closed"),
    ("papers.json", Data("[{\"id\": \"p1\", \"title\"".utf8), "papers.json:1:22", "colon"),
    ("papers.json", Data("\"papers\"".utf8), "papers.json:1:1", "list"),
    ("faq.yml", Data(bomb.utf8), "faq.yml", "values"),
  ]

  private static var bomb: String {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in 1...9 {
      let repeated = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(repeated)]")
    }
    return lines.joined(separator: "\n")
  }

  @Test("a path that is no folder, or nothing, is refused before anything is written")
  func noFolder() async throws {
    let scratch = try ScratchImport(Self.files)
    for path in [scratch.folder + "/none", scratch.folder + "/papers.csv"] {
      await #expect(throws: Problem.self) {
        try await FolderImport(data: scratch.data).run(path, now: Instant(milliseconds: 0))
      }
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.data.path))
  }

  @Test("a folder that is called like a table is no table")
  func folderForFile() async throws {
    let scratch = try ScratchImport(Self.files)
    try FileManager.default.removeItem(atPath: scratch.folder + "/papers.csv")
    try FileManager.default.createDirectory(atPath: scratch.folder + "/papers.csv", withIntermediateDirectories: true)
    let outcome = try await scratch.run()
    #expect(outcome.counts.papers == 0)
    #expect(outcome.counts.sessions == 1)
  }

  @Test("an empty folder is refused")
  func empty() async throws {
    let outcome = try await ScratchImport().run()
    #expect(outcome.isRefused)
    #expect(outcome.errors.count == 1)
  }

  @Test("a file of 200 MB is refused without reading it")
  func huge() async throws {
    let scratch = try ScratchImport(Self.files)
    let handle = try #require(FileHandle(forWritingAtPath: scratch.folder + "/sessions.csv"))
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    let outcome = try await scratch.run { $0.skippingBadRows = true }
    #expect(outcome.isRefused)
    #expect(outcome.errors.map(\.place.description) == ["sessions.csv"])
  }

  @Test("a dry run leaves the program, its version and every other file as they are")
  func dryRun() async throws {
    let scratch = try ScratchImport(Self.files)
    _ = try await scratch.run()
    let (program, before) = (try await scratch.program(), try scratch.stored())
    try scratch.write("id,title,thumbnail\np1,Changed,media/a.png\n", to: "papers.csv")
    try scratch.write("second", to: "media/a.png")
    let outcome = try await scratch.run { $0.dryRun = true }
    #expect(outcome.changes?.byKind[.paper]?.changed == ["p1"])
    let after = try await scratch.program()
    #expect(after.version == program.version)
    #expect(after.paper("p1")?.title == "One")
    // The database's own statistics may be newer; its contents were compared above.
    #expect(try scratch.stored().filter { $0.key != "hatata.sqlite" } == before.filter { $0.key != "hatata.sqlite" })
  }

  @Test("an import whose files cannot be put in place leaves the program and the other files as they were")
  func unwritable() async throws {
    let scratch = try ScratchImport(Self.files)
    _ = try await scratch.run()
    // A folder stands where the new file should be.
    let blocked = scratch.data.mediaPath + "/b.png"
    try FileManager.default.createDirectory(atPath: blocked + "/inside", withIntermediateDirectories: true)
    try scratch.write("id,title,thumbnail\np1,Changed,media/a.png\np2,Two,media/b.png\n", to: "papers.csv")
    try scratch.write("second", to: "media/a.png")
    try scratch.write("b", to: "media/b.png")
    await #expect(throws: ConferenceError.self) { _ = try await scratch.run() }
    #expect(try await scratch.draft().papers.map(\.title) == ["One"])
    #expect(FileManager.default.contents(atPath: scratch.data.mediaPath + "/a.png") == Data("first".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.data.mediaPath).sorted() == ["a.png", "b.png"])
  }

  @Test("what refers to a row that was refused follows from that row's error and is no error of its own")
  func followers() {
    let reading = Importer.read(
      ConferenceFolder(
        files: [
          "papers.csv": "id,title\np1,\np2,Two\n", "slots.csv": "session,paper\ns,p1\ns,p2\nt,p2\n",
          "sessions.csv":
            "id,title,start,end\ns,S,2026-04-28 14:00,2026-04-28 15:00\nt,T,2026-04-28 14:00,2026-04-28 13:00\n",
          "themes.csv": "title,paper\nA,p1\n", "authors.csv": "paper,name\np1,Ada\n",
          "workshops.csv": "id,title,website\nW1,W,no address at all\n", "talks.csv": "event,title\nworkshop/W1,T\n",
          "sponsors.csv": "id,name,booth_of\nx,X,y\n",
        ].mapValues { Array($0.utf8) }))
    #expect(
      reading.errors.map(\.place.description)
        == ["papers.csv:2:1", "sessions.csv:3:22", "sponsors.csv:2:5", "workshops.csv:2:6"])
    #expect(reading.draft.sessions.map(\.slots.count) == [1])
    #expect(
      reading.problems.filter { $0.message.contains("left out, since") }.map(\.place.file)
        == ["authors.csv", "slots.csv", "slots.csv", "talks.csv", "themes.csv"])
    #expect(DraftCheck(reading.draft).problems == [])
  }

  @Test("more problems than anyone reads are counted")
  func many() {
    let rows = (0..<3_000).map { "\n,\($0)" }.joined()
    let reading = Importer.read(ConferenceFolder(files: ["papers.csv": Array(("id,title" + rows).utf8)]))
    #expect(reading.errors.count == 1_000)
    #expect(reading.omitted == 2_000)
    #expect(reading.isAcceptable(skippingBadRows: true))
  }
}
