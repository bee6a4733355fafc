import Conference
import Markup

extension Routes {
  /// Papers that people say are theirs, for chairs to agree or not.
  func addClaims() {
    personal("organize/claims", .chair) { try await ClaimsPage.page($0) }
    form("organize/claims", .chair) { act in
      try await act.site.claims.decide(
        try act.field("paper", "Paper"), of: try act.field("account", "Person"), isGranted: act.form["word"] == "yes",
        by: try act.personal.account.id)
      return .seeOther("/organize/claims?done=yes")
    }
  }
}

/// The claims that wait.
enum ClaimsPage {
  static func page(_ personal: Personal) async throws -> Page {
    let waiting = try await personal.visit.site.claims.waiting(for: try personal.account.id)
    let program = personal.visit.site.edition.program
    let rows = waiting.compactMap { claim in program.paper(claim.paper).map { row(claim, $0, personal) } }
    let list: HTML = rows.isEmpty ? "<p class=\"muted\">Nobody waits.</p>" : "<ul class=\"rows\">\(rows)</ul>"
    return OrganizePage.page(
      "Claims", path: "/organize/claims", personal,
      body: """
        <p>Somebody with the name of an author says that the paper is theirs, but signs in with an address that the program does not hold.</p>
        \(HTML.when(personal.visit.query["done"] != nil, "<p class=\"notice\" role=\"status\">Done.</p>"))
        \(list)
        """)
  }

  private static func row(_ claim: PaperClaims.Waiting, _ paper: Paper, _ personal: Personal) -> HTML {
    let account = claim.account
    return """
      <li><span><strong dir="auto">\(account.name)</strong> <span dir="ltr">\(account.email?.text ?? "")</span>\(account.affiliation.map { ", <span dir=\"auto\">\($0)</span>" as HTML })<br>\
      <a href="\(url: Address.of(paper))" dir="auto">\(paper.title)</a></span>
      <form action="/organize/claims" method="post" class="actions">\(personal.tokenField)<input type="hidden" name="account" value="\(account.id)"><input type="hidden" name="paper" value="\(paper.id)">
      <button class="button" name="word" value="yes">It is theirs<span class="sr">: \(account.name), \(paper.title)</span></button><button class="button is-quiet" name="word" value="no">It is not<span class="sr">: \(account.name), \(paper.title)</span></button></form></li>
      """
  }
}
