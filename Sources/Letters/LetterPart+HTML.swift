import Markup

extension LetterPart {
  /// The part as HTML, with its looks in attributes, as many mail programs know no style sheets.
  ///
  /// - Parameter accent: a colour "#rrggbb".
  func html(_ accent: String) -> HTML {
    switch self {
    case .greeting(let name): Self.paragraph("Dear <bdi>\(name)</bdi>,")
    case .words(let words): Self.paragraph(words.html)
    case .heading(let text):
      "<h1 dir=\"auto\" style=\"margin:0 0 16px;font:bold 22px/1.25 Georgia,serif\">\(text)</h1>\n"
    case .written(let text): Self.theirs(text)
    case .prose(let prose): "<div dir=\"auto\" style=\"margin:0 0 16px\">\(prose.html)</div>\n"
    case .quote(let text):
      """
      <blockquote class="line" style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #8c8273">\(Self.theirs(text))</blockquote>

      """
    case .facts(let facts): Self.paragraph(facts.map(Self.fact).joined(separator: "<br>\n"))
    case .button(let label, let url): Self.button(label, url, accent)
    case .link(let words, let url): Self.paragraph("\(words.html): \(Self.address(url, accent))")
    case .code(let words, let code):
      """
      <p style="margin:0 0 4px">\(words.html):</p>
      <p style="margin:0 0 16px"><code dir="ltr" style="font:bold 24px/1.5 ui-monospace,Menlo,Consolas,monospace;white-space:nowrap;-webkit-user-select:all;user-select:all">\(code)</code></p>

      """
    case .entry(let entry): Self.entry(entry, accent)
    }
  }

  private static func paragraph(_ html: HTML) -> HTML { "<p style=\"margin:0 0 16px\">\(html)</p>\n" }

  /// Line by line, in the direction in which it is written.
  private static func theirs(_ text: String) -> HTML {
    let written: [HTML] = lines(text).map { "\($0)" }
    return "<p dir=\"auto\" style=\"margin:0 0 16px\">\(written.joined(separator: "<br>\n"))</p>\n"
  }

  private static func fact(_ fact: LetterFact) -> HTML { "<strong>\(fact.name):</strong> <bdi>\(fact.value)</bdi>" }

  /// An address that is read as well as followed.
  private static func address(_ url: String, _ accent: String) -> HTML {
    "<a href=\"\(url: url)\" dir=\"ltr\" style=\"color:\(accent)\">\(url)</a>"
  }

  private static func button(_ label: String, _ url: String, _ accent: String) -> HTML {
    """
    <p style="margin:0 0 8px"><a class="button" href="\(url: url)" style="display:inline-block;padding:12px 20px;border-radius:6px;background:\(accent);color:#ffffff;font-weight:bold;text-decoration:none">\(label)</a></p>
    <p class="muted" style="margin:0 0 16px;color:#5e564b;font-size:14px">or open this address: \(address(url, accent))</p>

    """
  }

  private static func entry(_ entry: LetterEntry, _ accent: String) -> HTML {
    """
    <div class="accent" style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid \(accent)">
    <p dir="auto" style="margin:0 0 4px;font:bold 18px/1.25 Georgia,serif">\(entry.title)</p>
    \(entry.lines.map(line))\(list(entry.items))<p style="margin:0">\(address(entry.url, accent))</p>
    </div>

    """
  }

  private static func line(_ text: String) -> HTML { "<p dir=\"auto\" style=\"margin:0 0 4px\">\(text)</p>\n" }

  private static func list(_ items: [String]) -> HTML {
    guard !items.isEmpty else { return .empty }
    let rows: [HTML] = items.map { "<li dir=\"auto\">\($0)</li>\n" }
    return "<ul style=\"margin:0 0 4px;padding:0 0 0 20px\">\n\(rows)</ul>\n"
  }
}
