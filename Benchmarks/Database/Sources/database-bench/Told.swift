import Database
import Foundation

/// How soon the reader of one node has read what another node has written: told by a notification, and found by looking alone.
struct Told {
  let address: String
  let count: Int

  func measure() async throws {
    let (writer, reader) = (try Bench.open(address), try Bench.open(address))
    let told = try await delays(count, pause: 20, in: reader) { subject in
      try await writer.write { $0.record(topic: "bench", kind: "told", subject: subject, at: 1) }
    }
    // Of an event that is written past the log's own way, nobody is notified.
    let found = try await delays(max(10, count / 20), pause: 2_000, in: reader) { subject in
      try await writer.execute(
        "INSERT INTO events (topic, kind, subject, at) VALUES ('bench', 'found', \(subject), 1)")
    }
    try writer.close()
    try reader.close()
    let line: [String: Any] = ["told": told, "found": found]
    print(String(decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self))
  }

  /// Seconds from the beginning of each write until it was read, at any moment between two looks.
  private func delays(
    _ count: Int, pause: Int, in reader: Database, _ write: (String) async throws -> Void
  ) async throws -> [Double] {
    var changes = reader.changes().makeAsyncIterator()
    // The one at once; and until the connection that is notified is made.
    _ = await changes.next()
    try await Task.sleep(for: .seconds(1))
    var cursor = try await reader.read { try $0.newestEventId() }
    var delays: [Double] = []
    let clock = ContinuousClock()
    for _ in 0..<count {
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...pause)))
      let (subject, start) = (UUID().uuidString, clock.now)
      try await write(subject)
      var isRead = false
      while !isRead {
        _ = await changes.next()
        let events = try await reader.events(after: cursor, limit: 1_000)
        cursor = events.last?.id ?? cursor
        isRead = events.contains { $0.subject == subject }
      }
      delays.append((clock.now - start) / .seconds(1))
    }
    return delays
  }
}
