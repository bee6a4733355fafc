import Foundation

/// What c3voc's schema of `schedule.xml` (c3voc.de/schedule/schema.xsd, 2026) asks for: elements and attributes that must
/// be there, those that may be (after a question mark), and what their texts look like.
enum ScheduleXMLFields {
  static let conference = [
    "title": ".*", "acronym": "[a-z0-9_-]{4,}", "?start": date, "?end": date, "?days": "[0-9]+",
    "?timeslot_duration": duration, "?base_url": url, "?logo": url, "?url": url, "?time_zone_name": ".*",
    "?color": "", "?track": "",
  ]
  static let track = ["name": ".*", "?color": color, "?slug": "[a-z][a-z0-9-]+"]
  static let day = ["?date": date, "start": time, "end": time, "index": "[1-9][0-9]*"]
  static let room = ["name": ".*", "?guid": uuid]
  static let eventAttributes = ["?code": "[0-9A-Z]{6}", "id": "[1-9][0-9]*", "guid": uuid]
  static let event = [
    "room": ".*", "title": ".*", "?subtitle": ".*", "type": ".*", "date": time,
    "start": "[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?", "duration": duration, "abstract": ".*",
    "?slug": "[a-z0-9_]{4,}-[a-z0-9_-]{4,}", "track": ".*", "?logo": "(https?://.*)?", "?persons": "",
    "?language": ".*", "?description": ".*", "?recording": "", "?links": "", "?attachments": "", "?url": url,
    "?video_download_url": url, "?feedback_url": url, "?origin_url": url,
  ]
  static let recording = ["license": ".*", "optout": "true|false|0|1", "?url": url, "?link": url]
  static let person = ["?id": "[0-9]+", "?guid": uuid]
  static let link = ["?href": ".*", "?type": ".*", "?service": ".*"]
  static let attachment = ["?href": ".*", "?type": ".*"]

  private static let date = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
  private static let time = date + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{1,2}:[0-9]{2})"
  private static let duration = "[0-9]{1,2}:[0-9]{2}(:[0-9]{1,2})?"
  private static let uuid = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
  private static let url = "https?://.*"
  private static let color = "#[0-9a-fA-F]{6}"

  /// What is wrong with the element's children, one sentence each; none may stand there twice but those without a text.
  static func problems(_ element: ScheduleXMLElement, children fields: [String: String]) -> [String] {
    let texts = element.children.map { (name: $0.name, text: $0.text) }
    let repeated = Dictionary(grouping: texts, by: { $0.name }).filter { $1.count > 1 && fields["?" + $0] != "" }
    return repeated.keys.map { "\($0) is there twice" }
      + problems(Dictionary(texts.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first }), fields)
  }

  static func problems(_ element: ScheduleXMLElement, attributes fields: [String: String]) -> [String] {
    problems(element.attributes, fields)
  }

  private static func problems(_ texts: [String: String], _ fields: [String: String]) -> [String] {
    let foreign = texts.keys.filter { fields[$0] == nil && fields["?" + $0] == nil }.map { "\($0) is unknown" }
    let missing = fields.keys.filter { !$0.hasPrefix("?") && texts[$0] == nil }.map { "\($0) is missing" }
    let wrong = texts.compactMap { name, text -> String? in
      guard let pattern = fields[name] ?? fields["?" + name], !pattern.isEmpty else { return nil }
      let range = text.range(of: "^(?s:\(pattern))$", options: .regularExpression)
      return range == text.startIndex..<text.endIndex ? nil : "\(name) is \(text)"
    }
    return foreign + missing + wrong
  }
}
