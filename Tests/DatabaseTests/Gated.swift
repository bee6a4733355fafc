import ScratchDatabase
import Testing

/// Lets few tests of the suites that have it run at once: each of them keeps a server busy, and waits for it only so long.
struct Gated: SuiteTrait, TestTrait, TestScoping {
  private static let gate = Gate(places: 3)
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await Self.gate.through(function)
  }
}

extension Trait where Self == Gated {
  static var gated: Gated { Gated() }
}
