import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

extension APIProgramTests {
  /// Writes something for every file that entries name, since what is nowhere is left out of what is imported.
  private static func writeMedia(of story: StorySite) async throws {
    let draft = try #require(try await ProgramStore(story.site.database).draft())
    for path in FolderExport(draft).media.compactMap({ MediaName.path(of: $0) }) {
      let file = URL(fileURLWithPath: "\(story.data.mediaPath)/\(path)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if !FileManager.default.fileExists(atPath: file.path) { try Data("?".utf8).write(to: file) }
    }
  }

  @Test("what is exported imports as the same program; a change of it is shown before it is made")
  func files() async throws {
    try await StorySite.run(papers: 8) { client, story in
      try await Self.writeMedia(of: story)
      let program = try await story.program(client)
      let export = try await program.get("/program/export")
      #expect(export.status == 200 && export.headers[.contentType] == "application/zip")
      let archive = try ZipArchive(export.bytes)
      #expect(archive.files["papers.csv"] != nil && archive.files["conference.yml"] != nil)
      // The story is stored as it was made, and is now as files say it.
      #expect(
        try await program.send(.post, "/program/imports", type: "application/zip", bytes: export.bytes).status == 200)
      let same = try await program.send(
        .post, "/program/imports?dry-run=true", type: "application/zip", bytes: export.bytes)
      #expect(same.status == 200 && same["isDry"] == true, "\(same.json)")
      for (kind, names) in same["changes"]?.fields ?? [:] {
        #expect(names["added"] == [] && names["changed"] == [] && names["removed"] == [], "\(kind): \(names)")
      }
      let title = try #require(story.site.edition.program.paper(Story.heroinePaper)?.title)
      let papers = String(decoding: try #require(archive.files["papers.csv"]), as: UTF8.self)
      var texts = archive.files.mapValues { String(decoding: $0, as: UTF8.self) }
      texts["papers.csv"] = papers.replacing(title, with: "A new title")
      let changed = ZipWriter.archive(texts)
      let dry = try await program.send(.post, "/program/imports?dry-run=true", type: "application/zip", bytes: changed)
      #expect(dry["changes"]?["paper"]?["changed"] == [.text(Story.heroinePaper)], "\(dry.json)")
      #expect(story.site.edition.program.paper(Story.heroinePaper)?.title == title)
      let real = try await program.send(.post, "/program/imports", type: "application/zip", bytes: changed)
      #expect(real.status == 200)
      #expect(story.site.edition.program.paper(Story.heroinePaper)?.title == "A new title")
      let broken = ZipWriter.archive(["papers.csv": "id,title\na,One\na,Two\n"])
      let refused = try await program.send(.post, "/program/imports", type: "application/zip", bytes: broken)
      #expect(refused.status == 409 && refused["problems"]?.items?.isEmpty == false)
      for bytes in [Array("no archive".utf8), []] {
        let reply = try await program.send(.post, "/program/imports", type: "application/zip", bytes: bytes)
        #expect(reply.status == 409)
      }
      // As programs send files of whose type they know nothing.
      let untyped = try await program.send(
        .post, "/program/imports?dry-run=true", type: "application/octet-stream", bytes: changed)
      #expect(untyped.status == 200 && untyped["isDry"] == true)
      #expect(try await program.send(.post, "/program/imports", type: "text/plain", bytes: broken).status == 415)
    }
  }
}
