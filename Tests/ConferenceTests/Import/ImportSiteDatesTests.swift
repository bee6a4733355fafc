import Testing

@testable import Conference

/// The days of a conference as the first pages of portals have them.
@Suite struct ImportSiteDatesTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test(
    "days are found in the words of a first page",
    arguments: [
      ("June 22-25 2020", "2020-06-22", "2020-06-25"), ("July 5 – 10 2020", "2020-07-05", "2020-07-10"),
      ("11-15 September 2023 | Prague", "2023-09-11", "2023-09-15"),
      ("June 07th - 10th 2021", "2021-06-07", "2021-06-10"),
      ("29 Nov - 2 Dec, 2022", "2022-11-29", "2022-12-02"), ("30 Dec to 2 Jan, 2022", "2021-12-30", "2022-01-02"),
      ("June 22, 2026 - June 25, 2026", "2026-06-22", "2026-06-25"),
      ("Mon, 30 December 2024 to Thu, 2 January 2025, Vienna", "2024-12-30", "2025-01-02"),
      ("June 22, 2026 - deadline: May 1, 2026", "2026-06-22", "2026-06-22"),
      ("June 22, 2026 - June 25, 2027", "2026-06-22", "2026-06-22"), ("Thu Oct 15th, 2026", "2026-10-15", "2026-10-15"),
      ("Online, 4th of August 2025 - 1:00 PM", "2025-08-04", "2025-08-04"),
    ])
  func days(text: String, start: String, end: String) {
    let days = WrittenDays(text: text)
    #expect(days?.start.iso == start)
    #expect(days?.end.iso == end)
  }

  @Test(
    "words without a day, without a year or with a doubt have none",
    arguments: ["May 2020", "TBA", "", "May 1st or 2nd, 2023", "June 22-25", "June 31, 2020", "25-22 June 2020"])
  func noDays(text: String) { #expect(WrittenDays(text: text) == nil) }

  @Test("the date in the template's config gives the conference's days, by which weekdays are understood")
  func config() {
    let reading = read([
      "config.yml": "name: X\ndate: April 27 &ndash; 30 <br> 2026\n",
      "speakers.csv": "UID,title,speaker,day,time\nk,T,Ada Lovelace,Tuesday,14:00-15:00\n",
    ])
    #expect(reading.errors == [])
    #expect([reading.draft.conference.start?.iso, reading.draft.conference.end?.iso] == ["2026-04-27", "2026-04-30"])
    #expect(reading.draft.sessions.map(\.start.iso8601) == ["2026-04-28T14:00:00Z"])
  }

  @Test("a date that is none of the sessions' is warned of and does not count")
  func stale() {
    let reading = read([
      "config.yml": "name: X\ndate: April 27-30 2020\n",
      "main_calendar.json":
        "[{\"title\": \"Posters\", \"start\": \"2026-04-28T14:00:00Z\", \"end\": \"2026-04-28T15:00:00Z\"}]",
    ])
    #expect(reading.draft.conference.start?.iso == "2026-04-28")
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning config.yml:2:7"])
  }

  @Test("days that are given as such count more than the words of a first page")
  func given() {
    let reading = read([
      "config.yml": "name: X\ndate: April 27-30 2020\n", "conference.yml": "start: 2026-04-27\nend: 2026-04-30\n",
      "sessions.csv": "id,title,start,end\ns,S,2027-04-28 14:00,2027-04-28 15:00\n",
    ])
    #expect(reading.draft.conference.start?.iso == "2026-04-27")
  }
}
