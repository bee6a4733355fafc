import Logging

extension Logger {
  /// Warns of what went wrong, unless it is only that the server was told to stop.
  func warning(_ message: Logger.Message, of error: any Error) {
    if error is CancellationError, Task.isCancelled { return }
    warning(message, metadata: ["error": "\(error)"])
  }
}
