import Logging
import Synchronization

/// Keeps what is logged.
final class LogBook: Sendable {
  private let level: Logger.Level
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }

  /// - Parameter level: how much is kept: everything, unless given.
  init(level: Logger.Level = .trace) { self.level = level }

  var logger: Logger {
    var logger = Logger(label: "test") { _ in Handler(book: self) }
    logger.logLevel = level
    return logger
  }

  private struct Handler: LogHandler {
    let book: LogBook
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let fields = metadata.merging(event.metadata ?? [:]) { $1 }
      book.lines.withLock { $0.append("\(event.message) \(fields)") }
    }
  }
}
