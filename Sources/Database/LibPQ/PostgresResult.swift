import CPostgres

/// The result of one command, in libpq's memory, from which rows are made one by one. It goes from thread to thread, but has one user at a
/// time.
final class PostgresResult: @unchecked Sendable {
  private let result: OpaquePointer

  init(_ result: OpaquePointer) { self.result = result }

  deinit { PQclear(result) }

  var endsPipeline: Bool { PQresultStatus(result) == PGRES_PIPELINE_SYNC }
  var isSkipped: Bool { PQresultStatus(result) == PGRES_PIPELINE_ABORTED }

  var rowCount: Int { Int(PQntuples(result)) }

  /// What the command did, such as `INSERT 0 1`.
  var tag: String { String(cString: PQcmdStatus(result)) }

  /// The number of rows that the command inserted, changed or deleted.
  var changes: Int {
    guard ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(where: tag.hasPrefix) else { return 0 }
    return Int(String(cString: PQcmdTuples(result))) ?? 0
  }

  var rows: [Row] {
    let (columns, types) = (columns, types)
    return (0..<rowCount).map { row($0, columns, types) }
  }

  /// The first row, if there is one.
  var first: Row? { rowCount > 0 ? row(0, columns, types) : nil }

  /// Calls `body` for every row.
  func forEach(_ body: (Row) throws -> Void) throws {
    let (columns, types) = (columns, types)
    for index in 0..<rowCount { try body(row(index, columns, types)) }
  }

  private var columns: [String] { (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) } }
  private var types: [PostgresValue.TypeID] { (0..<PQnfields(result)).map { PQftype(result, $0) } }

  private func row(_ index: Int, _ columns: [String], _ types: [PostgresValue.TypeID]) -> Row {
    Row(columns: columns, values: types.indices.map { value(Int32(index), Int32($0), types[$0]) })
  }

  private func value(_ row: Int32, _ column: Int32, _ type: PostgresValue.TypeID) -> SQLValue {
    guard PQgetisnull(result, row, column) == 0 else { return .null }
    let count = Int(PQgetlength(result, row, column))
    let text = UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: count)
    return PostgresValue.decoded(text, type: type)
  }

  func failure(isLost: Bool) -> PostgresFailure? {
    let status = PQresultStatus(result)
    if status == PGRES_EMPTY_QUERY {
      return PostgresFailure(state: "42601", message: "there is no statement")
    }
    guard status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE else { return nil }
    let state = field(Self.stateField) ?? ""
    let message = field(Self.messageField) ?? String(cString: PQresultErrorMessage(result)).oneLine
    let isPlaced = field(Self.positionField) != nil
    return PostgresFailure(state: state, message: message, isPlaced: isPlaced, isConnectionLost: isLost)
  }

  // Macros in libpq's header, which Swift does not see: PG_DIAG_SQLSTATE, PG_DIAG_MESSAGE_PRIMARY and
  // PG_DIAG_STATEMENT_POSITION.
  private static let stateField = Int32(UInt8(ascii: "C"))
  private static let messageField = Int32(UInt8(ascii: "M"))
  private static let positionField = Int32(UInt8(ascii: "P"))

  private func field(_ code: Int32) -> String? {
    PQresultErrorField(result, code).map { String(cString: $0) }
  }
}
