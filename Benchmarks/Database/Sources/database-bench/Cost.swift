import Database
import Foundation

/// What a statement costs through `Database`, and straight, one after another in turn.
struct Cost {
  let postgres: String
  let folder: String
  let rounds: Int

  func measure() async throws {
    let server = try Bench.open(postgres)
    try await Bench.prepare(server)
    let straight = StraightPostgres(postgres)
    try await compare(
      "A read on PostgreSQL", "libpq", straight: { straight.begins("repeatable read", readOnly: true); for id in ids { _ = straight.read(id) } }, ours: { try await read(server) })
    try await compare(
      "A write on PostgreSQL", "libpq", straight: { straight.begins("serializable", readOnly: false); for id in ids { straight.write(id) } }, ours: { try await write(server) })
    try server.close()

    let file = try Bench.open(folder + "/ours.sqlite")
    try await Bench.prepare(file)
    let pool = try StraightSQLite(folder + "/ours.sqlite")
    try await compare(
      "A read on SQLite", "GRDB", straight: { for id in ids { _ = try await pool.read(id) } }, ours: { try await read(file) })
    try await compare(
      "A write on SQLite", "GRDB", straight: { for id in ids { try await pool.write(id) } }, ours: { try await write(file) })
    try pool.pool.close()
    try file.close()
  }

  private var ids: [Int] { (0..<Bench.repetitions).map { ($0 * 7919) % Bench.things } }

  private func read(_ database: Database) async throws {
    for id in ids { try await Bench.read(id, database) }
  }

  private func write(_ database: Database) async throws {
    for id in ids { try await database.execute("UPDATE bench_things SET votes = votes + 1 WHERE id = \(id)") }
  }

  /// Prints a line as JSON: microseconds of a statement in either way, and the median of the rounds' ratios.
  private func compare(
    _ name: String, _ other: String, straight: () async throws -> Void, ours: () async throws -> Void
  ) async throws {
    var pairs: [(straight: Double, ours: Double)] = []
    for round in 0...rounds {
      let pair = (straight: try await Bench.seconds(straight), ours: try await Bench.seconds(ours))
      // The first warms caches and connections up.
      if round > 0 { pairs.append(pair) }
    }
    let ratios = pairs.map { $0.ours / $0.straight }.sorted()
    let unit = 1e6 / Double(Bench.repetitions)
    let line: [String: Any] = [
      "name": name, "other": other, "ratio": ratios[ratios.count / 2],
      "straight": pairs.map(\.straight).min()! * unit, "ours": pairs.map(\.ours).min()! * unit,
    ]
    print(String(decoding: try JSONSerialization.data(withJSONObject: line, options: .sortedKeys), as: UTF8.self))
  }
}
