import Conference
import Markup

/// A paper in a list: title, authors, what it says, when its authors can be met.
enum PaperCard {
  static func html(_ paper: Paper, density: PaperFilter.Density, marked: Marked, _ visit: Visit) -> HTML {
    let gist = Self.gist(paper, density)
    return """
      <article class="paper-card card\(HTML.when(paper.thumbnail != nil, " has-thumb"))" data-card data-paper="\(paper.id)">
      <h3 class="paper-title"><a href="\(url: Address.of(paper))" dir="auto" data-maths>\(marked.html(paper.title))</a></h3>
      \(SaveButton.paper(paper.id, title: paper.title))
      <div class="paper-text">\(authors(paper.authors, marked))
      \(gist.map { "<p class=\"paper-gist\" dir=\"auto\" data-maths>\(marked.html($0))</p>" as HTML })\(match(paper, gist, density, marked))</div>
      \(thumbnail(paper))
      <div class="paper-foot"><p class="paper-when">\(paper.kind.map { PaperKind.html($0) }) \(times(paper, visit)) <span class="visited">\(Icon.check)Visited</span></p>
      \(tags(paper, marked))</div></article>
      """
  }

  private static func authors(_ people: [Person], _ marked: Marked) -> HTML {
    let shown = shown(people, marked).map { "<span dir=\"auto\">\(marked.html($0.name))</span>" as HTML }
    let more = people.count - shown.count
    return
      "<div class=\"authors\"\(PeopleLine.direction(of: people))>\(shown.joined(separator: ", "))\(HTML.when(more > 0, " and \(more) more"))</div>"
  }

  /// The first authors, and of the others those who were looked for.
  private static func shown(_ people: [Person], _ marked: Marked) -> [Person] {
    let first = people.prefix(people.count > 8 ? 6 : 8)
    if marked.isEmpty || first.count == people.count { return Array(first) }
    return Array(first) + people.dropFirst(first.count).filter { marked.offset(in: $0.name) != nil }.prefix(2)
  }

  /// The first keywords, and of the others those that were looked for.
  private static func shown(_ keywords: [String], _ marked: Marked) -> [String] {
    let first = keywords.prefix(6)
    if marked.isEmpty || first.count == keywords.count { return Array(first) }
    return Array(first) + keywords.dropFirst(first.count).filter { marked.offset(in: $0) != nil }.prefix(2)
  }

  /// What the paper says around a word that was looked for, where nothing else that is shown has one.
  private static func match(_ paper: Paper, _ gist: String?, _ density: PaperFilter.Density, _ marked: Marked) -> HTML {
    guard !marked.isEmpty, density != .titles else { return .empty }
    let shown =
      [paper.title, gist ?? ""] + shown(paper.authors, marked).map(\.name)
      + shown(paper.keywords, marked)
    guard !shown.contains(where: { marked.offset(in: $0) != nil }) else { return .empty }
    return marked.excerpt(of: [paper.tldr ?? "", paper.abstract], length: 160).map { text in
      "<p class=\"paper-gist paper-match\" dir=\"auto\" data-maths>\(text)</p>"
    } ?? .empty
  }

  /// The TL;DR, else the abstract's beginning, cut after a word; with abstracts, all of it.
  private static func gist(_ paper: Paper, _ density: PaperFilter.Density) -> String? {
    if density == .abstracts { return paper.abstract.isEmpty ? paper.tldr : paper.abstract }
    guard let text = paper.tldr ?? (paper.abstract.isEmpty ? nil : paper.abstract) else { return nil }
    return Excerpt.beginning(of: text, length: 220)
  }

  private static func thumbnail(_ paper: Paper) -> HTML {
    guard let thumbnail = paper.thumbnail else { return .empty }
    return """
      <a class="paper-thumb" href="\(url: Address.of(paper))" tabindex="-1" aria-hidden="true"><img src="\(url: Address.link(thumbnail))" alt="" width="480" height="240" loading="lazy"></a>
      """
  }

  private static func times(_ paper: Paper, _ visit: Visit) -> HTML {
    visit.program.appearances(of: paper).map { place in
      """
      <a href="\(url: Address.of(place.session))"><time datetime="\(place.start.iso8601)">\(TimeText.dayText(visit.zone.day(at: place.start))), \(
        TimeText.clock(place.start, zone: visit.zone))</time></a>
      """ as HTML
    }.joined(separator: " ")
  }

  private static func tags(_ paper: Paper, _ marked: Marked) -> HTML {
    guard !paper.keywords.isEmpty else { return .empty }
    let items = shown(paper.keywords, marked).map { keyword in
      "<li><a class=\"tag\" href=\"\(url: "/papers?keyword=" + Query.encoded(keyword))\" dir=\"auto\">\(marked.html(keyword))</a></li>"
        as HTML
    }
    return "<ul class=\"tags\">\(items)</ul>"
  }
}

/// The beginning of a text.
enum Excerpt {
  /// At most `length` characters, cut after a word, with "…" if something is missing. Formulas are not cut in two.
  static func beginning(of text: String, length: Int) -> String {
    guard let end = text.index(text.startIndex, offsetBy: length, limitedBy: text.endIndex), end < text.endIndex else {
      return text
    }
    var cut = text[..<end]
    if let space = cut.lastIndex(where: \.isWhitespace) { cut = cut[..<space] }
    if !cut.utf8.reduce(true, { $1 == 0x24 ? !$0 : $0 }), let dollar = cut.lastIndex(of: "$") { cut = cut[..<dollar] }
    return cut.trimmingSuffix { $0.isWhitespace || $0 == "," || $0 == ";" } + "…"
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var rest = self
    while let last = rest.last, predicate(last) { rest.removeLast() }
    return String(rest)
  }
}
