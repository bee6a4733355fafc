import Conference
import Markup

/// The code of conduct before anything else.
enum AcceptancePage {
  static func page(_ personal: Personal) throws -> Page {
    _ = try personal.account
    let visit = personal.visit
    let text = visit.site.edition.program.conference?.codeOfConduct
    guard let text, let version = visit.site.edition.conduct else { throw ConferenceError.notFound("code of conduct") }
    let back = BackPath(visit.query["back"]).path
    return Page(
      title: "Code of conduct", section: .account, styles: ["account"], isUnlisted: true,
      body: """
        <div class="door is-wide"><h1>Before you come in</h1>
        <p>Everybody here keeps to the code of conduct of \(visit.conference.name). Please read it.</p>
        <div class="prose conduct" dir="auto" tabindex="0" role="region" aria-label="Code of conduct">\(Markdown.html(text))</div>
        <form action="/conduct-acceptance" method="post" class="stack">\(personal.tokenField)<input type="hidden" name="back" value="\(back)"><input type="hidden" name="version" value="\(version)">
        <button class="button is-main" type="submit">I will keep to it</button></form>
        <form action="/sign-out" method="post">\(personal.tokenField)<button class="button is-quiet" type="submit">Sign out</button></form></div>
        """)
  }
}
