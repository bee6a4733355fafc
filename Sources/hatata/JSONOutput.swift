import ArgumentParser
import Foundation

/// What a command prints for programs.
enum JSONOutput {
  static func write(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// What comes of something; who asked for JSON is told in JSON, too, why a file or the data folder cannot be opened.
  static func outcome<Outcome>(isWanted: Bool, of body: () async throws -> Outcome) async throws -> Outcome {
    do {
      return try await body()
    } catch {
      guard isWanted else { throw error }
      try write(["error": "\(error)"])
      throw ExitCode(1)
    }
  }
}
