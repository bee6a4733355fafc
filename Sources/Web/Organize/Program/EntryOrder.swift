import Conference
import Markup

/// Where an entry stands among those of its kind, for those whose order people see.
enum EntryOrder {
  private static let kinds: Set<EntryKind> = [.sponsor, .answer, .member, .theme, .event]

  static func html(_ entry: some Entry, _ personal: Personal) -> HTML {
    let name = EntryName(of: entry)
    guard kinds.contains(name.kind) else { return .empty }
    let all = ids(name.kind, personal.visit.program)
    guard let place = all.firstIndex(of: name.id), all.count > 1 else { return .empty }
    return """
      <section class="section" aria-labelledby="order"><div class="section-head"><h2 id="order">Its place</h2></div>
      <p>Number \(place + 1) of \(all.count) \(name.kind.plural).</p>
      <div class="actions">\(HTML.when(place > 0, button("up", "Move up", name, personal)))\(
        HTML.when(place + 1 < all.count, button("down", "Move down", name, personal)))</div></section>
      """
  }

  private static func button(_ way: String, _ label: String, _ name: EntryName, _ personal: Personal) -> HTML {
    """
    <form action="/organize/program/order" method="post">\(personal.tokenField)<input type="hidden" name="of" value="\(name.kind.rawValue)"><input type="hidden" name="known" value="\(name.id)"><input type="hidden" name="way" value="\(way)"><button class="button" type="submit">\(label)</button></form>
    """
  }

  private static func ids(_ kind: EntryKind, _ program: Program) -> [String] {
    switch kind {
    case .sponsor: program.sponsors.map(\.id)
    case .answer: program.answers.map(\.id)
    case .member: program.members.map(\.id)
    case .theme: program.themes.map(\.id)
    case .event: program.events.map(\.id)
    default: []
    }
  }
}
