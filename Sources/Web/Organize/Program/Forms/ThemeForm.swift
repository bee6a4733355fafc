import Conference

/// The highlighted papers of a day.
enum ThemeForm: EntryForm {
  static let noun = "Theme"

  static func fields(_ theme: Theme?, _ visit: Visit) -> [FormField] {
    EntryFields.id(theme?.id) + [
      FormField("title", "Title", theme?.title),
      FormField("day", "Day", theme?.day?.iso, .date, hint: "On which the first page shows it; none is every day."),
      FormField(
        "papers", "Papers", theme?.papers.joined(separator: "\n"), .lines(8), hint: "The id of one in each line."),
    ]
  }

  static func read(_ form: Query, into old: Theme?, _ visit: Visit) -> (Theme, [FieldProblem]) {
    var theme = old ?? Theme(id: form["id"] ?? "", day: nil, title: "", papers: [])
    var problems: [FieldProblem] = []
    theme.title = form.text("title") ?? ""
    theme.day = FormDay.read(form, "day", &problems)
    theme.papers = form.lines("papers")
    return (theme, problems)
  }

  static func find(_ id: String, _ program: Program) -> Theme? { program.themes.first { $0.id == id } }
  static func address(_ theme: Theme) -> String { "/" }
  static func markdown(_ theme: Theme) -> [(String, String?)] { [] }
}
