import Foundation

/// The schedule of the ICLR 2020 portal: time slots, days, and what is in which slot; and its poster sessions by weekday.
extension FolderReading {
  func readPortalSchedule() {
    guard let table = table("schedule") else { return }
    let root = table.record
    let slots = timeSlots(root.node("time_slots"))
    let dayNodes = root.node("conference", "days")?.items ?? []
    for node in dayNodes {
      let record = Record(node)
      guard let text = record.text("day", "date"), let day = Day(iso: text) else {
        error(record.place, "this day has no date", "add “day” such as 2020-04-27")
        continue
      }
      days.append(day)
      for event in record.records("events") {
        readEvent(event, on: day, slots: slots)
      }
      tally(record)
    }
    tally(root)
  }

  private func timeSlots(_ node: Node?) -> [String: (start: ClockTime, end: ClockTime)] {
    var slots: [String: (start: ClockTime, end: ClockTime)] = [:]
    for entry in node?.entries ?? [] {
      let (name, value) = (entry.key, entry.value)
      let times = value.texts.map { ClockTime(text: $0) }
      guard times.count == 2, let start = times[0], let end = times[1] else {
        error(value.place, "the time slot “\(name)” is not a start and an end", "write it as [5:00 AM, 7:00 AM]")
        continue
      }
      slots[name] = (start, end)
    }
    return slots
  }

  private func readEvent(_ record: Record, on day: Day, slots: [String: (start: ClockTime, end: ClockTime)]) {
    guard let slotName = record.text("slot"), let slot = slots[slotName] else {
      error(
        record.place("slot"), "there is no time slot “\(record.text("slot")?.prefix(40) ?? "")”",
        "name one of the file's time_slots")
      return
    }
    let start = slot.start.instant(on: day)
    let end = slot.end.instant(on: slot.end <= slot.start ? day.adding(days: 1) : day)
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
      let title = record.text("name", "title") ?? "Session"
      add(
        Session(
          id: uniqueSessionID(Slug.made(of: title)), kind: sessionKind(record), title: title, start: start, end: end),
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
      add(session, at: item.place)
    }
  }

  /// An id that no session has yet, for one that is not given any.
  func uniqueSessionID(_ base: String) -> String {
    var number = 1
    while places["session \(base)-\(number)"] != nil { number += 1 }
    derived.insert(EntryName(kind: .session, id: "\(base)-\(number)"))
    return "\(base)-\(number)"
  }

  /// "Mon Session 1" is the first poster session of the Monday among the conference's days.
  func readPosterSchedule() {
    for name in ["poster_schedule", "poster_sessions"] {
      guard let table = table(name) else { continue }
      forEach(keyedRecords(of: table)) { record in
        let listed = posters(of: record)
        // A table may have a row for each poster; its id is the paper's then.
        let isRow = listed == nil
        let names = isRow ? ["name", "session", "session_name", "short"] : ["name", "session", "id"]
        guard let title = record.text(any: names) ?? record.key else {
          return error(record.place, "this poster session has no name", "add one")
        }
        if sessionIndex(title) == nil { nameByWeekday(title) }
        let isScheduled = sessionIndex(title) != nil
        if !isScheduled { unscheduled.add(title, at: record.place(ofName: names)) }
        for poster in listed ?? [record] {
          defer { if record.value.items != nil { tally(poster) } }
          let join = address(poster, "join_link", "join", "zoom")
          guard let id = poster.text(any: Self.posterNames) ?? poster.plainText else {
            leaveOut(poster.place, lacking: "paper", "write the paper's id into it")
            continue
          }
          let place = poster.place(any: Self.posterNames)
          if isScheduled {
            self.place(Slot(paper: id, join: join), in: title, at: place)
          } else if paperIndex[id] == nil {
            dangling("paper", id, at: place)
          }
        }
      }
    }
  }

  /// The posters that stand below a session or in one cell of its row, as records or as ids alone; nil where the record
  /// is one of a poster.
  private func posters(of record: Record) -> [Record]? {
    if let items = record.value.items { return items.filter { !$0.isEmpty }.map { Record($0) } }
    let names = ["posters", "papers", "paper_ids"]
    guard names.contains(where: { record.hasField($0) }) else { return nil }
    guard record.node(any: names)?.text != nil else { return record.records(any: names) }
    return record.items(any: names, separators: [","]).map { item in
      Record(
        Node(.text(item.text), file: item.place.file, at: Position(line: item.place.line, column: item.place.column)))
    }
  }

  private static let posterNames = ["paper", "paper_id", "UID", "id"]

  private func nameByWeekday(_ title: String) {
    guard let match = title.wholeMatch(of: /(\p{L}+)\.?\s+(?:Poster\s+)?Session\s+(\d+)/.ignoresCase()),
      let weekday = Weekday(text: String(match.1)),
      let number = Int(match.2), let day = days.first(where: { $0.weekday == weekday })
    else { return }
    let posters = draft.sessions.filter { $0.kind == .poster && Zone.utc.day(at: $0.start) == day }.sorted {
      $0.start < $1.start
    }
    if posters.indices.contains(number - 1) { sessionNames[title] = posters[number - 1].id }
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
