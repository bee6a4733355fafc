import Markup

/// What a letter says, once; its plain text and its HTML are made of the same parts, and so never differ.
public struct LetterText: Sendable, Equatable {
  public let parts: [LetterPart]
  /// What stands in small print at its end, such as how to get no more of them.
  public let footnotes: [LetterPart]

  public init(_ parts: [LetterPart], footnotes: [LetterPart] = []) { (self.parts, self.footnotes) = (parts, footnotes) }

  /// The parts with an empty line between each two, without a line break at the end.
  public var plain: String { (parts + footnotes).map(\.plain).joined(separator: "\n\n") }

  /// A document of its own: it loads nothing, and nothing in it tells the sender that it was read.
  public func html(subject: String, on stationery: Stationery) -> String {
    let accent = stationery.accent
    let html: HTML = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
      <title>\(subject)</title>
      \(Self.styles(stationery))</head>
      <body class="paper" style="margin:0;padding:0;background:#fbf8f3;color:#1f1b16">
      <div class="paper" style="max-width:600px;margin:0 auto;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#1f1b16;word-break:break-word">
      <p class="accent" dir="auto" style="margin:0 0 24px;padding:0 0 8px;border-bottom:3px solid \(accent);color:\(accent);font:bold 18px/1.25 Georgia,serif">\(stationery.name)</p>
      \(parts.map { $0.html(accent) })\(footer(accent))</div>
      </body></html>

      """
    return html.string
  }

  private func footer(_ accent: String) -> HTML {
    HTML.when(
      !footnotes.isEmpty,
      """
      <div class="muted line" style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #8c8273;color:#5e564b;font-size:14px">
      \(footnotes.map { $0.html(accent) })</div>

      """)
  }

  /// For what attributes cannot say: how it looks where the reader's screen is dark.
  private static func styles(_ stationery: Stationery) -> HTML {
    """
    <style>
    :root { color-scheme: light dark; supported-color-schemes: light dark; }
    a { color: \(stationery.accent); }
    @media (prefers-color-scheme: dark) {
    .paper { background: #14171a !important; color: #ece7df !important; }
    .muted { color: #a9a196 !important; }
    .line { border-color: #6f767d !important; }
    a, .accent { color: \(stationery.accentOnDark) !important; border-color: \(stationery.accentOnDark) !important; }
    div.accent { color: inherit !important; }
    a.button { background: \(stationery.accentOnDark) !important; color: #14171a !important; }
    }
    </style>

    """
  }
}
