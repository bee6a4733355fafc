import Markup

/// One kind of thing that was found.
struct SearchGroup {
  let id: String
  let name: String
  var fit: SearchFit
  var count = 0
  /// The best of what was found.
  var rows: [HTML] = []
  /// Where all of it stands, if not all is shown.
  var address: String?

  /// - Parameter most: how many to show.
  func html(most: Int) -> HTML {
    let isMore = count > most
    return """
      <section class="section" aria-labelledby="g-\(id)">\(head(isMore))
      <ul class="hits" role="list">\(Array(rows.prefix(most)))</ul>\(
        HTML.when(isMore && address == nil, "<p class=\"muted\">and \(count - most) more; another word narrows them down</p>"))</section>
      """
  }

  private func head(_ isMore: Bool) -> HTML {
    let heading: HTML = "<h2 id=\"g-\(id)\">\(name) <span class=\"count\">\(count)</span></h2>"
    guard let address else { return heading }
    return """
      <div class="section-head">\(heading)\(HTML.when(isMore, "<a href=\"\(url: address)\">All \(count)</a>"))</div>
      """
  }

  /// - Parameter reason: what else of it was looked for.
  static func row(_ title: HTML, _ address: String, _ note: HTML, reason: HTML = .empty) -> HTML {
    "<li data-card><h3><a href=\"\(url: address)\" dir=\"auto\" data-maths>\(title)</a></h3>\(text(note))\(text(reason))</li>"
  }

  private static func text(_ html: HTML) -> HTML {
    HTML.when(!html.isEmpty, "<p class=\"muted\" dir=\"auto\" data-maths>\(html)</p>")
  }
}
