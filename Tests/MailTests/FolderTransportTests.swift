import Foundation
import Testing

@testable import Mail

@Suite struct FolderTransportTests {
  private func run(_ body: (FolderTransport) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(FolderTransport(path: path))
  }

  private func files(_ folder: FolderTransport) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("a mail is forgotten by its name, and files that were not written here stay")
  func named() async throws {
    try await run { folder in
      _ = await folder.send(try Samples.message())
      try Data().write(to: URL(fileURLWithPath: folder.path + "/notes-0171c0ffee-1.eml"))
      folder.forget(["0171c0ffee-2"])
      #expect(try files(folder).count == 2)
      folder.forget(["0171c0ffee-1"])
      #expect(try files(folder) == ["notes-0171c0ffee-1.eml"])
    }
  }

  @Test("mails from before an instant are forgotten")
  func old() async throws {
    try await run { folder in
      _ = await folder.send(try Samples.message())
      folder.forget(before: Samples.noon)
      #expect(try files(folder) == ["20200428T135500Z-0171c0ffee-1.eml"])
      folder.forget(before: Samples.noon.addingTimeInterval(1))
      #expect(try files(folder) == [])
    }
  }

  @Test("where there is no folder, nothing is to be forgotten")
  func missing() {
    FolderTransport(path: "/nowhere/mail").forget(["0171c0ffee-1"])
  }
}
