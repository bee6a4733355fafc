import Conference
import Markup

/// What the console says around an entry's form.
extension EntryForm {
  static func head(_ entry: Item, _ personal: Personal) -> HTML {
    let changes = "/organize/program/changes?of=\(Item.entryKind.rawValue)&id=\(Query.encoded(entry.id))"
    return """
      \(HTML.when(personal.visit.query["done"] != nil, "<p class=\"notice\" role=\"status\">Saved. <a href=\"/organize/program#changes\">It can be undone.</a></p>"))
      <p class="muted">\(Item.entryKind.rawValue) <code>\(entry.id)</code> · <a href="\(url: address(entry))">as participants see it</a> · <a href="\(url: changes)">who changed it</a></p>
      """
  }

  static func foot(_ entry: Item, _ personal: Personal) throws -> HTML {
    """
    \((entry as? Paper).map { PaperPlaces.html($0, personal) })\((entry as? Session).map { SessionPapers.html($0, personal.visit) })
    \(EntryOrder.html(entry, personal))\(try HTML.when(Item.entryKind != .conference, try EntryRemoval.html(entry, noun, personal)))
    """
  }
}

/// The button that takes an entry out of the program.
enum EntryRemoval {
  static func html(_ entry: some Entry, _ noun: String, _ personal: Personal) throws -> HTML {
    """
    <details class="section"><summary>Remove this \(noun.lowercased())</summary>
    <p>It leaves the program and everything that refers to it. Calendars are told. It can be undone.</p>
    <form action="/organize/program/removal" method="post">\(personal.tokenField)<input type="hidden" name="of" value="\(EntryName(of: entry).kind.rawValue)">\(try known(entry))
    <button class="button" type="submit">Remove</button></form></details>
    """
  }

  /// The state of the entry that is acted upon.
  static func known(_ entry: (some Entry)?) throws -> HTML {
    guard let entry else { return .empty }
    let revision = try Revision(of: entry)
    return """
      <input type="hidden" name="known" value="\(entry.id)"><input type="hidden" name="revision" value="\(revision.description)">
      """
  }
}
