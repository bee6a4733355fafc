import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct ReminderLinkTests {
  /// With a reminder of a saved session in the outbox, of which the body gets the link to decline and whose it is.
  private func run(_ body: (ScratchPeople, Reminders, String, Account) async throws -> Void) async throws {
    try await ScratchPeople.run { scratch in
      var draft = Draft(conference: ConferenceInfo(id: "c", name: "Looms"))
      draft.conference.accent = "#7A1F5C"
      let start = scratch.time.now.adding(minutes: 10)
      draft.sessions = [Session(id: "s", kind: .qa, title: "Tones <b>", start: start, end: start.adding(minutes: 60))]
      try await ProgramStore(scratch.database).apply(draft, now: scratch.time.now)
      let ada = try await scratch.add("ada@example.org")
      let item = try #require(SavedItem("sessions:s"))
      try await Saved(scratch.database, clock: scratch.clock).change(save: [item], of: ada.id)
      let reminders = Reminders(scratch.database, clock: scratch.clock)
      try await reminders.want(true, by: ada.id)
      try await reminders.post(address: "https://c.example")
      let link: String? = try await scratch.database.first("SELECT unsubscribe_url FROM outbox")?.value(0)
      try await body(scratch, reminders, try #require(link), ada)
    }
  }

  private func token(_ link: String) -> Secret { Secret(link.split(separator: "/").last.map(String.init) ?? "") }

  @Test("a reminder is text and HTML, with the same link to decline in both and for mail programs")
  func written() async throws {
    try await run { scratch, _, link, _ in
      #expect(link.hasPrefix("https://c.example/reminder-mail/"))
      let found = try await scratch.database.first("SELECT body_text, body_html FROM outbox")
      let row = try #require(found)
      let (text, html): (String, String) = (try row.value("body_text"), try row.value("body_html"))
      #expect(text.contains(link) && html.contains("href=\"\(link)\""))
      #expect(text.contains("Tones <b> begins at") && html.contains("<bdi>Tones &lt;b&gt;</bdi> begins at"))
      #expect(html.contains("color:#7a1f5c"))
    }
  }

  @Test("by the link no more are sent, also none that waited, until they are wanted again")
  func declined() async throws {
    try await run { scratch, reminders, link, ada in
      let outbox = Outbox(scratch.database, clock: scratch.clock)
      #expect(try await reminders.areWanted(token(link)) == true)
      try await reminders.want(false, token(link))
      #expect(try await reminders.areWanted(token(link)) == false)
      #expect(try await !reminders.areWanted(by: ada.id))
      #expect(try await outbox.counts(for: nil) == [.dropped: 1])
      try await reminders.want(true, token(link))
      #expect(try await reminders.areWanted(by: ada.id))
    }
  }

  @Test("a forged link declines nothing")
  func forged() async throws {
    try await run { _, reminders, _, ada in
      let wish = try await reminders.areWanted(.random())
      #expect(wish == nil)
      await #expect(throws: ConferenceError.notFound("such link")) { try await reminders.want(false, .random()) }
      #expect(try await reminders.areWanted(by: ada.id))
    }
  }
}
