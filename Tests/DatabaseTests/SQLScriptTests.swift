import Testing

@testable import Database

@Suite("SQL script")
struct SQLScriptTests {
  @Test(
    "a semicolon in quotes, dollars or a comment ends no statement",
    arguments: [
      "SELECT 'a;''b;'", "SELECT E'a\\';b'", "SELECT \"a;\"\"b\"", "SELECT $$a;$b;$$", "SELECT $a$;$$;$a$",
      "SELECT 1 -- a;\n + 2", "SELECT /* a; /* b; */ c; */ 1", "SELECT a$b$;c", "SELECT $1, 'née;'",
    ])
  func opaque(_ statement: String) {
    let isNoQuote = statement.hasSuffix("$;c")
    let found = SQLScript.statements(of: "\(statement);SELECT 2")
    #expect(found == (isNoQuote ? ["SELECT a$b$", "c", "SELECT 2"] : [statement, "SELECT 2"]))
  }

  @Test("what is empty is left out, and what never ends is one statement")
  func edges() {
    #expect(SQLScript.statements(of: " ;; -- nothing;\n /* nor; this */ ;\n") == [])
    #expect(SQLScript.statements(of: "") == [])
    for text in ["SELECT 'a;", "SELECT $$;$", "SELECT E'\\", "SELECT 1 + \"", "A /* ;"] {
      #expect(SQLScript.statements(of: text) == [text])
    }
    #expect(SQLScript.statements(of: "/* never; closed") == [])
  }
}
