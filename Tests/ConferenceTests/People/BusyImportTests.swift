import Database
import Synchronization
import Testing

@testable import Conference

@Suite(.bothDatabases, .timeLimit(.minutes(15))) struct BusyImportTests {
  private static let count = 2_000

  private func importList(_ affiliation: String, _ scratch: ScratchPeople) async throws -> PeopleImport.Outcome {
    let rows = (0..<Self.count).map { "person\($0)@example.org,Person \($0),\(affiliation)\n" }
    let list = PeopleList(file: "people.csv", bytes: Array(("email,name,affiliation\n" + rows.joined()).utf8))
    return try await PeopleImport(scratch.database, clock: scratch.clock).run(list, by: nil)
  }

  /// Who did what, while it goes on.
  private final class Ids: Sendable {
    private let ids = Mutex<Set<String>>([])
    private let isClosed = Mutex(false)
    var all: Set<String> { ids.withLock { $0 } }
    var isOpen: Bool { isClosed.withLock { !$0 } }
    func add(_ id: String) { ids.withLock { _ = $0.insert(id) } }
    func close() { isClosed.withLock { $0 = true } }
  }

  @Test(
    "a list of 2,000 is taken while eight people at a time sign in and accept the conduct, of which nothing is lost"
  )
  func busy() async throws {
    try await ScratchPeople.run { scratch in
      #expect(try await importList("Lab", scratch).added == Self.count)
      let accounts = try await scratch.database.query("SELECT \(Account.columns) FROM accounts ORDER BY id")
        .map(Account.init)
      let (signIns, signedIn, accepted) = (scratch.signIns(), Ids(), Ids())
      let (outcome, acceptedMeanwhile) = try await withThrowingTaskGroup(of: Void.self) { group in
        for visitor in 0..<8 {
          group.addTask {
            // Where one fails, all end, and nobody waits for them.
            defer { accepted.close() }
            var next = visitor
            while accepted.isOpen {
              let account = accounts[next % accounts.count]
              next += 8
              do {
                let ticket = try await signIns.issue(for: account, by: nil)
                guard case .signedIn = try await signIns.enter(link: ticket.link, browser: nil, named: "Test") else {
                  continue
                }
                signedIn.add(account.id)
                try await scratch.people.acceptConduct("v", by: account.id)
                accepted.add(account.id)
              } catch let error as DatabaseError where error.kind == .busy {
                // Asked to come again, as while the list keeps all others away.
                continue
              }
            }
          }
        }
        defer { accepted.close() }
        while accepted.isOpen, accepted.all.count < 8 { try await Task.sleep(for: .milliseconds(10)) }
        let before = accepted.all.count
        let outcome = try await importList("Institute", scratch)
        let acceptedMeanwhile = accepted.all.count - before
        accepted.close()
        try await group.waitForAll()
        return (outcome, acceptedMeanwhile)
      }
      // A file has one writer at a time.
      if scratch.database.dialect == .postgres { #expect(acceptedMeanwhile > 0) }
      #expect(outcome.changed == Self.count)
      let moved = try await scratch.database.first("SELECT COUNT(*) FROM accounts WHERE affiliation = 'Institute'")
      #expect(try moved?.value(0) == Self.count)
      let kept = try await scratch.database.query("SELECT id FROM accounts WHERE conduct = 'v'")
      #expect(accepted.all.subtracting(try kept.map { try $0.value(0, as: String.self) }) == [])
      let devices = try await scratch.database.query("SELECT DISTINCT account FROM devices")
      #expect(signedIn.all.subtracting(try devices.map { try $0.value(0, as: String.self) }) == [])
    }
  }
}
