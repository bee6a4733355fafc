import Conference
import HTTPTypes
import Synchronization
import Testing

@testable import Web

@Suite(.serialized) struct SafetyNotesTests {
  @Test("organizers are warned while people are registered and all is public, and close it by one button")
  func openness() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      #expect(!(try await organizer.text("/organize")).contains("Everything is public"))
      _ = try await Insider.participant(story, client)
      let page = try await organizer.text("/organize")
      #expect(page.contains("Everything is public") && page.contains("2 people are registered"))
      #expect(page.contains("<li>5 papers</li>") && !page.contains("There is no code of conduct"))
      let fields = try FormFields.of(page, action: "/organize/access")
      #expect(try await client.get("/schedule").status == .ok)
      #expect(try await organizer.post("/organize/access", fields).status == .seeOther)
      #expect(story.site.edition.choices.policies == .closed)
      #expect(try await client.get("/schedule").status == .unauthorized)
      #expect(!(try await organizer.text("/organize")).contains("Everything is public"))
    }
  }

  @Test("organizers who chose that all is public are not warned, nor while nobody else is let in")
  func chosen() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      try await story.site.people.setStanding(.banned, of: selam.account.id, by: organizer.account.id)
      #expect(!(try await organizer.text("/organize")).contains("Everything is public"))
      try await story.site.people.setStanding(.active, of: selam.account.id, by: organizer.account.id)
      #expect(try await organizer.text("/organize").contains("Close all of it to visitors"))
      try await Policies.standard.choose(by: nil, story.site.database, at: story.site.clock.now())
      #expect(!(try await organizer.text("/organize")).contains("Everything is public"))
    }
  }

  @Test("organizers are warned while talks of days to come can be watched, unless they hold them back")
  func release() async throws {
    let time = Mutex(try #require(Instant(iso8601: "2026-04-01T12:00:00Z")))
    let words = "Talks can be watched before their day"
    try await StorySite.run(
      papers: 5, clock: Clock { time.withLock { $0 } },
      change: { draft in
        for index in draft.papers.indices { (draft.papers[index].video, draft.papers[index].slides) = (nil, nil) }
        draft.papers[0].video = "https://vimeo.com/12345"
      }
    ) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let page = try await organizer.text("/organize")
      #expect(page.contains(words) && page.contains("slides of 1 paper and "))
      #expect(Markup(page).problems.isEmpty)
      for (release, isWarned) in [(Policies.Release.onTheirDay, false), (.atOnce, true)] {
        var policies = Policies.closed
        policies.release = release
        try await policies.choose(by: nil, story.site.database, at: story.site.clock.now())
        try await story.site.refresh()
        #expect(try await organizer.text("/organize").contains(words) == isWarned, "\(release)")
      }
      let chair = try await story.insider("programs@example.org", name: "Chair", role: .chair)
      #expect(!(try await chair.text("/organize", client)).contains(words), "who may not choose it is not told")
      time.withLock { $0 = $0.adding(seconds: 60 * 86_400) }
      let again = try await Insider.organizer(story, client)
      #expect(!(try await again.text("/organize")).contains(words))
    }
  }

  @Test("where there is no code of conduct organizers are told so, and offered a text that holds once they save it")
  func conduct() async throws {
    try await StorySite.run(papers: 5, change: { $0.conference.codeOfConduct = nil }) { client, story in
      let organizer = try await Insider.organizer(story, client)
      #expect(try await organizer.text("/organize").contains("There is no code of conduct"))
      let conference = try #require(story.site.edition.program.conference)
      let path = ConferenceForm.beginning(conference)
      let plain = try await organizer.text(ProgramLink.entry(.conference, conference.id))
      let words = "What has no place here"
      #expect(!plain.contains(words))
      let begun = try await organizer.text(String(path.prefix { $0 != "#" }))
      #expect(begun.contains(words) && begun.contains(conference.name))
      #expect(story.site.edition.conduct == nil)
      let saved = try await organizer.post(
        "/organize/program/entry", try FormFields.of(begun, action: "/organize/program/entry"))
      #expect(saved.status == .seeOther)
      #expect(story.site.edition.program.conference?.codeOfConduct?.contains(words) == true)
      #expect(story.site.edition.conduct != nil)
    }
  }

  @Test(
    "organizers are told where mails reach nobody, and no sentence says that they go out",
    arguments: [
      (Site.MailWay.unset, "No mail server is set where this page comes from", "wait for a mail server"),
      (Site.MailWay.folder, "No mail server is set", "are written into the folder"),
      (Site.MailWay.rehearsal, "This is a rehearsal: mails wait and are not sent.", "wait, as this is a rehearsal"),
    ])
  func mail(_ way: Site.MailWay, _ words: String, _ fate: String) async throws {
    try await StorySite.run(papers: 5, settings: { $0.mailWay = way }) { client, story in
      let organizer = try await Insider.organizer(story, client)
      for page in ["/organize", "/organize/outbox"] {
        #expect(try await organizer.text(page).contains(words), "\(page)")
      }
      let done = try await organizer.text("/organize/outbox?done=approved")
      #expect(done.contains("Approved: the mails \(fate);") && !done.contains("on the way"))
      #expect(Markup(done).problems.isEmpty)
    }
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      #expect(!(try await organizer.text("/organize")).contains("No mail reaches anybody"))
      #expect(try await organizer.text("/organize/outbox?done=approved").contains("the mails are on the way;"))
    }
  }
}
