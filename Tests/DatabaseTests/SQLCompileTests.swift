import Testing

@Suite("SQL at compile time", .enabled(if: Compiler.isThere, "needs swiftc in the PATH"))
struct SQLCompileTests {
  @Test("the intended ways compile")
  func control() throws {
    let output = try Compiler.typecheck(
      """
      func attempt(name: String, names: [String], count: Int64?, newest: Bool) -> [SQL] {
        let order: SQL = newest ? "DESC" : "ASC"
        let plain: SQL = "SELECT 1"
        let values: SQL = "SELECT \\(name), \\(count), \\(newest), \\(1.5), \\([1, 2] as [UInt8]), \\(7)"
        let nested: SQL = "SELECT \\(values) WHERE a IN \\(list: names) ORDER BY b \\(order)"
        return [plain, values, nested, plain + " UNION " + values, SQL("SELECT \\(name)"), [plain].joined(separator: ", ")]
      }
      """
    )
    #expect(output.status == 0, "\(output.text)")
  }

  @Test(
    "a string made at run time, splicing, and unbindable values do not compile",
    arguments: [
      "let sql: SQL = name",
      "let sql = SQL(stringLiteral: name)",
      "let sql = SQL(name)",
      "let sql: SQL = \"SELECT \" + name",
      "query(\"SELECT 1\" + name)",
      "query(\"SELECT 1\".appending(name))",
      "query(String(\"SELECT 1\"))",
      "let sql = name as SQL",
      "let sql: SQL = \"SELECT \\(raw: name)\"",
      "let sql: SQL = \"SELECT \\(Date())\"",
      "let sql: SQL = \"SELECT \\([name])\"",
      "let sql: SQL = \"SELECT \\(name as Any)\"",
      "let sql: SQL = \"SELECT \\(name[...])\"",
      "let sql = SQL(pieces: [.text(\"SELECT\")])",
    ])
  func refused(_ line: String) throws {
    let output = try Compiler.typecheck(
      """
      import Foundation
      func query(_ sql: SQL) {}
      func attempt(name: String) {
        \(line)
      }
      """
    )
    #expect(output.status != 0, "compiled: \(line)")
    #expect(output.text.contains("snippet.swift:4:"), "refused for another reason: \(output.text)")
  }
}
