/// Markup made by string interpolation: the literal text is code, everything interpolated is data and is escaped.
///
/// Literal text has the type `StaticString`, so no string made at run time can pose as markup. None of these compile
/// (`HTMLCompilationTests` tries them), with `let name: String`:
/// ```swift
/// let a: HTML = name                          // a String is not HTML
/// let b = HTML(name)                          // there is no such initializer
/// let c = HTML(stringLiteral: name)           // wants a StaticString
/// let d = HTML(stringLiteral: "<b>\(name)")   // a StaticString has no interpolation
/// let e: HTML = name + "<br>"                 // strings are not concatenated with markup
/// let f: HTML = "<b>" + name
/// let g: HTML = "<b>\(trusted: name)</b>"     // trust is not given inside of a literal
/// let h: HTML = "\(raw: name)"
/// page(name)                                  // where `func page(_ body: HTML)`
/// html.bytes = Array(name.utf8)               // bytes are read-only
/// ```
/// The one way in for markup that was made elsewhere is ``init(trusted:)``.
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The markup in UTF-8.
  public internal(set) var bytes: [UInt8]

  /// Literal markup, taken as it is.
  public init(stringLiteral literal: StaticString) {
    bytes = literal.withUTF8Buffer { Array($0) }
  }

  /// Literal markup with escaped values in it.
  public init(stringInterpolation: Interpolation) {
    bytes = stringInterpolation.html.bytes
  }

  /// Takes a run-time string as markup, unescaped: only for what was made safe before, and easy to search for.
  public init(trusted markup: String) {
    bytes = Array(markup.utf8)
  }

  init() {
    bytes = []
  }

  /// No markup at all.
  public static let empty = HTML()

  /// Whether there is no markup at all.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The markup as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The markup if the condition holds, else nothing; the markup is made only when it is wanted.
  public static func when(_ condition: Bool, _ html: @autoclosure () throws -> HTML) rethrows -> HTML {
    condition ? try html() : .empty
  }

  /// One piece of markup after another.
  public static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum += right
    return sum
  }

  /// Appends markup.
  public static func += (left: inout HTML, right: HTML) {
    left.bytes.append(contentsOf: right.bytes)
  }
}

extension Sequence where Element == HTML {
  /// All pieces in order, with the separator between each two.
  public func joined(separator: HTML = .empty) -> HTML {
    var html = HTML()
    var isFirst = true
    for piece in self {
      if !isFirst { html += separator }
      html += piece
      isFirst = false
    }
    return html
  }
}
