import Foundation

/// What further files say about events: people, agenda, talks and links.
extension FolderReading {
  func readEventDetails() {
    readPeople()
    readAgenda()
    readTalks()
    readWorkshopSchedules()
    readWorkshopPapers()
    readLinks()
  }

  private func change(_ reference: String?, at place: Place, _ body: (inout Event) -> Void) {
    guard let text = reference else {
      return error(place, "this row has no event", "write the event's kind and id, such as workshop/W3")
    }
    guard let index = draft.events.firstIndex(where: { $0.id == text }) else {
      if let event = EventReference(text), leftOut["\(event.kind.rawValue) \(event.name)"] != nil {
        return dangling(event.kind.rawValue, event.name, at: place)
      }
      return dangling("event", text, at: place)
    }
    body(&draft.events[index])
  }

  /// people: one row for each speaker or organizer of an event who has more than a name.
  private func readPeople() {
    guard let table = table("people") else { return }
    let records = table.records()
    if isListOfRegistrations(records, in: table.name) { return }
    var seen: Set<String> = []
    forEach(records) { record in
      let reference = record.text("event")
      let person = person(record)
      change(reference, at: record.place("event")) { event in
        if seen.insert(event.id).inserted { event.people = [] }
        if let person { event.people.append(person) }
      }
    }
  }

  /// Says what to do with a list of everybody who is registered, which others call people, too.
  private func isListOfRegistrations(_ records: [Record], in file: String) -> Bool {
    let hasAddresses = records.contains { record in
      ["email", "e-mail", "email address", "mail"].contains { record.hasField($0) }
    }
    guard hasAddresses, !records.contains(where: { $0.hasField("event") }) else { return false }
    error(
      Place(file: file), "this names no events, so that it seems to be a list of who is registered",
      "import that with: hatata people import \(file); here this file is for speakers, with a column “event”")
    return true
  }

  private func readAgenda() {
    forEachRecord(of: "agenda") { record in
      let title = record.text("title", "name")
      if title == nil { error(record.place, "this line of the agenda has no title", "add one") }
      var item = AgendaItem(
        title: title ?? "", people: record.text("people", "speakers"), kind: record.text("kind", "type"),
        section: record.text("section"))
      item.start = instant(record, "start")
      item.end = instant(record, "end")
      if let start = item.start, let end = item.end { _ = ordered(start, end, at: record.place("end")) }
      change(record.text("event"), at: record.place("event")) { if isRowGood { $0.agenda.append(item) } }
    }
  }

  private func readTalks() {
    forEachRecord(of: "talks") { record in
      let title = record.text("title")
      if title == nil { error(record.place, "this talk has no title", "add one") }
      let talk = Talk(title: title ?? "", people: record.text("people", "speakers"), video: video(record, "video"))
      change(record.text("event"), at: record.place("event")) { if isRowGood { $0.talks.append(talk) } }
    }
  }

  /// links: addresses of papers, events and sponsors: "of" is paper/ID, sponsor/ID, workshop/ID ...
  private func readLinks() {
    forEachRecord(of: "links") { record in
      let (of, label, hasURL) = (record.text("of"), record.text("label"), record.text("url") != nil)
      let url = address(record, "url")
      if of == nil || label == nil || !hasURL {
        error(
          record.place, "this link lacks what it is of, its label or its address",
          "fill in the columns of, label and url")
      }
      guard let of else { return }
      let link = label.flatMap { label in url.map { Link(label: label, url: $0) } }
      add(link, to: of, at: record.place("of"))
    }
  }

  /// Adds a link, if it is one, to what "paper/p1", "sponsor/acme" or "workshop/W1" names.
  private func add(_ link: Link?, to target: String, at place: Place) {
    let links = link.map { [$0] } ?? []
    let id = String(target.split(separator: "/", maxSplits: 1).last ?? "")
    if target.hasPrefix("paper/") {
      guard let index = paperIndex[id] else { return dangling("paper", id, at: place) }
      draft.papers[index].links += links
    } else if target.hasPrefix("sponsor/") {
      guard let index = draft.sponsors.firstIndex(where: { $0.id == id }) else {
        return dangling("sponsor", id, at: place)
      }
      draft.sponsors[index].links += links
    } else {
      change(target, at: place) { $0.links += links }
    }
  }

  /// w1_papers: what is presented in the workshop W1; business_meeting: what is in the plenary session of that name.
  private func readWorkshopPapers() {
    for name in folder.tableNames.sorted() {
      let workshop = name.wholeMatch(of: /(w\d+)_papers/).map { String($0.1).uppercased() }
      guard
        let index = draft.events.firstIndex(where: {
          $0.kind == .workshop && $0.name == workshop || $0.kind == .plenary && $0.name == name
        })
      else { continue }
      forEachRecord(of: name) { record in
        if let talk = talk(record) { draft.events[index].talks.append(talk) }
      }
    }
    readPapersOfWorkshops()
  }

  /// workshop_papers: what is presented in the workshops, whose ids stand in a column.
  private func readPapersOfWorkshops() {
    forEachRecord(of: "workshop_papers") { record in
      let talk = talk(record)
      let name = record.text("workshop", "event", "track")
      change(name.map { "workshop/\($0)" }, at: record.place("workshop", "event", "track")) { event in
        if let talk { event.talks.append(talk) }
      }
    }
  }

  func talk(_ record: Record) -> Talk? {
    record.ignore("UID")
    guard let title = record.text("title") else {
      error(record.place, "this talk has no title", "add one")
      return nil
    }
    let people = record.text("speakers", "authors", "speaker")?.replacingOccurrences(of: "|", with: ", ")
    return Talk(title: title, people: people, video: video(record, "presentation_id", "video"))
  }
}
