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
      lack(
        record, ["title", "talk_title", "name", "short_name"], "this \(kind.rawValue) has no title", "add one")
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
