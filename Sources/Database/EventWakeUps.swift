import Synchronization

/// Something that is heard until it is ended.
protocol EventWatch: Sendable {
  func end()
}

/// Wakes up who reads the event log: at once when this program or, by a notification, another one has added to it, and
/// in any case soon after the newest id has moved.
final class EventWakeUps: Sendable {
  private struct State {
    var readers: [Int: AsyncStream<Void>.Continuation] = [:]
    var nextReader = 0
    var watching: Watching?
  }

  private struct Watching {
    let watch: any EventWatch
    let poll: Task<Void, Never>
  }

  private let driver: any Driver
  /// How long it is at most until a change is found of which nobody told.
  let interval: Duration
  private let sleep: @Sendable (Duration) async throws -> Void
  private let state = Mutex(State())

  /// Looks by itself in these intervals, between which `sleep` waits.
  init(
    of driver: any Driver, every interval: Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    (self.driver, self.interval, self.sleep) = (driver, interval, sleep)
  }

  deinit {
    let watching = state.withLock { $0.watching }
    watching?.watch.end()
    watching?.poll.cancel()
  }

  /// An element now and whenever there may be new events; several of them may be one.
  func stream() -> AsyncStream<Void> {
    let (stream, reader) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.nextReader += 1
      state.readers[state.nextReader] = reader
      if state.watching == nil { state.watching = begin() }
      return state.nextReader
    }
    reader.onTermination = { [weak self] _ in self?.remove(number) }
    reader.yield()
    return stream
  }

  /// Wakes all readers.
  func wake() {
    for reader in state.withLock({ $0.readers.values.map { $0 } }) { reader.yield() }
  }

  /// Ends all streams.
  func end() {
    for reader in state.withLock({ $0.readers.values.map { $0 } }) { reader.finish() }
  }

  private func remove(_ number: Int) {
    let ended = state.withLock { state -> Watching? in
      state.readers[number] = nil
      guard state.readers.isEmpty else { return nil }
      defer { state.watching = nil }
      return state.watching
    }
    ended?.watch.end()
    ended?.poll.cancel()
  }

  private func begin() -> Watching {
    let poll = Task { [weak self, driver, interval, sleep] in
      var newest: Int64?
      while !Task.isCancelled {
        // While the server is away there is nothing to tell; when it is back, the id has moved or not.
        let found = try? await driver.read { try Connection(session: $0).newestEventId() }
        if let found, found != newest {
          // Also at the first look: something may have come since the readers were woken at once.
          self?.wake()
          newest = found
        }
        try? await sleep(interval)
      }
    }
    return Watching(watch: driver.watchEvents { [weak self] in self?.wake() }, poll: poll)
  }
}
