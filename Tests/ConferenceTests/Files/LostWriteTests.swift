import Database
import Dispatch
import Foundation
import ScratchDatabase
import Testing

@testable import Conference

@Suite(
  "Files of writes that nobody knows of whether they were done", .timeLimit(.minutes(5)),
  .enabled(if: PostgresCluster.isInstalled, "needs Debian's postgresql"))
struct LostWriteTests {
  private func inFolder(_ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }

  @Test("a portrait stays, which the profile has")
  func portrait() async throws {
    try await inFolder { path in
      let (commit, picture) = (try LostCommit(), try PictureSamples.picture("png"))
      let selam = try await ScratchPeople(database: commit.there, time: .init()).add("selam@example.org")
      try await commit.there.execute(
        """
        CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON accounts DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION wait_for_gate()
        """)
      let (here, portraits) = (try Database.open(postgres: commit.address), PictureFolder.portraits(.init(path: path)))
      let error = try await commit.cutOff {
        try await People(here, clock: .system).setPortrait(picture, of: selam.id, in: portraits)
      }
      #expect(error?.isOutcomeUnknown == true)
      let profile = try await People(commit.there, clock: .system).profile(of: selam.id)?.profile
      let name = try #require(profile?.portrait)
      #expect(portraits.bytes(name) != nil)
      try here.close()
      try commit.end()
    }
  }

  @Test("the files of an import come into their place, which its entries name")
  func media() async throws {
    try await inFolder { path in
      let commit = try LostCommit()
      try await commit.there.execute(
        """
        CREATE CONSTRAINT TRIGGER late AFTER INSERT ON program_entries DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION wait_for_gate()
        """)
      try FileManager.default.createDirectory(atPath: path + "/folder/media", withIntermediateDirectories: true)
      for (name, text) in [("papers.csv", "id,title,thumbnail\np1,One,media/a.png\n"), ("media/a.png", "first")] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/folder/\(name)"))
      }
      let data = DataFolder(path: path + "/data", postgres: commit.address)
      let error = try await commit.cutOff {
        _ = try await FolderImport(data: data).run(path + "/folder", now: Instant(milliseconds: 1_777_000_000_000))
      }
      #expect(error?.isOutcomeUnknown == true)
      let draft = try #require(try await ProgramStore(commit.there).draft())
      #expect(draft.papers.map(\.thumbnail) == ["media/a.png"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: data.mediaPath) == ["a.png"])
      try commit.end()
    }
  }
}

/// A server whose client loses its network while a transaction is committed, which is done all the same.
private struct LostCommit {
  /// Sees what becomes of it.
  let there: Database
  private let cluster: PostgresCluster
  private let network: SilentNetwork

  /// By which the client comes that is cut off.
  var address: String { cluster.networkAddress(of: "postgres", onPort: network.port) }

  /// Makes the function `wait_for_gate`, for a trigger of which the commit is to wait.
  init() throws {
    cluster = try PostgresCluster(onPort: true)
    network = try SilentNetwork(before: cluster)
    there = try Database.open(postgres: cluster.address(of: "postgres"))
    try cluster.run(
      sql: """
        CREATE FUNCTION wait_for_gate() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_advisory_xact_lock(42); RETURN NULL; END $$
        """)
  }

  /// Cuts off whoever writes as soon as the server waits at the gate, and lets the server go on; gives what the writer was told.
  func cutOff(_ write: @escaping @Sendable () async throws -> Void) async throws -> DatabaseError? {
    let (closed, closing) = AsyncStream.makeStream(of: Void.self)
    let isCut = DispatchSemaphore(value: 0)
    let gate = Task { [there] in
      try await there.write { connection in
        _ = try connection.first("SELECT pg_advisory_xact_lock(42)")
        closing.finish()
        _ = isCut.wait(timeout: .now() + 30)
      }
    }
    for await _ in closed {}
    let writing = Task { try await write() }
    try await pass("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", until: 1)
    network.end()
    let error = await #expect(throws: DatabaseError.self) { try await writing.value }
    isCut.signal()
    try await gate.value
    try await pass("SELECT COUNT(*) FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active'", until: 0)
    return error
  }

  private func pass(_ count: SQL, until number: Int) async throws {
    while try await there.first(count)?.value(0, as: Int.self) != number {
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  func end() throws {
    try there.close()
    try cluster.stop()
  }
}
