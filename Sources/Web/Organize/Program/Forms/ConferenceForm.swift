import Conference

/// What the conference says of itself: its days, its zone and its texts. How it looks is chosen under Appearance.
enum ConferenceForm: EntryForm {
  static let noun = "Conference"
  static let need = Need.organizer

  static func fields(_ conference: ConferenceInfo?, _ visit: Visit) -> [FormField] {
    let begun = begunConduct(conference, visit)
    return [
      FormField("name", "Name", conference?.name),
      FormField("tagline", "In a sentence", conference?.tagline),
      FormField("start", "First day", conference?.start?.iso, .date),
      FormField("end", "Last day", conference?.end?.iso, .date),
      FormField(
        "zone", "Time zone", conference?.zone,
        hint: "Such as Europe/Berlin: days are counted in it, and who has not chosen a zone sees it. No session moves."),
      FormField("description", "Welcome on the first page", conference?.description, .lines(10), hint: "In Markdown."),
      FormField(
        "codeOfConduct", "Code of conduct", begun ?? conference?.codeOfConduct, .lines(16),
        hint:
          "\(begun == nil ? "" : "This is a text to start from: change it as you need; nobody sees it before you save. ")In Markdown. Once its text changes, everybody has to accept it again before they go on."
      ),
      FormField("organization", "Organized by", conference?.organization),
      FormField("website", "Website", conference?.website, hint: "The conference's own, where there is another one."),
      FormField("proceedings", "Title of the proceedings", conference?.proceedings, hint: "For citations."),
      FormField(
        "citationDate", "Date for citations", conference?.citationDate, hint: "A day or a year: 2020/4/26 or 2020."),
    ]
  }

  /// The address of the form with a code of conduct to start from.
  static func beginning(_ conference: ConferenceInfo) -> String {
    ProgramLink.entry(.conference, conference.id) + "&begin=conduct#codeOfConduct"
  }

  /// A text to start from, where that is asked for and there is none.
  private static func begunConduct(_ conference: ConferenceInfo?, _ visit: Visit) -> String? {
    guard let conference, conference.codeOfConduct == nil, visit.query["begin"] == "conduct" else { return nil }
    return Conduct.template(for: conference.name)
  }

  static func read(_ form: Query, into old: ConferenceInfo?, _ visit: Visit) -> (ConferenceInfo, [FieldProblem]) {
    var conference = old ?? visit.conference
    var problems: [FieldProblem] = []
    conference.name = form.text("name") ?? ""
    (conference.tagline, conference.description) = (form.text("tagline"), form.text("description"))
    conference.start = FormDay.read(form, "start", &problems)
    conference.end = FormDay.read(form, "end", &problems)
    if let zone = form["zone"], zone != conference.zone { conference.zone = Zones.understood(zone)?.id ?? zone }
    if form["zone"] == nil { problems.append(FieldProblem("zone", "it is missing", "write one such as Europe/Berlin")) }
    (conference.codeOfConduct, conference.organization) = (form.text("codeOfConduct"), form.text("organization"))
    (conference.website, conference.proceedings) = (form["website"], form.text("proceedings"))
    conference.citationDate = form["citationDate"]
    return (conference, problems)
  }

  static func find(_ id: String, _ program: Program) -> ConferenceInfo? {
    program.conference.flatMap { $0.id == id ? $0 : nil }
  }

  static func address(_ conference: ConferenceInfo) -> String { "/" }

  static func markdown(_ conference: ConferenceInfo) -> [(String, String?)] {
    [("Welcome", conference.description), ("Code of conduct", conference.codeOfConduct)]
  }
}

/// A day as a field for dates sends it.
enum FormDay {
  static func read(_ form: Query, _ field: String, _ problems: inout [FieldProblem]) -> Day? {
    guard let text = form[field] else { return nil }
    if let day = Day(iso: text) { return day }
    problems.append(FieldProblem(field, "“\(text.prefix(40))” is no day", "write it as 2026-04-28"))
    return nil
  }
}
