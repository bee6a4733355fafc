import Foundation

@testable import Conference

/// The mail server of the tests, Tests/Mail/sink.py, as a process of its own.
final class MailSink {
  static let isInstalled = Python.has("aiosmtpd")

  let folder: URL
  private(set) var port: Int
  private var process: Process?

  /// Chooses a port on which nobody listens yet.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hatata-sink-\(UUID().uuidString)")
    port = 0
    try start()
    stop()
  }

  deinit {
    stop()
    // What is left goes with the system's temporary folder.
    try? FileManager.default.removeItem(at: folder)
  }

  func start() throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Mail/sink.py")
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.standardizedFileURL.path, folder.path, "--port", "\(self.port)"]
    process.standardOutput = output
    try process.run()
    self.process = process
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = line.split(whereSeparator: \.isWhitespace).last.flatMap({ Int($0) }) else {
      throw ConferenceError.unavailable("the mail server did not start, but said “\(line)”")
    }
    self.port = port
  }

  func stop() {
    // What is started from a thread of a test does not hear a gentler signal.
    if let process { kill(process.processIdentifier, SIGKILL) }
    process?.waitUntilExit()
    process = nil
  }

  /// Who got the mails that were taken, in the order in which they were.
  var recipients: [String] { values("to") }
  var contents: [String] { values("content") }

  /// By how many connections they came.
  var connections: Int { Set(values("connection", as: Int.self)).count }

  private func values<Value>(_ name: String, as type: Value.Type = String.self) -> [Value] {
    let text = (try? String(contentsOf: folder.appending(path: "taken.jsonl"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap {
      let fields = try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      return fields?[name] as? Value
    }
  }
}
