import Foundation

/// When events are live, where their own files say it.
extension FolderReading {
  func readLiveTimes(_ record: Record, of event: inout Event) {
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
      if hasStart(record) { readOwnTimes(record, of: event) } else { noteDayWithoutTime(record) }
    }
    if event.kind == .plenary || event.kind == .workshop { record.ignore("date", "day") }
  }

  /// A day of which nothing says when on it: in portals it repeats what a calendar says.
  private func noteDayWithoutTime(_ record: Record) {
    let names = Self.dayNames + ["days", "dates"]
    guard !isPortal, !record.items(any: names, separators: []).isEmpty else { return }
    timeless.add("day", at: record.place(any: names))
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

  /// A text of a record and where it stands.
  private typealias Item = (text: String, place: Place)

  /// An event of which days and times are read, and how long each takes that has no end.
  private struct Live {
    let event: Event
    let record: Record
    let minutes: Int?
  }

  /// "day: [Tuesday, Thursday], times: [16:00-18:00 GMT, 17:00-19:00 GMT], links: [...]"
  ///
  /// One time may be that of all days, and times may say their days themselves. False where there are no times.
  private func readWeekdays(_ record: Record, of event: Event) -> Bool {
    let days = Self.split(record.items("day", "days", "date", "dates")) {
      self.day(of: $0) != nil || Weekday(text: $0) != nil
    }
    let times = Self.split(record.items("times", "time")) { TimeRange(text: $0) != nil }
    guard !times.isEmpty else { return false }
    guard days.isEmpty || times.count == 1 || days.count == times.count else {
      error(
        record.place("times", "time"), "there are \(days.count) days and \(times.count) times",
        "give a time for each day, or one for all")
      return true
    }
    guard hasKnownZone(record) else { return true }
    let live = Live(event: event, record: record, minutes: duration(record, isInHours: false))
    let links = record.list("links") + record.list("zoom", "zoom_link", "join")
    for number in 0..<max(days.count, times.count) {
      let time = times.count == 1 ? times[0] : times[number]
      let link = links.indices.contains(number) ? links[number] : nil
      if days.isEmpty {
        readDatedTime(time, of: live, link: link)
      } else {
        readWeekday(days[number], time, of: live, link: link)
      }
    }
    return true
  }

  /// A single text that is several with commas between them, all of which are what is asked for.
  private static func split(_ items: [Item], where isOne: (String) -> Bool) -> [Item] {
    guard items.count == 1, let item = items.first, !isOne(item.text) else { return items }
    let parts = Names.cleaned(item.text.components(separatedBy: ","))
    return parts.allSatisfy(isOne) ? parts.map { (text: $0, place: item.place) } : items
  }

  /// "Monday 23:00-01:00 GMT" or "2021-05-03 23:00 - 2021-05-04 01:00", where no other field has the day.
  private func readDatedTime(_ item: Item, of live: Live, link: String?) {
    if let moments = writtenMoments(item.text) {
      guard let found = times(of: moments, live.record, at: item.place) else { return }
      return add(live, found, titled: nil, link: link, at: item.place)
    }
    guard let found = datedRange(item.text) else {
      return error(
        item.place, "“\(item.text.prefix(60))” is not a time with its day",
        "write it as 2020-04-28 14:00-14:30 GMT, or add the day in a field “day”")
    }
    readWeekday((text: found.day, place: item.place), item, in: found.range, of: live, link: link)
  }

  private func readWeekday(_ day: Item, _ time: Item, in range: TimeRange? = nil, of live: Live, link: String?) {
    let parts = day.text.split(separator: ":")
    let label = parts.count == 2 ? parts[0].trimmingCharacters(in: .whitespaces) : nil
    guard let found = liveTimes(day, time, in: range ?? TimeRange(text: time.text), of: live) else { return }
    add(live, found, titled: label, link: link, at: day.place)
  }

  private func liveTimes(_ dayItem: Item, _ time: Item, in range: TimeRange?, of live: Live)
    -> (start: Instant, end: Instant)?
  {
    guard let clock = range?.start ?? ClockTime(text: time.text) else {
      error(time.place, "“\(time.text.prefix(40))” is not a time", "write it as 14:00-14:30 GMT")
      return nil
    }
    let name = Self.dayName(in: dayItem.text, startingAt: clock)
    guard let day = self.day(of: name) else {
      leaveOut(day: name, at: dayItem.place)
      return nil
    }
    guard let zone = range?.zone ?? self.zone(of: live.record),
      let start = instant(of: clock.wall(on: day), in: zone, at: time.place)
    else { return nil }
    guard let range else { return openTimes(from: start, time, of: live) }
    let last = range.endsNextDay ? day.adding(days: 1) : day
    guard let end = instant(of: range.end.wall(on: last), in: zone, at: time.place) else { return nil }
    if range.endsNextDay { noteNight(from: start, to: end, at: time.place) }
    compareDuration(live.minutes, live.record, Int((end - start) / 60_000))
    return ordered(start, end, at: time.place)
  }

  /// A time without an end: as long as the record says, in a portal otherwise an hour.
  private func openTimes(from start: Instant, _ time: Item, of live: Live) -> (start: Instant, end: Instant)? {
    if let minutes = live.minutes { return ordered(start, start.adding(minutes: minutes), at: time.place) }
    guard isPortal else {
      error(time.place, "“\(time.text.prefix(40))” has no end", "write it as 14:00-14:30, or add “minutes”")
      return nil
    }
    endless.add("end", at: time.place)
    return (start: start, end: start.adding(minutes: 60))
  }

  private func add(
    _ live: Live, _ times: (start: Instant, end: Instant), titled label: String?, link: String?, at place: Place
  ) {
    let event = live.event
    let isQuestions = event.kind == .keynote
    let who = event.people.map(\.name).joined(separator: " and ")
    let title = isQuestions && !who.isEmpty ? "Live Q&A: \(who)" : label.map { "\(event.title): \($0)" } ?? event.title
    var session = Session(
      id: uniqueSessionID(event.kind.rawValue + "-" + event.name), kind: isQuestions ? .qa : event.kind.sessionKind,
      title: title, start: times.start, end: times.end)
    session.event = event.reference
    session.join = link.flatMap { checkedAddress($0, at: live.record.place) }
    add(session, at: place)
  }

  /// The day in "Tuesday", "Molecules: Monday"; of the night "Wednesday/Thursday" early hours are the later day's.
  private static func dayName(in text: String, startingAt start: ClockTime) -> String {
    let name = text.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? text
    if Weekday(text: String(name.prefix { $0 != "/" }).trimmingCharacters(in: .whitespaces)) == nil { return name }
    let choices = name.split(separator: "/").map { $0.trimmingCharacters(in: .whitespaces) }
    return (start.hour < 12 ? choices.last : choices.first) ?? name
  }
}
