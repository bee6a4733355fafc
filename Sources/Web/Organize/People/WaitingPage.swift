import Conference
import Markup

/// Who registered and waits for an organizer's word.
enum WaitingPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let paging = Paging(visit.query)
    let found = try await visit.site.people.search(
      PeopleChoice(standing: .waiting), for: try personal.account.id, offset: paging.offset, limit: Paging.size)
    return OrganizePage.page(
      "Waiting to be let in", path: "/organize/people/waiting", personal,
      body: """
        \(DoneNotice.html(visit, sentences(visit)))
        <p>Who is let in gets a mail, and can take part from the next sign-in on. To refuse somebody, open their page.</p>
        \(HTML.when(found.accounts.isEmpty, "<p class=\"muted\">Nobody waits.</p>"))
        <ul class="people">\(found.accounts.map { row($0, personal) })</ul>
        \(HTML.when(found.accounts.count > 1, several(found.total, personal)))
        \(paging.html("/organize/people/waiting", visit.query, keeping: [], hasMore: paging.offset + Paging.size < found.total))
        <p><a href="/organize/people">All people</a></p>
        """)
  }

  private static func sentences(_ visit: Visit) -> [String: String] {
    let count = visit.query["count"].flatMap { Int($0) } ?? 0
    return [
      "admitted": "Let in; a mail says so.", "several": "\(Telling.people(count)) let in; each gets a mail.",
    ]
  }

  /// The boxes of the list belong to this form.
  private static func several(_ total: Int, _ personal: Personal) -> HTML {
    """
    <form id="several" class="deed" action="/organize/people/admissions" method="post">\(personal.tokenField)
    <button class="button" type="submit">Let in all that are ticked</button>
    <p class="muted">Of the \(total) who wait, those who are ticked get a mail at once and can take part.</p></form>
    """
  }

  private static func row(_ account: Account, _ personal: Personal) -> HTML {
    """
    <li><span><label class="choice"><input type="checkbox" form="several" name="id" value="\(account.id)"><span class="sr">Choose \(account.name)</span></label><a href="\(url: "/organize/people/\(account.id)")" dir="auto">\(account.name)</a><br><span class="muted" dir="ltr">\(account.email?.text)</span></span>
    <span class="muted" dir="auto">\([account.affiliation, account.country].compactMap { $0 }.joined(separator: ", "))</span>
    <form action="\(url: "/organize/people/\(account.id)/admission")" method="post">\(personal.tokenField)<input type="hidden" name="list" value="1">
    <button class="button is-main" type="submit">Let in<span class="sr"> \(account.name)</span></button></form></li>
    """
  }
}
