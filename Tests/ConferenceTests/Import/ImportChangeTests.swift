import Database
import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct ImportChangeTests {
  private let now = Instant(milliseconds: 1_777_000_000_000)

  /// A folder and a data folder that go when the test is over.
  private func inScratch(_ body: (_ folder: String, _ data: DataFolder) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(atPath: path + "/folder/media", withIntermediateDirectories: true)
    try write("id,title,thumbnail\np1,One,media/a.png\np2,Two,\n", to: path + "/folder/papers.csv")
    try write(
      "id,title,kind,start,end\ns1,Posters,poster,2026-04-28 14:00,2026-04-28 16:00\ns2,More,poster,2026-04-29 14:00,2026-04-29 16:00\n",
      to: path + "/folder/sessions.csv")
    try write("session,paper\ns1,p1\ns2,p2\n", to: path + "/folder/slots.csv")
    try write("first", to: path + "/folder/media/a.png")
    try await body(path + "/folder", try ScratchData.folder(at: path + "/data", withTables: false))
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func run(_ folder: String, _ data: DataFolder, _ change: (inout FolderImport.Options) -> Void = { _ in })
    async throws -> FolderImport.Outcome
  {
    var options = FolderImport.Options()
    change(&options)
    return try await FolderImport(data: data, options: options).run(folder, now: now)
  }

  private func program(_ data: DataFolder) async throws -> Program {
    let database = try data.openExisting()
    defer { try? database.close() }
    return try await ProgramStore(database).load()
  }

  @Test("the same folder twice changes nothing, not even the version")
  func twice() async throws {
    try await inScratch { folder, data in
      let first = try await run(folder, data)
      #expect(first.changes?.byKind[.paper]?.added == ["p1", "p2"])
      let before = try await program(data)
      let second = try await run(folder, data)
      #expect(second.changes?.isEmpty == true)
      let after = try await program(data)
      #expect(after.version == before.version)
    }
  }

  @Test("a dry run says what would change and writes nothing, not even a data folder")
  func dryRun() async throws {
    try await inScratch { folder, data in
      let outcome = try await run(folder, data) { $0.dryRun = true }
      #expect(outcome.changes?.byKind[.paper]?.added.count == 2)
      #expect(!outcome.isStored)
      let isUntouched = try isUntouched(data)
      #expect(isUntouched)
    }
  }

  /// Whether there is neither a data folder nor anything in the database on a server.
  private func isUntouched(_ data: DataFolder) throws -> Bool {
    guard !FileManager.default.fileExists(atPath: data.path) else { return false }
    guard let postgres = data.postgres else { return true }
    return try Database.openReadOnly(postgres: postgres) == nil
  }

  @Test("a check where there is no conference yet says so and makes nothing")
  func emptyCheck() async throws {
    try await inScratch { _, data in
      await #expect(throws: ConferenceError.self) { _ = try await DataCheck(data).problems() }
      let isUntouched = try isUntouched(data)
      #expect(isUntouched)
    }
  }

  @Test("a changed title changes one paper, and a moved session raises its revision in calendars")
  func changed() async throws {
    try await inScratch { folder, data in
      _ = try await run(folder, data)
      try write("id,title,thumbnail\np1,One and only,media/a.png\np2,Two,\n", to: folder + "/papers.csv")
      try write(
        "id,title,kind,start,end\ns1,Posters,poster,2026-04-28 15:00,2026-04-28 17:00\ns2,More,poster,2026-04-29 14:00,2026-04-29 16:00\n",
        to: folder + "/sessions.csv")
      let changes = try #require(try await run(folder, data).changes)
      #expect(changes.byKind[.paper]?.changed == ["p1"])
      #expect(changes.byKind[.session]?.changed == ["s1"])
      let program = try await program(data)
      let id = try #require(program.conference?.id)
      #expect(program.stamps[CalendarUID.of(session: "s1", conference: id)]?.sequence == 1)
      #expect(program.stamps[CalendarUID.of(paper: "p1", session: "s1", conference: id)]?.sequence == 1)
      #expect(program.stamps[CalendarUID.of(session: "s2", conference: id)]?.sequence == 0)
    }
  }

  @Test("a row put before the others adds one paper and changes none, and papers stand in the file's order")
  func inserted() async throws {
    try await inScratch { folder, data in
      _ = try await run(folder, data)
      try write("id,title,thumbnail\np0,Zero,\np1,One,media/a.png\np2,Two,\n", to: folder + "/papers.csv")
      let added = try #require(try await run(folder, data).changes?.byKind[.paper])
      #expect(added.added == ["p0"] && added.changed == [] && added.unchanged == 2 && !added.isReordered)
      #expect(try await program(data).papers.map(\.id) == ["p0", "p1", "p2"])
      try write("id,title,thumbnail\np0,Zero,\np2,Two,\np1,One,media/a.png\n", to: folder + "/papers.csv")
      let moved = try #require(try await run(folder, data).changes)
      #expect(moved.byKind[.paper]?.changed == [] && moved.byKind[.paper]?.isReordered == true && !moved.isEmpty)
      #expect(try await program(data).papers.map(\.id) == ["p0", "p2", "p1"])
      #expect(try await run(folder, data).changes?.isEmpty == true)
    }
  }

  @Test("what the folder lacks is kept until pruning is asked for, and then calendars are told that it is cancelled")
  func pruning() async throws {
    try await inScratch { folder, data in
      _ = try await run(folder, data)
      try write("id,title\np1,One\n", to: folder + "/papers.csv")
      try write(
        "id,title,kind,start,end\ns1,Posters,poster,2026-04-28 14:00,2026-04-28 16:00\n", to: folder + "/sessions.csv")
      try write("session,paper\ns1,p1\n", to: folder + "/slots.csv")
      let kept = try await run(folder, data)
      #expect(kept.changes?.byKind[.paper]?.kept == ["p2"])
      let before = try await program(data)
      #expect(before.paper("p2") != nil)
      let pruned = try await run(folder, data) { $0.pruning = true }
      #expect(pruned.changes?.byKind[.session]?.removed == ["s2"])
      let program = try await program(data)
      #expect(program.paper("p2") == nil)
      let stamp = program.stamps[CalendarUID.of(session: "s2", conference: try #require(program.conference?.id))]
      #expect(stamp?.isCancelled == true)
      #expect(stamp?.sequence == 1)
    }
  }

  @Test("a session is cancelled by any word for yes, and what is neither yes nor no is an error at its place")
  func yesOrNo() async throws {
    try await inScratch { folder, data in
      let (head, times) = ("id,title,kind,start,end,cancelled", "poster,2026-04-28 14:00,2026-04-28 16:00")
      let answers = ["x", "Y", "ja", "TRUE", "no", "0", ""]
      let rows = answers.indices.map { "s\($0 + 1),Posters,\(times),\(answers[$0])" }
      try write(([head] + rows).joined(separator: "\n") + "\n", to: folder + "/sessions.csv")
      _ = try await run(folder, data)
      let cancelled = try await program(data).sessions.filter(\.isCancelled).map(\.id)
      #expect(cancelled == ["s1", "s2", "s3", "s4"])
      try write("\(head)\ns1,Posters,\(times),maybe\ns2,More,\(times),\n", to: folder + "/sessions.csv")
      let outcome = try await run(folder, data)
      #expect(outcome.isRefused && outcome.errors.map(\.place.description) == ["sessions.csv:2:53"])
    }
  }

  @Test("an export imported where it came from changes nothing, whatever ends the lines within texts")
  func exported() async throws {
    try await inScratch { folder, data in
      try write(
        "id,title,abstract\r\np1,One,\"first\r\nsecond\rthird\"\r\np2,Two,\"a\n\nb\"\r\n",
        to: folder + "/papers.csv")
      try write("\r\n# Be kind\r\nto all\r\n", to: folder + "/code-of-conduct.md")
      _ = try await run(folder, data)
      let draft = try #require(try await program(data).draft)
      #expect(draft.conference.codeOfConduct == "# Be kind\nto all")
      #expect(draft.papers.first?.abstract == "first\nsecond\nthird")
      let copy = folder + "-export"
      _ = try FolderExport(draft).write(to: copy, media: data.mediaPath)
      let again = try #require(try await run(copy, data).changes)
      #expect(again.byKind.values.allSatisfy { $0.changed.isEmpty && $0.added.isEmpty })
    }
  }

  @Test("a dry run and a check change no byte of the data folder, and leave nothing in it")
  func untouched() async throws {
    try await inScratch { folder, data in
      _ = try await run(folder, data)
      let before = try stored(data)
      try write("id,title,thumbnail\np1,Another,media/a.png\np2,Two,\n", to: folder + "/papers.csv")
      #expect(try await run(folder, data) { $0.dryRun = true }.changes?.byKind[.paper]?.changed == ["p1"])
      #expect(try stored(data) == before)
      _ = try await DataCheck(data).problems()
      #expect(try stored(data) == before)
    }
  }

  private func stored(_ data: DataFolder) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: data.path)
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: data.path + "/" + $0) ?? Data()) })
  }

  @Test("a refused folder leaves the program and its files as they were")
  func refused() async throws {
    try await inScratch { folder, data in
      _ = try await run(folder, data)
      try write("second", to: folder + "/media/a.png")
      try write("id,title,thumbnail\np1,One,media/a.png\np1,Again,\n", to: folder + "/papers.csv")
      let outcome = try await run(folder, data)
      #expect(outcome.isRefused)
      let program = try await program(data)
      #expect(program.paper("p2")?.title == "Two")
      #expect(FileManager.default.contents(atPath: data.mediaPath + "/a.png") == Data("first".utf8))
      let media = try FileManager.default.contentsOfDirectory(atPath: data.mediaPath)
      #expect(media == ["a.png"])
    }
  }

  @Test("a changed file of the same name takes the place of the old one")
  func media() async throws {
    try await inScratch { folder, data in
      _ = try await run(folder, data)
      try write("other", to: folder + "/media/a.png")
      _ = try await run(folder, data)
      #expect(FileManager.default.contents(atPath: data.mediaPath + "/a.png") == Data("other".utf8))
    }
  }
}
