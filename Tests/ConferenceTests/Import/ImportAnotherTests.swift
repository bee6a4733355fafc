import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct ImportAnotherTests {
  private static let session = "id,title,kind,start,end\ns1,Opening,plenary,2026-04-28 14:00,2026-04-28 15:00\n"
  private static let first = [
    "conference.yml": "id: tones2026\nname: Tones 2026\nstart: 2026-04-27\nend: 2026-04-30\n",
    "papers.csv": "id,title\n1,Borrowed Tones\n2,Lost Vowels\n3,Loud Silence\n", "sessions.csv": session,
    "faq.csv": "question,answer\nIs it free?,Yes.\n",
  ]
  private static let second = [
    "conference.yml": "id: graphs2026\nname: Graphs 2026\nstart: 2026-06-01\nend: 2026-06-02\n",
    "papers.csv": "id,title\n1,Small Trees\n2,Planar Dreams\n3,Seven Bridges\n",
    "sessions.csv": "id,title,kind,start,end\ns2,Opening,plenary,2026-06-01 14:00,2026-06-01 15:00\n",
  ]

  private func write(_ files: [String: String], to scratch: ScratchImport) throws {
    for (name, text) in files { try scratch.write(text, to: name) }
  }

  @Test("another conference is refused, also by a dry run, and nothing changes", arguments: [false, true])
  func refused(isDryRun: Bool) async throws {
    let scratch = try ScratchImport(Self.first)
    _ = try await scratch.run()
    let (version, draft, files) = (try await scratch.program().version, try await scratch.draft(), try scratch.stored())
    try write(Self.second, to: scratch)
    let outcome = try await scratch.run { $0.dryRun = isDryRun }
    #expect(outcome.isRefused && !outcome.isStored && outcome.errors == [])
    for words in ["“Tones 2026” (tones2026", "“Graphs 2026” (graphs2026", "--data", "--replace", scratch.folder] {
      #expect(outcome.conflict?.contains(words) == true, "\(words)")
    }
    #expect(try await scratch.program().version == version)
    #expect(try await scratch.draft() == draft)
    #expect(Set(try scratch.stored().keys) == Set(files.keys))
  }

  @Test("replacing takes the new conference in, removes the old one's entries, and cancels its sessions in calendars")
  func replaced() async throws {
    let scratch = try ScratchImport(Self.first)
    _ = try await scratch.run()
    try write(Self.second, to: scratch)
    let dry = try await scratch.run { ($0.dryRun, $0.replacing) = (true, true) }
    #expect(dry.changes?.byKind[.session]?.removed == ["s1"])
    try FileManager.default.removeItem(atPath: scratch.folder + "/faq.csv")
    let outcome = try await scratch.run { $0.replacing = true }
    #expect(outcome.isStored && outcome.conflict == nil)
    let program = try await scratch.program()
    #expect(program.conference?.id == "graphs2026")
    #expect(program.papers.map(\.title) == ["Small Trees", "Planar Dreams", "Seven Bridges"])
    #expect(program.sessions.map(\.id) == ["s2"] && program.answers == [])
    let old = program.stamps[CalendarUID.of(session: "s1", conference: "tones2026")]
    #expect(old?.isCancelled == true && old?.sequence == 1)
    #expect(program.stamps[CalendarUID.of(session: "s2", conference: "graphs2026")]?.isCancelled == false)
  }

  @Test("a session that has the id of one of the conference before was not moved, until it is")
  func moved() async throws {
    let scratch = try ScratchImport(Self.first)
    _ = try await scratch.run()
    func former(on day: String) async throws -> Instant? {
      try scratch.write(Self.session.replacing("2026-04-28", with: day), to: "sessions.csv")
      _ = try await scratch.run { $0.replacing = true }
      let program = try await scratch.program()
      let session = try #require(program.session("s1"))
      #expect(Zone.utc.day(at: session.start).iso == day)
      return program.formerStart(of: session, at: program.changed)
    }
    try write(Self.second, to: scratch)
    #expect(try await former(on: "2026-06-01") == nil)
    #expect(try await former(on: "2026-06-02") == Instant(iso8601: "2026-06-01T14:00:00Z"))
  }

  private static let edits: [(String, [String: String])] = [
    ("renamed, with another id", ["conference.yml": "id: tones26\nname: International Tones 2026\n"]),
    (
      "postponed by a year",
      ["conference.yml": "id: tones2027\nname: Tones 2027\nstart: 2027-04-27\nend: 2027-04-30\n"]
    ),
    ("with all papers exchanged", ["papers.csv": "id,title\n4,Other\n5,Another\n"]),
    (
      "with titles in capitals and another name",
      [
        "conference.yml": "id: t\nname: T\n",
        "papers.csv": "id,title\n1,BORROWED TONES\n2,LOST VOWELS\n3,LOUD SILENCE\n",
      ]
    ),
    (
      "grown by many papers, renamed",
      [
        "conference.yml": "id: t\nname: T\n",
        "papers.csv": "id,title\n1,Borrowed Tones\n" + (10..<60).map { "\($0),Paper \($0)\n" }.joined(),
      ]
    ),
    ("without papers, renamed", ["conference.yml": "id: t\nname: T\n", "papers.csv": "id,title\n"]),
  ]

  @Test("the same conference is taken", arguments: edits)
  func edited(what: String, files: [String: String]) async throws {
    let scratch = try ScratchImport(Self.first)
    _ = try await scratch.run()
    try write(files, to: scratch)
    #expect(try await scratch.run().isStored, "\(what)")
  }

  @Test(
    "a folder that only adds sponsors or papers and names no conference belongs to the one that is there",
    arguments: [("sponsors.csv", "name\nAcme\n"), ("papers.csv", "id,title\n9,A Late Arrival\n")])
  func addition(file: String, text: String) async throws {
    let scratch = try ScratchImport(Self.first)
    _ = try await scratch.run()
    let other = scratch.root + "/more"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: other + "/" + file))
    let outcome = try await FolderImport(data: scratch.data).run(other, now: Instant(milliseconds: 0))
    #expect(outcome.isStored)
  }

  @Test("next year's conference of the same name is another one, and so are tables in another folder without any name")
  func nextYear() async throws {
    let scratch = try ScratchImport(Self.first)
    _ = try await scratch.run()
    try scratch.write("id: tones2026\nname: Tones 2026\nstart: 2027-04-27\nend: 2027-04-30\n", to: "conference.yml")
    try scratch.write("id,title\n1,New\n2,Newer\n", to: "papers.csv")
    #expect(try await scratch.run().conflict != nil)
    let other = scratch.root + "/tables"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    try Data("id,title\n1,New\n2,Newer\n".utf8).write(to: URL(fileURLWithPath: other + "/papers.csv"))
    #expect(try await FolderImport(data: scratch.data).run(other, now: Instant(milliseconds: 0)).conflict != nil)
  }
}
