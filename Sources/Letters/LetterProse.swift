import Markup

/// A text in Markdown, read once however many people get it.
public struct LetterProse: Sendable, Equatable {
  public let plain: String
  let html: HTML

  public var isEmpty: Bool { plain.isEmpty }

  /// - Parameter address: where the site is reached, without a slash at the end: what the text's own links begin at.
  public init(markdown text: String, at address: String) {
    (plain, html) = (Markdown.plain(text, linksAt: address), Markdown.html(text, linksAt: address))
  }
}
