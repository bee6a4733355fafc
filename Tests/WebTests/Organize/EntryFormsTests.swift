import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct EntryFormsTests {
  private static let form = "/organize/program/entry"

  private func edit(_ kind: EntryKind, _ id: String, _ changed: [String: String], _ insider: Insider) async throws
    -> TestResponse
  {
    let fields = try FormFields.of(try await insider.text(ProgramLink.entry(kind, id)), action: Self.form)
    return try await insider.post(Self.form, FormFields.with(fields, changed))
  }

  @Test("the conference's days, zone and texts are changed in a form, shown at once, and undone")
  func conference() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let before = try #require(story.site.edition.program.conference)
      let changed = [
        "start": "2026-05-01", "end": "2026-05-03", "zone": "Asia/Tokyo", "codeOfConduct": "Be **kind**.",
        "tagline": "Everybody's",
      ]
      #expect(try await edit(.conference, before.id, changed, insider).status == .seeOther)
      let after = try #require(story.site.edition.program.conference)
      #expect(after.start == Day(iso: "2026-05-01") && after.end == Day(iso: "2026-05-03"))
      #expect(after.zone == "Asia/Tokyo" && story.site.edition.program.zone.id == "Asia/Tokyo")
      #expect(after.codeOfConduct == "Be **kind**." && after.tagline == "Everybody's")
      #expect(after.accent == before.accent && after.logo == before.logo && after.id == before.id)
      #expect(try await client.text("/code-of-conduct").contains("Be <strong>kind</strong>."))
      // The new text has to be accepted by who changed it, too.
      try await story.site.people.acceptConduct(try #require(story.site.edition.conduct), by: insider.account.id)
      story.site.doorkeeper.forgetEverybody()
      #expect(try await insider.post("/organize/program/changes/1/undo").status == .seeOther)
      #expect(story.site.edition.program.conference == before)
    }
  }

  @Test("formulas in the titles of a session's papers are shown as formulas")
  func formulas() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let session = try #require(story.site.edition.program.sessions.first { !$0.slots.isEmpty })
      #expect(
        try await insider.text(ProgramLink.entry(.session, session.id)).contains("<li><a dir=\"auto\" data-maths href=")
      )
    }
  }

  @Test("of the conference's fields, what is wrong is said beside them and nothing is stored")
  func wrong() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let before = try #require(story.site.edition.program.conference)
      for (field, text, problem) in [
        ("zone", "Nowhere/Land", "it is no time zone"), ("zone", "", "it is missing"),
        ("start", "28.4.2026", "is no day"), ("end", "2020-01-01", "it is before the start"),
        ("website", "javascript:alert(1)", "is no web address"), ("name", "", "it is missing"),
      ] {
        let answer = try await edit(.conference, before.id, [field: text], insider)
        #expect(answer.status == .badRequest, "\(field)")
        #expect(String(buffer: answer.body).contains(problem), "\(field)")
      }
      #expect(story.site.edition.program.conference == before)
    }
  }

  @Test("of an empty form every field that is needed is named once, with a way to it, and nothing that follows from it")
  func empty() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let answer = try await insider.post(Self.form, [("of", "session"), ("zone", "UTC"), ("kind", "other")])
      let page = String(buffer: answer.body)
      #expect(answer.status == .badRequest)
      #expect(page.contains("Nothing was saved. 4 fields need you: "))
      for (name, label) in [("id", "Id"), ("title", "Title"), ("start", "Start, in UTC"), ("end", "End, in UTC")] {
        #expect(page.contains("<a href=\"#\(name)\">\(label)</a>"), "\(name)")
      }
      #expect(page.matches(of: /class="problem">It is missing\./).count == 4)
      #expect(page.matches(of: /class="problem"/).count == 4)
      #expect(Markup(page).problems.isEmpty)
      let late = [
        ("of", "session"), ("id", "late"), ("title", "Late"), ("end", "2020-01-01T00:00"), ("start", ""),
      ]
      let refused = String(buffer: try await insider.post(Self.form, late).body)
      #expect(refused.contains("Nothing was saved. Start, in UTC: it is missing."))
    }
  }

  @Test(
    "the conference's own texts are the organizers': a chair neither edits them, nor undoes nor imports a change of them"
  )
  func organizersOnly() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let conference = try #require(story.site.edition.program.conference)
      #expect(try await edit(.conference, conference.id, ["tagline": "Changed"], organizer).status == .seeOther)
      try await story.addPeople()
      // Who was made an organizer by hand stays one, whatever a list says.
      try await story.site.people.setRole(.chair, of: try await story.account(.chair).id, by: nil)
      let chair = try await story.browser(.chair)
      let address = ProgramLink.entry(.conference, conference.id)
      #expect(try await client.get(address, by: chair).status == .forbidden)
      let fields = [("of", "conference"), ("known", conference.id), ("name", "Mine"), ("zone", "UTC")]
      #expect(try await client.post(Self.form, fields, by: chair).status == .forbidden)
      #expect(try await client.post("/organize/program/changes/1/undo", by: chair).status == .forbidden)
      #expect(story.site.edition.program.conference?.tagline == "Changed")
    }
  }

  @Test("sponsors, answers, members and themes are added, shown where they belong, changed and removed")
  func added() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let paper = story.site.edition.program.papers[0].id
      let forms: [(EntryKind, [(String, String)], page: String, text: String)] = [
        (
          .sponsor, [("name", "Zebra & Sons"), ("tier", "Gold"), ("links", "Jobs; https://zebra.example/jobs")],
          "/sponsors/new-sponsor", "Zebra &amp; Sons"
        ),
        (
          .answer, [("question", "May I bring my zebra?"), ("text", "If it is **small**.")], "/help",
          "<strong>small</strong>"
        ),
        (.member, [("person", "Zebra Person"), ("role", "Keeper of zebras")], "/committee", "Keeper of zebras"),
        (.theme, [("title", "Zebras"), ("papers", paper), ("day", "2026-04-28")], "/", "Zebras"),
      ]
      for (kind, fields, page, text) in forms {
        let id = "new-\(kind.rawValue)"
        let new = [("of", kind.rawValue), ("id", id)] + fields
        let preview = try await insider.post(Self.form, new + [("step", "preview")])
        #expect(preview.status == .ok && String(buffer: preview.body).contains("Not saved yet"), "\(kind)")
        #expect(try await insider.post(Self.form, new).status == .seeOther, "\(kind)")
        #expect(try await client.text(page).contains(text), "\(kind)")
        #expect(
          try await insider.text("/organize/program?kind=\(kind.rawValue)&q=zebra").contains("new-\(kind.rawValue)"))
        let seen = try FormFields.of(
          try await insider.text(ProgramLink.entry(kind, id)), action: "/organize/program/removal")
        #expect(try await insider.post("/organize/program/removal", seen).status == .seeOther, "\(kind)")
        let after = try await client.text(page)
        #expect(!after.contains(text), "\(kind)")
      }
    }
  }

  @Test("what is told about a speaker is kept when the name is corrected, and edited beside it")
  func biographies() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let event = try #require(story.site.edition.program.events.first { $0.people.first?.biography != nil })
      let lines = event.people.map { FormLines.text($0) }
      let first = "Another Name\(lines[0].drop { $0 != ";" })"
      let renamed = ([first] + Array(lines.dropFirst())).joined(separator: "\r\n")
      let changed = ["people": renamed, "person-0-website": "https://example.org/me"]
      #expect(try await edit(.event, event.id, changed, insider).status == .seeOther)
      let after = try #require(story.site.edition.program.event(event.reference)).people
      #expect(after[0].name == "Another Name" && after[0].biography == event.people[0].biography)
      #expect(after[0].website == "https://example.org/me" && after.count == event.people.count)
      #expect(try await edit(.event, event.id, ["person-0-biography": "Weaves *looms*."], insider).status == .seeOther)
      #expect(try await client.text(Address.of(event)).contains("Weaves <em>looms</em>."))
    }
  }

  @Test("an event's own schedule is read in the zone that the form says, and a line that cannot be read is told")
  func agenda() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let event = story.site.edition.program.events[0]
      let line = "2026-04-28T10:00; 2026-04-28T10:30; Opening; Ada and Ben; Talk"
      #expect(try await edit(.event, event.id, ["agenda": line, "talks": "A talk; Ada"], insider).status == .seeOther)
      let after = try #require(story.site.edition.program.event(event.reference))
      let zone = story.site.edition.program.zone
      #expect(after.agenda.map(\.title) == ["Opening"] && after.talks == [Talk(title: "A talk", people: "Ada")])
      #expect(after.agenda[0].start == WallTime(text: "2026-04-28T10:00").map { zone.instant(of: $0) })
      let wrong = try await edit(.event, event.id, ["agenda": "at ten; ; Opening"], insider)
      #expect(wrong.status == .badRequest && String(buffer: wrong.body).contains("is no time"))
    }
  }

  @Test("a sponsor gets another place among sponsors by a button, which is undone like everything")
  func order() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let insider = try await Insider.organizer(story, client)
      let before = story.site.edition.program.sponsors.map(\.id)
      let fields = [("of", "sponsor"), ("known", before[1]), ("way", "up")]
      #expect(try await insider.post("/organize/program/order", fields).status == .seeOther)
      #expect(story.site.edition.program.sponsors.map(\.id) == [before[1], before[0]] + before.dropFirst(2))
      #expect(try await insider.post("/organize/program/order", fields).status == .seeOther)
      #expect(story.site.edition.program.sponsors.map(\.id) == [before[1], before[0]] + before.dropFirst(2))
      #expect(try await insider.post("/organize/program/changes/1/undo").status == .seeOther)
      #expect(story.site.edition.program.sponsors.map(\.id) == before)
    }
  }
}
