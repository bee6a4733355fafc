import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct AuthorPageTests {
  private func run(
    _ body: @escaping @Sendable (TestClient, StorySite, SignedInVisitor) async throws -> Void
  )
    async throws
  {
    try await StorySite.run(change: { draft in
      let index = draft.papers.firstIndex { $0.id == Story.heroinePaper } ?? 0
      draft.papers[index].authors[0].email = "heroine@example.org"
    }) { client, site in
      try await body(client, site, try await site.insider("heroine@example.org", name: "Adaeze Okonkwo"))
    }
  }

  @Test("an author finds the own paper in the account, and what is written there is on its page")
  func write() async throws {
    try await run { client, _, author in
      let account = try await author.text("/account", client)
      #expect(account.contains("href=\"/papers/\(Story.heroinePaper)/mine\""))
      let form = ["tldr": "All of it in <one> sentence", "code": "https://example.org/code"]
      let answer = try await author.send("/papers/\(Story.heroinePaper)/mine", form, client)
      #expect(answer.status == .seeOther)
      let page = try await client.text("/papers/\(Story.heroinePaper)")
      #expect(page.contains("All of it in &lt;one&gt; sentence"))
      #expect(page.contains("https://example.org/code"))
    }
  }

  @Test("a file of an author's is downloaded from a path that runs nothing")
  func files() async throws {
    try await run { client, site, author in
      let address = "/papers/\(Story.heroinePaper)/mine/slides"
      let answer = try await author.upload(
        address, field: "slides", name: "../../talk.html", Self.pdf, client)
      #expect(answer.status == .seeOther)
      let slides = try #require(site.site.edition.program.paper(Story.heroinePaper)?.slides)
      let file = try await client.get("/" + slides)
      #expect(file.headers[.contentType] == "application/pdf")
      #expect(file.headers[.contentDisposition] == "attachment")
      #expect(file.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
      #expect(file.headers[.xContentTypeOptions] == "nosniff")
    }
  }

  @Test("a file that its author took away or replaced is at no address any more, for nobody, until that is undone")
  func takenAway() async throws {
    try await run { client, site, author in
      let address = "/papers/\(Story.heroinePaper)/mine/slides"
      let chair = try await site.insider("chair@example.org", name: "Chair", role: .chair)
      func send() async throws -> String {
        let answer = try await author.upload(address, field: "slides", name: "talk.pdf", Self.pdf, client)
        #expect(answer.status == .seeOther)
        return "/" + (try #require(site.site.edition.program.paper(Story.heroinePaper)?.slides))
      }
      let (first, second) = (try await send(), try await send())
      #expect(try await client.get(first).status == .notFound)
      #expect(try await client.get(second).status == .ok)
      #expect(try await author.send(address + "/removal", [:], client).status == .seeOther)
      #expect(try await client.get(second).status == .notFound)
      for visitor in [author, chair] { #expect(try await visitor.get(second, client).status == .notFound) }
      let editor = ProgramEditor(site.site.database, clock: site.site.clock)
      let removal = try #require(try await editor.changes(for: nil).first)
      try await editor.undo(removal.id, by: nil)
      try await site.site.refresh()
      #expect(try await client.get(second).status == .ok)
    }
  }

  /// One empty page.
  private static let pdf = Array(
    """
    %PDF-1.4
    1 0 obj
    << /Type /Catalog /Pages 2 0 R >>
    endobj
    2 0 obj
    << /Type /Pages /Kids [3 0 R] /Count 1 >>
    endobj
    3 0 obj
    << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>
    endobj
    trailer
    << /Size 4 /Root 1 0 R >>
    %%EOF
    """.utf8)

  @Test("a recording goes to the disk as it comes, and only from who may send it")
  func video() async throws {
    try await run { client, site, author in
      let video = try Self.recording()
      let address = "/papers/\(Story.heroinePaper)/mine/video"
      let eve = try await site.insider("eve@example.org", name: "Eve")
      let refused = try await eve.upload(address, field: "video", name: "talk.mp4", video, client).status
      #expect(refused == .forbidden)
      let forged = try await SignedInVisitor(account: author.account, secret: author.secret, token: "x")
        .upload(address, field: "video", name: "talk.mp4", video, client).status
      #expect(forged == .forbidden)
      let lie = try await author.upload(address, field: "video", name: "talk.mp4", Array("<script>".utf8), client)
        .status
      #expect(lie == .badRequest)
      let sent = try await author.upload(address, field: "video", name: "../talk.mp4", video, client).status
      #expect(sent == .seeOther)
      let reference = try #require(site.site.edition.program.paper(Story.heroinePaper)?.video)
      let file = try await client.get("/" + reference, [.range: "bytes=0-99"])
      #expect(file.status == .partialContent)
      #expect(file.headers[.contentType] == "video/mp4")
      let left = try FileManager.default.contentsOfDirectory(atPath: site.data.mediaPath + "/uploads")
      #expect(left.map { "media/uploads/\($0)" } == [reference])
    }
  }

  private static func recording() throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString).mp4").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ffmpeg")
    process.arguments = [
      "-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=s=640x480:d=4", "-pix_fmt", "yuv420p", path,
    ]
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test("of 200 papers of others, no author's part opens and none can be written")
  func others() async throws {
    try await StorySite.run(papers: 100) { client, site in
      let eve = try await site.insider("eve@example.org", name: "Eve")
      let version = site.site.edition.program.version
      var (tried, letIn) = (0, 0)
      for paper in site.site.edition.program.papers.prefix(100) {
        tried += 2
        if try await eve.get("/papers/\(paper.id)/mine", client).status == .ok { letIn += 1 }
        if try await eve.send("/papers/\(paper.id)/mine", ["tldr": "Mine"], client).status != .forbidden { letIn += 1 }
      }
      #expect((tried, letIn) == (200, 0))
      let after = try await ProgramStore(site.site.database).version()
      #expect(after == version)
    }
  }

  @Test("beside a claim stands what the list calls who has the author's name by now")
  func renamedClaim() async throws {
    try await StorySite.run { client, site in
      let paper = try #require(site.site.edition.program.paper(Story.heroinePaper))
      let chair = try await site.insider("chair@example.org", name: "Chair", role: .chair)
      let list = PeopleList(file: "people.csv", bytes: Array("email,name\nmal@example.org,Mal Ory\n".utf8))
      _ = try await PeopleImport(site.site.database, clock: site.site.clock).run(list, by: nil)
      let claimant = try await site.insider("mal@example.org", name: "Mal Ory")
      _ = try await claimant.send("/account/profile", ["name": paper.authors[0].name], client)
      _ = try await claimant.send("/papers/\(paper.id)/claim", [:], client)
      let page = try await chair.text("/organize/claims", client)
      #expect(page.contains("mal@example.org") && page.contains("(on the list as <bdi>Mal Ory</bdi>)"))
    }
  }

  @Test("a claim by name waits for a chair, who sees it and says yes")
  func claim() async throws {
    try await StorySite.run { client, site in
      let paper = try #require(site.site.edition.program.paper(Story.heroinePaper))
      let author = try await site.insider("other@example.org", name: paper.authors[0].name)
      let chair = try await site.insider("chair@example.org", name: "Chair", role: .chair)
      _ = try await author.send("/papers/\(paper.id)/claim", [:], client)
      let waits = try await author.get("/papers/\(paper.id)/mine", client).status
      #expect(waits == .forbidden)
      let list = try await chair.text("/organize/claims", client)
      #expect(list.contains("other@example.org"))
      let overview = try await chair.text("/organize", client)
      #expect(overview.contains("1 claim of a paper waits"))
      let fields = ["account": author.account.id, "paper": paper.id, "word": "yes"]
      let ownWord = try await author.send("/organize/claims", fields, client).status
      #expect(ownWord == .forbidden)
      let word = try await chair.send("/organize/claims", fields, client).status
      #expect(word == .seeOther)
      let open = try await author.get("/papers/\(paper.id)/mine", client).status
      #expect(open == .ok)
      let page = try await chair.text("/people/\(author.account.id)", client)
      #expect(page.contains("/papers/\(paper.id)\""))
      let decided = try await chair.text("/organize/claims", client)
      #expect(decided.contains("Decided last") && decided.contains("It is theirs, as was said"))
      // Somebody whose page is older than that decides nothing.
      let late = fields.merging(["word": "no", "seen": "waiting"]) { $1 }
      let tooLate = try await chair.send("/organize/claims", late, client).status
      #expect(tooLate == .conflict)
      _ = try await chair.send("/organize/claims", fields.merging(["word": "no", "seen": "granted"]) { $1 }, client)
      let taken = try await author.get("/papers/\(paper.id)/mine", client).status
      #expect(taken == .forbidden)
    }
  }
}
