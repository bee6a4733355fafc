import Database
import Foundation

/// As many reads, then writes, as 16 tasks get done in so many seconds.
struct Load {
  let address: String
  let seconds: Double

  init(at address: String, seconds: Double) { (self.address, self.seconds) = (address, seconds) }

  func measure() async throws {
    let database = try Bench.open(address)
    let reads = try await count { id in _ = try await database.query("SELECT votes, body FROM bench_things WHERE id = \(id)") }
    let writes = try await count { id in
      try await database.execute("UPDATE bench_things SET votes = votes + 1 WHERE id = \(id)")
    }
    try database.close()
    print("{\"reads\": \(reads / seconds), \"writes\": \(writes / seconds)}")
  }

  private func count(_ work: @escaping @Sendable (Int) async throws -> Void) async throws -> Double {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask {
          var done = 0
          while clock.now < end {
            try await work(Int.random(in: 0..<Bench.things))
            done += 1
          }
          return done
        }
      }
      return Double(try await group.reduce(0, +))
    }
  }
}
