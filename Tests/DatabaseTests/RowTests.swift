import Testing

@testable import Database

@Suite("Row")
struct RowTests {
  private enum Role: String, SQLDecodable { case chair, author }

  private let row = Row(
    columns: ["id", "name", "age", "note", "name2", "id"],
    values: [.integer(7), .text("Ada"), .real(36.5), .null, .text("chair"), .integer(8)]
  )

  private func message(_ body: () throws -> some Any) -> String? {
    let error = #expect(throws: DatabaseError.self) { _ = try body() }
    #expect(error?.kind == .misuse)
    return error?.description
  }

  @Test("values are read by name and by index")
  func reading() throws {
    #expect(try row.value("name") == "Ada")
    #expect(try row.value(0) == 7)
    #expect(try row.value(0, as: Int64?.self) == 7)
    #expect(try row.value("age", as: Double.self) == 36.5)
    #expect(try row.value(0, as: Double.self) == 7)
    #expect(try row.value("note", as: String?.self) == nil)
    #expect(try row.value("name2", as: Role.self) == .chair)
    #expect(try row.value("note", as: SQLValue.self) == .null)
  }

  @Test("a value that does not fit is an error that names column and type, not the value")
  func misfits() {
    let expected = "A row holds TEXT in column 'name', which does not fit Int"
    #expect(message { try row.value("name", as: Int.self) } == expected)
    #expect(message { try row.value("note", as: String.self) }?.contains("holds NULL in column 'note'") == true)
    #expect(message { try row.value("name", as: Role.self) }?.contains("does not fit Role") == true)
    #expect(message { try row.value("name", as: Int?.self) }?.contains("Optional<Int>") == true)
    #expect(message { try row.value(0, as: Bool.self) }?.contains("does not fit Bool") == true)
    #expect(message { try row.value("age", as: Int.self) }?.contains("holds REAL") == true)
    #expect(message { try row.value("name", as: [UInt8].self) }?.contains("Array<UInt8>") == true)
  }

  @Test("a missing or ambiguous column is an error")
  func columns() {
    #expect(message { try row.value("age2", as: Int.self) }?.hasPrefix("A row has no column 'age2'") == true)
    #expect(message { try row.value("id", as: Int.self) }?.contains("has two columns 'id'") == true)
    #expect(message { try row.value(6, as: Int.self) }?.contains("has no column 6") == true)
    #expect(message { try row.value(-1, as: Int.self) }?.contains("has no column -1") == true)
  }

  @Test("a whole number too large for a double without loss does not fit it")
  func inexact() {
    let row = Row(columns: ["n"], values: [.integer(Int64.max)])
    #expect(throws: DatabaseError.self) { try row.value("n", as: Double.self) }
  }
}
