import Foundation
import Testing

@testable import Conference
@testable import Database

extension ErasureTests {
  private func rows(_ table: String, of account: Account, _ scratch: ScratchPeople) async throws -> [[String: Any]] {
    let json = try JSONSerialization.jsonObject(with: Data(try await scratch.people.data(of: account.id)))
    let tables = try #require(json as? [String: Any])
    return tables[table] as? [[String: Any]] ?? []
  }

  private func move(_ account: Account, to email: String, _ scratch: ScratchPeople) async throws {
    let details = try PersonDetails(
      name: account.name, email: email, affiliation: nil, country: nil, registration: nil)
    _ = try await scratch.people.correct(account.id, to: details, by: nil)
  }

  @Test("what is kept by an address that somebody had before is in what they download, and erased with them")
  func formerAddress() async throws {
    try await run { data, database, scratch in
      let account = try await trace(data, database, scratch)
      let old = try #require(account.email).text
      try await database.execute("INSERT INTO nudged_addresses (email, token) VALUES (\(old), 'token')")
      try await database.execute(
        """
        INSERT INTO help_requests (id, name, email, body, asked_at) VALUES ('visitor', 'Somebody', \(old), 'No sound', 1)
        """)
      try await move(account, to: "new@example.org", scratch)
      let json = try JSONSerialization.jsonObject(with: Data(try await scratch.people.data(of: account.id)))
      let tables = try #require(json as? [String: Any])
      for table in ["allowances", "former_addresses", "nudged_addresses", "outbox", "sign_ins"] {
        #expect((tables[table] as? [Any])?.isEmpty == false, "\(table)")
      }
      #expect((tables["help_requests"] as? [Any])?.count == 2)
      #expect(tables["papers"] as? [String] == ["p"])
      let before = try await finds(data, database)
      #expect(Set(before).isSuperset(of: ["former_addresses", "nudged_addresses", "program_entries", "deeds"]))
      try await scratch.people.erase(account.id, in: data)
      let after = try await finds(data, database)
      #expect(after == [])
    }
  }

  @Test("who has the address of another by now neither sees nor loses what is the other's")
  func takenOver() async throws {
    try await run { data, database, scratch in
      let ada = try await scratch.add("desk@example.org", name: "Ada")
      let ben = try await scratch.add("ben@example.org", name: "Ben")
      _ = try await scratch.ask("desk@example.org")
      scratch.time.pass(seconds: 60)
      try await move(ada, to: "ada@example.org", scratch)
      scratch.time.pass(seconds: 60)
      try await move(ben, to: "desk@example.org", scratch)
      _ = try await scratch.ask("desk@example.org")
      for table in ["outbox", "sign_ins"] {
        let counts = [try await rows(table, of: ada, scratch).count, try await rows(table, of: ben, scratch).count]
        #expect(counts == [1, 1], "\(table)")
      }
      #expect(try await rows("allowances", of: ada, scratch).isEmpty)
      try await scratch.people.erase(ada.id, in: data)
      // Of mails there are two counts at an address: of each client, and of all.
      for (table, count) in [("outbox", 1), ("sign_ins", 1), ("allowances", 2)] {
        #expect(try await rows(table, of: ben, scratch).count == count, "\(table)")
      }
      let left: Int? = try await database.first("SELECT COUNT(*) FROM outbox")?.value(0)
      #expect(left == 1)
    }
  }

  @Test("a list that was looked at and never applied is nowhere any more once its hour is over")
  func listed() async throws {
    try await run { data, database, scratch in
      let chair = try await scratch.add("chair@example.org", name: "Chair", role: .organizer)
      let list = Uploads.Upload(named: "list.csv", Array("name,email\n\(Self.canary),k@example.org\n".utf8))
      _ = try await Uploads(database, clock: scratch.clock).keep(list, by: chair.id)
      scratch.time.pass(seconds: 3_599)
      try await PassedRows(database: database).prune(at: scratch.time.now)
      let before = try await finds(data, database)
      #expect(before.contains("uploads"))
      scratch.time.pass(seconds: 2)
      try await PassedRows(database: database).prune(at: scratch.time.now)
      let after = try await finds(data, database)
      #expect(after == [])
    }
  }

