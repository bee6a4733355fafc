import Testing

@testable import Database

@Suite("SQL")
struct SQLTests {
  private func sqlite(_ sql: SQL) throws -> RenderedSQL { try RenderedSQL(sql, for: .sqlite) }

  @Test("interpolated values become placeholders, in each dialect's way, and are kept in order")
  func placeholders() throws {
    let (name, age, note): (String, Int, String?) = ("Ada'; DROP TABLE people; --", 36, nil)
    let sql: SQL = "SELECT * FROM people WHERE name = \(name) AND age > \(age) AND note IS \(note)"
    let postgres = try RenderedSQL(sql, for: .postgres)

    #expect(try sqlite(sql).text == "SELECT * FROM people WHERE name = ? AND age > ? AND note IS ?")
    #expect(postgres.text == "SELECT * FROM people WHERE name = $1 AND age > $2 AND note IS NULL")
    #expect(try sqlite(sql).values == [.text(name), .integer(36), .null])
    #expect(postgres.values == [.text(name), .integer(36)], "NULL is written, as a bound one has a type")
  }

  @Test("every bindable type has its value")
  func values() throws {
    enum Role: String, SQLBindable { case chair }
    let sql: SQL =
      "\("a")\(1)\(Int64.min)\(0.5)\(true)\(false)\([0, 255] as [UInt8])\(Int?.none)\(Role.chair)\(SQLValue.null)"
    let values: [SQLValue] = [
      .text("a"), .integer(1), .integer(.min), .real(0.5), .integer(1), .integer(0), .blob([0, 255]), .null,
      .text("chair"), .null,
    ]
    #expect(try sqlite(sql).values == values)
  }

  @Test("a number that is none is stored as NULL")
  func notANumber() throws {
    #expect(try sqlite("\(Double.nan) \(Double.infinity)").values == [.null, .real(.infinity)])
  }

  @Test("a string literal inside an interpolation is bound as well", arguments: [true, false])
  func literalIsData(_ isNewestFirst: Bool) throws {
    let sql: SQL = "ORDER BY \(isNewestFirst ? "DESC" : "ASC")"
    #expect(try sqlite(sql).text == "ORDER BY ?")
  }

  @Test("nested fragments keep their values where they stand")
  func nested() throws {
    let inner: SQL = "b = \(2) AND c = \("three")"
    let order: SQL = "DESC"
    let sql: SQL = "a = \(1) AND (\(inner)) AND d = \(4) ORDER BY a \(order)"
    let postgres = try RenderedSQL(sql, for: .postgres)
    #expect(postgres.text == "a = $1 AND (b = $2 AND c = $3) AND d = $4 ORDER BY a DESC")
    #expect(postgres.values == [.integer(1), .integer(2), .text("three"), .integer(4)])
  }

  @Test("the text of a statement is made once for every form in which it is written, whatever its values")
  func forms() throws {
    func vote(_ id: Int?, _ order: SQL = "") throws -> SQLText {
      try RenderedSQL("SELECT votes FROM questions WHERE id = \(id) \(order)", for: .postgres).source
    }
    #expect(try vote(1) === vote(2))
    #expect(try vote(1) !== vote(nil))
    #expect(try vote(nil).text == "SELECT votes FROM questions WHERE id = NULL ")
    #expect(try vote(1, "LIMIT 1").text == "SELECT votes FROM questions WHERE id = $1 LIMIT 1")
    #expect(try vote(1).text == "SELECT votes FROM questions WHERE id = $1 ")
  }

  @Test("a list becomes a row of placeholders, an empty one (NULL), and is not worth keeping prepared")
  func lists() throws {
    let three = try sqlite("id IN \(list: [1, 2, 3])")
    #expect(three.text == "id IN (?, ?, ?)")
    #expect(three.values == [.integer(1), .integer(2), .integer(3)])
    #expect(!three.isWorthKeeping)

    let none = try sqlite("id IN \(list: [String]())")
    #expect(none.text == "id IN (NULL)")
    #expect(none.values.isEmpty)

    let fragment: SQL = "id IN \(list: ["a", nil])"
    let nested = try sqlite("x = \(0) AND \(fragment)")
    #expect(nested.values == [.integer(0), .text("a"), .null])
    #expect(!nested.isWorthKeeping)
    #expect(try sqlite("id = \(1)").isWorthKeeping)
  }

  @Test("rows stand one after another; of several ones the statement is not worth keeping prepared")
  func rows() throws {
    let rows: [SQL] = [1, 2].map { "(\($0), \("a"))" }
    let two = try sqlite("INSERT INTO t VALUES \(rows: rows)")
    #expect(two.text == "INSERT INTO t VALUES (?, ?), (?, ?)")
    #expect(two.values == [.integer(1), .text("a"), .integer(2), .text("a")])
    #expect(!two.isWorthKeeping)
    #expect(try sqlite("INSERT INTO t VALUES \(rows: [rows[0]])").isWorthKeeping)
  }

  @Test("fragments can be added and joined")
  func joining() throws {
    let conditions: [SQL] = ["a = \(1)", "b = \(2)"]
    var sql: SQL = "SELECT * FROM t WHERE " + conditions.joined(separator: " AND ")
    sql += " LIMIT \(3)"
    let rendered = try RenderedSQL(sql, for: .postgres)
    #expect(rendered.text == "SELECT * FROM t WHERE a = $1 AND b = $2 LIMIT $3")
    #expect(rendered.values == [.integer(1), .integer(2), .integer(3)])
    #expect(try sqlite([SQL]().joined(separator: ", ")).text.isEmpty)
  }

  @Test("literal text of any characters is kept as it is")
  func literals() throws {
    #expect(try sqlite("é").text == "é")
    #expect(try sqlite("?").text == "?")
    #expect(try sqlite("'日本' \("x") 🧶").text == "'日本' ? 🧶")
  }

  @Test("the description shows no value")
  func description() {
    let secret = "s3cret"
    #expect("\("x = \(secret)" as SQL)" == "x = ?")
  }

  @Test("the first word decides whether a statement would end the transaction")
  func transactionControl() {
    #expect(TransactionControl.firstKeyword(of: " ;\n-- begin\n/* commit */ rollback TO a") == "ROLLBACK")
    #expect(TransactionControl.firstKeyword(of: "/* never closed") == nil)
    #expect(TransactionControl.firstKeyword(of: "-- only a comment") == nil)
    #expect(TransactionControl.firstKeyword(of: "") == nil)
    #expect(TransactionControl.firstKeyword(of: "(SELECT 1)") == nil)
    #expect(TransactionControl.firstKeyword(of: "beginning") == "BEGINNING")
  }
}
