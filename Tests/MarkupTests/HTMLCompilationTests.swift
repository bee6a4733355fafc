import Testing

/// What the compiler must refuse, tried with the compiler itself on the source files that `HTML` consists of.
@Suite("What HTML refuses to compile")
struct HTMLCompilationTests {
  private static let preamble = """
    import Markup
    func text() -> String { "<script>" + String(Int.random(in: 0...9)) }
    func page(_ body: HTML) -> HTML { "<main>\\(body)</main>" }
    let name: String = text()

    """

  @Test("escaped values compile", .enabled(if: Compiler.path != nil, "swiftc is not on PATH"))
  func control() throws {
    let result = try Compiler.check(
      Self.preamble + """
        let a: HTML = "<b title=\\"\\(name)\\">\\(name) \\(url: name) \\(json: name) \\(1) \\(0.5)</b>"
        let b = page("<p>\\([a, a])</p>" + a)
        let c = HTML(trusted: name)
        let d = HTML(stringLiteral: "<b>")
        """)
    #expect(result.succeeded, "\(result.output)")
  }

  @Test(
    "a string made at run time never poses as markup", .enabled(if: Compiler.path != nil, "swiftc is not on PATH"),
    arguments: [
      "let a: HTML = name",
      "let a = HTML(name)",
      "let a = HTML(stringLiteral: name)",
      "let a = HTML(stringLiteral: \"<b>\\(name)\")",
      "let a = HTML(unicodeScalarLiteral: name)",
      "let a: HTML = name + \"<br>\"",
      "let a: HTML = \"<b>\" + name",
      "let a: HTML = \"<b>\\(trusted: name)</b>\"",
      "let a: HTML = \"\\(raw: name)\"",
      "let a = page(name)",
      "let a: [HTML] = [name]",
      "let a = name as HTML",
      "var i = HTML.Interpolation(literalCapacity: 0, interpolationCount: 0); i.appendLiteral(name)",
      "var a: HTML = \"\"; a.bytes = Array(name.utf8)",
    ])
  func refused(snippet: String) throws {
    let result = try Compiler.check(Self.preamble + snippet)
    #expect(!result.succeeded, "this compiled: \(snippet)")
    #expect(result.output.contains("snippet.swift"), "refused for another reason: \(result.output)")
  }
}
