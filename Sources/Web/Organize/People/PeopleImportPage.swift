import Conference
import Markup

/// Taking a list of registrations: what it would change is seen before it counts.
enum PeopleImportPage {
  static func page(_ personal: Personal) -> Page {
    OrganizePage.page(
      "Import a list of people", path: "/organize/people/import", personal,
      body: """
        <p>A CSV file with the columns <code>email</code> and <code>name</code>, and if you like <code>affiliation</code>, <code>country</code>, <code>role</code> and
        <code>registration</code> (the number that the registration system gave). People are known again by their address, else by that number. You see what would change before anything does.</p>
        <form class="stack" action="/organize/people/import" method="post" enctype="multipart/form-data">\(personal.tokenField)
        <label for="file">The list, at most 16 MB</label><input class="field" id="file" name="file" type="file" required accept=".csv,.tsv,.json,.yaml,.yml">
        \(options(skip: false, prune: false))
        <button class="button is-main" type="submit">See what would change</button></form>
        """)
  }

  static func preview(
    _ outcome: PeopleImport.Outcome, _ name: String, _ secret: Secret, _ act: Act, status: Int, isChanged: Bool
  ) -> Page {
    OrganizePage.page(
      outcome.isRefused ? "The list has to be mended" : "What would change", path: "/organize/people/import",
      act.personal,
      status: status,
      body: """
        <p dir="auto">\(name): \(HTML.when(outcome.isRefused, "nothing was changed. Mend the rows below and upload the list again, or leave them out."))\(HTML.when(!outcome.isRefused, "nothing is changed yet."))</p>
        \(HTML.when(isChanged, "<p class=\"notice problem\" role=\"alert\">Nothing was imported: the people have changed since you looked, or you chose other options. This is what would change now.</p>"))
        \(HTML.when(!outcome.isRefused, counts(outcome)))
        \(problems(outcome))
        \(PeopleDifferenceList.html(outcome))
        <form class="stack" action="/organize/people/import/application" method="post">\(act.personal.tokenField)
        <input type="hidden" name="upload" value="\(secret.text)"><input type="hidden" name="version" value="\(outcome.version)">
        \(options(skip: act.form["skip"] != nil, prune: act.form["prune"] != nil))
        <p class="actions">\(HTML.when(!outcome.isRefused, "<button class=\"button is-main\" type=\"submit\">Import now</button>"))
        <button class="button" type="submit" formaction="/organize/people/import/preview">Look again with these options</button></p></form>
        <p><a href="/organize/people/import">Upload another list</a></p>
        """)
  }

  static func applied(_ outcome: PeopleImport.Outcome, _ personal: Personal) -> Page {
    OrganizePage.page(
      "The list is imported", path: "/organize/people/import", personal,
      body: """
        \(counts(outcome))\(problems(outcome))
        \(HTML.when(outcome.added > 0, "<p>Nobody was told of it yet.</p>\(PeopleListPage.invitation.html(personal))"))
        <p class="actions"><a class="button is-main" href="/organize/people">See the people</a></p>
        """)
  }

  private static func options(skip: Bool, prune: Bool) -> HTML {
    """
    <label class="choice"><input type="checkbox" name="skip" value="1"\(HTML.when(skip, " checked"))> Leave out rows that are wrong</label>
    <label class="choice"><input type="checkbox" name="prune" value="1"\(HTML.when(prune, " checked"))> Shut out participants that the list lacks; they can be let in again</label>
    """
  }

  private static func counts(_ outcome: PeopleImport.Outcome) -> HTML {
    let facts = [
      ("Added", outcome.added), ("Changed", outcome.changed), ("As before", outcome.unchanged),
      ("Shut out", outcome.removed),
      ("Not on the list, but kept", outcome.kept),
    ]
    return """
      <dl class="facts" role="status">\(facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" as HTML })</dl>
      """
  }

  private static func problems(_ outcome: PeopleImport.Outcome) -> HTML {
    guard !outcome.problems.isEmpty else { return .empty }
    let hidden = max(outcome.problems.count - 200, 0) + outcome.omittedProblems
    return """
      <section class="section" aria-labelledby="problems"><div class="section-head"><h2 id="problems">What is wrong in it</h2></div>
      <ul class="rows">\(outcome.problems.prefix(200).map(row))</ul>
      \(HTML.when(hidden > 0, "<p class=\"muted\">and \(hidden) more</p>"))</section>
      """
  }

  private static func place(_ place: Place) -> String {
    guard place.line > 0 else { return "in the whole file" }
    return place.column > 0 ? "in line \(place.line), column \(place.column)" : "in line \(place.line)"
  }

  private static func row(_ problem: Problem) -> HTML {
    """
    <li><span dir="auto"><strong>\(problem.severity.rawValue)</strong> \(place(problem.place)): \(problem.message)<br>
    <span class="muted">\(problem.advice)</span></span></li>
    """
  }
}
