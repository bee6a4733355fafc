/// The workshops' schedules of ACL 2020.
extension FolderReading {
  /// workshop_schedules: {"W1": [{title, speakers, type, date: "Jul 5", startTime: "9:00 AM", endTime, subsession}]}, or one row
  /// for each of these with the workshop in a column.
  func readWorkshopSchedules() {
    guard let table = table("workshop_schedules") else { return }
    let lists = scheduleLists(in: table)
    guard let first = lists.first else { return }
    guard let year = draft.sessions.first.map({ Zone.utc.day(at: $0.start).year }) ?? days.first?.year else {
      return warn(
        first.place,
        "the schedules of workshops name days without a year, and no other file has one; they are left out",
        "add start and end to conference.yml")
    }
    var schedules: [(event: Int, items: [WallAgendaItem])] = []
    for list in lists {
      guard let index = draft.events.firstIndex(where: { $0.kind == .workshop && $0.name == list.workshop }) else {
        warn(
          list.place, "there is no workshop “\(list.workshop.prefix(60))”; its schedule is left out",
          "correct the id, or add the workshop")
        continue
      }
      schedules.append((index, list.items.compactMap(wallItems(year: year))))
    }
    let offset = commonOffset(schedules)
    if offset != 0 {
      note(
        lists[0].items.first?.place ?? first.place,
        "the times name no zone; they are read as \(Zone.fixed(offset).offsetText(at: Instant(milliseconds: 0))), with which the schedules begin when their workshops do",
        "give times with a zone to be sure")
    }
    for (index, items) in schedules { draft.events[index].agenda = items.map { $0.item(at: Zone.fixed(offset)) } }
  }

  /// The records of each workshop: lists under its id, or the rows of a table with a column for it.
  private func scheduleLists(in table: Table) -> [ScheduleList] {
    if let entries = table.root.entries {
      return entries.compactMap { entry -> ScheduleList? in
        if let items = entry.value.items {
          return ScheduleList(workshop: entry.key, place: entry.keyPlace, items: items.map { Record($0) })
        }
        if !entry.value.isEmpty {
          warn(entry.keyPlace, "this is no list of what happens in a workshop; it is left out", "write a list")
        }
        return nil
      }
    }
    var lists: [ScheduleList] = []
    for record in table.records() {
      guard let workshop = record.text("workshop", "event", "track") else {
        leaveOut(record.place, lacking: "workshop", "write the workshop's id into a column “workshop”")
        continue
      }
      if let index = lists.firstIndex(where: { $0.workshop == workshop }) {
        lists[index].items.append(record)
      } else {
        lists.append(
          ScheduleList(workshop: workshop, place: record.place("workshop", "event", "track"), items: [record]))
      }
    }
    return lists
  }

  /// Reads the lines of one schedule in their order, of which only the first of a day may name it.
  private func wallItems(year: Int) -> (Record) -> WallAgendaItem? {
    var day: Day?
    return { record in
      record.ignore("id")
      defer { self.tally(record) }
      if let text = record.text("date") {
        let found = Day(text: text, year: year)
        day = found ?? day
        if found == nil {
          self.warn(record.place("date"), "“\(text.prefix(40))” is not a day", "write it as 2020-07-09")
        }
      }
      let title = record.text("title").flatMap { Self.plain($0).nonEmpty }
      if title == nil { self.leaveOut(record.place, lacking: "title", "add one") }
      let kind = record.text("type").map { String($0.prefix(1)) + $0.dropFirst().lowercased() }
      let item = AgendaItem(
        title: title ?? "", people: record.text("speakers"), kind: kind, section: record.text("subsession"))
      let (start, end) = (self.clock(record, "startTime"), self.clock(record, "endTime"))
      return title == nil ? nil : WallAgendaItem(item: item, day: day, start: start, end: end)
    }
  }

  private func clock(_ record: Record, _ name: String) -> ClockTime? {
    guard let text = record.text(name) else { return nil }
    if let time = ClockTime(text: text) { return time }
    warn(
      record.place(name), "“\(text.prefix(40))” is not a time of day; it is left out", "write it as 14:00 or 2:00 PM")
    return nil
  }

  /// The offset in seconds with which most schedules begin exactly when a live session of their workshop does, 0 if none.
  private func commonOffset(_ schedules: [(event: Int, items: [WallAgendaItem])]) -> Int {
    var votes: [Int: Int] = [:]
    for (index, items) in schedules {
      guard let first = items.first(where: { $0.day != nil && $0.start != nil }), let day = first.day,
        let start = first.start
      else { continue }
      let asUTC = start.instant(on: day)
      let sessions = draft.sessions.filter { $0.event == draft.events[index].reference }
      for session in sessions {
        let seconds = Int((asUTC.milliseconds - session.start.milliseconds) / 1000)
        if abs(seconds) <= 14 * 3600, seconds % 900 == 0 { votes[seconds, default: 0] += 1 }
      }
    }
    return votes.max { ($0.value, -abs($0.key), $0.key) < ($1.value, -abs($1.key), $1.key) }?.key ?? 0
  }
}

/// What happens in one workshop, and where that stands.
private struct ScheduleList {
  var workshop: String
  var place: Place
  var items: [Record]
}

/// A line of a schedule whose zone is not known yet.
struct WallAgendaItem {
  var item: AgendaItem
  var day: Day?
  var start: ClockTime?
  var end: ClockTime?

  func item(at zone: Zone) -> AgendaItem {
    var result = item
    guard let day, let start else { return result }
    result.start = zone.instant(of: start.wall(on: day))
    if let end {
      let crosses = end.minutes <= start.minutes
      result.end = zone.instant(of: end.wall(on: crosses ? day.adding(days: 1) : day))
    }
    return result
  }
}
