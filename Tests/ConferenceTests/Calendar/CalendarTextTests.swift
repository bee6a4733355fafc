import Testing

@testable import Conference

@Suite("Calendar files")
struct CalendarTextTests {
  private let modified = NightConference.at("2026-04-01T00:00:00Z")

  private func item(_ uid: String, _ start: String, _ end: String) -> CalendarItem {
    CalendarItem(
      uid: uid, start: NightConference.at(start), end: NightConference.at(end), summary: "S", modified: modified
    )
  }

  @Test("an event is written property by property")
  func event() {
    var item = item("a@b", "2026-04-27T22:00:00Z", "2026-04-28T00:30:00Z")
    item.description = "one, two; three\r\nfour \\ five"
    item.location = "Room 1, left"
    item.url = "https://example.org/a b\r\nSUMMARY:x"
    item.categories = ["Q&A", "", "a,b"]
    item.sequence = 3
    let lines = CalendarReading.unfolded(CalendarText.ics(name: "C", items: [item]))
    let expected = [
      "BEGIN:VEVENT", "UID:a@b", "DTSTAMP:20260401T000000Z", "LAST-MODIFIED:20260401T000000Z", "SEQUENCE:3",
      "DTSTART:20260427T220000Z", "DTEND:20260428T003000Z", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "SUMMARY:S",
      #"DESCRIPTION:one\, two\; three\nfour \\ five"#, #"LOCATION:Room 1\, left"#,
      "URL:https://example.org/a%20b%0D%0ASUMMARY:x", #"CATEGORIES:Q&A,a\,b"#, "END:VEVENT", "END:VCALENDAR",
    ]
    #expect(lines.suffix(expected.count) == expected[...])
  }

  @Test("the calendar says what it is, where it comes from and how often to ask again, and has no method")
  func head() {
    let text = CalendarText.ics(
      name: "Night; Day", description: "All of it", color: "Teal", url: "https://example.org/schedule",
      source: "https://example.org/all.ics", items: []
    )
    let expected = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hatata//Hatata 0.1//EN", "CALSCALE:GREGORIAN", #"NAME:Night\; Day"#,
      #"X-WR-CALNAME:Night\; Day"#, "DESCRIPTION:All of it", "X-WR-CALDESC:All of it", "COLOR:teal",
      "URL:https://example.org/schedule", "SOURCE;VALUE=URI:https://example.org/all.ics",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H", "END:VCALENDAR",
    ]
    #expect(CalendarReading.unfolded(text) == expected)
  }

  @Test(
    "a color in digits is given as the nearest color with a name, and to Apple's programs as it is",
    arguments: [
      ("#0B5C63", ["COLOR:darkslategray", "X-APPLE-CALENDAR-COLOR:#0B5C63"]),
      ("#ff0000", ["COLOR:red", "X-APPLE-CALENDAR-COLOR:#ff0000"]), ("#0B5C6", []), ("red\r\nX:1", []), ("", []),
    ])
  func color(color: String, expected: [String]) {
    let lines = CalendarReading.unfolded(CalendarText.ics(name: "C", color: color, items: []))
    #expect(lines.filter { $0.contains("COLOR") || $0.hasPrefix("X:") } == expected)
  }

  @Test("events are sorted by their start, then their uid")
  func order() {
    let items = [
      item("b", "2026-04-27T22:00:00Z", "2026-04-28T00:00:00Z"),
      item("z", "2026-04-26T22:00:00Z", "2026-04-28T00:00:00Z"),
      item("a", "2026-04-27T22:00:00Z", "2026-04-28T00:00:00Z"),
    ]
    #expect(CalendarReading.values(of: "UID", in: CalendarText.ics(name: "C", items: items)) == ["z", "a", "b"])
  }

  @Test("a cancelled event stays in the file, says so and takes up no time")
  func cancelled() {
    var item = item("a", "2026-04-27T22:00:00Z", "2026-04-27T23:00:00Z")
    item.isCancelled = true
    let text = CalendarText.ics(name: "C", items: [item])
    #expect(CalendarReading.values(of: "STATUS", in: text) == ["CANCELLED"])
    #expect(CalendarReading.values(of: "TRANSP", in: text) == ["TRANSPARENT"])
  }

  @Test(
    "an end that is not after the start is left out", arguments: ["2026-04-27T22:00:00.900Z", "2026-04-27T21:00:00Z"])
  func end(end: String) {
    let text = CalendarText.ics(name: "C", items: [item("a", "2026-04-27T22:00:00Z", end)])
    #expect(CalendarReading.values(of: "DTSTART", in: text) == ["20260427T220000Z"])
    #expect(CalendarReading.values(of: "DTEND", in: text) == [])
  }

  @Test("a stamp becomes an item with the same times, revision and status")
  func stamp() {
    let stamp = CalendarStamp(
      uid: "a", start: modified, end: modified.adding(minutes: 5), summary: "S", isCancelled: true, sequence: 4,
      modified: modified
    )
    let item = CalendarItem(stamp)
    #expect(item.uid == "a" && item.start == stamp.start && item.end == stamp.end && item.summary == "S")
    #expect(item.isCancelled && item.sequence == 4 && item.modified == modified && item.url == nil)
  }
}
