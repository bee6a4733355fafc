import Conference

/// A paper's title, abstract, authors and links.
enum PaperForm: EntryForm {
  static let noun = "Paper"

  static func fields(_ paper: Paper?, _ visit: Visit) -> [FormField] {
    EntryFields.id(paper?.id) + [
      FormField("title", "Title", paper?.title),
      FormField(
        "authors", "Authors", paper?.authors.map(FormLines.text).joined(separator: "\n"), .lines(5),
        hint: EntryFields.peopleHint),
      FormField(
        "abstract", "Abstract", paper?.abstract, .lines(12), hint: "In Markdown, with formulas between $ signs."),
      FormField("tldr", "In one sentence", paper?.tldr, .lines(2)),
      FormField("keywords", "Keywords", paper?.keywords.joined(separator: "\n"), .lines(4), hint: "One in each line."),
      FormField("track", "Track", paper?.track),
      FormField("program", "Part of the conference", paper?.program, hint: "Where there are several: main, demo, ..."),
      FormField("kind", "Kind", paper?.kind, hint: "Such as Oral or Poster."),
      FormField("pdf", "PDF", paper?.pdf), FormField("video", "Video", paper?.video),
      FormField("slides", "Slides", paper?.slides),
      FormField("poster", "Poster", paper?.poster), FormField("forum", "Forum", paper?.forum),
      FormField("code", "Code", paper?.code.joined(separator: "\n"), .lines(2), hint: "One address in each line."),
      FormField(
        "links", "Links", paper?.links.map(FormLines.text).joined(separator: "\n"), .lines(3),
        hint: EntryFields.linksHint),
      FormField("thumbnail", "Picture for lists", paper?.thumbnail, hint: EntryFields.mediaHint),
      FormField("bibtex", "BibTeX", paper?.bibtex, .lines(4), hint: "Only where it is not to be made from the above."),
      FormField(
        "similar", "Similar papers", paper?.similar.joined(separator: "\n"), .lines(4),
        hint: "The id of one in each line, the most similar first."),
    ]
  }

  static func read(_ form: Query, into old: Paper?, _ visit: Visit) -> (Paper, [FieldProblem]) {
    var paper = old ?? Paper(id: form["id"] ?? "", title: "")
    let (authors, unclear) = FormLines.people(form.lines("authors"), old: old?.authors ?? [], "authors")
    let (links, broken) = FormLines.links(form.lines("links"), old: old?.links ?? [])
    (paper.title, paper.abstract, paper.tldr) = (
      form.text("title") ?? "", form.text("abstract") ?? "", form.text("tldr")
    )
    (paper.authors, paper.links, paper.keywords) = (authors, links, form.lines("keywords"))
    (paper.track, paper.kind, paper.pdf, paper.video) = (form["track"], form["kind"], form["pdf"], form["video"])
    (paper.slides, paper.poster, paper.forum, paper.code) = (
      form["slides"], form["poster"], form["forum"], form.lines("code")
    )
    (paper.program, paper.thumbnail, paper.bibtex) = (form["program"], form["thumbnail"], form.text("bibtex"))
    paper.similar = form.lines("similar")
    return (paper, unclear + broken)
  }

  static func find(_ id: String, _ program: Program) -> Paper? { program.paper(id) }
  static func address(_ paper: Paper) -> String { Address.of(paper) }
  static func markdown(_ paper: Paper) -> [(String, String?)] { [("Abstract", paper.abstract)] }
}
