import Testing

@testable import Conference

/// Days and times of spreadsheets: what is understood, and which cell is blamed for what is not.
@Suite struct ImportTimeTests {
  private func read(_ head: String, _ row: String, conference: String = "start: 2026-04-27\nend: 2026-04-30\n")
    -> Reading
  {
    let files = ["sessions.csv": "id,title,\(head)\ns,S,\(row)\n", "conference.yml": "name: X\n" + conference]
    return Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  private static let understood: [(String, String, String, String)] = [
    ("date,start,end", "Monday,9:30 AM,11:00 AM", "2026-04-27T09:30:00Z", "2026-04-27T11:00:00Z"),
    ("day,start,end", "tue,14h00,15h30", "2026-04-28T14:00:00Z", "2026-04-28T15:30:00Z"),
    ("Date,Start Time,End Time", "April 28,14.00,14.30", "2026-04-28T14:00:00Z", "2026-04-28T14:30:00Z"),
    ("date,start,end", "2026-04-28 00:00:00,23h,1h", "2026-04-28T23:00:00Z", "2026-04-29T01:00:00Z"),
    ("date,time", "Wed,14:00-15:30", "2026-04-29T14:00:00Z", "2026-04-29T15:30:00Z"),
    ("date,time,zone", "2026-04-29,23:00 – 0:30,Africa/Lagos", "2026-04-29T22:00:00Z", "2026-04-29T23:30:00Z"),
    ("start,end", "Thursday 14:00,Thursday 15:00", "2026-04-30T14:00:00Z", "2026-04-30T15:00:00Z"),
    ("date,time", "2026-04-29,(14:00-15:30 GMT)", "2026-04-29T14:00:00Z", "2026-04-29T15:30:00Z"),
    ("date", "Wednesday 2026-04-29 8pm-9:30pm AEST", "2026-04-29T10:00:00Z", "2026-04-29T11:30:00Z"),
    ("date", "\"April 29, 2026, 14:00-15:30\"", "2026-04-29T14:00:00Z", "2026-04-29T15:30:00Z"),
    ("start,end", "2026-4-8 8:00:00-08:00,2026-04-08 9:30:00-08:00", "2026-04-08T16:00:00Z", "2026-04-08T17:30:00Z"),
    ("date,start,end,zone", "2026-03-28,23:00,3:30,Europe/Berlin", "2026-03-28T22:00:00Z", "2026-03-29T01:30:00Z"),
    ("date,start,end,zone", "2026-03-29,23:00,2:30,Europe/Berlin", "2026-03-29T21:00:00Z", "2026-03-30T00:30:00Z"),
    ("date,start,end,zone", "2026-10-24,23:00,3:30,Europe/Berlin", "2026-10-24T21:00:00Z", "2026-10-25T02:30:00Z"),
    ("date,start,end", "2026-04-28,2026-04-28T14:00:00+03:00,15:30", "2026-04-28T11:00:00Z", "2026-04-28T12:30:00Z"),
    ("start,end,minutes", "2026-04-28 14:00,2026-04-28 15:00,60", "2026-04-28T14:00:00Z", "2026-04-28T15:00:00Z"),
  ]

  @Test("days and times are understood as people write them", arguments: understood)
  func understands(head: String, row: String, start: String, end: String) throws {
    let reading = read(head, row)
    #expect(reading.problems.map(\.description) == [])
    let session = try #require(reading.draft.sessions.first)
    #expect([session.start.iso8601, session.end.iso8601] == [start, end])
  }

  private static let lengths: [(String, String, Int, Bool)] = [
    ("duration", "10", 10, true), ("duration", "90", 90, false), ("duration", "2", 120, true),
    ("duration", "1.5", 90, true), ("duration", "1.5 h", 90, false), ("duration", "1h30", 90, false),
    ("duration", "10 min", 10, false), ("duration", "30m", 30, false), ("duration", "1:30", 90, false),
    ("duration", "2 hours", 120, false), ("duration_minutes", "10", 10, false), ("duration_hours", "2", 120, false),
    ("minutes", "3", 3, false),
  ]

  @Test(
    "a length says its unit, or its column does; where neither does and it may be either, that is said",
    arguments: lengths)
  func durations(column: String, text: String, minutes: Int, isDoubtful: Bool) throws {
    let reading = read("start,\(column)", "2026-04-28 14:00,\(text)")
    #expect(reading.errors == [])
    let session = try #require(reading.draft.sessions.first)
    #expect(session.end == session.start.adding(minutes: minutes))
    #expect(reading.problems.map(\.place.description) == (isDoubtful ? ["sessions.csv:2:22"] : []))
  }

  private static let blamed: [(String, String, Int, String, String)] = [
    ("date,start,end", "someday,9:30,11:00", 5, "is not a day", "2020-04-28"),
    ("date,start,end", "27/04/2026,9:30,11:00", 5, "from country to country", "first: 2026-04-27;"),
    ("date,start,end", "4/27/26,9:30,11:00", 5, "from country to country", "first: 2026-04-27;"),
    ("date,start,end", "4/5/26,9:30,11:00", 5, "from country to country", "2026-04-05 or 2026-05-04"),
    ("date,start,end", "46139,9:30,11:00", 5, "how spreadsheets count days", "yyyy-mm-dd"),
    ("date,start,end", "Friday,9:30,11:00", 5, "from 2026-04-27 to 2026-04-30", "write the date"),
    ("start,end", "2026-04-31 11:00,2026-05-28 11:00", 5, "does not exist", "31"),
    ("start,end", "2026-04-28 9:30 CET,2026-04-28 11:00", 5, "time zone", "column “zone”"),
    ("start,end,zone", "2026-04-28 11:00,2026-04-28 12:00,Berlin", 39, "unknown", "Europe/Berlin"),
    ("start,end", "9:30,2026-04-28 11:00", 5, "time of day without a day", "column “date”"),
    ("start,end", "2026-04-28 9:00-10:00,2026-04-28 10:00", 5, "not a date and time", "2020-04-28"),
    ("start,minutes", "2026-04-28 11:00,long", 22, "not a duration", "90"),
    ("start,end", "2026-04-28 11:00,2026-04-28 11:00", 22, "when it starts", "after the start"),
    ("start,end,zone", "2026-04-28 11:00,2026-04-28 12:00,Mars", 39, "time zone", "Africa"),
    ("start,end,zone", "2020-03-29 01:30,2020-03-29 03:00,Europe/London", 5, "never show 2020-03-29T01:30", "02:30"),
  ]

  @Test("one error stands at the cell that is wrong, and says what to write", arguments: blamed)
  func blames(head: String, row: String, column: Int, message: String, advice: String) throws {
    let errors = read(head, row).errors
    #expect(errors.map(\.place.description) == ["sessions.csv:2:\(column)"])
    #expect(
      errors.first?.message.contains(message) == true && errors.first?.advice.contains(advice) == true, "\(errors)")
  }

