/// Sessions below the day or the event that they belong to, as AKBC and IEEE VIS have them.
extension FolderReading {
  private static let inherited: Set<String> = ["date", "day", "zone", "timezone"]

  /// The sessions below a record, with the day, the zone and the event of the record; nil where there are none.
  func sessionsBelow(_ parent: Record) -> [Record]? {
    let below = parent.value.entries?.first { FieldName.normalized($0.key) == "sessions" }?.value.items ?? []
    guard below.contains(where: { $0.entries != nil }), let items = parent.node("sessions")?.items else { return nil }
    for item in items where item.entries == nil && !item.isEmpty {
      leaveOut(item.place, lacking: "fields", "write a session such as {title: …, start: …, end: …}")
    }
    let ofEvent = entries(ofEvent: parent)
    let inherited = Self.inherited.union(isOfOurs(parent) ? ["event"] : [])
    let common = (parent.value.entries ?? []).filter { inherited.contains(FieldName.normalized($0.key)) } + ofEvent
    let children = items.filter { $0.entries != nil }.map { child in
      let own = child.entries ?? []
      let names = Set(own.map { FieldName.normalized($0.key) })
      let entries = own + common.filter { !names.contains(FieldName.normalized($0.key)) }
      return Record(Node(.map(entries), file: child.file, at: child.position))
    }
    if ofEvent.isEmpty, hasStart(parent) { return [parent] + children }
    parent.ignore(any: inherited.union(["id", "UID"]).sorted())
    tally(parent)
    return children
  }

  /// Whether the record names an event by its kind and id, as ours do.
  private func isOfOurs(_ record: Record) -> Bool {
    record.hasField("event") && record.text("event").flatMap { EventReference($0) } != nil
  }

  /// What sessions say of the event that they stand below: its reference where it is one of ours, its title and its kind.
  private func entries(ofEvent parent: Record) -> [Node.Entry] {
    guard !isOfOurs(parent), parent.hasField("event") || parent.hasField("event_type"),
      let title = parent.text("long_name", "event", "name", "title")
    else { return [] }
    let words = [parent.text("event_type"), parent.text("event"), title].compactMap(\.self)
    let kind = words.lazy.compactMap { Session.Kind(words: $0) }.first
    var fields = [("event_title", parent.text("event") ?? title)]
    if let kind { fields.append(("kind", kind.rawValue)) }
    if let event = event(above: parent, title: title, kind: kind) { fields.append(("event", event.id)) }
    return fields.map { name, text in
      Node.Entry(
        key: name, value: Node(.text(text), file: parent.value.file, at: parent.value.position),
        keyFile: parent.value.file, keyPosition: parent.value.position)
    }
  }

  private func event(above parent: Record, title: String, kind: Session.Kind?) -> Event? {
    guard let kind = kind.flatMap(Event.Kind.init(of:)) else { return nil }
    let name = parent.key ?? parent.text("event_prefix", "id", "UID") ?? Slug.made(of: title)
    guard claim(kind.rawValue, name, at: parent.place) else { return nil }
    var event = Event(kind: kind, name: name, title: title)
    event.description = parent.text("event_description", "description", "abstract")
    event.website = address(parent, "event_url", "website", "url")
    event.people = people(parent, "organizers")
    draft.events.append(event)
    return event
  }

  /// The title of the event above a session.
  func aboveTitle(_ record: Record) -> String? {
    record.hasField("event_title") ? record.text("event_title") : nil
  }

  /// "time_slots: [{uid: p1, time_start: ..., time_end: ...}, {title: Opening, contributors: [...]}]": papers have their
  /// places in the session, whatever else is in it stands in its description.
  func readTimeSlots(_ record: Record, of index: Int) {
    guard record.hasField("time_slots") else { return }
    var lines: [String] = []
    for item in record.records("time_slots") {
      let (start, end) = (instant(item, "time_start", "start"), instant(item, "time_end", "end"))
      if let paper = item.text("uid", "paper"), paperIndex[paper] != nil {
        addSlot(paper, from: start, to: end, in: index)
      } else if let title = item.text("title") {
        let names = people(item, "contributors", "authors").map(\.name).joined(separator: ", ")
        lines.append("- " + title + (names.isEmpty ? "" : " (\(names))"))
      } else if let paper = item.text("uid", "paper") {
        dangling("paper", paper, at: item.place("uid", "paper"))
      }
    }
    let parts = [draft.sessions[index].description, lines.joined(separator: "\n").nonEmpty]
    draft.sessions[index].description = parts.compactMap(\.self).joined(separator: "\n\n").nonEmpty
  }

  /// Puts a paper into a session, if it is not there yet, with the times that it has to itself, if they are the session's.
  func addSlot(_ paper: String, from start: Instant?, to end: Instant?, in index: Int) {
    let session = draft.sessions[index]
    guard slotSeen.insert("\(session.id) \(paper)").inserted else { return }
    var slot = Slot(paper: paper)
    if let start, let end, start < end, start >= session.start, end <= session.end {
      (slot.start, slot.end) = (start, end)
    }
    draft.sessions[index].slots.append(slot)
  }

  /// Sessions without a title are called as the event of their name, once the events are read.
  func nameUntitledSessions() {
    for index in draft.sessions.indices where draft.sessions[index].title.isEmpty {
      guard let event = draft.events.first(where: { $0.name == draft.sessions[index].id }) else { continue }
      let names = event.people.map(\.name).joined(separator: ", ")
      draft.sessions[index].title = names.isEmpty ? event.title : "\(names): \(event.title)"
      draft.sessions[index].event = event.reference
      if draft.sessions[index].kind == .other { draft.sessions[index].kind = event.kind.sessionKind }
    }
    for session in draft.sessions where session.title.isEmpty {
      error(places["session \(session.id)"] ?? Place(file: title), "this session has no title", "add one")
    }
    draft.sessions.removeAll { $0.title.isEmpty }
  }
}

extension Event.Kind {
  /// The kind of event that has sessions of a kind; nil for those that are on their own, such as poster sessions.
  fileprivate init?(of kind: Session.Kind) {
    switch kind {
    case .workshop: self = .workshop
    case .tutorial: self = .tutorial
    case .plenary: self = .plenary
    case .social: self = .social
    case .expo: self = .expo
    case .keynote, .qa, .poster, .oral, .mentoring, .sponsor, .other: return nil
    }
  }
}
