import Foundation

/// Runs small programs in Python, for what has its reference library there.
enum Python {
  struct Failure: Error {
    var status: Int32
    var text: String
  }

  static func has(_ module: String) -> Bool {
    (try? run("import \(module)", reading: "")) != nil
  }

  /// What the program prints; its first argument is a file that holds the text.
  static func run(_ program: String, reading text: String) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, file.path]
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    let problem = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(status: process.terminationStatus, text: String(decoding: problem, as: UTF8.self))
    }
    return data
  }
}
