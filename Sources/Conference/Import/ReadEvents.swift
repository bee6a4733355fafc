import Foundation

/// Keynotes, workshops, socials, tutorials, plenary sessions and expos, whichever file they stand in.
extension FolderReading {
  func readEvents() {
    readEvents(of: ["keynotes", "speakers"], kind: .keynote, under: ["speakers", "keynotes"])
    readEvents(of: ["workshops"], kind: .workshop, under: ["workshops"])
    readEvents(of: ["socials", "social"], kind: .social, under: ["socials"])
    readEvents(of: ["tutorials"], kind: .tutorial, under: ["tutorials"])
    readEvents(
      of: ["plenary_sessions", "plenary", "plenaries", "panels"], kind: .plenary,
      under: ["plenary_sessions", "plenary", "panels"])
    readEvents(of: ["expos"], kind: .expo, under: ["expos"])
  }

  private func readEvents(of tables: [String], kind: Event.Kind, under keys: [String]) {
    for name in tables {
      forEachRecord(of: name, under: keys) { record in
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

  private func event(_ record: Record, kind: Event.Kind) -> Event? {
    guard let title = record.text("title", "name") ?? record.text("speaker") else {
      error(record.place, "this \(kind.rawValue) has no title", "add one")
      return nil
    }
    warnAboutMarkup(title, at: record.place("title", "name"))
    guard let name = eventName(record, kind: kind, title: title) else { return nil }
    var event = Event(kind: kind, name: name, title: title)
    event.people = eventPeople(record)
    event.summary = record.text("short", "summary")
    event.description = record.text("description", "abstract")
    event.notice = record.text("content", "notice", "info")
    event.join = address(record, "join", "zoom_live", "zoom_link")
    event.website = address(record, "website", "url", "link")
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
  private func eventName(_ record: Record, kind: Event.Kind, title: String) -> String? {
    let company = kind == .expo ? record.text("name") : nil
    let given = record.text("id", "UID") ?? record.key ?? record.text("cal")
    let name = given ?? Slug.made(of: company ?? title)
    if given == nil { derived.insert(EntryName(kind: .event, id: "\(kind.rawValue)/\(name)")) }
    return claim(kind.rawValue, name, at: record.place("id", "UID", "cal")) ? name : nil
  }

  private func eventPeople(_ record: Record) -> [Person] {
    let affiliation = record.text("institution", "affiliation", "aff") ?? record.text("company")
    var people = people(
      record, "people", "speakers", "speaker", "organizers", "organisers", "presenter", "presenters", "authors",
      affiliation: affiliation)
    if let biography = record.text("bio", "biography"), !people.isEmpty { people[0].biography = biography }
    return people
  }

  // MARK: When it is live

  private func readLiveTimes(_ record: Record, of event: inout Event) {
    for session in record.records("sessions") {
      readNestedSession(session, of: event, count: record.records("sessions").count)
    }
    readWeekdays(record, of: event)
    // Plenary sessions repeat as words what their sessions say as times.
    if event.kind == .plenary || event.kind == .workshop { record.ignore("date", "day", "time") }
    record.ignore("session")
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
  private func readWeekdays(_ record: Record, of event: Event) {
    guard event.kind != .plenary, let times = record.node("times", "time") else { return }
    let dayTexts = record.node("day", "days")?.scalars ?? []
    let timeTexts = times.scalars
    guard dayTexts.count == timeTexts.count else {
      error(times.place, "there are \(dayTexts.count) days and \(timeTexts.count) times", "give a time for each day")
      return
    }
    let links = record.list("links") + record.list("zoom", "zoom_link", "join")
    for (number, (day, time)) in zip(dayTexts, timeTexts).enumerated() {
      readWeekday(day, time, link: links.indices.contains(number) ? links[number] : nil, of: event, at: record.place)
    }
  }

  private func readWeekday(_ dayNode: Node, _ timeNode: Node, link: String?, of event: Event, at place: Place) {
    let dayText = dayNode.text ?? ""
    guard let range = TimeRange(text: timeNode.text ?? "") else {
      return error(timeNode.place, "“\((timeNode.text ?? "").prefix(40))” is not a time", "write it as 14:00-14:30 GMT")
    }
    let label =
      dayText.split(separator: ":").count == 2
      ? dayText.split(separator: ":")[0].trimmingCharacters(in: .whitespaces) : nil
    guard let day = day(named: dayText, startingAt: range.start) else {
      return unknownDay(dayText, at: dayNode.place)
    }
    let zone = range.zone ?? .utc
    let start = zone.instant(of: range.start.wall(on: day))
    let end = zone.instant(of: range.end.wall(on: range.endsNextDay ? day.adding(days: 1) : day))
    guard ordered(start, end, at: timeNode.place) != nil else { return }
    let isQuestions = event.kind == .keynote
    let who = event.people.map(\.name).joined(separator: " and ")
    let title = isQuestions && !who.isEmpty ? "Live Q&A: \(who)" : label.map { "\(event.title): \($0)" } ?? event.title
    var session = Session(
      id: uniqueSessionID(event.kind.rawValue + "-" + event.name), kind: isQuestions ? .qa : event.kind.sessionKind,
      title: title, start: start, end: end)
    session.event = event.reference
    session.join = link.flatMap { checkedAddress($0, at: place) }
    add(session, at: dayNode.place)
  }

  private func unknownDay(_ text: String, at place: Place) {
    let message = "“\(text.prefix(40))” is not a day of the conference"
    if days.isEmpty {
      error(
        place, message + ", since no file says which days it has",
        "add schedule.yml, or conference.yml with start and end, or write the date such as 2020-04-28")
    } else {
      error(
        place, message,
        "write the date, such as 2020-04-28, or a weekday from \(days[0].iso) to \(days[days.count - 1].iso)")
    }
  }

  /// "Tuesday", "Molecules: Monday", "2020-04-28"; "Wednesday/Thursday" is the night between, so early hours are the later day's.
  private func day(named text: String, startingAt start: ClockTime) -> Day? {
    let name = text.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? text
    if let day = Day(iso: name) { return day }
    let choices = name.split(separator: "/").map { $0.trimmingCharacters(in: .whitespaces) }
    guard let choice = start.hour < 12 ? choices.last : choices.first else { return nil }
    if let weekday = Weekday(text: choice) { return days.first { $0.weekday == weekday } }
    guard let year = days.first?.year else { return nil }
    return Day(text: choice, year: year)
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