  @Test("links, codes and counts go a day after they ended, and those that still count stay")
  func passed() async throws {
    try await run { _, database, scratch in
      try await scratch.add("ada@example.org", name: "Ada")
      _ = try await scratch.ask("ada@example.org")
      scratch.time.pass(seconds: 86_400)
      let browser = Secret.random()
      let ticket = try await scratch.ask("ada@example.org", browser: browser, client: "192.0.2.2")
      scratch.time.pass(seconds: 599)
      try await PassedRows(database: database).prune(at: scratch.time.now)
      let count: Int? = try await database.first("SELECT COUNT(*) FROM sign_ins")?.value(0)
      #expect(count == 2)
      scratch.time.pass(seconds: 2)
      try await PassedRows(database: database).prune(at: scratch.time.now)
      let left: Int? = try await database.first("SELECT COUNT(*) FROM sign_ins")?.value(0)
      #expect(left == 1)
      let counts = try await database.query("SELECT name FROM allowances ORDER BY name").map {
        try $0.value(0, as: String.self)
      }
      let here = "mails from \(Secret("192.0.2.2").hash) address ada@example.org"
      #expect(counts == ["mails address ada@example.org", "mails client 192.0.2.2", here])
      let ada = try #require(try await scratch.account("ada@example.org"))
      #expect(
        try await rows("allowances", of: ada, scratch).map { $0["name"] as? String }
          == ["mails address ada@example.org", "mails from one network"])
      scratch.time.pass(seconds: 86_400)
      try await PassedRows(database: database).prune(at: scratch.time.now)
      let none: Int? = try await database.first("SELECT COUNT(*) FROM allowances")?.value(0)
      #expect(none == 0)
      #expect(try await scratch.signIns().enter(link: ticket.link, browser: browser, named: "x").secret == nil)
    }
  }

  @Test("the record forgets an address however it was written, and keeps others that it is a part of")
  func addressesOnRecord() async throws {
    try await run { data, database, scratch in
      let (ann, slashed) = (
        try await scratch.add("ann@example.org", name: "Ann"), try await scratch.add("a/b_c@example.org", name: "A")
      )
      let gone = [
        "Ann@Example.org", "(nothing) → ann@example.org", "a@example.org, ann@example.org", "<ann@example.org>.",
        "A/b_c@example.org",
      ]
      let kept = [
        "joann@example.org", "jo.ann@example.org", "ann@example.org.example", "ann@example.organic",
        "a/bxc@example.org",
      ]
      let now = scratch.time.now
      try await database.write { connection in
        for text in gone + kept { try Deed(by: nil, "noted", text, ["outside": text]).write(at: now, connection) }
      }
      for account in [ann, slashed] { try await scratch.people.erase(account.id, in: data) }
      for text in gone + kept {
        let deed = try #require(try await scratch.people.deeds(about: text, for: nil).first).deed
        #expect(deed.detail.isEmpty == gone.contains(text), "\(text)")
      }
    }
  }

  @Test("an address outside that reports go to is kept as accounts have theirs")
  func outside() async throws {
    try await run { data, database, scratch in
      try await ConductDesk(outside: "Ombuds@Example.NET").choose(by: nil, database, at: scratch.time.now)
      #expect(try await ConductDesk.current(database).outside == "ombuds@example.net")
      let ombuds = try await scratch.add("ombuds@example.net", name: "Ombuds")
      try await scratch.people.erase(ombuds.id, in: data)
      let deed = try #require(try await scratch.people.deeds(about: ConductDesk.name, for: nil).first).deed
      #expect(deed.detail.isEmpty)
    }
  }
}
