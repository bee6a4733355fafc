import Foundation

/// The schedule of the ICLR 2020 portal: time slots, days, and what is in which slot.
extension FolderReading {
  func readPortalSchedule() {
    guard let table = table("schedule"), !table.root.isEmpty else { return }
    let root = table.record
    let slots = timeSlots(root.node("time_slots"))
    let before = understood
    let holder = root.node("conference", "days")
    var strangers: [Place] = []
    for record in Record.records(in: holder ?? table.root) {
      if holder == nil, let key = record.key {
        // What stands beside the days at the top of a file is named below.
        guard day(of: key) != nil else { continue }
        root.ignore(key)
      }
      if record.key == nil, isEvent(record) {
        forEach([record]) { readEvent($0, slots: slots) }
      } else if record.key != nil || holder != nil || !Self.listsOfEvents(record).isEmpty {
        readDay(record, slots: slots)
      } else {
        strangers.append(record.place)
      }
    }
    tally(root)
    guard understood == before else {
      for place in strangers {
        error(
          place, "this is neither a day with events nor an event with a time",
          "write a day's events into “events”; give an event day, start, end and title")
      }
      return
    }
    error(
      table.root.place, "nothing in this schedule is understood",
      "give days with events, or rows with day, start, end and title; or name the file sessions.csv")
  }

  /// Whether it is an event with its day, such as the row of a table, rather than a day with its events.
  private func isEvent(_ record: Record) -> Bool {
    (namesTime(record) || record.hasField("slot")) && Self.listsOfEvents(record).isEmpty
      && ["title", "name", "short", "type", "kind"].contains { record.hasField($0) }
  }

  /// How much there is so far that a schedule may have added to.
  private var understood: [Int] { [draft.sessions.count, announced.count, days.count, errorCount] }

  /// What schedules call the events of a day.
  private static let eventLists = ["events", "sessions", "slots", "items"]

  /// Which of these a record has; those of an event itself, such as the sessions that a row names, hold no events.
  private static func listsOfEvents(_ record: Record) -> [String] {
    eventLists.filter { name in
      name == "events" ? record.hasField(name) : record.value[name]?.items?.contains { $0.entries != nil } ?? false
    }
  }

  /// A day with its events: "{day: 2020-04-27, events: [...]}", or a list of events below the day.
  private func readDay(_ record: Record, slots: [String: TimeRange]) {
    let names = ["day", "date"]
    let text = record.key ?? record.text(any: names)
    let below = record.value.items == nil ? record.node(any: Self.listsOfEvents(record)) : record.value
    let other = record.value.entries?.first { $0.value.items?.contains { $0.entries != nil } ?? false }
    if below == nil, let other {
      error(
        other.keyPlace, "this day has no events, and “\(other.key.prefix(40))” is not understood",
        "call the list of its events “events”")
    }
    let events = below.map { Record.records(in: $0) } ?? []
    tally(record)
    guard let text else { return error(record.place, "this day has no date", "add “day” such as 2020-04-27") }
    guard let day = day(of: text) else { return unknownDay(text, at: record.place(ofName: names)) }
    add(day)
    forEach(events.map { $0.on(day) }) { readEvent($0, slots: slots) }
  }

  private func add(_ day: Day) {
    if !days.contains(day) { days = (days + [day]).sorted() }
  }

  /// "5a: [5:00 AM, 7:00 AM]", "20:00-22:00" or "{start: 20:00, end: 22:00}".
  private func timeSlots(_ node: Node?) -> [String: TimeRange] {
    var slots: [String: TimeRange] = [:]
    for entry in node?.entries ?? [] {
      let record = Record(entry.value)
      let pair =
        entry.value.entries == nil ? entry.value.texts : [record.text("start"), record.text("end")].compactMap(\.self)
      let times = pair.compactMap { ClockTime(text: $0) }
      let range = times.count == 2 && pair.count == 2 ? TimeRange(start: times[0], end: times[1]) : nil
      guard let slot = range ?? pair.first.flatMap({ pair.count == 1 ? TimeRange(text: $0) : nil }) else {
        error(
          entry.value.place, "the time slot “\(entry.key)” is not a start and an end", "write it as [5:00 AM, 7:00 AM]")
        continue
      }
      slots[entry.key] = slot
    }
    return slots
  }

  /// When an event is: in the slot that it names, or at times of its own.
  private func span(of record: Record, slots: [String: TimeRange]) -> (start: Instant, end: Instant)? {
    record.ignore("day", "date")
    guard let name = record.text("slot") else {
      if namesTime(record) { return times(record) }
      error(record.place, "this event has no time", "name one of the file's time_slots in “slot”, or add start and end")
      return nil
    }
    let dayNames = ["day", "date"]
    guard let slot = slots[name] ?? TimeRange(text: name), let text = record.text(any: dayNames) else {
      error(record.place("slot"), "there is no time slot “\(name.prefix(40))”", "name one of the file's time_slots")
      return nil
    }
    return times(of: (day: text, range: slot, place: record.place("slot")), record)
  }

