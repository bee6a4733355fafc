import Testing

@testable import Conference

/// Times that are understood as they are written, and were perhaps not meant so.
@Suite(.bothDatabases) struct ImportDoubtfulTimeTests {
  private func read(_ table: String, zone: String = "UTC", file: String = "sessions.csv") -> Reading {
    let conference = "name: X\nstart: 2026-04-27\nend: 2026-04-30\nzone: \(zone)\n"
    return Importer.read(
      ConferenceFolder(files: ["conference.yml": Array(conference.utf8), file: Array(table.utf8)]))
  }

  private static let zoneless =
    "title,start,end\nA,2026-04-28 9:00,2026-04-28 10:00\nB,2026-04-28 9:00,2026-04-28 10:00\n"

  @Test("times without a zone are UTC's, which is said once for a file where the conference's zone is another")
  func zone() {
    let reading = read(Self.zoneless, zone: "Europe/Berlin")
    #expect(reading.draft.sessions.map(\.start.iso8601) == ["2026-04-28T09:00:00Z", "2026-04-28T09:00:00Z"])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning sessions.csv:2:1"])
    #expect(
      reading.problems.first?.message.contains("read as UTC, while the conference's zone is Europe/Berlin (2×)") == true
    )
    #expect(read(Self.zoneless).problems == [])
    #expect(read(Self.zoneless, zone: "Africa/Accra").problems == [])
    let table = "title,date,time,zone\nA,Tuesday,9:00-10:00,Europe/Berlin\nB,Tuesday,9:00-10:00 UTC,\n"
    #expect(read(table, zone: "Europe/Berlin").problems == [])
  }

  @Test(
    "an abbreviation of the other half of the year is taken as written, and said to be that",
    arguments: [("CET", "UTC+1", "Berlin"), ("PST", "UTC−8", "Los Angeles"), ("NZDT", "UTC+13", "Auckland")])
  func seasons(zone: String, offset: String, city: String) {
    let reading = read("title,start,end,zone\nA,2026-04-28 9:00,2026-04-28 10:00,\(zone)\n")
    let start = WallTime(text: "2026-04-28 09:00").flatMap { Zones.understood(zone)?.instant(of: $0) }
    #expect(reading.draft.sessions.first?.start == start)
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning sessions.csv:2:36"])
    let message = reading.problems.first?.message ?? ""
    #expect(message.hasPrefix("“\(zone)” is \(offset), but clocks in \(city) show"), "\(message)")
  }

  @Test(
    "one of the right half of the year, or of the whole, is not doubted",
    arguments: ["CEST", "PDT", "JST", "MST", "NZST"])
  func noSeasons(zone: String) {
    #expect(read("title,start,end,zone\nA,2026-04-28 9:00,2026-04-28 10:00,\(zone)\n").problems == [])
  }

  @Test(
    "an end that is more than twelve hours later, on the next day, is said to be",
    arguments: [
      ("title,date,start,end\nA,2026-04-28,13:00,2:30\n", 1), ("title,date,time\nA,2026-04-28,13:00-2:30\n", 1),
      ("title,date,start,end\nA,2026-04-28,23:00,2:30\n", 0), ("title,date,time\nA,2026-04-28,23:00-2:30\n", 0),
      ("title,start,end\nA,2026-04-28 9:00,2026-04-29 17:00\n", 0),
    ])
  func nights(table: String, count: Int) {
    let reading = read(table)
    #expect(reading.draft.sessions.count == 1)
    #expect(reading.problems.map(\.severity) == Array(repeating: .warning, count: count))
  }

  @Test("a day of a workshop without a time is not lost in silence")
  func timeless() {
    let reading = read("title,date\nA,Monday\nB,\n", file: "workshops.csv")
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning workshops.csv:2:3"])
    #expect(reading.problems.first?.message.contains("no time of day") == true)
  }

  @Test("an import says from when to when its sessions are, where the conference is")
  func hours() async throws {
    let scratch = try ScratchImport([
      "conference.yml": "name: X\nzone: Europe/Berlin\n",
      "sessions.csv": "title,start,end\nA,2026-04-28T09:00Z,2026-04-28T10:00Z\nB,2026-04-29T09:00Z,2026-04-29T10:30Z\n",
    ])
    #expect(try await scratch.run().sessionHours == "2026-04-28 11:00 to 2026-04-29 12:30 (Berlin, UTC+2)")
    try scratch.remove("sessions.csv")
    try scratch.write("id,title\np1,One\n", to: "papers.csv")
    #expect(try await scratch.run().sessionHours == nil)
  }

  @Test(
    "what spreadsheets make of days and times is told with what to do",
    arguments: [
      ("title,date,start,end\nA,28-Apr-26,9:00,10:00\n", "two digits", "2026-04-28"),
      ("title,date,start,end\nA,2026-04-28,0.375,10:00\n", "count hours inside", "hh:mm"),
      ("title,date,start,end\nA,2026-04-28,9:00 - 10:00,2026-04-28 10:00\n", "a start and an end", "column “time”"),
      ("title,date,start,end\nA,\"Apr 28, 2026 3:00 PM\",9:00,10:00\n", "a time of day, too", "2026-04-28"),
      ("title,date,start,minutes\nA,,9:00,60\n", "since “date” is empty", "merged"),
    ])
  func spreadsheets(table: String, message: String, advice: String) {
    let errors = read(table).errors
    #expect(errors.count == 1, "\(errors)")
    #expect(
      errors.first?.message.contains(message) == true && errors.first?.advice.contains(advice) == true, "\(errors)")
  }
}
