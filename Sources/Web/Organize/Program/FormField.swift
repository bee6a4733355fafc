import Conference
import Markup

/// A field of an entry's form, with what is typed in it.
struct FormField: Sendable {
  enum Style: Sendable {
    case line, date, check, hidden
    case time(FormTime)
    /// So many lines high to begin with.
    case lines(Int)
    case choice([(value: String, label: String)])
  }

  /// As the entry calls it, so that what is wrong with it is shown beside it.
  let name: String
  let label: String
  var hint = ""
  var style = Style.line
  var value: String
  /// What it is folded away under.
  var group: String?

  init(_ name: String, _ label: String, _ value: String?, _ style: Style = .line, hint: String = "") {
    (self.name, self.label, self.value, self.style, self.hint) = (name, label, value ?? "", style, hint)
  }

  var isHidden: Bool {
    if case .hidden = style { true } else { false }
  }

  /// - Parameter stored: what somebody else has made of it meanwhile, where that is something else.
  func html(problems: [FieldProblem], stored: String?) -> HTML {
    let mine = problems.filter { $0.field == name }
    let wrong: [HTML] = mine.map { "<p class=\"problem\">\($0.problem.asSentence) \($0.advice.asSentence)</p>" }
    if isHidden { return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">\(wrong)" }
    let notes: [HTML] =
      wrong
      + [HTML.when(!hint.isEmpty, "<p class=\"muted\">\(hint)</p>")]
      + [
        stored.map {
          "<div class=\"stored\"><strong>Stored now:</strong><pre dir=\"auto\">\($0.isEmpty ? "(nothing)" : $0)</pre></div>"
            as HTML
        } ?? .empty
      ]
    let described: HTML =
      "id=\"\(name)\" name=\"\(name)\" aria-describedby=\"\(name)-notes\"\(HTML.when(!mine.isEmpty, " aria-invalid=\"true\""))"
    return """
      <div class="form-field">\(control(described))<div id="\(name)-notes">\(notes)</div></div>
      """
  }

  private func control(_ attributes: HTML) -> HTML {
    let label: HTML = "<label for=\"\(name)\">\(label)</label>"
    switch style {
    case .line:
      return label + "<input class=\"field\" dir=\"auto\" maxlength=\"2000\" value=\"\(value)\" \(attributes)>"
    case .time(let times):
      return label
        + "<input class=\"field is-time\" type=\"datetime-local\" value=\"\(value)\" \(attributes)>\(times.beside)"
    case .hidden: return .empty
    case .date:
      return label + "<input class=\"field is-time\" type=\"date\" value=\"\(value)\" \(attributes)>"
    case .check:
      return
        "<label class=\"choice\"><input type=\"checkbox\" value=\"yes\"\(HTML.when(!value.isEmpty, " checked")) \(attributes)> \(self.label)</label>"
    case .lines(let rows):
      return label + "<textarea class=\"field\" dir=\"auto\" rows=\"\(rows)\" \(attributes)>\n\(value)</textarea>"
    case .choice(let options):
      return label
        + "<select class=\"field\" \(attributes)>\(options.map { "<option value=\"\($0.value)\"\(HTML.when($0.value == value, " selected"))>\($0.label)</option>" as HTML })</select>"
    }
  }
}

extension Query {
  /// A text as it was typed, with the line breaks that we use; nil where nothing was.
  func text(_ name: String) -> String? { self[name]?.replacing("\r\n", with: "\n").replacing("\r", with: "\n") }

  /// The lines that have something in them.
  func lines(_ name: String) -> [String] {
    (text(name) ?? "").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