  private func readEvent(_ record: Record, slots: [String: TimeRange]) {
    guard let (start, end) = span(of: record, slots: slots) else { return }
    add(record.text("day", "date").flatMap { day(of: $0) } ?? Zone.utc.day(at: start))
    switch record.text("type", "kind")?.lowercased() {
    case "poster":
      guard let id = record.text("short", "id") else {
        return error(record.place, "this poster session has no id", "add “short”")
      }
      add(
        Session(
          id: id, kind: .poster, title: record.text("name", "title") ?? "Poster session \(id)", start: start, end: end),
        at: record.place)
    case "qa":
      announce("keynote", record.text("id"), record, start, end)
    case "expo":
      announce(
        "expo", record.text("link")?.firstMatch(of: /expo_(\d+)/).map { String($0.1) } ?? record.text("id"), record,
        start, end)
    default:
      guard let title = record.text("name", "title") else {
        return error(record.place, "this session has no title", "add one")
      }
      add(
        Session(
          id: record.text("id", "short", "UID") ?? uniqueSessionID(Slug.made(of: title)), kind: sessionKind(record),
          title: title,
          start: start, end: end),
        at: record.place)
    }
  }

  /// Keeps what the schedule says of an event until the event's own file was read, which knows more.
  private func announce(_ kind: String, _ number: String?, _ record: Record, _ start: Instant, _ end: Instant) {
    announced.append(
      Announced(
        kind: kind, number: number, title: record.text("name", "title") ?? kind, start: start, end: end,
        place: record.place))
  }

  /// The event that a line of the schedule belongs to: the one of its id, else the only one whose title or people its
  /// own title names; the one at its number only where no event has an id of its own.
  private func event(of item: Announced, among candidates: [Event]) -> Event? {
    if let named = candidates.first(where: { $0.name == item.number }) { return named }
    let told = Self.phrase(item.title)
    let titled = candidates.filter { event in
      let surnames = event.people.compactMap { $0.name.split(separator: " ").last.map { String($0) } }
      return ([event.title] + surnames).map(Self.phrase).contains { $0.count > 2 && told.contains($0) }
    }
    if titled.count == 1 { return titled[0] }
    let areNumbered = candidates.allSatisfy { derived.contains(EntryName(kind: .event, id: $0.id)) }
    return areNumbered ? item.number.flatMap { candidates.numbered($0) } : nil
  }

  /// The words of a text between spaces, so that one may be looked for in another without halves of words.
  private static func phrase(_ text: String) -> String { " \(Folding.words(of: text).joined(separator: " ")) " }

  /// What the schedule announced is compared with the events' own times, and stands where they give none.
  func settleAnnounced() {
    for item in announced {
      let kind = item.kind == "keynote" ? Session.Kind.qa : .expo
      let event = item.kind == "keynote" ? Event.Kind.keynote : .expo
      let candidates = draft.events.filter { $0.kind == event }
      let match = self.event(of: item, among: candidates)
      if match == nil, !candidates.isEmpty {
        warn(
          item.place, "“\(item.title.prefix(60))” is of no \(item.kind) that another file has; it stands alone",
          "write the \(item.kind)'s id into “id”, or add the \(item.kind)")
      }
      let own = draft.sessions.filter { $0.event == match?.reference && match != nil }
      if own.contains(where: { $0.start == item.start }) { continue }
      if let other = own.first {
        warn(
          item.place,
          "“\(item.title)” starts at \(item.start.iso8601) here and at \(other.start.iso8601) in its own file, which counts",
          "make the two files agree")
        continue
      }
      let id = uniqueSessionID("\(item.kind)-\(match?.name ?? item.number ?? Slug.made(of: item.title))")
      var session = Session(id: id, kind: kind, title: item.title, start: item.start, end: item.end)
      session.event = match?.reference
      session.join = match?.join
      add(session, at: item.place)
    }
  }

  /// An id that no session has yet, for one that is not given any.
  func uniqueSessionID(_ base: String) -> String {
    var number = sessionNumbers[base] ?? 1
    while places["session \(base)-\(number)"] != nil { number += 1 }
    sessionNumbers[base] = number
    derived.insert(EntryName(kind: .session, id: "\(base)-\(number)"))
    return "\(base)-\(number)"
  }
}

extension [Event] {
  /// "2" is the second.
  fileprivate func numbered(_ text: String) -> Event? {
    guard let number = Int(text), number >= 1, number <= count else { return nil }
    return self[number - 1]
  }
}

/// A line of the portal's schedule that belongs to a keynote or an expo.
struct Announced {
  var kind: String
  var number: String?
  var title: String
  var start: Instant
  var end: Instant
  var place: Place
}
