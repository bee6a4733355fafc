import Conference
import Markup

/// Where an entry is edited.
struct EditPage<Form: EntryForm> {
  let personal: Personal
  /// Nil for a new one.
  let entry: Form.Item?
  /// What was typed, where that is not what is stored.
  var typed: Query?
  var problems: [FieldProblem] = []
  /// What keeps it from being stored, above the form.
  var notice = HTML.empty
  /// Fields that somebody else has changed meanwhile.
  var isConflict = false
  /// Shown as it would be.
  var preview: Form.Item?
  /// Who would be told by mail of what is previewed.
  var told = SavedNotice.Told.nobody

  private var visit: Visit { personal.visit }
  /// Has the form's times in the zone that they were typed in.
  private var formVisit: Visit {
    var changed = personal.visit
    changed.zone = FormTime(changed, typed: typed).zone
    return changed
  }
  private var kind: EntryKind { Form.Item.entryKind }
  /// Only there one sees others' sessions beside one's own.
  private var isConsole: Bool { Form.need != .participant }

  func page(status: Int = 200) async throws -> Page {
    let foot = if let entry { try await Form.foot(entry, personal) } else { HTML.empty }
    let telling = try await Form.telling(entry, personal)
    return Form.frame(
      entry, personal, status: status,
      body: """
        \(top)
        \(notice)
        \(try previewed)
        <form action="\(url: Form.action(entry))" method="post" class="stack wide">\(personal.tokenField)
        <input type="hidden" name="of" value="\(kind.rawValue)">\(try EntryRemoval.known(entry))
        \(fields)\(telling.map(field))
        <p class="actions"><button class="button is-main" type="submit">Save</button>
        <button class="button" type="submit" name="step" value="preview">Look at it first</button></p></form>
        \(foot)
        """)
  }

  /// The same with what is wrong; above the form stands what that is, or of several fields which they are.
  func refused(_ problems: [FieldProblem]) -> Self {
    var page = self
    page.problems = problems
    guard let first = problems.first else { return page }
    let wrong = Set(problems.map(\.field))
    let fields = Form.fields(entry, formVisit).filter { wrong.contains($0.name) }
      .map { (name: $0.name, label: $0.label) }
    let label = fields.first { $0.name == first.field }?.label ?? first.field
    page.notice = fields.count > 1 ? NotSaved.html(fields) : NotSaved.html("\(label): \(first.problem)")
    return page
  }

  private var top: HTML {
    guard let entry else { return .empty }
    return """
      \(Form.head(entry, personal))
      \(HTML.when(preview == nil, clashes(entry)))
      """
  }

  private func clashes(_ entry: Form.Item) -> HTML {
    HTML.when(isConsole, ClashList.html(visit.program.clashes(with: entry), visit))
  }

  private var fields: HTML {
    let all = Form.fields(entry, formVisit)
    let groups = all.compactMap(\.group).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    return all.filter { $0.group == nil }.map(field).joined()
      + groups.map { group in
        "<details class=\"field-group\"><summary dir=\"auto\">\(group)</summary>\(all.filter { $0.group == group }.map(field))</details>"
          as HTML
      }.joined()
  }

  private func field(_ field: FormField) -> HTML {
    guard let typed else { return field.html(problems: problems, stored: nil) }
    var shown = field
    if !field.isHidden { shown.value = typed.text(field.name) ?? "" }
    let differs = isConflict && !Telling.names.contains(field.name) && shown.value != field.value
    return shown.html(problems: problems, stored: differs ? field.value : nil)
  }

  private var previewed: HTML {
    get throws { try preview.map(shown) ?? .empty }
  }

  private func shown(_ preview: Form.Item) throws -> HTML {
    let changes = try entry.map { try EntryPreview.html(Form.self, from: $0, to: preview, told: told, visit) }
    let texts = Form.markdown(preview).compactMap { label, text in
      text.map {
        "<h3 dir=\"auto\">\(label)</h3>\(Prose.html($0, headingLevel: 4))" as HTML
      }
    }
    return """
      <section class="section" aria-labelledby="preview"><div class="section-head"><h2 id="preview">Not saved yet</h2></div>
      \(changes)
      \(texts)
      \((preview as? Session).map { session in "<p>\(Times.when(session.start, session.end, visit)) (\(visit.zone.name(at: session.start)))</p>" as HTML })
      \(clashes(preview))</section>
      """
  }
}
