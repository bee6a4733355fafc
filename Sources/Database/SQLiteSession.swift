import Foundation
import GRDB

/// A connection of the pool, during one transaction.
final class SQLiteSession: Session {
  let dialect = Dialect.sqlite
  private let database: GRDB.Database
  private let file: DatabaseFile
  private let isReading: Bool
  /// The prepared statements whose rows are being read: their cached ones must not be started again from within.
  private var running: Set<String> = []

  init(_ database: GRDB.Database, of file: DatabaseFile, isReading: Bool = false) {
    (self.database, self.file, self.isReading) = (database, file, isReading)
  }

  func execute(_ statement: RenderedSQL) throws -> Int {
    try translating {
      let before = database.totalChangesCount
      try prepared(statement).execute(arguments: statement.arguments)
      // SQLite keeps the count of the last statement that could change rows, whichever that was.
      return database.totalChangesCount == before ? 0 : database.changesCount
    }
  }

  func forEach(_ statement: RenderedSQL, _ body: (Row) throws -> Void) throws {
    try translating {
      let prepared = try prepared(statement)
      let isOuter = running.insert(statement.text).inserted
      defer { if isOuter { running.remove(statement.text) } }
      let columns = prepared.columnNames
      let cursor = try GRDB.Row.fetchCursor(prepared, arguments: statement.arguments)
      while try cursor.next() != nil {
        let values = columns.indices.map {
          SQLValue(DatabaseValue(sqliteStatement: prepared.sqliteStatement, index: CInt($0)))
        }
        try body(Row(columns: columns, values: values))
      }
    }
  }

  func run(script: String) throws {
    try translating {
      let statements = try database.allStatements(sql: script)
      while let statement = try statements.next() {
        try TransactionControl.refuse(in: statement.sql)
        try statement.execute()
      }
    }
  }

  func mark() throws { try translating { try database.execute(sql: "SAVEPOINT attempt") } }
  func keep() throws { try translating { try database.execute(sql: "RELEASE attempt") } }
  func undo() throws { try translating { try database.execute(sql: "ROLLBACK TO attempt; RELEASE attempt") } }

  func append(_ events: [NewEvent]) throws {
    for event in events { _ = try execute(RenderedSQL(event.insertion, for: dialect)) }
  }

  private func prepared(_ statement: RenderedSQL) throws -> Statement {
    let mayShare = statement.isWorthKeeping && !running.contains(statement.text)
    return try mayShare ? database.cachedStatement(sql: statement.text) : database.makeStatement(sql: statement.text)
  }

  private func translating<T>(_ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch let error as GRDB.DatabaseError {
      throw error.translated(at: file, isReading: isReading)
    }
  }
}

extension GRDB.DatabaseError {
  func translated(at file: DatabaseFile, isReading: Bool = false) -> DatabaseError {
    SQLiteFailure(code: resultCode.rawValue, message: message ?? "unknown error", statement: sql, isReading: isReading)
      .error(at: file)
  }
}

extension RenderedSQL {
  fileprivate var arguments: StatementArguments {
    StatementArguments(values.map(\.databaseValue))
  }
}

extension SQLValue {
  fileprivate init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .null: .null
      case .int64(let number): .integer(number)
      case .double(let number): .real(number)
      case .string(let text): .text(text)
      case .blob(let data): .blob([UInt8](data))
      }
  }

  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    }
  }
}
