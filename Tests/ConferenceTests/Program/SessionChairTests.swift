import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct SessionChairTests {
  private static func session(_ id: String, at start: String, _ chairs: [Person]) throws -> Session {
    let start = try #require(Instant(iso8601: start))
    var session = Session(id: id, kind: .plenary, title: "Opening \(id)", start: start, end: start.adding(minutes: 60))
    session.chairs = chairs
    return session
  }

  private static let ada = Person(name: "Ada Lovelace", affiliation: "Example University", email: "ada@example.org")
  private static let alan = Person(name: "Alan Turing")

  private static func draft() throws -> Draft {
    var draft = Draft(conference: ConferenceInfo(id: "test", name: "Test"))
    (draft.conference.start, draft.conference.end) = (Day(iso: "2026-04-28"), Day(iso: "2026-04-28"))
    draft.sessions = [
      try session("s1", at: "2026-04-28T14:00:00Z", [ada, alan]), try session("s2", at: "2026-04-28T14:30:00Z", []),
    ]
    return draft
  }

  @Test("a session that was stored before any had chairs has none, and is stored as it was")
  func older() throws {
    let body =
      #"{"end":1588082400000,"id":"s","isCancelled":false,"kind":"plenary","slots":[],"start":1588078800000,"title":"Opening"}"#
    let session = try EntryRow(kind: .session, id: "s", position: 0, body: body).decoded(as: Session.self)
    #expect(session.title == "Opening" && session.chairs.isEmpty)
    #expect(try EntryRow(session, at: 0).body == body)
  }

  @Test("all that a session has is read as it was stored")
  func whole() throws {
    var session = try Self.session("s1", at: "2026-04-28T14:00:00Z", [Self.ada])
    (session.event, session.sponsor) = (EventReference(kind: .workshop, name: "W1"), "acme")
    (session.description, session.join, session.isCancelled) = ("What", "https://example.org", true)
    session.slots = [Slot(paper: "p1", start: session.start, end: session.end, join: "https://example.org/p1")]
    #expect(try EntryRow(session, at: 0).decoded(as: Session.self) == session)
  }

  @Test("chairs survive export and import; where nobody is one, no file says so")
  func roundTrip() throws {
    var draft = try Self.draft()
    #expect(FolderExport(draft).files["chairs.csv"] != nil)
    #expect(RoundTrip.imported(draft).draft.sessions == draft.sessions)
    try RoundTrip.check(draft)
    draft.sessions[0].chairs = []
    #expect(FolderExport(draft).files["chairs.csv"] == nil)
  }

  private static func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test("names in sessions.csv are chairs, with an address behind them or without; rows of chairs.csv take their place")
  func files() throws {
    let sessions = """
      id,title,start,end,chairs
      s1,One,2026-04-28 14:00,2026-04-28 15:00,Ada Lovelace <ada@example.org>|Alan Turing
      s2,Two,2026-04-28 14:00,2026-04-28 15:00,Somebody Else

      """
    let reading = Self.read([
      "sessions.csv": sessions, "chairs.csv": "session,name,email\ns2,Grace Hopper,grace@example.org\n",
    ])
    #expect(reading.errors == [])
    let ada = Person(name: "Ada Lovelace", email: "ada@example.org")
    #expect(reading.draft.sessions.map(\.chairs).first == [ada, Self.alan])
    #expect(reading.draft.sessions.last?.chairs == [Person(name: "Grace Hopper", email: "grace@example.org")])
  }

  @Test("an address in place of a name, which would be shown, and a chair of no session are errors at their cells")
  func wrong() {
    let sessions = "title,start,end,chairs\nOne,2026-04-28 14:00,2026-04-28 15:00,ada@example.org\n"
    #expect(Self.read(["sessions.csv": sessions]).errors.map(\.place.description) == ["sessions.csv:2:39"])
    let chairs = Self.read(["chairs.csv": "name,session\nAda,none\n", "faq.csv": "question,answer\nq,a\n"])
    #expect(chairs.errors.map(\.place.description) == ["chairs.csv:2:5"])
  }

  @Test("the same folder again changes nothing")
  func again() async throws {
    let scratch = try ScratchImport(FolderExport(try Self.draft()).files)
    _ = try await scratch.run()
    #expect(try await scratch.draft().sessions[0].chairs == [Self.ada, Self.alan])
    let second = try await scratch.run()
    #expect(second.errors.isEmpty && second.changes?.isEmpty == true)
  }

  @Test("who leads two sessions at once is shown as a clash")
  func clash() throws {
    var draft = try Self.draft()
    #expect(Program(draft: draft, version: 1, changed: .earliest).clashes == [])
    draft.sessions[1].chairs = [Person(name: "A. Lovelace", email: "Ada@Example.org")]
    let clashes = Program(draft: draft, version: 1, changed: .earliest).clashes
    #expect(clashes.map(\.subject) == [.person("Ada Lovelace")])
  }

  @Test("only who stands among the chairs leads a session, and has a part of it to write")
  func access() throws {
    let program = Program(draft: try Self.draft(), version: 1, changed: .earliest)
    let access = { (email: String) in
      Access(Account(email: try #require(EmailAddress(email)), name: "N", added: .earliest), conduct: nil)
    }
    let session = program.sessions[0]
    #expect(try access("ada@example.org").isHost(of: session, event: nil, sponsor: nil))
    #expect(try !access("eve@example.org").isHost(of: session, event: nil, sponsor: nil))
    #expect(try !access("ada@example.org").isHost(of: program.sessions[1], event: nil, sponsor: nil))
    #expect(!Access(nil, conduct: nil).isHost(of: session, event: nil, sponsor: nil))
  }
}
