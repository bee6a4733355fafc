import Conference
import Markup

/// A paper or session as one keeps it: saved or not, with a note; all of it works without scripts.
enum SavedItemPage {
  static func page(_ personal: Personal) async throws -> Page {
    let text = try personal.visit.parameter("item")
    guard let item = SavedItem(text.removingPercentEncoding ?? text),
      let (title, address) = named(item, personal.visit.program)
    else {
      throw ConferenceError.notFound("paper or session")
    }
    let list = try await personal.visit.site.saved.list(of: try personal.account.id)
    let isSaved = item.kind == .paper ? list.papers.contains(item.id) : list.sessions.contains(item.id)
    return Page(
      title: "My note", section: .plan, styles: ["account"], isUnlisted: true,
      body: """
        <div class="door is-wide"><h1>My note</h1><p><a href="\(url: address)" dir="auto">\(title)</a></p>
        \(HTML.when(personal.visit.query["done"] != nil, "<p class=\"notice\" role=\"status\">Kept.</p>"))
        <form action="/account/notes" method="post" class="stack">\(personal.tokenField)<input type="hidden" name="item" value="\(item.text)">
        <label for="note">Note, which only you see</label>
        <textarea class="field" id="note" name="note" rows="8" maxlength="\(Saved.longestNote)" dir="auto">\(list.notes[item] ?? "")</textarea>
        <button class="button is-main" type="submit">Keep the note</button></form>
        <form action="/account/saved" method="post">\(personal.tokenField)<input type="hidden" name="back" value="/account/saved/\(item.text)?done=plan">
        <input type="hidden" name="\(isSaved ? "unsave" : "save")" value="\(item.text)">
        <p class="actions"><button class="button" type="submit">\(isSaved ? "Take it off my plan" : "Put it on my plan")</button><a class="button" href="/plan">My plan</a></p></form></div>
        """)
  }

  private static func named(_ item: SavedItem, _ program: Program) -> (title: String, address: String)? {
    switch item.kind {
    case .paper: program.paper(item.id).map { ($0.title, Address.of($0)) }
    case .session: program.session(item.id).map { ($0.title, Address.of($0)) }
    }
  }
}
