import CPostgres

/// Ends what a connection is running, from any thread, by asking the server through a connection of its own.
final class PostgresCanceler: Sendable {
  private nonisolated(unsafe) let request: OpaquePointer

  init(_ request: OpaquePointer) { self.request = request }

  deinit { PQfreeCancel(request) }

  /// Waits for the server to take the request, but not for its effect.
  func cancel() {
    var message: [CChar] = Array(repeating: 0, count: 256)
    PQcancel(request, &message, Int32(message.count))
  }
}
