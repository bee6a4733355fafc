import Foundation
import Testing

@testable import Conference

@Suite("schedule.json")
struct ScheduleJSONTests {
  @Test("has what the published schema asks for, in its formats, and nothing that it does not know")
  func fields() throws {
    let schedule = try ScheduleReading(NightConference.draft)
    #expect(Set(schedule.root.keys) == ["$schema", "generator", "schedule"])
    #expect(schedule.schedule["version"] as? String == "1.0")
    #expect(schedule.schedule["base_url"] as? String == "https://night.example.org")
    #expect(schedule.schedule["rooms"] == nil)
    #expect(ScheduleFields.problems(schedule.conference, ScheduleFields.conference) == [])
    for (name, fields) in [
      ("tracks", ScheduleFields.track), ("rooms", ScheduleFields.room), ("days", ScheduleFields.day),
    ] {
      let objects = schedule.conference[name] as? [[String: Any]] ?? []
      #expect(objects.flatMap { ScheduleFields.problems($0, fields) } == [] && !objects.isEmpty)
    }
    for event in schedule.events {
      #expect(ScheduleFields.problems(event, ScheduleFields.event) == [])
      let persons = event["persons"] as? [[String: Any]] ?? []
      #expect(persons.flatMap { ScheduleFields.problems($0, ScheduleFields.person) } == [])
      let links = event["links"] as? [[String: Any]] ?? []
      #expect(links.flatMap { ScheduleFields.problems($0, ScheduleFields.reference) } == [])
    }
  }

  @Test("is the same for the same draft, whatever the order of its entries")
  func stable() throws {
    var draft = NightConference.draft
    let first = try ScheduleReading.json(draft)
    draft.sessions.reverse()
    draft.papers.reverse()
    #expect(try ScheduleReading.json(draft) == first)
  }

  @Test("every session is there once, also a cancelled one, which says so")
  func sessions() throws {
    let schedule = try ScheduleReading(NightConference.draft)
    let titles = NightConference.draft.sessions.map {
      $0.isCancelled ? "Cancelled: Called off" : ScheduleText.clean($0.title)
    }
    #expect(schedule.events.compactMap { $0["title"] as? String }.sorted() == titles.sorted())
    for key in ["guid", "id", "code", "slug", "url"] {
      #expect(Set(schedule.events.map { "\($0[key] ?? "")" }).count == titles.count)
    }
  }

  @Test("the events in a room follow each other without overlapping")
  func overlaps() throws {
    for room in try ScheduleReading(NightConference.draft).rooms.values {
      let spans = room.compactMap(ScheduleReading.span)
      #expect(spans.count == room.count)
      for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.end <= next.start) }
    }
  }

  @Test("a poster session is one event that lists its papers and links to them")
  func posters() throws {
    let event = try #require(try ScheduleReading(NightConference.draft).event("Posters"))
    let hostile = ScheduleText.clean(NightConference.hostile)
    let description = "- \(hostile) (Ngozi Okonkwo, Ana <& Co>)\n- The $\\ell_1$ norm (José Núñez)"
    #expect(event["description"] as? String == description)
    #expect((event["persons"] as? [Any])?.count == 0)
    let links = event["links"] as? [[String: String]]
    #expect(
      links?.map { $0["url"] } == ["https://night.example.org/papers/17", "https://night.example.org/papers/x_9~a"])
    #expect(links?.map { $0["title"] } == [hostile, "The $\\ell_1$ norm"])
  }

  @Test("an event has its people, texts and links, and no address that is dangerous or secret")
  func keynote() throws {
    let event = try #require(try ScheduleReading(NightConference.draft).event("Keynotes"))
    #expect(event["abstract"] as? String == "What <we> learned")
    #expect(event["description"] as? String == "Long\nstory")
    #expect(event["subtitle"] as? String == "A talk & more")
    #expect((event["persons"] as? [[String: Any]])?.map { $0["name"] as? String } == ["Aster Bekele"])
    let urls = (event["links"] as? [[String: String]])?.map { $0["url"] }
    #expect(urls == ["https://example.org/a?b=1&c=%222%22", "https://example.org/notes"])
    let text = String(decoding: try ScheduleReading.json(NightConference.draft), as: UTF8.self)
    for secret in ["meet.example.org", "video.example.org", "javascript:"] { #expect(!text.contains(secret)) }
  }

  @Test("a conference without dates or sessions still has a day")
  func empty() throws {
    let schedule = try ScheduleReading(Draft(conference: ConferenceInfo(id: "x", name: "")))
    #expect(schedule.conference["acronym"] as? String == "x_conference")
    #expect(schedule.conference["start"] as? String == "2026-04-01")
    #expect(schedule.conference["daysCount"] as? Int == 1)
    #expect(ScheduleFields.problems(schedule.conference, ScheduleFields.conference) == [])
  }
}
