import Foundation

@testable import Conference

/// A schedule.json as a program finds it.
struct ScheduleReading {
  let root: [String: Any]
  let schedule: [String: Any]
  let conference: [String: Any]
  let days: [[String: Any]]
  /// The events of a room on all days.
  let rooms: [String: [[String: Any]]]
  var events: [[String: Any]] { rooms.values.flatMap(\.self) }

  init(_ draft: Draft) throws {
    let data = Data(try Self.json(draft))
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    schedule = root["schedule"] as? [String: Any] ?? [:]
    conference = schedule["conference"] as? [String: Any] ?? [:]
    days = conference["days"] as? [[String: Any]] ?? []
    rooms = days.compactMap { $0["rooms"] as? [String: [[String: Any]]] }
      .reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  /// The first event in the room.
  func event(_ room: String) -> [String: Any]? {
    rooms[room]?.first
  }

  static func json(_ draft: Draft) throws -> [UInt8] {
    try ScheduleExport.json(draft, baseURL: base, version: "1.0", generated: generated)
  }

  static func xml(_ draft: Draft) -> [UInt8] {
    ScheduleExport.xml(draft, baseURL: base, version: "1.0", generated: generated)
  }

  /// From its date and its duration, as schedule apps compute it.
  static func span(_ event: [String: Any]) -> (start: Instant, end: Instant)? {
    let parts = (event["duration"] as? String)?.split(separator: ":").compactMap { Int($0) }
    guard let date = event["date"] as? String, let start = Instant(iso8601: date), let parts, parts.count == 2 else {
      return nil
    }
    return (start, start.adding(minutes: parts[0] * 60 + parts[1]))
  }

  private static let base = "https://night.example.org/"
  private static let generated = NightConference.at("2026-04-01T00:00:00Z")
}
