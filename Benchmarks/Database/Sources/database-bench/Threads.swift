import Foundation
import Synchronization

/// As many reads, then writes, as eight threads with a connection each get done by libpq itself in so many seconds: what our
/// layer, which has as many connections, can reach at best.
struct Threads {
  let address: String
  let seconds: Double

  init(at address: String, seconds: Double) { (self.address, self.seconds) = (address, seconds) }

  func measure() {
    let reads = count("repeatable read", readOnly: true) { _ = $0.read($1) }
    let writes = count("serializable", readOnly: false) { $0.write($1) }
    print("{\"reads\": \(reads / seconds), \"writes\": \(writes / seconds)}")
  }

  private func count(_ isolation: String, readOnly: Bool, _ work: @escaping @Sendable (StraightPostgres, Int) -> Void) -> Double {
    let total = Mutex(0)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    let group = DispatchGroup()
    for _ in 0..<8 {
      group.enter()
      Thread { [address] in
        let connection = StraightPostgres(address)
        connection.begins(isolation, readOnly: readOnly)
        var done = 0
        while clock.now < end {
          work(connection, Int.random(in: 0..<Bench.things))
          done += 1
        }
        total.withLock { [done] in $0 += done }
        group.leave()
      }.start()
    }
    group.wait()
    return Double(total.withLock { $0 })
  }
}
