/// The days of a conference in its zone, from one hour of the night to the same hour of the next.
struct ScheduleDays {
  /// More days than any conference lasts; what the dates of the conference name beyond them is not listed.
  static let limit = 100
  let zone: Zone
  /// At what hour, from 0 to 6, a day ends and the next begins: the first of those that the fewest sessions go past.
  let changeHour: Int
  /// Sorted, at least one.
  let days: [Day]

  init(_ draft: Draft, zone: Zone, fallback: Instant) {
    self.zone = zone
    let hour = Self.quietestHour(draft.sessions, in: zone)
    changeHour = hour
    let days = Set(Self.days(of: draft.conference) + draft.sessions.map { Self.day($0.start, zone, hour) })
    self.days = days.isEmpty ? [zone.day(at: fallback)] : days.sorted()
  }

  /// The day that something belongs to which starts then, even where it goes on after the day has changed.
  func day(of start: Instant) -> Day {
    Self.day(start, zone, changeHour)
  }

  /// When the day begins, which is when the one before ends.
  func start(of day: Day) -> Instant {
    WallTime(day: day, hour: changeHour, minute: 0).map(zone.instant(of:)) ?? .earliest
  }

  private static func day(_ start: Instant, _ zone: Zone, _ changeHour: Int) -> Day {
    let wall = zone.wall(at: start)
    return wall.hour < changeHour ? wall.day.adding(days: -1) : wall.day
  }

  private static func days(of conference: ConferenceInfo) -> [Day] {
    guard let start = conference.start ?? conference.end, let end = conference.end ?? conference.start else {
      return []
    }
    guard start <= end else { return [start, end] }
    return (0...min(end.number - start.number, limit - 1)).map { start.adding(days: $0) }
  }

  private static func quietestHour(_ sessions: [Session], in zone: Zone) -> Int {
    let crossings = (0...6).map { hour in sessions.count { goesPast(hour, $0, in: zone) } }
    return crossings.firstIndex(of: crossings.min() ?? 0) ?? 0
  }

  private static func goesPast(_ hour: Int, _ session: Session, in zone: Zone) -> Bool {
    let next = day(session.start, zone, hour).adding(days: 1)
    return WallTime(day: next, hour: hour, minute: 0).map { zone.instant(of: $0) < session.end } ?? false
  }
}
