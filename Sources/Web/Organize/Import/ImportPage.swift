import Conference
import Markup

/// Where a folder is uploaded, and what it would change is looked at before it counts.
enum ImportPage {
  /// What a second form goes on with.
  struct Choice {
    let secret: Secret
    /// Of the program that the differences were shown to.
    let version: Int
    var isChanged = false
  }

  static func page(_ personal: Personal) -> Page {
    OrganizePage.page(
      "Import", path: "/organize/import", personal, styles: ["program-console"],
      body: """
        <p>Upload your conference's folder as a .zip archive. You see what it changes before anything does.</p>
        \(form(personal))
        """)
  }

  private static func form(_ personal: Personal) -> HTML {
    """
    <form action="/organize/import" method="post" enctype="multipart/form-data" class="stack">\(personal.tokenField)
    <label for="file">The archive, at most 48 MB</label><input class="field" id="file" type="file" name="file" accept=".zip,application/zip" required>
    <button class="button is-main" type="submit">Upload and look</button></form>
    """
  }

  static func preview(_ outcome: FolderImport.Outcome, _ choice: Choice, _ act: Act) -> Page {
    OrganizePage.page(
      "Import", path: "/organize/import", act.personal, styles: ["program-console"],
      body: """
        \(HTML.when(choice.isChanged, "<p class=\"notice problem\" role=\"alert\">The program was changed since you looked; nothing was imported yet. Look again.</p>"))
        <p dir="auto">\(outcome.folder), read as \(outcome.format): \(EntryKind.paper.counted(outcome.counts.papers)), \(EntryKind.session.counted(outcome.counts.sessions))\(hours(outcome)).</p>
        \(problems(outcome))\(outcome.changes.map { changes($0, act.visit) } ?? refusal(outcome))
        \(application(outcome, choice, act))
        <section class="section" aria-labelledby="another"><div class="section-head"><h2 id="another">Another archive</h2></div>\(form(act.personal))</section>
        """)
  }

  private static func problems(_ outcome: FolderImport.Outcome) -> HTML {
    guard !outcome.problems.isEmpty else { return .empty }
    return """
      <section class="section" aria-labelledby="problems"><div class="section-head"><h2 id="problems">Problems</h2></div>
      <ul class="rows">\(outcome.problems.prefix(200).map { problem in
        "<li><span dir=\"auto\"><strong>\(problem.severity.rawValue)</strong> <code>\("\(problem.place)")</code> \(problem.message)\(problem.advice.isEmpty ? "" : " (\(problem.advice))")</span></li>" as HTML
      })</ul>
      \(HTML.when(outcome.problems.count + outcome.omittedProblems > 200, "<p>and \(outcome.problems.count + outcome.omittedProblems - 200) more</p>"))</section>
      """
  }

  private static func hours(_ outcome: FolderImport.Outcome) -> String {
    outcome.sessionHours.map { " from \($0)" } ?? ""
  }

  private static func refusal(_ outcome: FolderImport.Outcome) -> HTML {
    guard let other = outcome.otherConference else {
      return "<p class=\"problem\">Nothing can be imported because of the errors above.</p>"
    }
    return """
      <p class="problem" dir="auto">Nothing can be imported: \(other).</p>
      <p>If it is to take the place of what is here, and all of that to go, whoever runs the server does so with <code>hatata import --replace</code>. Otherwise write this conference's <code>id</code> and <code>name</code> into <code>conference.yml</code>.</p>
      """
  }

  private static func changes(_ changes: Changes, _ visit: Visit) -> HTML {
    """
    <section class="section" aria-labelledby="differences"><div class="section-head"><h2 id="differences">What it changes</h2></div>
    \(changes.isEmpty ? "<p>Nothing: the program says all of this already.</p>" : DifferenceList.html(changes.differences, visit))
    \(kept(changes))\(handEdits(changes))</section>
    """
  }

  private static func kept(_ changes: Changes) -> HTML {
    let count = changes.byKind.values.reduce(0) { $0 + $1.kept.count }
    return HTML.when(
      count > 0, "<p>\(count) entries that the folder lacks are kept, unless you choose to remove them.</p>")
  }

  private static func handEdits(_ changes: Changes) -> HTML {
    guard !changes.handEdits.isEmpty else { return .empty }
    return """
      <h3>Kept as they are by hand</h3><p>Somebody changed these since the last import, and the folder says something else.</p>
      <ul>\(changes.handEdits.prefix(100).map { "<li>\($0.kind.rawValue) <code>\($0.id)</code>: \($0.fields.isEmpty ? "removed" : $0.fields.joined(separator: ", "))</li>" as HTML })</ul>
      """
  }

  private static func application(_ outcome: FolderImport.Outcome, _ choice: Choice, _ act: Act) -> HTML {
    """
    <form action="/organize/import/preview" method="post" class="stack">\(act.personal.tokenField)
    <input type="hidden" name="upload" value="\(choice.secret.text)"><input type="hidden" name="version" value="\(choice.version)">
    <fieldset><legend>How</legend>
    \(check("skip", "leave out rows with errors", act))
    \(check("prune", "remove what the folder lacks", act))
    \(check("overwrite", "let the folder count more than what was changed by hand", act))</fieldset>
    <p class="actions"><button class="button" type="submit">Look again</button></p></form>
    \(HTML.when(outcome.changes?.isEmpty == false, apply(choice, act)))
    """
  }

  /// Carries the choices that the differences were shown for, so that nothing else is applied.
  private static func apply(_ choice: Choice, _ act: Act) -> HTML {
    let chosen = ["skip", "prune", "overwrite"].filter { act.form[$0] != nil }
    return """
      <form action="/organize/import/application" method="post" class="stack">\(act.personal.tokenField)
      <input type="hidden" name="upload" value="\(choice.secret.text)"><input type="hidden" name="version" value="\(choice.version)">
      \(chosen.map { "<input type=\"hidden\" name=\"\($0)\" value=\"yes\">" as HTML })
      <button class="button is-main" type="submit">Import what is shown above</button></form>
      """
  }

  private static func check(_ name: String, _ label: String, _ act: Act) -> HTML {
    "<label class=\"choice\"><input type=\"checkbox\" name=\"\(name)\" value=\"yes\"\(HTML.when(act.form[name] != nil, " checked"))> \(label)</label>"
  }
}
