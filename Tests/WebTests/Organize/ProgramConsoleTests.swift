import Conference
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite struct ProgramConsoleTests {
  static func fields(_ page: String) throws -> [(String, String)] {
    try FormFields.of(page, action: "/organize/program/entry")
  }

  func with(_ fields: [(String, String)], _ name: String, _ value: String) -> [(String, String)] {
    fields.filter { $0.0 != name } + [(name, value)]
  }

  func edit(
    _ path: String, _ name: String, _ value: String, _ insider: Insider, and more: [(String, String)] = []
  ) async throws -> TestResponse {
    let fields = try Self.fields(try await insider.text(path))
    return try await insider.post("/organize/program/entry", with(fields, name, value) + more)
  }

  @Test("visitors are asked to sign in and participants are refused, whatever they try")
  func rights() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.participant(story, client)
      let paper = story.site.edition.program.papers[0].id
      for path in [
        "organize/program", "organize/program/entry?of=paper&id=\(paper)", "organize/program/changes",
        "organize/import",
      ] {
        #expect(try await client.get("/\(path)").status == .unauthorized)
        #expect(try await insider.get("/\(path)").status == .forbidden)
      }
      for path in ["entry", "removal", "move", "changes/1/undo"] {
        #expect(try await insider.post("/organize/program/\(path)").status == .forbidden)
      }
      #expect(try await insider.upload("/organize/import", file: "x").status == .forbidden)
      let empty = try await client.execute(uri: "/organize/program/entry", method: .post)
      #expect([.unauthorized, .forbidden].contains(empty.status))
    }
  }

  @Test("a form sent back as it came changes nothing, for entries of every kind")
  func unchanged() async throws {
    try await StorySite.run(papers: 20) { client, story in
      let insider = try await Insider.organizer(story, client)
      try await story.site.refresh()
      let before = story.site.edition.program
      let links =
        before.papers.prefix(4).map { ProgramLink.entry(.paper, $0.id) }
        + before.sessions.map { ProgramLink.entry(.session, $0.id) }
        + before.events.map { ProgramLink.entry(.event, $0.id) }
        + before.sponsors.map { ProgramLink.entry(.sponsor, $0.id) }
        + before.answers.map { ProgramLink.entry(.answer, $0.id) }
        + before.members.map { ProgramLink.entry(.member, $0.id) }
        + before.themes.map { ProgramLink.entry(.theme, $0.id) }
        + [ProgramLink.entry(.conference, before.conference?.id ?? "")]
      for link in links {
        let fields = try Self.fields(try await insider.text(link))
        let answer = try await insider.post("/organize/program/entry", fields)
        #expect(answer.status == .seeOther, "\(link)")
      }
      let after = story.site.edition.program
      #expect(after.draft == before.draft && after.version == before.version)
    }
  }

  @Test("an edited paper is seen by everybody at once, and undone by its button")
  func editAndUndo() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let paper = story.site.edition.program.papers[0]
      let link = ProgramLink.entry(.paper, paper.id)
      let answer = try await edit(link, "title", "Zebras & <looms>", insider)
      #expect(answer.status == .seeOther && answer.headers[.location] == link + "&done=saved")
      #expect(try await client.text("/papers/\(paper.id)").contains("Zebras &amp; &lt;looms&gt;"))
      let page = try await insider.text("/organize/program")
      #expect(page.contains("changed the paper “Zebras &amp; &lt;looms&gt;”: title"))
      #expect(try await insider.post("/organize/program/changes/1/undo").status == .seeOther)
      #expect(story.site.edition.program.papers[0] == paper)
      #expect(try await insider.post("/organize/program/changes/1/undo").status == .conflict)
    }
  }

  @Test("of two who edit the same paper, the second sees both versions and has lost nothing")
  func conflict() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let paper = story.site.edition.program.papers[0]
      let link = ProgramLink.entry(.paper, paper.id)
      let fields = try Self.fields(try await insider.text(link))
      _ = try await edit(link, "title", "The first one's title", insider)
      let answer = try await insider.post("/organize/program/entry", with(fields, "title", "The second one's title"))
      let page = String(buffer: answer.body)
      #expect(answer.status == .conflict)
      #expect(page.contains("role=\"alert\" dir=\"auto\">Nothing was saved. The paper \(paper.id) was changed"))
      #expect(page.contains("Save again to store yours.</p>"))
      #expect(page.contains("The second one&#39;s title") && page.contains("The first one&#39;s title"))
      #expect(story.site.edition.program.papers[0].title == "The first one's title")
      let again = try await insider.post("/organize/program/entry", try Self.fields(page))
      #expect(again.status == .seeOther)
      #expect(story.site.edition.program.papers[0].title == "The second one's title")
    }
  }

  @Test("a new entry under an id that is taken is refused, with what was typed")
  func taken() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let paper = story.site.edition.program.papers[0]
      let fields = [("of", "paper"), ("id", paper.id), ("title", "Another paper")]
      let answer = try await insider.post("/organize/program/entry", fields)
      let page = String(buffer: answer.body)
      #expect(answer.status == .conflict && page.contains("Another paper") && !page.contains("Stored now"))
      #expect(page.contains("There is a paper \(paper.id) already"))
      #expect(story.site.edition.program.papers[0] == paper)
      let added = try await insider.post("/organize/program/entry", with(fields, "id", "another"))
      #expect(added.status == .seeOther && story.site.edition.program.papers.last?.title == "Another paper")
    }
  }

  @Test("what is wrong is said beside its field, and what was typed is kept")
  func problems() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let session = story.site.edition.program.sessions[0]
      let answer = try await edit(
        ProgramLink.entry(.session, session.id), "end", "2026-04-01T10:00", insider)
      let page = String(buffer: answer.body)
      #expect(answer.status == .badRequest)
      #expect(page.contains("it is not after the start") && page.contains("value=\"2026-04-01T10:00\""))
      #expect(page.contains("aria-invalid"))
      #expect(story.site.edition.program.sessions[0] == session)
    }
  }

  @Test("a description in Markdown is shown as it will be, without anything that runs")
  func preview() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let event = story.site.edition.program.events[0]
      let answer = try await edit(
        ProgramLink.entry(.event, event.id), "description", "**Bold** <script>alert(1)</script>", insider,
        and: [("step", "preview")])
      let page = String(buffer: answer.body)
      #expect(page.contains("<strong>Bold</strong>") && !page.contains("<script>alert"))
      #expect(story.site.edition.program.events[0] == event)
    }
  }

  @Test("a paper is moved from its session to another, and removed, by the buttons of its page")
  func moveAndRemove() async throws {
    try await StorySite.run(papers: 20) { client, story in
      let insider = try await Insider.organizer(story, client)
      let program = story.site.edition.program
      let from = try #require(program.sessions.first { !$0.slots.isEmpty })
      let to = try #require(program.sessions.first { $0.id != from.id })
      let paper = from.slots[0].paper
      let moved = try await insider.post(
        "/organize/program/move", [("paper", paper), ("from", from.id), ("to", to.id)])
      #expect(moved.status == .seeOther)
      #expect(story.site.edition.program.session(to.id)?.slots.last?.paper == paper)
      let fields = try Self.fields(try await insider.text(ProgramLink.entry(.paper, paper)))
      let removed = try await insider.post(
        "/organize/program/removal", fields.filter { ["of", "known", "revision"].contains($0.0) })
      #expect(removed.status == .seeOther && story.site.edition.program.paper(paper) == nil)
    }
  }
}
