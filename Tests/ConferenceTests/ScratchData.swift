import Foundation
import ScratchDatabase
import Synchronization
import Testing

@testable import Conference

/// Runs each test of a suite once on every database server that is installed, in data folders from `ScratchData`.
struct BothDatabases: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    for backend in Backend.installed {
      try await Self.gates[backend]!.through {
        try await ScratchData.$current.withValue(ScratchData(backend)) { try await function() }
      }
    }
  }

  private static let gates: [Backend: Gate] = [.sqlite: Gate(places: 8), .postgres: Gate(places: 8)]
}

extension Trait where Self == BothDatabases {
  static var bothDatabases: BothDatabases { BothDatabases() }
}

/// A test with a database is in a suite that is not `.bothDatabases`.
struct TraitMissing: Error {}

/// The databases that one test makes, which go when it is over.
final class ScratchData: Sendable {
  @TaskLocal static var current: ScratchData?

  private let backend: Backend
  private let places = Mutex<[String: ScratchPlace]>([:])

  init(_ backend: Backend) { self.backend = backend }

  /// The data folder at the path, with its database where the test is to have it: the same path gives the same one.
  ///
  /// - Parameter hasTables: whether a server's database may have its tables already, as it then comes sooner.
  static func folder(at path: String, withTables hasTables: Bool = true) throws -> DataFolder {
    // Else it would run on one of them only, and nobody would know.
    guard let current else { throw TraitMissing() }
    guard current.backend == .postgres else { return DataFolder(path: path) }
    let place = try current.places.withLock { places in
      let place = try places[path] ?? ScratchPlace(.postgres, withTables: hasTables)
      places[path] = place
      return place
    }
    return DataFolder(path: path, postgres: place.address)
  }
}
