/// A result code of SQLite with its message, as <https://www.sqlite.org/rescode.html> lists them.
struct SQLiteFailure {
  let code: Int32
  let message: String
  var statement: String?
  var isReading = false

  func error(at file: DatabaseFile) -> DatabaseError {
    fileError(file) ?? statementError(statement.map { "'\($0.oneLine)'" } ?? file.quoted)
  }

  private func fileError(_ file: DatabaseFile) -> DatabaseError? {
    switch code {
    case 5, 6:
      DatabaseError(
        .busy, file.quoted, "is held by another program or a long write (\(message))",
        "try again when that has finished, and run only one server on the file"
      )
    case 8 where !isReading:
      DatabaseError(.other, file.quoted, "may not be written (\(message))", "give its owner the right to write it")
    case 10:
      DatabaseError(.other, file.quoted, "could not be read or written (\(message))", "look at its disk's health")
    case 11:
      DatabaseError(.notADatabase, file.quoted, "is damaged (\(message))", "restore the newest backup")
    case 13:
      DatabaseError(.full, file.quoted, "cannot grow (\(message))", "free space on its disk and try again")
    case 14:
      DatabaseError(.other, file.quoted, "cannot be opened (\(message))", "look at the rights to it and its folder")
    case 26:
      DatabaseError(.notADatabase, file.quoted, "is not an SQLite database", "choose another file")
    default: nil
    }
  }

  private func statementError(_ place: String) -> DatabaseError {
    // Without a statement, "SQL error" is not about SQL.
    switch statement == nil ? 0 : code {
    case 8: DatabaseError(.misuse, place, "writes in a read", "do it in a write")
    case 19: DatabaseError(.constraint, place, "breaks a rule of the database (\(message))", nil)
    case 1, 20, 21, 25: DatabaseError(.misuse, place, "is not what SQLite takes (\(message))", nil)
    case 18: DatabaseError(.misuse, place, "has a value or a text that is too long (\(message))", nil)
    default: DatabaseError(.other, place, "failed (SQLite's code \(code): \(message))", nil)
    }
  }
}
