/// One row of a result, a plain value that may leave the transaction.
public struct Row: Sendable, Equatable {
  /// The names of the columns, from left to right.
  public let columns: [String]
  let values: [SQLValue]

  /// The value of the column of this exact name; throws a misuse when there is no such column, when two columns have the
  /// name, and when the value does not fit `T` (NULL fits only an optional).
  public func value<T: SQLDecodable>(_ column: String, as type: T.Type = T.self) throws -> T {
    guard let index = columns.firstIndex(of: column) else {
      throw misuse("has no column '\(column)'", "it has \(columns.joined(separator: ", "))")
    }
    guard columns.lastIndex(of: column) == index else {
      throw misuse("has two columns '\(column)'", "give one of them another name with AS")
    }
    return try value(index)
  }

  /// The value of the column at `index`, counted from 0; throws as the same function with a name does.
  public func value<T: SQLDecodable>(_ index: Int, as type: T.Type = T.self) throws -> T {
    guard values.indices.contains(index) else {
      throw misuse("has no column \(index)", "it has \(values.count), counted from 0")
    }
    guard let value = T.decoded(from: values[index]) else {
      throw misuse("holds \(values[index].typeName) in column '\(columns[index])', which does not fit \(T.self)", nil)
    }
    return value
  }

  private func misuse(_ problem: String, _ advice: String?) -> DatabaseError {
    DatabaseError(.misuse, "A row", problem, advice)
  }
}
