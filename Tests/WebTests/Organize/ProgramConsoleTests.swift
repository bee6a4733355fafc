import Conference
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite struct ProgramConsoleTests {
  private static func fields(_ page: String) throws -> [(String, String)] {
    try FormFields.of(page, action: "/organize/program/entry")
  }

  private func with(_ fields: [(String, String)], _ name: String, _ value: String) -> [(String, String)] {
    fields.filter { $0.0 != name } + [(name, value)]
  }

  private func edit(
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
      #expect(page.contains("there is a paper \(paper.id) already"))
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

  @Test("a cancelled session is cancelled in calendars, and who saved it is told by mail when that is ticked")
  func cancelled() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let session = story.site.edition.program.sessions[0]
      _ = try await story.site.database.execute(
        "INSERT INTO saved (account, kind, subject, saved_at) VALUES (\(insider.account.id), 'session', \(session.id), 1)"
      )
      let answer = try await edit(
        ProgramLink.entry(.session, session.id), "isCancelled", "yes", insider, and: [("tell", "yes")])
      #expect(answer.status == .seeOther)
      #expect(try await client.text("/sessions/\(session.id).ics").contains("STATUS:CANCELLED"))
      let mails = try await story.site.database.query("SELECT subject FROM outbox WHERE purpose = 'notice'")
      let subjects: [String] = try mails.map { try $0.value(0) }
      #expect(subjects == ["Cancelled: \(session.title)"])
    }
  }

  @Test("forms say how many saved what they change or take away, and tell them by mail unless that is unticked")
  func told() async throws {
    try await StorySite.run(papers: 20) { client, story in
      let insider = try await Insider.organizer(story, client)
      let session = try #require(story.site.edition.program.sessions.first { $0.slots.count > 1 })
      let link = ProgramLink.entry(.session, session.id)
      #expect(try await insider.text(link).contains("Nobody saved it."))
      let items = [SavedItem(.session, session.id), SavedItem(.paper, session.slots[0].paper)].compactMap(\.self)
      try await Saved(story.site.database, clock: story.site.clock).change(save: items, of: insider.account.id)
      let page = try await insider.text(link)
      #expect(page.contains("1 person saved it, or a paper in it.") && page.contains("Mail the 1 person who saved it"))
      #expect(page.contains("\(session.slots.count) papers lose their places in it."))
      let fields = try Self.fields(page)
      #expect(fields.contains { $0 == ("tell", "yes") } && !fields.contains { $0.0 == "tell-all" })
      let later = story.site.edition.program.zone.wall(at: session.end.adding(minutes: 5))
      let moved = try await insider.post("/organize/program/entry", with(fields, "end", later.field))
      #expect(moved.headers[.location] == link + "&done=saved&told=1")
      #expect(
        try await insider.text(link + "&done=saved&told=1").contains("1 mail to those who saved it is on the way."))
      let quiet = try Self.fields(try await insider.text(link)).filter { $0.0 != "tell" }
      let cancelled = try await insider.post("/organize/program/entry", with(quiet, "isCancelled", "yes"))
      #expect(cancelled.headers[.location] == link + "&done=saved")
      let paper = ProgramLink.entry(.paper, session.slots[0].paper)
      let removal = try FormFields.of(try await insider.text(paper), action: "/organize/program/removal")
      #expect(removal.contains { $0 == ("tell", "yes") })
      let removed = try await insider.post("/organize/program/removal", removal)
      #expect(removed.headers[.location] == "/organize/program?done=removed&told=1")
      let mails = try await story.site.database.query("SELECT subject FROM outbox WHERE purpose = 'notice' ORDER BY id")
      let words: [String] = try mails.map { String(try $0.value(0, as: String.self).prefix { $0 != ":" }) }
      #expect(words.sorted() == ["Moved", "Taken out"])
    }
  }

  @Test("times are read in the zone that the form says, and clashes are shown before and after saving")
  func zoneAndClashes() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let program = story.site.edition.program
      let event = try #require(program.events.first { !program.sessions(of: $0).isEmpty && !$0.people.isEmpty })
      let other = program.sessions(of: event)[0]
      var copy = event
      copy.name = "again"
      let again = copy
      let editor = ProgramEditor(story.site.database, clock: story.site.clock)
      try await editor.edit(by: nil) { try $0.put(again, seen: .nothing) }
      try await story.site.refresh()
      let start = try #require(Zones.named("Asia/Tokyo")).wall(at: other.start)
      let end = try #require(Zones.named("Asia/Tokyo")).wall(at: other.end)
      let fields = [
        ("of", "session"), ("id", "twice"), ("title", "Twice"), ("kind", "keynote"), ("start", start.field),
        ("end", end.field),
        ("zone", "Asia/Tokyo"), ("event", again.id),
      ]
      let preview = String(
        buffer: try await insider.post("/organize/program/entry", fields + [("step", "preview")]).body)
      #expect(preview.contains("Not saved yet") && preview.contains("clash"))
      #expect(story.site.edition.program.session("twice") == nil)
      #expect(try await insider.post("/organize/program/entry", fields).status == .seeOther)
      let stored = try #require(story.site.edition.program.session("twice"))
      #expect(stored.start == other.start && stored.end == other.end)
      #expect(try await insider.text(ProgramLink.entry(.session, "twice")).contains("clash"))
      #expect(try await insider.text("/organize/program/clashes").contains("Twice"))
    }
  }

  @Test("whom a change of a paper's authors or of an event's people needs twice is shown before and after it is saved")
  func peopleClash() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let (editor, start) = (
        ProgramEditor(story.site.database, clock: story.site.clock),
        try #require(story.site.edition.program.sessions.first).start
      )
      try await editor.edit(by: nil) { edit in
        let ada = Person(name: "Ada Loom", email: "loom@example.org")
        try edit.put(Paper(id: "one", title: "One", authors: [ada]), seen: .nothing)
        try edit.put(Paper(id: "two", title: "Two", authors: []), seen: .nothing)
        try edit.put(Event(kind: .social, name: "three", title: "Three"), seen: .nothing)
        for id in ["one", "two", "three"] {
          var session = Session(id: id, kind: .other, title: id, start: start, end: start.adding(minutes: 60))
          if id == "three" {
            session.event = EventReference(kind: .social, name: id)
          } else {
            session.slots = [Slot(paper: id)]
          }
          try edit.put(session, seen: .nothing)
        }
      }
      try await story.site.refresh()
      for (link, name) in [
        (ProgramLink.entry(.paper, "two"), "authors"), (ProgramLink.entry(.event, "social/three"), "people"),
      ] {
        let twice = "needed in two sessions at once"
        let before = try await insider.text(link)
        #expect(!before.contains(twice))
        let line = "Ada Loom; ; ; loom@example.org"
        let preview = String(
          buffer: try await edit(link, name, line, insider, and: [("step", "preview")]).body)
        #expect(preview.contains("Not saved yet") && preview.contains(twice) && preview.contains("Ada Loom"))
        #expect(try await edit(link, name, line, insider).status == .seeOther)
        #expect(try await insider.text(link).contains(twice))
      }
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
