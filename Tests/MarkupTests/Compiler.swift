import Foundation

/// The Swift compiler, and a module made of the files that `HTML` consists of, for snippets to import.
enum Compiler {
  struct Result {
    var succeeded: Bool
    var output: String
  }

  /// Where `swiftc` is, if it is on PATH.
  static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/swiftc" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Checks the types of a snippet that imports the module; nothing is built or run.
  static func check(_ snippet: String) throws -> Result {
    let folder = try module.get()
    let work = folder.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    let file = work.appending(path: "snippet.swift")
    try snippet.write(to: file, atomically: true, encoding: .utf8)
    return try run(["-typecheck", "-swift-version", "6", "-I", folder.path, file.path])
  }

  private static let module = Swift.Result { () throws -> URL in
    let folder = FileManager.default.temporaryDirectory.appending(path: "markup-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let files = ["HTML", "HTMLInterpolation", "Escaping", "Addresses"].map {
      tests.appending(path: "../../Sources/Markup/\($0).swift").standardized.path
    }
    let output = ["-emit-module", "-module-name", "Markup", "-o", folder.appending(path: "Markup.swiftmodule").path]
    let result = try run(["-parse-as-library", "-swift-version", "6"] + output + files)
    guard result.succeeded else { throw Failure(output: result.output) }
    return folder
  }

  private struct Failure: Error {
    var output: String
  }

  private static func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/nowhere/swiftc")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(succeeded: process.terminationStatus == 0, output: String(decoding: output, as: UTF8.self))
  }
}
