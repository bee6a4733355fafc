import Conference

/// An event's people, texts and links.
enum EventForm: EntryForm {
  static let noun = "Event"

  static func fields(_ event: Event?, _ visit: Visit) -> [FormField] {
    let kinds = Event.Kind.allCases.map { (value: $0.rawValue, label: $0.rawValue) }
    let new = event == nil ? [FormField("kind", "Kind", nil, .choice(kinds))] : []
    return new + EntryFields.id(event?.name) + texts(event) + files(event) + parts(event, FormTime(visit))
      + PersonFields.fields(event?.people ?? [])
  }

  private static func texts(_ event: Event?) -> [FormField] {
    [
      FormField("title", "Title", event?.title),
      FormField(
        "people", "People", event?.people.map(FormLines.text).joined(separator: "\n"), .lines(4),
        hint: "\(EntryFields.peopleHint) Whoever signs in with it may edit these texts."),
      FormField("summary", "Summary", event?.summary, .lines(3), hint: "One or two sentences for lists."),
      FormField("description", "Description", event?.description, .lines(12), hint: "In Markdown."),
      FormField("notice", "What participants should know beforehand", event?.notice, .lines(3), hint: "In Markdown."),
      FormField("website", "Website", event?.website), FormField("join", "Where to join", event?.join),
    ]
  }

  private static func files(_ event: Event?) -> [FormField] {
    [
      FormField("image", "Picture", event?.image, hint: EntryFields.mediaHint),
      FormField("video", "Video", event?.video, hint: EntryFields.mediaHint),
      FormField("recording", "Recording of questions and answers", event?.recording),
      FormField("slides", "Slides", event?.slides),
    ]
  }

  private static func parts(_ event: Event?, _ times: FormTime) -> [FormField] {
    let agenda = event?.agenda.map { FormLines.text($0, times.zone) }.joined(separator: "\n")
    return [
      FormField(
        "links", "Links", event?.links.map(FormLines.text).joined(separator: "\n"), .lines(3),
        hint: EntryFields.linksHint),
      FormField(
        "agenda", "Its own schedule", agenda, .lines(6),
        hint:
          "One in each line: start; end; title; people; kind; section. Times as 2026-04-28T14:00, \(times.words)."),
      FormField(FormTime.field, "Time zone", times.zone.id, .hidden),
      FormField(
        "talks", "Talks that are no papers", event?.talks.map(FormLines.text).joined(separator: "\n"), .lines(4),
        hint: "One in each line: title; people; video."),
    ]
  }

  static func read(_ form: Query, into old: Event?, _ visit: Visit) -> (Event, [FieldProblem]) {
    let kind = form["kind"].flatMap { Event.Kind(rawValue: $0) } ?? .keynote
    var event = old ?? Event(kind: kind, name: form["id"] ?? "", title: "")
    var (people, unclear) = FormLines.people(form.lines("people"), old: old?.people ?? [], "people")
    let (links, broken) = FormLines.links(form.lines("links"), old: old?.links ?? [])
    PersonFields.read(form, old: old?.people ?? [], into: &people)
    let zone = FormTime.zone(of: form)
    let (agenda, untimely) = FormLines.agenda(form.lines("agenda"), old: old?.agenda ?? [], zone ?? .utc)
    let (talks, odd) = FormLines.talks(form.lines("talks"), old: old?.talks ?? [])
    (event.agenda, event.talks, event.image) = (agenda, talks, form["image"])
    (event.title, event.people, event.links) = (form.text("title") ?? "", people, links)
    (event.summary, event.description, event.notice) = (
      form.text("summary"), form.text("description"), form.text("notice")
    )
    (event.website, event.join, event.video) = (form["website"], form["join"], form["video"])
    (event.recording, event.slides) = (form["recording"], form["slides"])
    return (event, unclear + broken + untimely + odd + (zone == nil ? [FormTime.unknown] : []))
  }

  static func find(_ id: String, _ program: Program) -> Event? { EventReference(id).flatMap { program.event($0) } }
  static func address(_ event: Event) -> String { Address.of(event) }
  static func markdown(_ event: Event) -> [(String, String?)] {
    [("Description", event.description), ("Beforehand", event.notice)]
      + event.people.map { ("About \($0.name)", $0.biography) }
  }
}
