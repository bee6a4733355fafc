import Conference
import Database
import HTTPTypes
import Testing

@testable import Web

/// What is seen of a change before it is saved, and afterwards.
extension ProgramConsoleTests {
  @Test("a look before saving says what would change in the form's words, and to how many it would be told by mail")
  func difference() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let session = story.site.edition.program.sessions[0]
      let saved = try #require(SavedItem(.session, session.id))
      try await Saved(story.site.database, clock: story.site.clock).change(save: [saved], of: insider.account.id)
      let link = ProgramLink.entry(.session, session.id)
      let looked = try await edit(link, "isCancelled", "yes", insider, and: [("step", "preview")])
      let page = String(buffer: looked.body)
      #expect(looked.status == .ok && page.contains("It will be cancelled."))
      #expect(page.contains("<dt>Cancelled</dt>") && page.contains("<ins dir=\"auto\">yes</ins>"))
      #expect(page.contains("1 mail goes to who saved it, as soon as it is saved."))
      #expect(story.site.edition.program.sessions[0] == session)
      let mails = try await story.site.database.query("SELECT id FROM outbox WHERE purpose = 'notice'")
      #expect(mails.isEmpty)
      let title = try await edit(link, "title", "Looms at dawn", insider, and: [("step", "preview")])
      #expect(String(buffer: title.body).contains("Nobody gets a mail of it."))
    }
  }

  @Test("a change is told in the form's words, with times as people read them")
  func changeWords() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let session = story.site.edition.program.sessions[0]
      let link = ProgramLink.entry(.session, session.id)
      let later = session.end.adding(minutes: 5)
      let wall = story.site.edition.program.zone.wall(at: later).field
      #expect(try await edit(link, "end", wall, insider).status == .seeOther)
      #expect(try await edit(link, "isCancelled", "yes", insider).status == .seeOther)
      #expect(try await insider.text("/organize/program/changes").contains("”: cancelled"))
      let page = try await insider.text("/organize/program/changes/1")
      #expect(page.contains("<dt>End, in UTC</dt>") && page.contains("<time datetime=\"\(later.iso8601)\">"))
      #expect(!page.contains(">\(later.iso8601)<"))
    }
  }

  @Test("the page on which an entry is edited is named after it")
  func named() async throws {
    try await StorySite.run(papers: 5, change: { $0.papers[0].title = "On <looms>" }) { client, story in
      let insider = try await Insider.organizer(story, client)
      let page = try await insider.text(ProgramLink.entry(.paper, story.site.edition.program.papers[0].id))
      #expect(page.contains("<h1>Edit paper: On &lt;looms&gt;</h1>"))
      #expect(page.contains("<title>Edit paper: On &lt;looms&gt;"))
    }
  }

  @Test("who looks at a change that somebody else was faster with sees both versions before saving")
  func lateLook() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let paper = story.site.edition.program.papers[0]
      let link = ProgramLink.entry(.paper, paper.id)
      let fields = try Self.fields(try await insider.text(link))
      _ = try await edit(link, "title", "The first title", insider)
      let late = with(fields, "title", "The second title") + [("step", "preview")]
      let answer = try await insider.post("/organize/program/entry", late)
      let page = String(buffer: answer.body)
      #expect(answer.status == .conflict)
      #expect(page.contains("The first title") && page.contains("The second title"))
    }
  }

  @Test("a removal is said by its title with a button to undo it, and plans name what they lost")
  func removal() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let session = story.site.edition.program.sessions[0]
      let saved = try #require(SavedItem(.session, session.id))
      try await Saved(story.site.database, clock: story.site.clock).change(save: [saved], of: insider.account.id)
      let link = ProgramLink.entry(.session, session.id)
      let fields = try FormFields.of(try await insider.text(link), action: "/organize/program/removal")
      let quiet = fields.filter { $0.0 != "tell" }
      let removed = try await insider.post("/organize/program/removal", quiet)
      #expect(removed.headers[.location] == "/organize/program?change=1&done=removed")
      let page = try await insider.text("/organize/program?change=1&done=removed")
      let notice = try #require(found(/<div class="notice">(.*?)<\/div>/.dotMatchesNewlines(), page))
      #expect(notice.contains("Done: removed the session “") && notice.contains("/organize/program/changes/1/undo"))
      let plan = try await insider.text("/plan")
      #expect(plan.contains("</bdi>” is no longer in the program.") && !plan.contains("1 is no longer"))
      let undone = try await insider.post("/organize/program/changes/1/undo")
      #expect(undone.headers[.location] == "/organize/program?change=2&done=undo")
      let after = try await insider.text("/organize/program?change=2&done=undo")
      #expect(after.contains("Done: took back change 1"))
    }
  }

  @Test("beside the button that takes a change back is chosen that who was told of it by mail is told, too")
  func toldUndo() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let session = story.site.edition.program.sessions[0]
      let saved = try #require(SavedItem(.session, session.id))
      try await Saved(story.site.database, clock: story.site.clock).change(save: [saved], of: insider.account.id)
      _ = try await edit(ProgramLink.entry(.session, session.id), "isCancelled", "yes", insider)
      try await story.site.database.write { connection in
        _ = try connection.execute("UPDATE outbox SET state = 'sent'")
      }
      let action = "/organize/program/changes/1/undo"
      for path in ["/organize/program", "/organize/program/changes", "/organize/program/changes/1"] {
        let fields = try FormFields.of(try await insider.text(path), action: action)
        #expect(fields.map(\.0) == ["tell-all"], "\(path)")
      }
      let undone = try await insider.post(action, [("tell-all", "yes")])
      #expect(undone.headers[.location] == "/organize/program?change=2&done=undo&told=1")
      let mails = try await Outbox(story.site.database, clock: story.site.clock).page(.waiting, for: nil)
      #expect(mails.map(\.subject) == ["Takes place: \(session.title)"])
    }
  }
}
