/// One thing that a letter says. Whatever is not a ``Phrase`` is taken to be written by somebody, in any script.
public enum LetterPart: Sendable, Equatable {
  /// "Dear NAME,"
  case greeting(String)
  /// A paragraph of ours.
  case words(Phrase)
  case heading(String)
  /// What somebody wrote, with its lines.
  case written(String)
  case prose(LetterProse)
  /// What somebody wrote before.
  case quote(String)
  case facts([LetterFact])
  /// What to do: a button, and the address for who cannot press it.
  case button(String, url: String)
  /// A line of words with an address behind them.
  case link(Phrase, url: String)
  /// Something to be typed elsewhere, after words that say what it is.
  case code(Phrase, String)
  case entry(LetterEntry)
}

/// "NAME: VALUE"
public struct LetterFact: Sendable, Equatable {
  public let name: String
  public let value: String

  public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}

/// Something of the program, with what is to be said of it and its address.
public struct LetterEntry: Sendable, Equatable {
  public let title: String
  public let lines: [String]
  /// Such as the questions about it.
  public let items: [String]
  public let url: String

  public init(_ title: String, lines: [String] = [], items: [String] = [], url: String) {
    (self.title, self.lines, self.items, self.url) = (title, lines, items, url)
  }

  fileprivate var plain: String {
    let list: [String] = items.map { "- \($0)" }
    return ([title] + lines + list + [url]).joined(separator: "\n")
  }
}

extension LetterPart {
  /// The part as plain text, without a line break at its end.
  var plain: String {
    switch self {
    case .greeting(let name): "Dear \(name),"
    case .words(let words): words.plain
    case .heading(let text), .written(let text): text
    case .prose(let prose): prose.plain
    case .quote(let text): Self.lines(text).map { "> \($0)" }.joined(separator: "\n")
    case .facts(let facts): facts.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
    case .button(_, let url): url
    case .link(let words, let url): "\(words.plain): \(url)"
    case .code(let words, let code): "\(words.plain): \(code)"
    case .entry(let entry): entry.plain
    }
  }

  static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }
}
