import Foundation

/// Keynotes, workshops, socials, tutorials, plenary sessions and expos, whichever file they stand in.
extension FolderReading {
  func readEvents() {
    readEvents(of: ["keynotes", "speakers", "invited"], kind: .keynote, under: ["speakers", "keynotes"])
    readEvents(of: ["workshops"], kind: .workshop, under: ["workshops"])
    readEvents(of: ["socials", "social"], kind: .social, under: ["socials"])
    readEvents(of: ["tutorials"], kind: .tutorial, under: ["tutorials"])
    readEvents(
      of: ["plenary_sessions", "plenary", "plenaries", "panels", "debates", "roundtables", "symposiums"],
      kind: .plenary,
      under: ["plenary_sessions", "plenary", "panels"])
    readEvents(of: ["expos"], kind: .expo, under: ["expos"])
  }

  private func readEvents(of tables: [String], kind: Event.Kind, under keys: [String]) {
    for name in tables {
      guard let table = table(name) else { continue }
      forEach(datedRecords(of: table, under: keys)) { record in
        var event: Event?
        let sessionsBefore = draft.sessions.count
        let isGood = succeeded { event = self.event(record, kind: kind) }
        if isGood, let event {
          draft.events.append(event)
        } else {
          draft.sessions.removeSubrange(sessionsBefore...)
        }
      }
    }
  }

  private func event(_ record: Record, kind: Event.Kind) -> Event {
    let people = eventPeople(record, kind: kind)
    let own = record.text("title", "talk_title", "name", "short_name")
    // A panel may be nothing but who is on it, and portals called keynotes so.
    let mayBePeople = isPortal || kind == .plenary
    let title =
      own ?? (mayBePeople ? record.text("speaker") ?? people.map(\.name).joined(separator: ", ").nonEmpty : nil)
    if let title {
      warnAboutMarkup(title, at: record.place("title", "talk_title", "name"))
    } else {
      error(record.place, "this \(kind.rawValue) has no title", "add one")
    }
    var event = Event(kind: kind, name: eventName(record, kind: kind, title: title) ?? "", title: title ?? "")
    event.people = people
    event.summary = record.text("short", "summary")
    event.description = record.text("description", "abstract", "talk_abstract")
    event.notice = record.text("content", "notice", "info")
    event.join = address(record, "join", "zoom_live", "zoom_link")
    event.website = address(record, "website", "workshop_site_url", "url", "link")
    event.image = picture(record, "image", "picture", "logo")
    event.video = video(record, "video", "slides_link", "slides_live", "presentation_id", "prerecorded", "livestream")
    event.recording = video(record, "recording", "qa_link", "slides_live_qa")
    event.slides = address(record, "slides", "slides_url")
    if let material = address(record, "material") { event.links.append(Link(label: "Material", url: material)) }
    event.talks = record.records("prerecorded_talks", "talks").compactMap(talk)
    record.ignore("chat", "rocketchat_channel", "channel", "cal")
    readLiveTimes(record, of: &event)
    return event
  }

  /// An id of its own, else the short name that the portals gave for calendars, else one made of the title.
  private func eventName(_ record: Record, kind: Event.Kind, title: String?) -> String? {
    let company = kind == .expo ? record.text("name") : nil
    let given = record.text("id", "UID") ?? record.key ?? record.text("cal")
    guard let wanted = given ?? (company ?? title).map({ Slug.made(of: $0) }) else { return nil }
    let name = freeID(kind.rawValue, wanted, or: title, at: record.place)
    if given == nil { derived.insert(EntryName(kind: .event, id: "\(kind.rawValue)/\(name)")) }
    return claim(kind.rawValue, name, at: record.place(ofName: ["id", "UID", "cal"])) ? name : nil
  }

  private func eventPeople(_ record: Record, kind: Event.Kind) -> [Person] {
    let affiliation = record.text("institution", "affiliation", "aff") ?? record.text("company")
    var people = people(
      record, "people", "speakers", "speaker", "organizers", "organisers", "presenter", "presenters", "authors",
      "committee",
      affiliation: affiliation)
    // Beside the title of a talk, a name is the speaker's.
    if people.isEmpty, kind == .keynote, record.text("title", "talk_title") != nil {
      people = self.people(record, "name", affiliation: affiliation)
    }
    if let biography = record.text("bio", "biography"), !people.isEmpty { people[0].biography = biography }
    return people
  }

  // MARK: When it is live

  private func readLiveTimes(_ record: Record, of event: inout Event) {
    record.ignore("session")
    let sessions = record.records("sessions")
    let listed = draft.sessions.first { $0.event == event.reference }
    for session in sessions { readNestedSession(session, of: event, count: sessions.count) }
    if draft.sessions.contains(where: { $0.event == event.reference }) {
      // Days and times in words repeat what the sessions say.
      let place = ignoreTimes(record)
      if !isPortal, let listed, let place {
        let file = places["session \(listed.id)"]?.file ?? "another file"
        warn(
          place, "this time is left out, since \(file) has sessions of this event", "leave one of the two out")
      }
      return
    }
    if !readWeekdays(record, of: event) {
      event.join = event.join ?? address(record, "zoom")
      if hasStart(record) { readOwnTimes(record, of: event) }
    }
    if event.kind == .plenary || event.kind == .workshop { record.ignore("date", "day") }
  }