  @Test("a weekday that is two days of the conference, or of none that is known, is an error that says so")
  func ambiguousWeekday() {
    let long = read("date,start,end", "Monday,9:30,11:00", conference: "start: 2026-04-20\nend: 2026-04-30\n")
    #expect(long.errors.map(\.message) == ["“Monday” may be 2026-04-20 or 2026-04-27"])
    let unknown = read("date,start,end", "Monday,9:30,11:00", conference: "tagline: X\n")
    #expect(unknown.errors.map(\.place.column) == [5])
    #expect(unknown.errors.first?.advice.contains("conference.yml") == true)
  }

  @Test("minutes that contradict the end, and a time that clocks show twice, are warned of")
  func warnings() {
    let minutes = read("start,end,minutes", "2026-04-28 14:00,2026-04-28 15:00,90")
    #expect(minutes.problems.map(\.place.description) == ["sessions.csv:2:39"])
    #expect(minutes.problems.first?.message.contains("60 minutes") == true && minutes.errors == [])
    let twice = read("start,end,zone", "2020-10-25 01:30,2020-10-25 03:00,Europe/London")
    #expect(twice.problems.map(\.place.description) == ["sessions.csv:2:5"])
    #expect(twice.draft.sessions.first?.start.iso8601 == "2020-10-25T00:30:00Z" && twice.errors == [])
  }
}
