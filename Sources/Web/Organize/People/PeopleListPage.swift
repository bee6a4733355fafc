import Conference
import Markup

/// Everybody who has an account, to be searched.
enum PeopleListPage {
  static func page(_ personal: Personal) async throws -> Page {
    let (visit, query) = (personal.visit, personal.visit.query)
    let choice = PeopleChoice(
      text: query["q"] ?? "", role: query["role"].flatMap { Role(rawValue: $0) },
      standing: query["standing"].flatMap { Standing(rawValue: $0) })
    let paging = Paging(query)
    let (people, me) = (visit.site.people, try personal.account.id)
    let found = try await people.search(choice, for: me, offset: paging.offset, limit: Paging.size)
    let waiting = try await people.search(PeopleChoice(standing: .waiting), for: me, limit: 0).total
    return OrganizePage.page(
      "People", path: "/organize/people", personal,
      body: """
        \(DoneNotice.html(visit, ["nobody": "Everybody who may come in has signed in, was invited before, or wants no mails."]))
        \(HTML.when(waiting > 0, "<p class=\"notice\"><a href=\"/organize/people/waiting\">\(waiting == 1 ? "1 person waits" : "\(waiting) people wait") to be let in</a></p>"))
        \(finder(choice))
        <p class="console-bar"><strong role="status">\(found.total) \(found.total == 1 ? "person" : "people")</strong> <a href="/organize/people/new">Add a person</a> <a href="/organize/people/import">Import a list</a></p>
        \(invitation.html(personal))
        \(list(found.accounts))
        \(paging.html("/organize/people", query, keeping: ["q", "role", "standing"], hasMore: paging.offset + Paging.size < found.total))
        """)
  }

  /// Also where a list was imported, which by itself tells nobody.
  static let invitation = ConsoleButton(
    action: "/organize/people/invitations", label: "Invite people who never signed in",
    consequence:
      "Each of them gets a mail with the way to the page for signing in; the mails wait under Mail until somebody sends them off."
  )

  private static func finder(_ choice: PeopleChoice) -> HTML {
    """
    <form class="console-finder" action="/organize/people" role="search" aria-label="People">
    <label class="sr" for="people-q">Words of a name, an address, an affiliation or a registration</label>
    <input class="field" id="people-q" type="search" name="q" value="\(choice.text)" placeholder="Name, address, affiliation, registration" maxlength="200">
    <label class="sr" for="people-role">Role</label><select class="field" id="people-role" name="role"><option value="">Any role</option>
    \(Role.allCases.map { option($0.rawValue, $0.name, choice.role == $0) })</select>
    <label class="sr" for="people-standing">Standing</label><select class="field" id="people-standing" name="standing"><option value="">Any standing</option>
    \(Standing.allCases.filter { $0 != .erased }.map { option($0.rawValue, $0.word, choice.standing == $0) })</select>
    <button class="button is-main" type="submit">Find</button></form>
    """
  }

  private static func option(_ value: String, _ label: String, _ isChosen: Bool) -> HTML {
    "<option value=\"\(value)\"\(HTML.when(isChosen, " selected"))>\(label)</option>"
  }

  private static func list(_ accounts: [Account]) -> HTML {
    guard !accounts.isEmpty else {
      return """
        <p class="muted">Nobody fits all of this. Try fewer words or parts of them, any role and any standing, or look at \
        <a href="/organize/people">everybody</a>.</p>
        """
    }
    return "<ul class=\"people\">\(accounts.map(row))</ul>"
  }

  private static func row(_ account: Account) -> HTML {
    """
    <li><span><a href="\(url: "/organize/people/\(account.id)")" dir="auto">\(account.name)</a><br><span class="muted" dir="ltr">\(account.email?.text)</span></span>
    <span class="muted" dir="auto">\([account.affiliation, account.country].compactMap { $0 }.joined(separator: ", "))</span>
    <span>\(account.role.name)\(HTML.when(account.standing != .active, ", <strong>\(account.standing.word)</strong>"))</span></li>
    """
  }
}

enum PeopleWords {
  /// A role or a standing as lists of people say it; anything else as it is.
  static func word(_ value: String) -> String {
    Role(rawValue: value)?.name ?? Standing(rawValue: value)?.word ?? value
  }
}

extension Standing {
  /// The word in lists.
  var word: String {
    switch self {
    case .active: "may come in"
    case .waiting: "waits"
    case .banned: "banned"
    case .removed: "removed"
    case .erased: "erased"
    }
  }
}
