/// The result of one command, from which rows are made one by one.
struct PostgresResult: Sendable {
  private let result: LibPQResult

  init(_ result: LibPQResult) { self.result = result }

  var endsPipeline: Bool { result.endsPipeline }
  var isSkipped: Bool { result.isSkipped }

  /// What the command did, such as `INSERT 0 1`.
  var tag: String { result.tag }

  /// The number of rows that the command inserted, changed or deleted.
  var changes: Int {
    guard ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(where: tag.hasPrefix) else { return 0 }
    return result.affected ?? 0
  }

  var rows: [Row] {
    let (columns, types) = (result.columns, result.types)
    return (0..<result.rowCount).map { row($0, columns, types) }
  }

  /// The first row, if there is one.
  var first: Row? { result.rowCount > 0 ? row(0, result.columns, result.types) : nil }

  /// Calls `body` for every row.
  func forEach(_ body: (Row) throws -> Void) throws {
    let (columns, types) = (result.columns, result.types)
    for index in 0..<result.rowCount { try body(row(index, columns, types)) }
  }

  private func row(_ index: Int, _ columns: [String], _ types: [PostgresValue.TypeID]) -> Row {
    Row(columns: columns, values: types.indices.map { value(Int32(index), Int32($0), types[$0]) })
  }

  private func value(_ row: Int32, _ column: Int32, _ type: PostgresValue.TypeID) -> SQLValue {
    guard let text = result.text(row, column) else { return .null }
    return PostgresValue.decoded(text, type: type)
  }

  func failure(isLost: Bool) -> PostgresFailure? {
    if result.isEmpty { return PostgresFailure(state: "42601", message: "there is no statement") }
    guard result.isFailure else { return nil }
    return PostgresFailure(
      state: result.state ?? "", message: result.primaryMessage ?? result.message.oneLine,
      isPlaced: result.position != nil, isConnectionLost: isLost)
  }
}
