import CLibPQ
import Foundation
import GRDB

/// Statements sent by libpq itself: prepared once, parameters as text, the result read as text, in transactions as ours.
final class StraightPostgres {
  private let connection: OpaquePointer

  init(_ address: String) {
    connection = PQconnectdb(address)
    guard PQstatus(connection) == CONNECTION_OK else { fatalError(String(cString: PQerrorMessage(connection))) }
    PQclear(PQprepare(connection, "read", "SELECT votes, body FROM bench_things WHERE id = $1::bigint", 1, nil))
    PQclear(PQprepare(connection, "write", "UPDATE bench_things SET votes = votes + 1 WHERE id = $1::bigint", 1, nil))
  }

  deinit { PQfinish(connection) }

  /// What a transaction is from now on.
  func begins(_ isolation: String, readOnly: Bool) {
    PQclear(
      PQexec(
        connection,
        "SET default_transaction_isolation = '\(isolation)'; SET default_transaction_read_only = \(readOnly ? "on" : "off")"))
  }

  func read(_ id: Int) -> (Int, String) {
    let result = run("read", id)
    defer { PQclear(result) }
    return (Int(String(cString: PQgetvalue(result, 0, 0)))!, String(cString: PQgetvalue(result, 0, 1)))
  }

  func write(_ id: Int) { PQclear(run("write", id)) }

  private func run(_ name: String, _ id: Int) -> OpaquePointer? {
    String(id).withCString { text in
      var value: UnsafePointer<CChar>? = text
      var result = PQexecPrepared(connection, name, 1, &value, nil, nil, 0)
      // In another one's way.
      while let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))), strcmp(state, "40001") == 0 {
        PQclear(result)
        result = PQexecPrepared(connection, name, 1, &value, nil, nil, 0)
      }
      let status = PQresultStatus(result)
      guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
        fatalError(String(cString: PQerrorMessage(connection)))
      }
      return result
    }
  }
}

/// The same by GRDB itself, as its documentation recommends: cached statements in asynchronous accesses of a pool.
struct StraightSQLite {
  let pool: DatabasePool

  init(_ path: String) throws {
    pool = try DatabasePool(path: path)
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
  }

  func read(_ id: Int) async throws -> (Int, String) {
    try await pool.read { database in
      let statement = try database.cachedStatement(sql: "SELECT votes, body FROM bench_things WHERE id = ?")
      let row = try Row.fetchOne(statement, arguments: [id])!
      return (row[0], row[1])
    }
  }

  func write(_ id: Int) async throws {
    try await pool.write { database in
      try database.cachedStatement(sql: "UPDATE bench_things SET votes = votes + 1 WHERE id = ?").execute(arguments: [id])
    }
  }
}
