import Foundation

/// The compiler, tried on a snippet beside the sources of `SQL`.
enum Compiler {
  static let isThere = (try? run(["swiftc", "--version"]))?.status == 0

  /// The compiler's exit status and what it says of a file `snippet.swift`.
  static func typecheck(_ snippet: String) throws -> (status: Int32, text: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("snippet.swift")
    try snippet.write(to: file, atomically: true, encoding: .utf8)

    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let sources = ["SQL.swift", "SQLValue.swift"].map { package.appendingPathComponent("Sources/Database/\($0)").path }
    return try run(["swiftc", "-typecheck", "-swift-version", "6"] + sources + [file.path])
  }

  private static func run(_ command: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
