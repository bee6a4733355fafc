import Conference

/// A session's kind, times, papers and place.
enum SessionForm: EntryForm {
  static let noun = "Session"

  static func fields(_ session: Session?, _ visit: Visit) -> [FormField] {
    let (times, zone) = (FormTime(visit), visit.zone)
    return EntryFields.id(session?.id) + [
      FormField(
        "kind", "Kind", session?.kind.rawValue ?? "other",
        .choice(Session.Kind.allCases.map { ($0.rawValue, $0.rawValue) })),
      FormField("title", "Title", session?.title),
      FormField(
        "start", times.label("Start"), session.map { times.value($0.start) }, .time(times)),
      FormField("end", times.label("End"), session.map { times.value($0.end) }, .time(times)),
      FormField(FormTime.field, "Time zone", zone.id, .hidden),
      FormField("event", "Event", session?.event?.id, .choice(events(visit.program)), hint: "What it is a session of."),
      FormField(
        "sponsor", "Sponsor", session?.sponsor, .choice(sponsors(visit.program)), hint: "At whose booth it is."),
      FormField(
        "chairs", "Chairs", session?.chairs.map(FormLines.text).joined(separator: "\n"), .lines(2),
        hint:
          "\(EntryFields.peopleHint) Whoever signs in with it takes up the questions, and may edit where one joins and the description."
      ), FormField("join", "Where to join", session?.join),
      FormField("description", "Description", session?.description, .lines(6), hint: "In Markdown."),
      FormField(
        "papers", "Papers", session?.slots.map { FormLines.text($0, zone) }.joined(separator: "\n"), .lines(6),
        hint:
          "One in each line: its id; and, where it has a part of the session to itself, start; end; where to join. Times as 2026-04-28T14:00, \(times.words)."
      ),
      FormField("isCancelled", "Cancelled", session?.isCancelled == true ? "yes" : "", .check),
    ]
  }

  private static func events(_ program: Program) -> [(value: String, label: String)] {
    [("", "none")] + program.events.map { ($0.id, "\($0.kind.rawValue): \($0.title)") }
  }

  private static func sponsors(_ program: Program) -> [(value: String, label: String)] {
    [("", "none")] + program.sponsors.map { ($0.id, $0.name) }
  }

  static func read(_ form: Query, into old: Session?, _ visit: Visit) -> (Session, [FieldProblem]) {
    let zone = FormTime.zone(of: form)
    var problems = zone == nil ? [FormTime.unknown] : []
    func instant(_ field: String, _ old: Instant?) -> Instant? {
      guard let text = form[field] else {
        problems.append(FieldProblem(field, "it is missing", "choose a day and a time"))
        return nil
      }
      guard let wall = WallTime(text: text) else {
        problems.append(FieldProblem(field, "there is no such time", "write it as 2026-04-28T14:00"))
        return nil
      }
      return FormTime(zone: zone ?? .utc).instant(of: wall, known: old)
    }
    let typed = (start: instant("start", old?.start), end: instant("end", old?.end))
    // Where one of them is not known nothing else should seem wrong.
    let start = typed.start ?? typed.end?.adding(minutes: -1) ?? visit.now
    let end = typed.end ?? start.adding(minutes: 1)
    var session = old ?? Session(id: form["id"] ?? "", kind: .other, title: "", start: start, end: end)
    (session.start, session.end, session.title) = (start, end, form.text("title") ?? "")
    session.kind = form["kind"].flatMap { Session.Kind(rawValue: $0) } ?? session.kind
    (session.event, session.sponsor) = (form["event"].flatMap { EventReference($0) }, form["sponsor"])
    (session.join, session.description, session.isCancelled) = (
      form["join"], form.text("description"), form["isCancelled"] != nil
    )
    let (slots, unclear) = FormLines.slots(form.lines("papers"), old: old?.slots ?? [], zone ?? .utc)
    let (chairs, odd) = FormLines.people(form.lines("chairs"), old: old?.chairs ?? [], "chairs")
    (session.slots, session.chairs) = (slots, chairs)
    return (session, problems + unclear + odd)
  }

  static func telling(_ session: Session?, _ personal: Personal) async throws -> [FormField] {
    guard let session else { return [] }
    return Telling.fields(try await Telling.count(SavedAudience(session), personal))
  }

  static func find(_ id: String, _ program: Program) -> Session? { program.session(id) }
  static func address(_ session: Session) -> String { Address.of(session) }
  static func markdown(_ session: Session) -> [(String, String?)] { [("Description", session.description)] }
}
