import Foundation

/// What c3voc's schema of `schedule.json` asks for, property by property: those that must be there, those that may be
/// (after a question mark), and what their texts look like.
enum ScheduleFields {
  static let conference = [
    "acronym": "[a-z0-9_][a-z0-9_]{3,}", "title": ".*", "?description": ".*", "start": date, "end": date,
    "daysCount": "[0-9]+", "timeslot_duration": "[0-9]{2}:[0-9]{2}",
    "?time_zone_name": "([A-Z][a-z]+/[A-Z][a-z]+|UTC).*",
    "?logo": url, "?colors": "", "?url": url, "?tracks": "", "?rooms": "", "?meta": "", "days": "",
  ]
  static let track = ["name": ".+", "slug": "[a-z][a-z0-9-]+", "color": "#[0-9A-F]{6}"]
  static let room = ["name": ".+", "slug": slug, "type": "online", "guid": uuid]
  static let day = ["index": "[0-9]+", "date": date, "day_start": time, "day_end": time, "rooms": ""]
  static let event = [
    "guid": uuid, "id": "[1-9][0-9]*", "?code": "[A-Z0-9]{6}", "?logo": url, "date": time, "?end": time,
    "start": "([01][0-9]|2[0-3]):[0-5][0-9]", "duration": "[0-9]{2}:[0-9]{2}", "room": ".+",
    "slug": "[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]", "url": url, "title": ".*", "subtitle": ".*", "track": ".*",
    "type": ".+",
    "language": "en", "abstract": ".*", "description": ".*", "recording_license": ".*", "do_not_record": "[01]",
    "persons": "", "links": "", "attachments": "",
  ]
  static let person = [
    "guid": uuid, "name": ".+", "public_name": ".+", "?avatar": url, "?biography": ".*",
  ]
  static let reference = ["title": ".*", "url": url, "type": "slides|paper|web|blog|article|media|related|activitypub"]

  private static let date = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
  private static let time = date + "T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}"
  private static let uuid = "[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
  private static let slug = "[a-z0-9_-]+[a-z0-9]"
  private static let url = "https?://[!-~]+"

  /// What is wrong with the object, one sentence a property.
  static func problems(_ object: [String: Any], _ fields: [String: String]) -> [String] {
    let known = Set(fields.keys.map { $0.replacingOccurrences(of: "?", with: "") })
    let foreign = object.keys.filter { !known.contains($0) }.map { "\($0) is unknown" }
    return foreign + fields.compactMap { problem(object, name: $0, pattern: $1) }
  }

  private static func problem(_ object: [String: Any], name: String, pattern: String) -> String? {
    guard let value = object[name.replacingOccurrences(of: "?", with: "")] else {
      return name.hasPrefix("?") ? nil : "\(name) is missing"
    }
    guard !pattern.isEmpty else { return nil }
    let text = "\(value)"
    let range = text.range(of: "^(?s:\(pattern))$", options: .regularExpression)
    return range == text.startIndex..<text.endIndex ? nil : "\(name) is \(text)"
  }
}
