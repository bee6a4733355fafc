import Conference

/// The entries of the program as JSON: the fields that “hatata program show” prints.
enum EntryShapes {
  static let id = ShapeField("id", .text(120, least: 1), "Stands in the address; when sent, it is the same.")

  static let conference = Shape.named(
    "Conference",
    .object([
      id, .must("name", .text(least: 1), "The conference's name."), line("tagline", "Under the name."),
      line("description", "What it is and how to take part, in Markdown."), line("organization", "Who holds it."),
      ShapeField("start", .nullable(day), "The first day."), ShapeField("end", .nullable(day), "The last day."),
      .must("zone", .text(least: 1), "The IANA zone that days are given in."),
      line("website", "Its address elsewhere."),
      line("proceedings", "Their title."), line("citationDate", "For citations, as 2020/4/26 or 2020."),
      line("accent", "A colour such as #0B5C63."), line("logo", "A picture in media/."),
      line("codeOfConduct", "In Markdown; another text has to be accepted again."),
    ]))

  static let paper = Shape.named(
    "Paper",
    .object([
      id, .must("title", .text(least: 1), "May hold TeX between dollar signs."), people("authors", "In their order."),
      ShapeField("abstract", .text(), "May hold TeX between dollar signs.", standard: ""),
      line("tldr", "In a sentence."), texts("keywords", "As the conference has them."),
      line("program", "The part of the conference."), line("track", "Of the program."),
      line("kind", "Oral, Poster, ..."), line("pdf", "An address."), texts("code", "Addresses."),
      line("forum", "An address."), line("bibtex", "As the authors want it."), line("video", "An address or media/..."),
      line("slides", "An address or media/..."), line("poster", "An address or media/..."),
      line("thumbnail", "A picture in media/."), texts("similar", "Ids of papers, the most similar first."), links,
    ]))

  static let session = Shape.named(
    "Session",
    .object([
      id, .must("kind", .choice(Session.Kind.allCases.map(\.rawValue)), "What it is."),
      .must("title", .text(least: 1), "What it is called."), .must("start", .instant, "When it begins."),
      .must("end", .instant, "When it ends, after the start."),
      ShapeField("event", .nullable(event(reference: true)), "What it is a session of."),
      line("sponsor", "The id of the sponsor at whose booth it is."), line("description", "In Markdown."),
      line("join", "Where one joins: an address."), people("chairs", "Who leads it and takes up its questions."),
      ShapeField("slots", .list(slot, atMost: nil), "The papers in it.", standard: []),
      ShapeField("isCancelled", .truth, "Whether it does not take place.", standard: false),
    ]))

  private static let slot = Shape.named(
    "Slot",
    .object([
      .must("paper", .text(120, least: 1), "Its id."),
      ShapeField("start", .nullable(.instant), "Only where the paper has a part of the session to itself."),
      ShapeField("end", .nullable(.instant), "The same."), line("join", "Where one joins for this paper."),
    ]))

  static let event = Shape.named("Event", event(reference: false))

  private static func event(reference: Bool) -> Shape {
    let name: [ShapeField] = [
      ShapeField(
        "kind", .choice(Event.Kind.allCases.map(\.rawValue)), "Stands in the address; when sent, it is the same.",
        isRequired: reference),
      ShapeField(
        "name", .text(120, least: 1), "Stands in the address; when sent, it is the same.", isRequired: reference),
    ]
    guard !reference else { return .named("EventReference", .object(name)) }
    return .object(
      name + [
        ShapeField.must("title", .text(least: 1), "What it is called."), people("people", "Speakers or organizers."),
        line("summary", "One or two sentences."), line("description", "In Markdown."),
        line("notice", "What to know beforehand, in Markdown."), line("website", "An address."),
        line("join", "Where one joins: an address."), line("image", "A picture in media/."),
        line("video", "An address or media/..."), line("recording", "Of its questions and answers."),
        line("slides", "An address or media/..."), links,
        ShapeField("agenda", .list(agenda, atMost: nil), "Its own schedule.", standard: []),
        ShapeField("talks", .list(talk, atMost: nil), "What is presented in it.", standard: []),
      ])
  }

  private static let agenda = Shape.named(
    "AgendaItem",
    .object([
      .must("title", .text(), "What it is."), line("people", "Names, as they are read."), line("kind", "Break, ..."),
      line("section", "A heading."), ShapeField("start", .nullable(.instant), "When it begins."),
      ShapeField("end", .nullable(.instant), "When it ends."),
    ]))

  private static let talk = Shape.named(
    "Talk",
    .object([
      .must("title", .text(), "What it is called."), line("people", "Names, as they are read."),
      line("video", "An address or media/..."),
    ]))

  static let sponsor = Shape.named(
    "Sponsor",
    .object([
      id, .must("name", .text(least: 1), "Its name."), line("tier", "Such as Gold."),
      line("description", "In Markdown."), line("website", "An address."), line("logo", "A picture in media/."),
      line("video", "An address or media/..."), line("sharedBooth", "The sponsor whose booth this is, too."),
      line("join", "Where the booth is: an address."), people("contacts", "People to meet."), links,
    ]))

  static let answer = Shape.named(
    "Answer",
    .object([
      id, line("section", "A heading."), .must("question", .text(least: 1), "What people ask."),
      .must("text", .text(least: 1), "In Markdown."),
    ]))

  static let member = Shape.named(
    "Member", .object([id, .must("person", person, "Who it is."), line("role", "Such as General chair.")]))

  static let theme = Shape.named(
    "Theme",
    .object([
      id, ShapeField("day", .nullable(day), "In the conference's zone."),
      .must("title", .text(least: 1), "What it is called."), texts("papers", "Ids."),
    ]))

  private static let person = Shape.named(
    "ProgramPerson",
    .object([
      .must("name", .text(least: 1), "As it is read."), line("affiliation", "University, company, institute."),
      line("country", "As they wrote it."), line("zone", "The IANA zone that they are in."),
      line("email", "Never shown; ties them to an account."), line("website", "An address."),
      line("image", "A picture in media/."), line("biography", "In Markdown."),
    ]))

  private static let links = ShapeField(
    "links",
    .list(
      .named(
        "Link",
        .object([.must("label", .text(least: 1), "What is there."), .must("url", .text(least: 1), "Its address.")])),
      atMost: nil), "Whatever else there is.", standard: [])

  private static let day = Shape.text(10, least: 10, format: "date")

  private static func line(_ name: String, _ about: String) -> ShapeField {
    ShapeField(name, .nullable(.text()), about)
  }

  private static func texts(_ name: String, _ about: String) -> ShapeField {
    ShapeField(name, .list(.text(), atMost: nil), about, standard: [])
  }

  private static func people(_ name: String, _ about: String) -> ShapeField {
    ShapeField(name, .list(person, atMost: nil), about, standard: [])
  }
}
