/// The same document as `schedule.json`, arranged as `schedule.xml` asks.
enum ScheduleXML {
  static func bytes(of document: ScheduleDocument) -> [UInt8] {
    let schedule = document.schedule
    let rooms = Dictionary(schedule.conference.rooms.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let generator: KeyValuePairs = ["name": document.generator.name, "version": document.generator.version]
    let days = schedule.conference.days.map { day($0, order: schedule.conference.rooms.map(\.name), rooms: rooms) }
    let head = [
      ScheduleXMLNode("generator", generator), ScheduleXMLNode("version", schedule.version), conference(of: schedule),
    ]
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    ScheduleXMLNode("schedule", [:], head + days).write(to: &text)
    return Array(text.utf8)
  }

  private static func conference(of schedule: ScheduleDocument.Schedule) -> ScheduleXMLNode {
    let conference = schedule.conference
    var nodes = [
      ScheduleXMLNode("acronym", conference.acronym), .init("title", conference.title),
      .init("start", conference.start), .init("end", conference.end), .init("days", String(conference.daysCount)),
      .init("timeslot_duration", conference.timeslotDuration), .init("base_url", schedule.baseURL),
    ]
    if let logo = conference.logo { nodes.append(.init("logo", logo)) }
    nodes += [.init("url", conference.url), .init("time_zone_name", conference.zone)]
    if let primary = conference.colors?["primary"] { nodes.append(.init("color", ["primary": primary])) }
    nodes += conference.tracks.map { .init("track", ["name": $0.name, "color": $0.color, "slug": $0.slug]) }
    return .init("conference", [:], nodes)
  }

  private static func day(
    _ day: ScheduleDocument.Day, order: [String], rooms: [String: ScheduleDocument.Room]
  ) -> ScheduleXMLNode {
    let nodes = order.filter { day.rooms[$0] != nil }.map { name in
      let events = day.rooms[name] ?? []
      return ScheduleXMLNode("room", ["name": name, "guid": rooms[name]?.guid ?? ""], events.map(event))
    }
    let attributes: KeyValuePairs = [
      "index": String(day.index), "date": day.date, "start": day.start, "end": day.end,
    ]
    return .init("day", attributes, nodes)
  }

  private static func event(_ event: ScheduleEvent) -> ScheduleXMLNode {
    let recording = [
      ScheduleXMLNode("license", event.recordingLicense), .init("optout", event.doNotRecord ? "true" : "false"),
    ]
    return .init(
      "event", ["guid": event.guid, "id": String(event.id), "code": event.code],
      [
        .init("date", event.date), .init("start", event.start), .init("duration", event.duration),
        .init("room", event.room), .init("slug", event.slug), .init("url", event.url),
        .init("recording", [:], recording), .init("title", event.title), .init("subtitle", event.subtitle),
        .init("track", event.track), .init("type", event.type), .init("language", event.language),
        .init("abstract", event.abstract), .init("description", event.description), .init("logo", event.logo ?? ""),
        .init("persons", [:], event.persons.map { .init("person", ["guid": $0.guid], text: $0.name) }),
        .init("links", [:], event.links.map { reference("link", $0) }),
        .init("attachments", [:], event.attachments.map { reference("attachment", $0) }),
      ]
    )
  }

  private static func reference(_ name: String, _ reference: ScheduleEvent.Reference) -> ScheduleXMLNode {
    .init(name, ["href": reference.url, "type": reference.type], text: reference.title)
  }
}
