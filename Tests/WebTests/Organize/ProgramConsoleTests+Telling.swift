import Conference
import HTTPTypes
import Testing

@testable import Web

/// Who saved what is changed, and whom a change needs twice.
extension ProgramConsoleTests {
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
      #expect(removed.headers[.location] == "/organize/program?change=3&done=removed&told=1")
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
}
