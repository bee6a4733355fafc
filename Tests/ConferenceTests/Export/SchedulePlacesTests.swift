import Testing

@testable import Conference

@Suite("Days and rooms of a schedule")
struct SchedulePlacesTests {
  private let draft = NightConference.draft
  private let lagos = Zones.named("Africa/Lagos") ?? .utc

  @Test("a kind has one room, or as many numbered ones as it has sessions at once")
  func rooms() {
    let rooms = ScheduleRooms(draft.sessions)
    #expect(rooms.names == ["Keynotes", "Q&A", "Posters", "Orals", "Socials 1", "Socials 2"])
    #expect(
      draft.sessions.map(rooms.name) == [
        "Keynotes", "Posters", "Socials 1", "Socials 2", "Socials 1", "Q&A", "Orals",
      ])
  }

  @Test("random sessions never share a room at a time, in as few rooms as can be")
  func randomRooms() {
    var random = RandomText(seed: 7)
    let start = NightConference.at("2026-04-27T00:00:00Z")
    for _ in 0..<50 {
      let sessions = (0..<60).map { number in
        let begin = start.adding(minutes: random.number(below: 600))
        return Session(
          id: "\(number)", kind: .social, title: "", start: begin,
          end: begin.adding(minutes: 1 + random.number(below: 90))
        )
      }
      let rooms = ScheduleRooms(sessions)
      for room in Dictionary(grouping: sessions, by: rooms.name).values {
        for (one, next) in zip(sorted(room), sorted(room).dropFirst()) { #expect(one.end <= next.start) }
      }
      let most = sessions.map { one in sessions.count { $0.start <= one.start && one.start < $0.end } }.max()
      #expect(rooms.names.count == most)
    }
  }

  private func sorted(_ sessions: [Session]) -> [Session] {
    sessions.sorted { $0.start < $1.start }
  }

  @Test("the night belongs to the day before, up to the hour that the fewest sessions go past")
  func days() {
    let days = ScheduleDays(draft, zone: lagos, fallback: .earliest)
    #expect(days.changeHour == 3)
    #expect(days.days.map(\.iso) == ["2026-04-27", "2026-04-28", "2026-04-29"])
    #expect(
      draft.sessions.map { days.day(of: $0.start).iso } == [
        "2026-04-27", "2026-04-27", "2026-04-27", "2026-04-27", "2026-04-27", "2026-04-28", "2026-04-28",
      ])
    #expect(days.start(of: days.days[0]) == NightConference.at("2026-04-27T02:00:00Z"))
  }

  @Test("a day ends at midnight where nothing goes past it")
  func midnight() {
    var draft = draft
    draft.sessions.removeLast(5)
    #expect(ScheduleDays(draft, zone: lagos, fallback: .earliest).changeHour == 0)
  }

  @Test("days with sessions outside the conference's dates are listed too, and mistaken dates do no harm")
  func oddDates() {
    var draft = draft
    draft.conference.start = Day(iso: "2026-05-01")
    draft.conference.end = Day(iso: "0001-01-01")
    let days = ScheduleDays(draft, zone: lagos, fallback: .earliest).days.map(\.iso)
    #expect(days == ["0001-01-01", "2026-04-27", "2026-04-28", "2026-05-01"])
    draft.conference.start = Day(iso: "0001-01-01")
    draft.conference.end = Day(iso: "9999-12-31")
    #expect(ScheduleDays(draft, zone: lagos, fallback: .earliest).days.count == 102)
  }

  @Test("times are written in the conference's zone, with its offset on that day")
  func times() throws {
    let newYork = try #require(Zones.named("America/New_York"))
    let kolkata = try #require(Zones.named("Asia/Kolkata"))
    let instant = NightConference.at("2026-03-08T07:30:00Z")
    #expect(ScheduleTime.date(instant, in: newYork) == "2026-03-08T03:30:00-04:00")
    #expect(ScheduleTime.date(instant.adding(minutes: -60), in: newYork) == "2026-03-08T01:30:00-05:00")
    #expect(ScheduleTime.date(instant, in: kolkata) == "2026-03-08T13:00:00+05:30")
    #expect(ScheduleTime.clock(instant, in: kolkata) == "13:00")
  }

  @Test("a duration is hours and minutes, never negative and never longer than can be written")
  func durations() {
    let start = NightConference.at("2026-04-27T00:00:00Z")
    #expect(ScheduleTime.duration(from: start, to: start.adding(minutes: 125)) == "02:05")
    #expect(ScheduleTime.duration(from: start, to: start.adding(minutes: -1)) == "00:00")
    #expect(ScheduleTime.duration(from: .earliest, to: .latest) == "99:59")
  }
}
