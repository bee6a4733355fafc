import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct LogoTests {
  @Test("a logo is kept where the conference names it from then on; of a refused one nothing stays")
  func kept() async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = try ScratchData.folder(at: path)
    let database = try data.open()
    let editor = ProgramEditor(database, clock: .system)
    let picture = try PictureSamples.picture("png")
    func files() -> [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: "\(data.mediaPath)/\(LogoPicture.folder)")) ?? []
    }
    // There is no conference to be shown by it.
    await #expect(throws: ConferenceError.self) { try await editor.takeLogo(picture, by: nil, in: data) }
    #expect(files() == [])
    let store = ProgramStore(database)
    try await store.apply(Draft(conference: ConferenceInfo(id: "c", name: "Conference")), now: Clock.system.now())
    try await editor.takeLogo(picture, by: nil, in: data)
    let draft = try #require(try await store.draft())
    let logo = try #require(draft.conference.logo)
    #expect(files().map { MediaName.reference(to: "\(LogoPicture.folder)/\($0)") } == [logo])
    try database.close()
  }

  @Test("of a booth's logo that is refused nothing stays")
  func booth() async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = DataFolder(path: path)
    let picture = try PictureSamples.picture("png")
    let refusal = ConferenceError.conflict("somebody else was first")
    await #expect(throws: refusal) { try await LogoPicture.take(picture, in: data) { _ in throw refusal } }
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(path)/media/\(LogoPicture.folder)") == [])
  }
}
