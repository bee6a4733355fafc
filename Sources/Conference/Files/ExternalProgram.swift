import Foundation

/// A program of the system that is given a file to work on, and only so much time.
struct ExternalProgram: Sendable {
  let name: String

  struct Outcome: Sendable {
    let isSuccess: Bool
    /// At most what a pipe holds, 64 kB: what says more blocks until its time is over.
    let output: String
  }

  /// Runs the program without a terminal; it is killed when its time is over, and that counts as a failure.
  func run(_ arguments: [String], seconds: Int) async throws -> Outcome {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(name)")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    let end = Task {
      try await Task.sleep(for: .seconds(seconds))
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    defer { end.cancel() }
    let isSuccess = try await finish(process)
    return Outcome(
      isSuccess: isSuccess, output: String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self))
  }

  private func finish(_ process: Process) async throws -> Bool {
    try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = {
        continuation.resume(returning: $0.terminationReason == .exit && $0.terminationStatus == 0)
      }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: ConferenceError.unavailable("the server lacks the program \(name)"))
      }
    }
  }
}