  /// "date: 2020-04-28, start: 9:00, end: 17:00" beside the event's title.
  private func readOwnTimes(_ record: Record, of event: Event) {
    guard let times = times(record) else { return }
    var session = Session(
      id: uniqueSessionID(event.kind.rawValue + "-" + event.name), kind: event.kind.sessionKind, title: event.title,
      start: times.start, end: times.end)
    session.event = event.reference
    session.join = event.join
    add(session, at: record.place)
  }

  /// "{name: W-Live Session 1, start_time: ..., end_time: ..., zoom_link: ...}"
  private func readNestedSession(_ record: Record, of event: Event, count: Int) {
    guard let times = times(record) else { return }
    let part = Self.plain((record.text("name", "title") ?? "").replacing(/^[A-Z]-/, with: ""))
    let isQuestions = part.contains(/Q\s*&?\s*A/)
    var session = Session(
      id: uniqueSessionID(event.kind.rawValue + "-" + event.name), kind: isQuestions ? .qa : event.kind.sessionKind,
      title: count > 1 && !part.isEmpty ? "\(event.title): \(part)" : event.title, start: times.start, end: times.end)
    session.event = event.reference
    session.join = address(record, "zoom_link", "join", "link", "zoom")
    session.description = record.text("hosts", "host").map { "Hosts: \($0)" }
    record.ignore("livestream_id")
    add(session, at: record.place)
  }

  /// "day: [Tuesday, Thursday], times: [16:00-18:00 GMT, 17:00-19:00 GMT], links: [...]"
  ///
  /// False where there are no times.
  private func readWeekdays(_ record: Record, of event: Event) -> Bool {
    let (days, times) = (record.items("day", "days", "date", "dates"), record.items("times", "time"))
    guard !times.isEmpty else { return false }
    guard days.count == times.count else {
      error(
        record.place("times", "time"), "there are \(days.count) days and \(times.count) times",
        "give a time for each day")
      return true
    }
    guard let zone = zone(of: record) else { return true }
    let links = record.list("links") + record.list("zoom", "zoom_link", "join")
    for (number, (day, time)) in zip(days, times).enumerated() {
      let link = links.indices.contains(number) ? links[number] : nil
      readWeekday(day, time, in: zone, link: link, of: event, at: record.place)
    }
    return true
  }

  private func readWeekday(
    _ dayItem: (text: String, place: Place), _ timeItem: (text: String, place: Place), in zone: Zone, link: String?,
    of event: Event, at place: Place
  ) {
    let dayText = dayItem.text
    guard let range = TimeRange(text: timeItem.text) ?? anHour(from: timeItem) else {
      return error(timeItem.place, "“\(timeItem.text.prefix(40))” is not a time", "write it as 14:00-14:30 GMT")
    }
    let label =
      dayText.split(separator: ":").count == 2
      ? dayText.split(separator: ":")[0].trimmingCharacters(in: .whitespaces) : nil
    let dayName = Self.dayName(in: dayText, startingAt: range.start)
    guard let day = day(of: dayName) else { return leaveOut(day: dayName, at: dayItem.place) }
    let zone = range.zone ?? zone
    guard let start = instant(of: range.start.wall(on: day), in: zone, at: timeItem.place),
      let end = instant(
        of: range.end.wall(on: range.endsNextDay ? day.adding(days: 1) : day), in: zone, at: timeItem.place)
    else { return }
    guard ordered(start, end, at: timeItem.place) != nil else { return }
    let isQuestions = event.kind == .keynote
    let who = event.people.map(\.name).joined(separator: " and ")
    let title = isQuestions && !who.isEmpty ? "Live Q&A: \(who)" : label.map { "\(event.title): \($0)" } ?? event.title
    var session = Session(
      id: uniqueSessionID(event.kind.rawValue + "-" + event.name), kind: isQuestions ? .qa : event.kind.sessionKind,
      title: title, start: start, end: end)
    session.event = event.reference
    session.join = link.flatMap { checkedAddress($0, at: place) }
    add(session, at: dayItem.place)
  }

  /// A portal's "14:00" without an end.
  private func anHour(from item: (text: String, place: Place)) -> TimeRange? {
    guard isPortal, let start = ClockTime(text: item.text),
      let end = ClockTime(hour: (start.hour + 1) % 24, minute: start.minute)
    else { return nil }
    let range = TimeRange(start: start, end: end)
    if range != nil { endless.add("end", at: item.place) }
    return range
  }

  /// The day in "Tuesday", "Molecules: Monday"; of the night "Wednesday/Thursday" early hours are the later day's.
  private static func dayName(in text: String, startingAt start: ClockTime) -> String {
    let name = text.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? text
    if Weekday(text: String(name.prefix { $0 != "/" }).trimmingCharacters(in: .whitespaces)) == nil { return name }
    let choices = name.split(separator: "/").map { $0.trimmingCharacters(in: .whitespaces) }
    return (start.hour < 12 ? choices.last : choices.first) ?? name
  }
}

extension Event.Kind {
  /// What its live sessions are, questions and answers apart.
  var sessionKind: Session.Kind {
    switch self {
    case .keynote: .keynote
    case .workshop: .workshop
    case .social: .social
    case .tutorial: .tutorial
    case .plenary: .plenary
    case .expo: .expo
    }
  }
}
