import Testing

/// A text of nearly the longest size whose parts make each other costly, with a name in place of its 200 kB.
struct HostileText: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  private init(_ name: String, _ parts: (piece: String, count: Int)...) {
    testDescription = name
    text = parts.map { String(repeating: $0.piece, count: $0.count) }.joined()
  }

  static let all = [
    HostileText("deep quotes, then lazy lines", (">", 100_000), ("a\n", 1), ("b\n", 49_000)),
    HostileText("deep lists, then empty lines", ("- ", 50_000), ("a\n", 1), ("\n", 99_000)),
    HostileText("a wide and long table", ("|a", 20_000), ("\n", 1), ("|-", 20_000), ("\n", 1), ("a\n", 50_000)),
    HostileText("a long table", ("|a", 64), ("\n", 1), ("|-", 64), ("\n", 1), ("a\n", 99_000)),
    HostileText("a long definition, used often", ("[a]: /", 1), ("u", 99_000), ("\n\n", 1), ("[a]", 33_000)),
    HostileText("a definition, used 990 times", ("[a]: /", 1), ("u", 8_000), ("\n\n", 1), ("[a]", 990)),
    HostileText("nested brackets", ("[", 99_000), ("]", 99_000)),
    HostileText("nested emphasis", ("**", 40_000), ("a", 1), ("**", 40_000)),
    HostileText("nested items by indentation", (nestedItems, 1)),
    HostileText("comments without end", ("<!--", 49_000)),
    HostileText("sections without end", ("a", 1), ("<![CDATA[", 20_000)),
    HostileText("underscores in host names", ("www.a_", 33_000)),
    HostileText("closing parentheses after an address", ("www.a", 1), (")", 190_000)),
  ]

  private static let nestedItems = (0..<440).map { String(repeating: " ", count: $0 * 2) + "- a\n" }.joined()
}
