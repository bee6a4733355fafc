import Testing

@testable import Conference

/// The ways in which portals write when an event is live.
@Suite struct ImportEventTimeTests {
  private func read(_ event: String, in file: String = "socials.yml", portal: Bool = true) -> Reading {
    let days = "name: X\nstart: 2021-05-03\nend: 2021-05-07\n"
    var files = [file: event]
    if portal {
      files["config.yml"] = "name: X\n"
      files["schedule.yml"] = "conference:\n" + (3...7).map { "- {day: 2021-05-0\($0), events: []}\n" }.joined()
    } else {
      files["conference.yml"] = days
    }
    return Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  private func times(_ reading: Reading) -> [String] {
    reading.draft.sessions.map { "\($0.start.iso8601) \($0.end.iso8601)" }
  }

  @Test(
    "a time may have its day and zone with it, behind one half or both",
    arguments: [
      "time: '2021-05-03 23:00 - 2021-05-04 01:00'", "time: 'Monday 23:00-01:00 GMT'",
      "time: 'Monday, May 3, 23:00-01:00 UTC'", "day: Monday, time: '23:00 GMT - 01:00 GMT'",
      "time: '2021-05-04 00:00 - 2021-05-04 02:00 UTC+1'", "day: Monday, time: '23:00', duration: 2h",
      "date: 2021-05-03, time: '23:00', minutes: 120", "date: 2021-05-03, time: '23:00-01:00'",
    ])
  func oneTime(fields: String) {
    for isPortal in [true, false] {
      let reading = read("- {id: tea, title: Tea, \(fields)}\n", portal: isPortal)
      #expect(reading.errors == [])
      #expect(times(reading) == ["2021-05-03T23:00:00Z 2021-05-04T01:00:00Z"])
      #expect(!reading.problems.contains { $0.place.file == "socials.yml" })
    }
  }

  @Test(
    "days may stand in one text with commas, and one time may be that of all",
    arguments: [
      "day: [Monday, Wednesday], time: '9:00-10:00'",
      "day: 'Monday, Wednesday', times: ['9:00-10:00', '9:00-10:00']",
      "days: 'Monday, Wednesday', time: '9:00-10:00 GMT, 9:00-10:00 GMT'",
    ])
  func severalDays(fields: String) {
    let reading = read("- {id: tea, title: Tea, \(fields)}\n")
    #expect(reading.errors == [])
    #expect(
      times(reading) == ["2021-05-03T09:00:00Z 2021-05-03T10:00:00Z", "2021-05-05T09:00:00Z 2021-05-05T10:00:00Z"])
  }

  @Test("days without times for each, times without a day and times without an end are told what they lack")
  func refused() {
    func messages(_ fields: String) -> [String] {
      read("- {id: tea, title: Tea, \(fields)}\n", portal: false).errors.map(\.message)
    }
    #expect(
      messages("day: [Monday, Tuesday, Friday], times: ['9:00-10:00', '9:00-11:00']") == [
        "there are 3 days and 2 times"
      ])
    #expect(messages("time: '9:00-10:00'") == ["“9:00-10:00” is not a time with its day"])
    #expect(messages("day: Monday, time: \"9:00\"") == ["“9:00” has no end"])
  }

  @Test("a session's time alone is its start, and both of its days may stand in one cell")
  func sessions() {
    let rows = "id,title,date,time,minutes\na,A,2021-05-03,23:00,120\nb,B,,2021-05-03 23:00 - 2021-05-04 01:00,\n"
    let reading = read(rows, in: "sessions.csv", portal: false)
    #expect(reading.errors == [])
    #expect(Set(times(reading)) == ["2021-05-03T23:00:00Z 2021-05-04T01:00:00Z"])
  }

  @Test("a start that is only a day is said to lack its time of day")
  func dayOnly() {
    let rows = "id,title,start,end\na,A,2021-05-03,2021-05-03 10:00\n"
    let errors = read(rows, in: "sessions.csv", portal: false).errors
    #expect(errors.first?.message == "“2021-05-03” is a day without a time of day")
  }

  @Test("a schedule's days may call their events sessions; a list that is under no such name is an error")
  func schedule() {
    func files(_ name: String) -> Reading {
      let schedule = "days:\n- day: 2021-05-03\n  \(name):\n  - {title: Talks, start: '9:00', end: '10:00'}\n"
      return Importer.read(
        ConferenceFolder(
          files: ["config.yml": "name: X\n", "schedule.yml": schedule].mapValues { Array($0.utf8) }))
    }
    #expect(files("sessions").errors == [] && files("sessions").draft.sessions.map(\.title) == ["Talks"])
    #expect(files("happenings").errors.map(\.place.description) == ["schedule.yml:3:3"])
  }

  @Test("a calendar that is no table is named, whatever else lies in the folder")
  func calendarFile() {
    let files = ["Papers.csv": "id,title\np1,One\n", "calendar.ics": "BEGIN:VCALENDAR", "papers_projection.json": "[]"]
    let problems = Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) })).problems
    #expect(problems.contains { $0.severity == .warning && $0.place.file == "calendar.ics" })
    #expect(!problems.contains { $0.advice.contains("“papers.csv”") })
  }

  @Test("lists and names with an item a line are lists")
  func lines() {
    let files = ["papers.csv": "id,title,authors,keywords\np1,One,\"Ada Lovelace\nAlan Turing\",\"a\nb\nc\"\n"]
    let paper = Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) })).draft.papers.first
    #expect(paper?.authors.map(\.name) == ["Ada Lovelace", "Alan Turing"])
    #expect(paper?.keywords == ["a", "b", "c"])
  }
}
