import Testing

@testable import Conference

@Suite("schedule.xml by its schema")
struct ScheduleXMLSchemaTests {
  private typealias Fields = ScheduleXMLFields

  @Test("holds what the published schema asks for, nothing that it does not know, and no identifier twice")
  func schema() throws {
    let root = try #require(ScheduleXMLReading.root(of: ScheduleReading.xml(NightConference.draft)))
    let conference = try #require(root.all("conference").first)
    #expect(root.children.map(\.name).filter { $0 != "day" } == ["generator", "version", "conference"])
    #expect(Fields.problems(conference, children: Fields.conference) == [])
    #expect(conference.all("track").flatMap { Fields.problems($0, attributes: Fields.track) } == [])
    let days = root.all("day")
    #expect(!days.isEmpty && days.flatMap { Fields.problems($0, attributes: Fields.day) } == [])
    let rooms = days.flatMap { $0.all("room") }
    #expect(!rooms.isEmpty && rooms.flatMap { Fields.problems($0, attributes: Fields.room) } == [])
    let events = rooms.flatMap { $0.all("event") }
    #expect(events.flatMap(problems) == [])
    for name in ["guid", "code", "id"] {
      #expect(Set(events.map { $0.attributes[name] ?? "" }).count == events.count, "\(name)")
    }
    #expect(Set(events.map { $0["slug"] ?? "" }).count == events.count)
    #expect(Set(days.map { $0.attributes["index"] ?? "" }).count == days.count)
  }

  private func problems(_ event: ScheduleXMLElement) -> [String] {
    Fields.problems(event, attributes: Fields.eventAttributes) + Fields.problems(event, children: Fields.event)
      + event.all("recording").flatMap { Fields.problems($0, children: Fields.recording) }
      + event.all("persons").flatMap { $0.all("person") }.flatMap { Fields.problems($0, attributes: Fields.person) }
      + event.all("links").flatMap { $0.all("link") }.flatMap { Fields.problems($0, attributes: Fields.link) }
      + event.all("attachments").flatMap { $0.all("attachment") }.flatMap {
        Fields.problems($0, attributes: Fields.attachment)
      }
  }
}
