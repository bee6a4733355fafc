import Conference
import Markup

/// What the console says around an entry's form.
extension EntryForm {
  static func head(_ entry: Item, _ personal: Personal) -> HTML {
    let changes = "/organize/program/changes?of=\(Item.entryKind.rawValue)&id=\(Query.encoded(entry.id))"
    return """
      \(HTML.when(personal.visit.query["done"] != nil, "<p class=\"notice\" role=\"status\">Saved. <a href=\"/organize/program#changes\">It can be undone.</a>\(Telling.done(personal.visit))</p>"))
      <p class="muted">\(Item.entryKind.rawValue) <code>\(entry.id)</code> · <a href="\(url: address(entry))">as participants see it</a> · <a href="\(url: changes)">who changed it</a></p>
      """
  }

  static func foot(_ entry: Item, _ personal: Personal) async throws -> HTML {
    let places = if let paper = entry as? Paper { try await PaperPlaces.html(paper, personal) } else { HTML.empty }
    let removal: HTML =
      if Item.entryKind == .conference { .empty } else { try await EntryRemoval.html(entry, noun, personal) }
    return """
      \(places)\((entry as? Session).map { SessionPapers.html($0, personal.visit) })
      \(EntryOrder.html(entry, personal))\(removal)
      """
  }
}

/// The button that takes an entry out of the program.
enum EntryRemoval {
  static func html(_ entry: some Entry, _ noun: String, _ personal: Personal) async throws -> HTML {
    """
    <details class="section"><summary>Remove this \(noun.lowercased())</summary>
    <p>It leaves the program and everything that refers to it. Calendars are told. It can be undone.</p>
    <form class="stack" action="/organize/program/removal" method="post">\(personal.tokenField)<input type="hidden" name="of" value="\(EntryName(of: entry).kind.rawValue)">\(try known(entry))
    \(try await EntryConsequence.html(entry, personal))
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
