import Database
import Foundation

/// As many reads, then writes, as so many tasks get done in so many seconds.
struct Load {
  let address: String
  let seconds: Double
  let tasks: Int

  init(at address: String, seconds: Double, tasks: Int) {
    (self.address, self.seconds, self.tasks) = (address, seconds, tasks)
  }

  func measure() async throws {
    let database = try Bench.open(address)
    let reads = try await count { id in try await Bench.read(id, database) }
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
      for _ in 0..<tasks {
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
