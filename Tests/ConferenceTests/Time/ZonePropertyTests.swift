import Testing

@testable import Conference

@Suite(.enabled(if: PythonZoneinfo.isAvailable, "needs python3 with zoneinfo, and tzdata"))
struct ZonePropertyTests {
  /// All of Africa, and elsewhere what is unusual: half hours, summer of 30 minutes or before midnight, skipped days.
  private static let ids: [String] =
    Zones.all.map(\.id).filter { $0.hasPrefix("Africa/") } + [
      "Asia/Kolkata", "Asia/Kathmandu", "Asia/Kabul", "Asia/Tehran", "Asia/Yangon", "Asia/Colombo", "Asia/Pyongyang",
      "Asia/Gaza", "Asia/Hebron", "Asia/Jerusalem", "Asia/Amman", "Asia/Beirut", "Asia/Manila", "Asia/Tokyo",
      "Asia/Shanghai", "Asia/Singapore", "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Darwin",
      "Australia/Eucla", "Australia/Sydney", "America/Nuuk", "America/Scoresbysund", "America/St_Johns",
      "America/Caracas", "America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "America/Santiago",
      "America/Asuncion", "America/Havana", "America/Mexico_City", "America/Argentina/San_Luis", "Antarctica/Troll",
      "Antarctica/Casey", "Antarctica/Vostok", "Atlantic/Azores", "Europe/Berlin", "Europe/Dublin", "Europe/Istanbul",
      "Europe/Lisbon", "Europe/London", "Europe/Moscow", "Europe/Volgograd", "Pacific/Apia", "Pacific/Auckland",
      "Pacific/Chatham", "Pacific/Easter", "Pacific/Fiji", "Pacific/Kiritimati", "Pacific/Kwajalein",
      "Pacific/Marquesas", "Pacific/Norfolk", "Pacific/Pago_Pago", "Pacific/Tongatapu", "CET", "EST5EDT", "GMT",
    ]

  /// Seconds since 1970: a third in the years of the conferences, a third in the past, a third far in the future.
  private static func moments(_ dice: inout TimeDice) -> [Int64] {
    let ranges: [ClosedRange<Int64>] = [
      1_546_300_800...1_672_531_200, -4_000_000_000...2_145_916_800, 2_145_916_800...16_725_225_600,
    ]
    return (0..<2100).map { .random(in: ranges[$0 % 3], using: &dice) }
  }

  private func compare(_ kind: String, _ numbers: (Zone) -> [Int64], _ own: (Zone, Int64) -> Int64) throws {
    let zones = try Self.ids.map { try #require(Zones.named($0), "\($0)") }
    let questions = zones.map { zone in (zone, numbers(zone)) }
    let answers = try PythonZoneinfo.answers(
      questions.map { "\(kind) \($0.0.id) " + $0.1.map(String.init).joined(separator: " ") })
    #expect(answers.count == zones.count)
    for ((zone, numbers), expected) in zip(questions, answers) {
      #expect(expected.count == numbers.count, "\(zone.id)")
      let difference = zip(numbers, expected).first { own(zone, $0) != $1 }
      #expect(difference?.0 == nil, "\(zone.id): zoneinfo says \(difference?.1 ?? 0), not ours")
    }
  }

  @Test("the offset is zoneinfo's at random moments and at every change")
  func offsets() throws {
    var dice = TimeDice(seed: 6)
    try compare("offsets") { zone in
      Self.moments(&dice) + zone.rules.transitions.filter { $0 > -10_000_000_000 }.flatMap { [$0 - 1, $0] }
    } _: { zone, seconds in
      Int64(zone.offset(at: Instant(seconds: seconds)))
    }
  }

  /// Just after the last change in a file zoneinfo asks the yearly rule alone, and can find an hour twice that was
  /// there once (Nuuk in 2023, where the file is no longer than it must be): that change is left to the round trips.
  @Test("the instant of a wall time is zoneinfo's at random times and around every change but the last")
  func instants() throws {
    var dice = TimeDice(seed: 7)
    try compare("instants") { zone in
      Self.moments(&dice)
        + zone.rules.transitions.dropLast().filter { $0 > -10_000_000_000 }.flatMap { change in
          let offset = Int64(zone.offset(at: Instant(seconds: change)))
          return [-7200, -3600, -1, 0, 1, 1800, 3600, 7200].map { change + offset + $0 }
        }
    } _: { zone, wall in
      zone.instant(of: WallTime(utcSeconds: wall)).seconds
    }
  }

  @Test("an instant comes back from its wall time, or is the second of two with the same")
  func roundTrips() throws {
    var dice = TimeDice(seed: 8)
    for id in Self.ids {
      let zone = try #require(Zones.named(id))
      let changes = zone.rules.transitions.suffix(9).flatMap { [$0 - 3600, $0 - 1, $0, $0 + 1, $0 + 1800, $0 + 3600] }
      for seconds in Self.moments(&dice) + changes {
        let instant = Instant(seconds: seconds)
        let back = zone.instant(of: zone.wall(at: instant))
        #expect(back <= instant && zone.wall(at: back) == zone.wall(at: instant), "\(id) \(instant)")
      }
    }
  }
}
