import Foundation
import Testing

@testable import Conference

@Suite("schedule.xml")
struct ScheduleXMLTests {
  @Test("says the same as schedule.json, event by event")
  func agreement() throws {
    let json = try ScheduleReading(NightConference.draft)
    let root = try #require(ScheduleXMLReading.root(of: ScheduleReading.xml(NightConference.draft)))
    let days = root.all("day")
    #expect(days.map { $0.attributes["date"] } == json.days.map { $0["date"] as? String })
    #expect(days.map { $0.attributes["start"] } == json.days.map { $0["day_start"] as? String })
    #expect(days.map { $0.attributes["end"] } == json.days.map { $0["day_end"] as? String })
    for (day, other) in zip(days, json.days) {
      let rooms = other["rooms"] as? [String: [[String: Any]]] ?? [:]
      #expect(Set(day.all("room").map { $0.attributes["name"] ?? "" }) == Set(rooms.keys))
      for room in day.all("room") {
        let events = rooms[room.attributes["name"] ?? ""] ?? []
        #expect(room.all("event").map(summary) == events.map(summary))
      }
    }
    #expect(days.flatMap { $0.all("room").flatMap { $0.all("event") } }.count == NightConference.draft.sessions.count)
  }

  private static let texts = [
    "date", "start", "duration", "room", "slug", "url", "title", "subtitle", "track", "type", "language", "abstract",
    "description",
  ]

  private func summary(_ event: ScheduleXMLElement) -> [String] {
    let links = event.all("links").flatMap { $0.all("link") }.flatMap { [$0.attributes["href"] ?? "", $0.text] }
    let persons = event.all("persons").flatMap { $0.all("person") }.flatMap { [$0.attributes["guid"] ?? "", $0.text] }
    return ["guid", "id", "code"].map { event.attributes[$0] ?? "" } + Self.texts.map { event[$0] ?? "missing" }
      + links + persons
  }

  private func summary(_ event: [String: Any]) -> [String] {
    let links = (event["links"] as? [[String: String]] ?? []).flatMap { [$0["url"] ?? "", $0["title"] ?? ""] }
    let persons = (event["persons"] as? [[String: Any]] ?? []).flatMap {
      [$0["guid"] as? String ?? "", $0["name"] as? String ?? ""]
    }
    return (["guid", "id", "code"] + Self.texts).map { "\(event[$0] ?? "missing")" } + links + persons
  }

  @Test("begins with what the published schema asks for, in its order")
  func head() throws {
    let root = try #require(ScheduleXMLReading.root(of: ScheduleReading.xml(NightConference.draft)))
    #expect(root.name == "schedule")
    #expect(root.children.prefix(3).map(\.name) == ["generator", "version", "conference"])
    let conference = try #require(root.all("conference").first)
    #expect(conference["acronym"] == "night_2026" && conference["title"] == "Night & Day")
    #expect(conference["start"] == "2026-04-27" && conference["end"] == "2026-04-29" && conference["days"] == "3")
    #expect(conference["timeslot_duration"] == "00:05" && conference["time_zone_name"] == "Africa/Lagos")
    #expect(conference["logo"] == "https://night.example.org/media/logo.svg")
    #expect(conference.all("color").first?.attributes == ["primary": "#0B5C63"])
    #expect(conference.all("track").first?.attributes == ["name": "Keynotes", "color": "#6B3FA0", "slug": "keynote"])
    let recording = root.all("day")[0].all("room")[0].all("event")[0].all("recording").first
    #expect(recording?["license"] == "" && recording?["optout"] == "true")
  }

  @Test("five hundred random titles give XML that can be read, with the title as JSON has it")
  func random() throws {
    var random = RandomText(seed: 6)
    var draft = NightConference.draft
    draft.sessions = (0..<500).map { number in
      NightConference.session(
        "s\(number)", .social, "a" + random.text(upTo: 80) + "z", "2026-04-27T08:00:00Z", "2026-04-27T09:00:00Z"
      ) { $0.description = random.text(upTo: 80) }
    }
    let root = try #require(ScheduleXMLReading.root(of: ScheduleReading.xml(draft)))
    let events = root.all("day").flatMap { $0.all("room") }.flatMap { $0.all("event") }
    let json = Dictionary(grouping: try ScheduleReading(draft).events) { $0["guid"] as? String ?? "" }
    #expect(events.count == 500)
    for event in events {
      let same = json[event.attributes["guid"] ?? ""]?.first
      #expect(event["title"] == same?["title"] as? String && event["description"] == same?["description"] as? String)
    }
  }

  @Test("an attribute keeps its line breaks and quotes")
  func attribute() {
    var text = ""
    ScheduleXMLNode("a", ["b": "1\n\t\"2\"<&>\u{1}\r"], text: "]]>").write(to: &text)
    #expect(text == "<a b=\"1&#10;&#9;&quot;2&quot;&lt;&amp;&gt;&#10;\">]]&gt;</a>\n")
    #expect(ScheduleXMLReading.root(of: Array(text.utf8))?.attributes == ["b": "1\n\t\"2\"<&>\n"])
  }
}
