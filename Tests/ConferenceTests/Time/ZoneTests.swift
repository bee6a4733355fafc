import Testing

@testable import Conference

@Suite(.enabled(if: Zones.isAvailable, "needs the time zone database (tzdata)"))
struct ZoneTests {
  private func zone(_ id: String) throws -> Zone {
    try #require(Zones.named(id))
  }

  private func instant(_ text: String) throws -> Instant {
    try #require(Instant(iso8601: text))
  }

  private func utc(_ wall: String, _ id: String) throws -> String {
    try zone(id).instant(of: try #require(WallTime(text: wall))).iso8601
  }

  @Test("the same moment is another time and another day elsewhere")
  func walls() throws {
    let moment = try instant("2020-04-28T22:30:00Z")
    #expect(try zone("Africa/Addis_Ababa").wall(at: moment).iso == "2020-04-29T01:30:00")
    #expect(try zone("America/New_York").wall(at: moment).iso == "2020-04-28T18:30:00")
    #expect(try zone("Asia/Kolkata").day(at: moment).iso == "2020-04-29")
    #expect(try zone("Pacific/Kiritimati").wall(at: moment).iso == "2020-04-29T12:30:00")
    #expect(Zone.utc.wall(at: moment).iso == "2020-04-28T22:30:00")
  }

  @Test("offsets are written with a real minus sign and minutes only where there are any")
  func offsets() throws {
    let moment = try instant("2020-04-28T12:00:00Z")
    let ids = ["Africa/Lagos", "Asia/Kolkata", "America/Sao_Paulo", "UTC", "Africa/Accra", "Asia/Kathmandu"]
    let texts = try ids.map { try zone($0).offsetText(at: moment) }
    #expect(texts == ["UTC+1", "UTC+5:30", "UTC−3", "UTC", "UTC", "UTC+5:45"])
    #expect(try zone("Pacific/Marquesas").offsetText(at: moment) == "UTC−9:30")
    #expect(try zone("Pacific/Kiritimati").offsetText(at: moment) == "UTC+14")
  }

  @Test("a zone is called by its city")
  func cities() throws {
    let ids = ["Africa/Lagos", "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "UTC", "Etc/UTC"]
    #expect(try ids.map { try zone($0).city } == ["Lagos", "Buenos Aires", "Port-au-Prince", "UTC", "UTC"])
  }

  @Test("a time in a gap is read with the offset before it")
  func gaps() throws {
    #expect(try utc("2020-03-29 01:59", "Europe/Berlin") == "2020-03-29T00:59:00Z")
    #expect(try utc("2020-03-29 02:30", "Europe/Berlin") == "2020-03-29T01:30:00Z")
    #expect(try utc("2020-03-29 03:00", "Europe/Berlin") == "2020-03-29T01:00:00Z")
    #expect(try utc("2020-10-04 02:15", "Australia/Lord_Howe") == "2020-10-03T15:45:00Z")
    #expect(try utc("2050-03-27 02:30", "Europe/Berlin") == "2050-03-27T01:30:00Z")
  }

  @Test("a day that a country skipped is read with the offset before it")
  func skippedDay() throws {
    #expect(try utc("2011-12-29 12:00", "Pacific/Apia") == "2011-12-29T22:00:00Z")
    #expect(try utc("2011-12-30 12:00", "Pacific/Apia") == "2011-12-30T22:00:00Z")
    #expect(try utc("2011-12-31 12:00", "Pacific/Apia") == "2011-12-30T22:00:00Z")
  }

  @Test("a time that is shown twice is the earlier one")
  func overlaps() throws {
    #expect(try utc("2020-10-25 02:30", "Europe/Berlin") == "2020-10-25T00:30:00Z")
    #expect(try utc("2020-10-25 03:00", "Europe/Berlin") == "2020-10-25T02:00:00Z")
    #expect(try utc("2020-04-05 01:45", "Australia/Lord_Howe") == "2020-04-04T14:45:00Z")
    #expect(try utc("2050-10-30 02:30", "Europe/Berlin") == "2050-10-30T00:30:00Z")
  }

  @Test("at the ends of the calendar nothing fails")
  func ends() throws {
    for id in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Dublin", "America/Nuuk"] {
      let zone = try zone(id)
      for instant in [Instant.earliest, .latest] {
        #expect(abs(zone.instant(of: zone.wall(at: instant)) - instant) <= 86_401_000)
      }
    }
  }

  @Test("zones are the same if their ids are")
  func equality() throws {
    #expect(try zone("Asia/Kolkata") == zone("asia/kolkata"))
    #expect(try zone("Asia/Kolkata") != zone("Asia/Calcutta"))
    #expect(Set([try zone("UTC"), .utc]).count == 1)
  }
}
