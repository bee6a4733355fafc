import Foundation
import ScratchDatabase
import Testing

@testable import Database

@Suite("Migrations")
struct MigrationTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let steps = [
    Migration(number: 1, name: "rooms", text: "CREATE TABLE rooms (id TEXT PRIMARY KEY);"),
    Migration(
      number: 2, name: "seats", text: "ALTER TABLE rooms ADD COLUMN seats INTEGER; INSERT INTO rooms VALUES ('a', 9);"
    ),
    Migration(number: 3, name: "more-seats", text: "UPDATE rooms SET seats = seats + 1;"),
    Migration(number: 4, name: "talks", text: "CREATE TABLE talks (room TEXT REFERENCES rooms (id));"),
    Migration(number: 5, name: "doubled", text: "UPDATE rooms SET seats = seats * 2;"),
  ]

  private func refusal(_ place: ScratchPlace, _ migrations: [Migration]) -> DatabaseError? {
    #expect(throws: DatabaseError.self) { try place.open(migrations) }
  }

  private func tables(in database: Database) async throws -> [String] {
    try await database.read { try MigrationPlan.tables(in: $0).sorted() }
  }

  /// The place as error messages begin with it.
  private func quoted(_ place: ScratchPlace) throws -> String {
    place.backend == .sqlite ? "'\(place.address)'" : try PostgresAddress(place.address).quoted
  }

  private func with(_ text: String, as number: Int) -> [Migration] {
    steps.map { $0.number == number ? Migration(number: number, name: $0.name, text: text) : $0 }
  }

  @Test("migrations are run once, in order of their numbers, and recorded", arguments: Backend.installed)
  func order(_ backend: Backend) async throws {
    let started = Date().timeIntervalSince1970
    let place = try scratch.place(backend)
    for upTo in [2, 5, 5] {
      let shuffled = Array(steps.prefix(upTo).reversed())
      let database = try place.open(shuffled)
      #expect(database.schemaVersion == upTo)
      #expect(try await database.count("SELECT seats FROM rooms") == (upTo == 2 ? 9 : 20))
      let rows = try await database.query("SELECT * FROM schema_migrations ORDER BY number")
      #expect(try rows.map { try $0.value("name") } == steps.prefix(upTo).map(\.name))
      let applied = try Double(rows[0].value("applied_at", as: Int64.self)) / 1000
      #expect((started - 1...Date().timeIntervalSince1970 + 1).contains(applied))
      try database.close()
    }
  }

  @Test("when the third of five fails, none is applied", arguments: Backend.installed)
  func allOrNothing(_ backend: Backend) async throws {
    let place = try scratch.place(backend)
    let error = refusal(place, with("UPDATE rooms SET seats = 1; UPDATE nowhere SET seats = 0;", as: 3))
    #expect(error?.kind == .migration)
    #expect(error?.place == "0003-more-seats")
    #expect(error?.description.contains("nowhere") == true)

    let database = try place.open([])
    #expect(try await tables(in: database) == [])
    try database.close()
    #expect(try await place.open(steps).count("SELECT seats FROM rooms") == 20)
  }

  @Test("a failing later migration leaves the database at the version that it had", arguments: Backend.installed)
  func laterFailure(_ backend: Backend) async throws {
    let place = try scratch.place(backend)
    try place.open(Array(steps.prefix(2))).close()
    #expect(
      refusal(place, with("CREATE TABLE talks (id TEXT); COMMIT; CREATE TABLE x (y TEXT)", as: 4))?.kind == .migration)
    let database = try place.open(Array(steps.prefix(2)))
    #expect(try await database.count("SELECT seats FROM rooms") == 9)
    #expect(try await tables(in: database) == ["rooms", "schema_migrations"])
    if backend == .sqlite { #expect(try await database.count("PRAGMA foreign_keys") == 1) }
  }

  @Test("a database of a newer program is refused with both numbers", arguments: Backend.installed)
  func newer(_ backend: Backend) async throws {
    let place = try scratch.place(backend)
    try place.open(steps).close()
    let error = refusal(place, Array(steps.prefix(3)))
    #expect(error?.kind == .newer)
    #expect(
      error?.description == """
        \(try quoted(place)) was made by a newer Hatata (schema 5, this program knows 3): update the program, or restore the backup \
        that was made before it was updated
        """)
  }

  @Test("a migration that was changed after it was applied is refused by name", arguments: Backend.installed)
  func changed(_ backend: Backend) async throws {
    let place = try scratch.place(backend)
    try place.open(steps).close()
    let error = refusal(place, with("UPDATE rooms SET seats = seats + 2;", as: 3))
    #expect(error?.kind == .migration)
    #expect(
      try error?.description.hasPrefix("0003-more-seats was changed after \(quoted(place)) was made with it") == true)
    try place.open(with("UPDATE rooms SET seats = seats + 1;  \n\n", as: 3)).close()
  }

  @Test("a database that lacks a migration in the middle is refused", arguments: Backend.installed)
  func missingInTheMiddle(_ backend: Backend) async throws {
    let place = try scratch.place(backend)
    let database = try place.open(steps)
    try await database.execute("DELETE FROM schema_migrations WHERE number = 2")
    try database.close()
    #expect(refusal(place, steps)?.description.contains("lacks 0002-seats but has later ones") == true)
  }

  @Test("numbers that have a gap, begin late or come twice are refused before a file is made")
  func numbering() async throws {
    let place = try scratch.place(.sqlite)
    #expect(refusal(place, [steps[0], steps[2]])?.problem == "does not follow number 1")
    #expect(refusal(place, [steps[1]])?.problem == "does not follow number 0")
    #expect(refusal(place, [steps[0], steps[1], steps[1]])?.problem == "has a number that another one has")
    #expect(!FileManager.default.fileExists(atPath: place.address))
  }

  @Test("a table that others point to can be made anew, but no row may be left pointing to nothing")
  func foreignKeys() async throws {
    let schema = first(
      """
      CREATE TABLE rooms (id TEXT PRIMARY KEY);
      CREATE TABLE talks (id TEXT PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE);
      INSERT INTO rooms VALUES ('a');
      INSERT INTO talks VALUES ('t', 'a');
      """
    )
    let anew = """
      CREATE TABLE new_rooms (id TEXT PRIMARY KEY, seats INTEGER);
      INSERT INTO new_rooms SELECT id, 1 FROM rooms;
      DROP TABLE rooms;
      ALTER TABLE new_rooms RENAME TO rooms;
      """
    let place = try scratch.place(.sqlite)
    let dropped = Migration(number: 2, name: "drop", text: "DELETE FROM rooms;")
    #expect(refusal(place, [schema, dropped])?.description.contains("of talks points to nothing in rooms") == true)
    let migrations = [schema, Migration(number: 2, name: "anew", text: anew)]
    let database = try place.open(migrations)
    #expect(try await database.count("SELECT COUNT(*) FROM talks JOIN rooms ON rooms.id = room") == 1)
    await #expect(throws: DatabaseError.self) { try await database.execute("INSERT INTO talks VALUES ('u', 'b')") }
  }

  @Test("several programs may open a new database at once, and it is migrated once", arguments: Backend.installed)
  func concurrently(_ backend: Backend) async throws {
    let place = try scratch.place(backend)
    try await withThrowingTaskGroup { [steps] group in
      for _ in 0..<4 {
        group.addTask {
          let database = try place.open(steps)
          #expect(try await database.count("SELECT seats FROM rooms") == 20)
          try database.close()
        }
      }
      try await group.waitForAll()
    }
  }

  @Test(
    "a migration waits for the writes under way before it changes anything, so that they end well",
    .enabled(if: PostgresCluster.isInstalled))
  func besideWrites() async throws {
    let (place, steps, runs) = (try scratch.place(.postgres), self.steps, Counter())
    let database = try place.open(Array(steps.prefix(2)))
    let migration = try await database.write { connection -> Task<Void, any Error> in
      runs.add()
      let waiting: SQL = """
        SELECT COUNT(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
        WHERE datname = current_database() AND relation = to_regclass('schema_migrations') AND NOT granted
        """
      try connection.execute("UPDATE rooms SET id = id")
      let migrating = Task { try place.open(steps).close() }
      let end = ContinuousClock.now + .seconds(30)
      while try connection.first(waiting)?.value(0, as: Int.self) == 0, ContinuousClock.now < end {}
      #expect(try connection.first(waiting)?.value(0, as: Int.self) == 1)
      try connection.execute("UPDATE rooms SET seats = 1")
      return migrating
    }
    try await migration.value
    #expect(runs.value == 1)
    #expect(try await database.count("SELECT seats FROM rooms") == 4)
    try database.close()
  }

  @Test("files are read by name, and one of another form is refused")
  func loading() async throws {
    for (name, text) in [("0002-b.sql", "B"), ("0001-a-1.sql", "Ä"), ("notes.md", ""), (".0003-c.sql", "")] {
      try text.write(toFile: scratch.file(name), atomically: true, encoding: .utf8)
    }
    let found = try Migration.load(folder: scratch.url)
    #expect(found == [Migration(number: 1, name: "a-1", text: "Ä"), Migration(number: 2, name: "b", text: "B")])
    #expect(found.map(\.title) == ["0001-a-1", "0002-b"])

    try "".write(toFile: scratch.file("3-c.sql"), atomically: true, encoding: .utf8)
    let error = #expect(throws: DatabaseError.self) { try Migration.load(folder: scratch.url) }
    #expect(error?.description == "'3-c.sql' is not named like 0001-program.sql: rename the file")
    #expect(throws: DatabaseError.self) { try Migration.load(folder: scratch.url.appendingPathComponent("absent")) }
  }

  @Test("the program's own migrations make a sound database", arguments: Backend.installed)
  func bundled(_ backend: Backend) async throws {
    let place = try scratch.place(backend)
    let database = try place.open()
    #expect(try database.schemaVersion == Migration.bundled().count)
    #expect(database.schemaVersion > 0)
    #expect(try await database.integrityProblems() == [])
  }
}
