import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

/// What an organizer types is meant as the clock in their header shows it.
@Suite struct FormTimeTests {
  private static func organizer(_ client: TestClient, _ story: StorySite) async throws -> CookieBrowser {
    let browser = CookieBrowser(client, story.site)
    try await browser.signIn(try await story.site.add("olga@example.org", name: "Olga", .organizer))
    browser.cookies["zone"] = "Africa%2FNairobi"
    return browser
  }

  @Test("every form of the console says that its times are in the zone of the header, and sends that along")
  func labels() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let olga = try await Self.organizer(client, story)
      let session = try #require(story.site.edition.program.sessions.first)
      for page in [
        ProgramLink.entry(.session, session.id), "/organize/announcements", "/organize/help-desk", "/organize/access",
      ] {
        let text = try await olga.text(page)
        #expect(text.contains("Nairobi time</label>") || text.contains("Nairobi time <span"), "\(page)")
        #expect(text.contains("<input type=\"hidden\" name=\"zone\" value=\"Africa/Nairobi\">"), "\(page)")
        #expect(!text.contains("in UTC</label>"), "\(page)")
      }
      let start = try #require(Zones.named("Africa/Nairobi")).wall(at: session.start).field
      #expect(try await olga.text(ProgramLink.entry(.session, session.id)).contains("value=\"\(start)\""))
    }
  }

  @Test("a form that was open while another zone was chosen means what it said, also where it is refused first")
  func zoneOfForm() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let olga = try await Self.organizer(client, story)
      let session = try #require(story.site.edition.program.sessions.first)
      let path = ProgramLink.entry(.session, session.id)
      let fields = try FormFields.of(try await olga.text(path), action: "/organize/program/entry")
      olga.cookies["zone"] = "Asia%2FTokyo"
      let untitled = Dictionary(FormFields.with(fields, ["title": ""]), uniquingKeysWith: { first, _ in first })
      let refused = String(buffer: try await olga.post("/organize/program/entry", untitled, from: path).body)
      let again = try FormFields.of(refused, action: "/organize/program/entry")
      #expect(refused.contains("Nairobi time") && again.contains { $0 == ("zone", "Africa/Nairobi") })
      let titled = Dictionary(FormFields.with(again, ["title": "Moved"]), uniquingKeysWith: { first, _ in first })
      #expect(try await olga.post("/organize/program/entry", titled, from: path).status == .seeOther)
      let stored = try #require(story.site.edition.program.session(session.id))
      #expect(stored.title == "Moved" && stored.start == session.start && stored.end == session.end)
    }
  }

  @Test("announcements, shifts and what opens on a day take the zone that their form says")
  func others() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let olga = try await Self.organizer(client, story)
      let noon = "2026-04-28T12:00"
      let announcement = ["title": "Rooms", "text": "", "zone": "Africa/Nairobi", "from": noon, "target": ""]
      let there = "/organize/announcements"
      #expect(try await olga.post(there, announcement, from: there).status == .seeOther)
      #expect(try await olga.text(there).contains("datetime=\"2026-04-28T09:00:00Z\""))
      let shift = ["zone": "Africa/Nairobi", "from": "2026-04-29T12:00", "until": "2026-04-29T14:00", "places": "1"]
      #expect(try await olga.post("/organize/help-desk/shifts", shift, from: there).status == .seeOther)
      #expect(try await story.site.helpShifts.coming().map(\.from) == [Instant(iso8601: "2026-04-29T09:00:00Z")])
      var access = ["zone": "Africa/Nairobi", "release": "atOnce", "sees-papers-from": noon]
      for kind in AccessChoices.kinds { access[AccessChoices.field(kind.name)] = "participants" }
      access["sees-papers"] = "from"
      #expect(try await olga.post("/organize/access", access, from: there).status == .seeOther)
      #expect(
        story.site.edition.choices.policies.papers
          == .everyoneFrom(try #require(Instant(iso8601: "2026-04-28T09:00:00Z"))))
      // In the hour that clocks show twice, what is left as it is stays.
      let later = try #require(Instant(iso8601: "2026-10-25T01:30:00Z"))
      var policies = story.site.edition.choices.policies
      policies.papers = .everyoneFrom(later)
      try await policies.choose(by: nil, story.site.database, at: story.site.clock.now())
      try await story.site.refresh()
      (access["zone"], access["sees-papers-from"]) = ("Europe/Berlin", "2026-10-25T02:30")
      #expect(try await olga.post("/organize/access", access, from: there).status == .seeOther)
      #expect(story.site.edition.choices.policies.papers == .everyoneFrom(later))
      access["zone"] = "Nowhere/Land"
      #expect(try await olga.post("/organize/access", access, from: there).status == .badRequest)
    }
  }

  @Test("an announcement keeps the times that are left as they are, in the hour that clocks show twice, too")
  func twice() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let olga = try await Self.organizer(client, story)
      let announcements = Announcements(story.site.database, clock: story.site.clock)
      let (first, second) = (Instant(iso8601: "2026-10-25T00:30:20Z"), Instant(iso8601: "2026-10-25T01:30:40Z"))
      let (from, until) = (try #require(first), try #require(second))
      let id = try await announcements.add(
        try AnnouncementText(title: "Rooms", text: "", from: from, until: until), by: nil)
      let path = "/organize/announcements/\(id)"
      olga.cookies["zone"] = "Europe%2FBerlin"
      let page = try await olga.text(path)
      #expect(page.contains("name=\"from\" value=\"2026-10-25T02:30\""))
      #expect(page.contains("name=\"until\" value=\"2026-10-25T02:30\""))
      var form = ["title": "Other rooms", "text": "", "zone": "Europe/Berlin", "readers": "everyone", "target": path]
      (form["from"], form["until"]) = ("2026-10-25T02:30", "2026-10-25T02:30")
      #expect(try await olga.post("/organize/announcements/preview", form, from: path).status == .ok)
      #expect(try await olga.post(path, form, from: path).status == .seeOther)
      let changed = try #require(try await announcements.announcement(id, for: nil))
      #expect(changed.title == "Other rooms" && changed.from == from && changed.until == until)
      form["until"] = "2026-10-25T04:00"
      #expect(try await olga.post(path, form, from: path).status == .seeOther)
      let moved = try #require(try await announcements.announcement(id, for: nil))
      #expect(moved.from == from && moved.until == Instant(iso8601: "2026-10-25T03:00:00Z"))
    }
  }

  @Test("a shift on several days is at the same hour on each, also where clocks change between them")
  func clocksChange() throws {
    let form = Query("zone=Europe%2FBerlin&from=2026-03-28T10:00&until=2026-03-28T12:00&places=1&days=2")
    let starts = try HelpShiftForm.shifts(form).map(\.from.iso8601)
    #expect(starts == ["2026-03-28T09:00:00Z", "2026-03-29T08:00:00Z"])
  }
}
