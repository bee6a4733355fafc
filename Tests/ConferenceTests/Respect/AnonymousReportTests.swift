import Database
import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct AnonymousReportTests {
  private typealias Desk = ConductCaseTests.Desk

  /// What a reporter sees of where reports of two questions without names go: of one by Mona, and of one by Bob.
  private func seen(_ desk: Desk) async throws -> [String: [String]] {
    var seen: [String: [String]] = [:]
    for author in [desk.mona, desk.bob] {
      try await desk.scratch.database.execute(
        """
        INSERT INTO questions (id, subject, author, is_anonymous, client, body, state, root, asked_at, changed_at)
        VALUES (\(author.name), 'papers/p', \(author.id), 1, \("client " + author.name), 'Rude', 'open', \(author.name), 1, 1)
        """)
      let reported = try await desk.cases.find(.question, author.name, channel: nil, by: desk.door(desk.ada))
      let receivers = try await desk.cases.receivers(of: reported, by: desk.ada.id)
      let id = try await desk.report(reported, by: desk.ada)
      let own = try await desk.cases.report(id, of: desk.ada.id)
      #expect(receivers.outside == own.opened.outside && receivers.names == own.handlers.map(\.name))
      seen[author.name] = receivers.names + [receivers.outside ?? ""]
      await #expect(throws: ConferenceError.notFound("case")) { try await desk.cases.file(id, by: author.id) }
    }
    return seen
  }

  @Test(
    "where the report of a question without a name goes is the same whether whoever reads the address outside asked it",
    arguments: ["mona@example.org", "before@example.net", "ombuds@example.net"])
  func outside(address: String) async throws {
    try await ConductCaseTests.run { desk in
      let (database, now) = (desk.scratch.database, desk.scratch.time.now)
      try await database.execute(
        "INSERT INTO former_addresses (account, email, left_at) VALUES (\(desk.mona.id), 'before@example.net', 1)")
      try await ConductDesk(outside: address).choose(by: desk.olga.id, database, at: now)
      let seen = try await seen(desk)
      #expect(seen["Mona"] == seen["Bob"])
      #expect(seen["Bob"] == (address == "ombuds@example.net" ? [address] : ["Mona", "Olga", ""]))
      let mailed = Set(try await desk.outbox.page(for: nil).map(\.recipient))
      #expect(mailed == (address == "ombuds@example.net" ? [address] : ["mona@example.org", "olga@example.org"]))
    }
  }

  @Test("where one alone is on the desk the organizers look at questions without names besides, whoever asked them")
  func alone() async throws {
    try await ConductCaseTests.run { desk in
      let (database, now) = (desk.scratch.database, desk.scratch.time.now)
      try await ConductDesk(members: [desk.mona.id]).choose(by: desk.olga.id, database, at: now)
      let seen = try await seen(desk)
      #expect(seen == ["Mona": ["Mona", "Olga", ""], "Bob": ["Mona", "Olga", ""]])
      #expect(try await desk.cases.list(for: desk.olga.id).count == 2)
      #expect(try await desk.cases.list(for: desk.mona.id).count == 1)
    }
  }
}
