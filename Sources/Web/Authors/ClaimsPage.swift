import Conference
import Letters
import Markup

extension Routes {
  /// Papers that people say are theirs, for chairs to agree or not.
  func addClaims() {
    personal("organize/claims", .chair) { try await ClaimsPage.page($0) }
    form("organize/claims", .chair) { act in
      let (paper, isGranted) = (try act.field("paper", "Paper"), act.form["word"] == "yes")
      let title = act.visit.program.paper(paper)?.title ?? paper
      let head = Letterhead(act.visit)
      try await act.site.claims.decide(
        paper, of: try act.field("account", "Person"), isGranted: isGranted,
        seen: act.form["seen"].flatMap { PaperClaims.State(rawValue: $0) }, by: try act.personal.account.id
      ) { ClaimLetter.letter(to: $0, of: title, paper: paper, isGranted: isGranted, head) }
      return .seeOther("/organize/claims?done=yes")
    }
  }
}

/// The claims that wait, and what was said to others.
enum ClaimsPage {
  static func page(_ personal: Personal) async throws -> Page {
    let (claims, me) = (personal.visit.site.claims, try personal.account.id)
    let (waiting, decided) = (
      rows(try await claims.waiting(for: me), personal), rows(try await claims.decided(for: me), personal)
    )
    let list: HTML = waiting.isEmpty ? "<p class=\"muted\">Nobody waits.</p>" : "<ul class=\"rows\">\(waiting)</ul>"
    return OrganizePage.page(
      "Claims", path: "/organize/claims", personal,
      body: """
        <p>Somebody with the name of an author says that the paper is theirs, but signs in with an address that the program does not hold. Whatever you say, a mail tells them.</p>
        \(DoneNotice.html(personal.visit, ["yes": "Done; a mail tells them."]))
        \(list)
        \(HTML.when(!decided.isEmpty, "<section class=\"section\" aria-labelledby=\"decided\"><div class=\"section-head\"><h2 id=\"decided\">Decided last</h2></div><ul class=\"rows\">\(decided)</ul></section>"))
        """)
  }

  /// Of papers that the program has.
  private static func rows(_ claims: [PaperClaims.Claim], _ personal: Personal) -> [HTML] {
    claims.compactMap { claim in personal.visit.program.paper(claim.paper).map { row(claim, $0, personal) } }
  }

  private static func row(_ claim: PaperClaims.Claim, _ paper: Paper, _ personal: Personal) -> HTML {
    let account = claim.account
    return """
      <li><span><strong dir="auto">\(account.name)</strong> <span dir="ltr">\(account.email?.text ?? "")</span>\(account.affiliation.map { ", <span dir=\"auto\">\($0)</span>" as HTML })\(listed(claim))<br>\
      <a href="\(url: Address.of(paper))" dir="auto">\(paper.title)</a>\(said(claim, personal.visit))</span>
      <form action="/organize/claims" method="post" class="actions">\(personal.tokenField)<input type="hidden" name="account" value="\(account.id)"><input type="hidden" name="paper" value="\(paper.id)"><input type="hidden" name="seen" value="\(claim.state.rawValue)">
      \(buttons(claim, "\(account.name), \(paper.title)"))</form></li>
      """
  }

  /// What a list calls who has another name by now.
  private static func listed(_ claim: PaperClaims.Claim) -> HTML {
    guard let name = claim.listedName, name != claim.account.name else { return .empty }
    return " <strong>(on the list as <bdi>\(name)</bdi>)</strong>"
  }

  private static func said(_ claim: PaperClaims.Claim, _ visit: Visit) -> HTML {
    let time = claim.decided.map { ", \(ConsoleTime.html($0, visit))" as HTML } ?? .empty
    return switch claim.state {
    case .waiting: .empty
    case .granted: "<br><span class=\"muted\">It is theirs, as was said\(time)</span>"
    case .refused: "<br><span class=\"muted\">It is not theirs, as was said\(time)</span>"
    }
  }

  private static func buttons(_ claim: PaperClaims.Claim, _ what: String) -> HTML {
    let yes: HTML =
      "<button class=\"button\" name=\"word\" value=\"yes\">It is theirs<span class=\"sr\">: \(what)</span></button>"
    let no: HTML =
      "<button class=\"button is-quiet\" name=\"word\" value=\"no\">It is not<span class=\"sr\">: \(what)</span></button>"
    return switch claim.state {
    case .waiting: yes + no
    case .granted: no
    case .refused: yes
    }
  }
}

/// The mail to somebody to whose claim an organizer said something.
enum ClaimLetter {
  static func letter(
    to account: Account, of title: String, paper: String, isGranted: Bool, _ head: Letterhead
  ) -> Letter {
    let yes: [LetterPart] = [
      .words(
        "an organizer of \(head.conference) agrees that “\(title)” is your paper. You can edit your part of it now:"),
      .button("Edit my part", url: head.absolute("/papers/\(paper)/mine")),
    ]
    let no: [LetterPart] = [
      .words(
        "you said that “\(title)” is your paper. An organizer of \(head.conference) does not see it so; its page is not yours to edit. If that is a mistake, tell the help desk:"
      ),
      .button("Help", url: head.absolute("/help")),
    ]
    var parts: [LetterPart] = [.greeting(account.name)]
    parts += isGranted ? yes : no
    return Letter(
      on: head.stationery, purpose: .notice,
      subject: isGranted ? "“\(title)” is yours" : "About your claim of “\(title)”", parts)
  }
}
