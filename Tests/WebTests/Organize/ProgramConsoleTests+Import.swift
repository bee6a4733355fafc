import Conference
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

/// Folders that are uploaded.
extension ProgramConsoleTests {
  @Test("an uploaded folder is looked at, applied as it was looked at, and undone as one change")
  func imported() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let before = try #require(story.site.edition.program.draft)
      var draft = before
      draft.papers[0].title = "A title from the folder"
      let archive = ZipWriter.archive(FolderExport(draft).files)
      let answer = try await upload(archive, insider)
      let page = String(buffer: answer.body)
      #expect(page.contains("A title from the folder") && page.contains(before.papers[0].id))
      #expect(story.site.edition.program.papers[0] == before.papers[0])
      let fields = try ["upload", "version"].map { name in
        let value = page.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]*)\""))
        return (name, String(try #require(value?.output[1].substring)))
      }
      let stale = String(
        buffer: try await insider.post("/organize/import/application", [fields[0], ("version", "0")]).body)
      #expect(stale.contains("The program was changed since you looked"))
      #expect(try await insider.post("/organize/import/application", fields).status == .seeOther)
      #expect(story.site.edition.program.papers[0].title == "A title from the folder")
      #expect(try await insider.post("/organize/program/changes/1/undo").status == .seeOther)
      #expect(story.site.edition.program.papers[0] == before.papers[0])
    }
  }

  @Test("an archive with errors cannot be applied, and each is told by file, line and column")
  func wrong() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let page = String(buffer: try await upload(ZipWriter.archive(["papers.csv": "id,title\np1,\n"]), insider).body)
      #expect(page.contains("papers.csv:2") && !page.contains("Import what is shown above"))
      #expect(try await upload(Array("no archive".utf8), insider).status == .badRequest)
    }
  }

  @Test("another conference is refused with which one it is, and what can be done")
  func another() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let files = [
        "conference.yml": "id: small\nname: SmallConf\n", "papers.csv": "id,title\nz1,Quite another paper\n",
      ]
      let page = String(buffer: try await upload(ZipWriter.archive(files), insider).body)
      #expect(page.contains("conf.zip is another conference: “SmallConf” (small)"))
      #expect(page.contains("hatata import --replace") && !page.contains("because of the errors above"))
      #expect(!page.contains(story.site.data.path))
    }
  }

  private func upload(_ archive: [UInt8], _ insider: Insider) async throws -> TestResponse {
    let boundary = "----story"
    let head =
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(insider.token)\r\n"
      + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"conf.zip\"\r\n\r\n"
    let body = Array(head.utf8) + archive + Array("\r\n--\(boundary)--\r\n".utf8)
    return try await insider.client.execute(
      uri: "/organize/import", method: .post,
      headers: [
        .cookie: "__Host-device=\(insider.device.text)", .contentType: "multipart/form-data; boundary=\(boundary)",
      ],
      body: ByteBuffer(bytes: body))
  }
}
