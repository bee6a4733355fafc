import Conference
import Markup

/// A part of a long list, counted from 1 in the address.
struct Paging {
  static let size = 50
  let page: Int

  init(_ query: Query) { page = min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 10_000) }

  var offset: Int { (page - 1) * Self.size }

  /// The ways to the parts before and after, with whatever else the address says.
  func html(_ path: String, _ query: Query, keeping names: [String], hasMore: Bool) -> HTML {
    guard page > 1 || hasMore else { return .empty }
    let kept = names.compactMap { name in query[name].map { "\(name)=\(Query.encoded($0))&" } }.joined()
    let link = { (number: Int, label: String) -> HTML in
      "<a href=\"\(url: "\(path)?\(kept)page=\(number)")\">\(label)</a>"
    }
    return """
      <nav class="pages" aria-label="Parts of the list">\(HTML.when(page > 1, link(page - 1, "Before")))
      <span aria-current="page">Part \(page)</span>\(HTML.when(hasMore, link(page + 1, "After")))</nav>
      """
  }
}

/// One form of the console with one button, which says what pressing it does.
struct ConsoleButton {
  let action: String
  let label: String
  var fields: [(name: String, value: String)] = []
  /// Fields to be filled in, above the button.
  var questions: HTML = .empty
  /// What follows, in a sentence.
  var consequence: String?
  var isMain = false

  func html(_ personal: Personal) -> HTML {
    """
    <form class="deed" action="\(url: action)" method="post">\(personal.tokenField)\(HiddenFields.html(fields))\(questions)
    <button class="button\(HTML.when(isMain, " is-main"))" type="submit">\(label)</button>
    \(consequence.map { "<p class=\"muted\">\($0)</p>" as HTML })</form>
    """
  }
}

/// What the address says was done, in a sentence that is read out.
enum DoneNotice {
  static func html(_ visit: Visit, _ sentences: [String: String]) -> HTML {
    let sentence = visit.query["done"].flatMap { sentences[$0] }
    return sentence.map { "<p class=\"notice\" role=\"status\">\($0)</p>" as HTML } ?? .empty
  }
}

/// An instant as the console writes it, in the organizer's own zone.
enum ConsoleTime {
  static func html(_ instant: Instant, _ visit: Visit) -> HTML {
    let day = visit.zone.day(at: instant)
    return """
      <time datetime="\(instant.iso8601)">\(TimeText.dayText(day)), \(TimeText.clock(instant, zone: visit.zone))</time>
      """
  }
}
