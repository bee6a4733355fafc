import Testing

@testable import Database

@Suite("Migration text")
struct MigrationTextTests {
  private let both = """
    CREATE TABLE papers (id TEXT);
    -- only: sqlite
    CREATE VIRTUAL TABLE paper_search USING fts5(title);
    -- end
      --  only:postgres\u{20}
    CREATE INDEX paper_search ON papers USING gin (id);
      --end
    -- end of the story
    CREATE TABLE rooms (id TEXT);
    """

  private func sql(_ text: String, _ dialect: Dialect = .sqlite) throws -> String {
    try MigrationText(first(text), for: dialect).sql
  }

  private func checksum(_ text: String) throws -> String {
    try MigrationText(first(text), for: .sqlite).checksum
  }

  @Test("each dialect gets its own sections and what stands outside of any")
  func sections() throws {
    let end = "-- end of the story\nCREATE TABLE rooms (id TEXT);"
    #expect(
      try sql(both) == "CREATE TABLE papers (id TEXT);\nCREATE VIRTUAL TABLE paper_search USING fts5(title);\n" + end)
    #expect(
      try sql(both, .postgres)
        == "CREATE TABLE papers (id TEXT);\nCREATE INDEX paper_search ON papers USING gin (id);\n" + end)
    #expect(try sql(both.replacing("\n", with: "\r\n")) == sql(both))
  }

  @Test(
    "a wrong marker is an error that names file and line",
    arguments: [
      ("A;\n-- only: sqlite\nB;", "Line 2 of 0001-first.sql begins a section that never ends"),
      ("A;\n-- end", "Line 2 of 0001-first.sql ends a section that has not begun"),
      ("-- only: sqlite\n-- only: postgres\n-- end", "Line 2 of 0001-first.sql begins a section within a section"),
      ("-- only: mysql\n-- end", "Line 1 of 0001-first.sql is only for 'mysql'"),
      ("-- only: SQLite\n-- end", "Line 1 of 0001-first.sql is only for 'SQLite'"),
      ("-- only:\n-- end", "Line 1 of 0001-first.sql is only for ''"),
    ])
  func wrongMarkers(_ text: String, _ message: String) {
    let error = #expect(throws: DatabaseError.self) { try sql(text) }
    #expect(error?.kind == .migration)
    #expect(error?.description.hasPrefix(message) == true)
  }

  @Test("the hash is FNV-1a with 64 bits")
  func hash() {
    #expect(MigrationText.fnv1a("".utf8) == 0xcbf2_9ce4_8422_2325)
    #expect(MigrationText.fnv1a("a".utf8) == 0xaf63_dc4c_8601_ec8c)
    #expect(MigrationText.fnv1a("foobar".utf8) == 0x8594_4171_f739_67e8)
  }

  @Test("the checksum has 16 digits and overlooks line ends, trailing space and empty lines")
  func normalisation() throws {
    let plain = try checksum("CREATE TABLE a (b);\nCREATE TABLE c (d);")
    #expect(plain.count == 16)
    #expect(try checksum("\nCREATE TABLE a (b); \t\r\n\r\n  \nCREATE TABLE c (d);\n\n") == plain)
    #expect(try checksum("CREATE TABLE a (b);\n CREATE TABLE c (d);") != plain)
    #expect(try checksum("CREATE TABLE a (b); CREATE TABLE c (d);") != plain)
    #expect(try checksum("CREATE TABLE a (b);\nCREATE TABLE c (e);") != plain)
  }

  @Test("what is added for another dialect does not change the checksum")
  func otherDialect() throws {
    let before = try checksum("CREATE TABLE a (b);")
    #expect(try checksum("CREATE TABLE a (b);\n-- only: postgres\nCREATE INDEX c ON a (b);\n-- end") == before)
    #expect(try checksum("-- only: sqlite\nCREATE TABLE a (b);\n-- end") == before)
  }
}
