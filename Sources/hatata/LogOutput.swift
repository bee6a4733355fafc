import ArgumentParser
import Conference
import Foundation
import Logging

/// Where log lines go, and how they look: for people on a terminal, for machines elsewhere.
struct LogOutput {
  private let level: Logger.Level
  private let isJSON: Bool

  init(_ settings: Settings) throws {
    let name = settings.text("log.level", default: "info")
    guard let level = Logger.Level(rawValue: name) else {
      throw ValidationError(
        "“\(name)” is no log level; use one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    self.level = level
    switch settings.text("log.format", default: isatty(STDERR_FILENO) == 1 ? "text" : "json") {
    case "text": isJSON = false
    case "json": isJSON = true
    case let other: throw ValidationError("“\(other)” is no log format; use text or json")
    }
  }

  func logger() -> Logger {
    let (level, isJSON) = (level, isJSON)
    return Logger(label: "hatata") { _ in LineHandler(logLevel: level, isJSON: isJSON) }
  }
}

/// Writes one line to standard error for each event.
struct LineHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  let isJSON: Bool

  init(logLevel: Logger.Level, isJSON: Bool) {
    self.logLevel = logLevel
    self.isJSON = isJSON
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
    let fields = all.mapValues(\.description)
    FileHandle.standardError.write(Data((isJSON ? json(event, fields) : text(event, fields)).utf8))
  }

  private func json(_ event: LogEvent, _ fields: [String: String]) -> String {
    var line = fields
    line["time"] = Clock.system.now().iso8601
    line["level"] = event.level.rawValue
    line["message"] = event.message.description
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts always have a JSON form.
    return ((try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }

  private func text(_ event: LogEvent, _ fields: [String: String]) -> String {
    let details = fields.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    let time = Clock.system.now().iso8601.dropFirst(11).prefix(8)
    return
      "\(time) \(event.level.rawValue.padding(toLength: 7, withPad: " ", startingAt: 0)) \(event.message)\(details)\n"
  }
}
