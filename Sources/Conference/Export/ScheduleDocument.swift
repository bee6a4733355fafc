/// What `schedule.json` holds, property by property.
struct ScheduleDocument: Encodable {
  var schema = "https://c3voc.de/schedule/schema.json"
  var generator: Generator
  var schedule: Schedule

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case generator, schedule
  }

  struct Generator: Encodable {
    var name = "Hatata"
    var version = "0.1"
    var url: String
  }

  struct Schedule: Encodable {
    var version: String
    var baseURL: String
    var conference: Conference

    enum CodingKeys: String, CodingKey {
      case version, conference
      case baseURL = "base_url"
    }
  }

  struct Conference: Encodable {
    var acronym: String
    var title: String
    var description: String?
    var start: String
    var end: String
    var daysCount: Int
    var timeslotDuration = "00:05"
    var zone: String
    var logo: String?
    var colors: [String: String]?
    var url: String
    var tracks: [Track]
    var rooms: [Room]
    var meta: [String: String]
    var days: [Day]

    enum CodingKeys: String, CodingKey {
      case acronym, title, description, start, end, daysCount, logo, colors, url, tracks, rooms, meta, days
      case timeslotDuration = "timeslot_duration"
      case zone = "time_zone_name"
    }
  }

  struct Track: Encodable {
    var name: String
    var slug: String
    var color: String
  }

  struct Room: Encodable {
    var name: String
    var slug: String
    var type = "online"
    var guid: String
  }

  struct Day: Encodable {
    var index: Int
    var date: String
    var start: String
    var end: String
    /// The events of a room, in the order of their starts, under its name.
    var rooms: [String: [ScheduleEvent]]

    enum CodingKeys: String, CodingKey {
      case index, date, rooms
      case start = "day_start"
      case end = "day_end"
    }
  }
}
