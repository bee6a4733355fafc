import Testing

@testable import Conference

@Suite struct YAMLProblemTests {
  @Test(
    "what cannot be read is one error with its place and words of our own",
    arguments: [
      ("a:\n\t- b\n", "2:1", "a tab stands where only spaces may indent"),
      ("a: 1\n\tb: 2\n", "2:1", "a tab stands where only spaces may indent"),
      ("a: @home\n", "1:4", "text cannot start with “@”"),
      ("a: %x\n", "1:4", "text cannot start with “%”"),
      (
        "title: Trees: a view\n", "1:13",
        "a colon stands inside of text without quotes, or the line is indented wrongly"
      ),
      ("- a\n- 'b\n- c\n", "2:3", "the quote that opens here is never closed"),
      ("a: \"b\nc: d\n", "1:4", "the quote that opens here is never closed"),
      ("a: 1\nb\nc: 2\n", "3:1", "this line is neither “name: value” nor a part of the text before"),
      ("a: 1\n  b: 2\n", "2:4", "a colon stands inside of text without quotes, or the line is indented wrongly"),
      ("a: \"b\" c\n", "1:8", "this does not fit to the fields before"),
      ("- a\nb: c\n", "2:1", "this does not fit to the list before"),
      ("a: - b\n", "1:4", "a list item cannot start here"),
      ("a: [b, c\n", "2:1", "the [ before this is not closed"),
      ("a: {b: c\n", "2:1", "the { before this is not closed"),
      ("a: \"\\q\"\n", "1:5", "\\ stands before a character that it cannot escape"),
      ("a: \"\\ud800\"\n", "1:7", "\\u or \\U names no character"),
      ("a: *b\n", "1:4", "no anchor named “b” stands before this"),
      ("a: &a [*a]\n", "1:8", "no anchor named “a” stands before this"),
      ("a: 1\nb: \u{7}\n", "2:4", "an invisible control character, which YAML does not allow"),
      ("é: x\u{0}\n", "1:5", "an invisible control character, which YAML does not allow"),
      ("a: !e!x y\n", "1:4", "text that starts with ! names a type"),
    ])
  func unreadable(text: String, place: String, message: String) {
    let parsed = yaml(text)
    #expect(parsed.tree == "nothing")
    #expect(
      parsed.problems.errors.map { "\($0.place.line):\($0.place.column) \($0.message)" } == ["\(place) \(message)"])
  }

  @Test("a repeated key is an error at the second, or a warning if no value is lost")
  func repeatedKeys() {
    let parsed = yaml("- a: 1\n  a: 2\n- b:\n  c: 0\n  b: 3\n  b:\n")
    #expect(parsed.tree == "[{a: 2}, {b: 3, c: 0}]")
    #expect(parsed.places == ["a.yml:2:3 error", "a.yml:5:3 warning", "a.yml:6:3 warning"])
  }

  @Test("a second document is an error, and the first is kept")
  func secondDocument() {
    let parsed = yaml("a: 1\n---\nb: 2\n")
    #expect(parsed.tree == "{a: 1}")
    #expect(parsed.lines == ["a.yml:2:1: error: a second document starts here (remove the line ---, or use two files)"])
  }

  @Test("types of programs are errors, types of YAML are passed")
  func tags() {
    let parsed = yaml("- !!python/object:os.system {a: 1}\n- !mine x\n- !!int 1\n- !!seq [a]\n- ! y\n")
    #expect(parsed.tree == "[{a: 1}, x, 1, [a], y]")
    #expect(parsed.places == ["a.yml:1:3 error", "a.yml:2:3 error"])
    #expect(parsed.problems.errors.last?.message == "the type “!mine” is not supported")
  }

  @Test("keys that are no text are errors, and the rest is read")
  func keys() {
    let parsed = yaml("[a, b]: 1\n? {c: d}\n: 2\n~: 3\ne: 4\n")
    #expect(parsed.tree == "{e: 4}")
    #expect(parsed.places == ["a.yml:1:1 error", "a.yml:2:3 error", "a.yml:4:1 error"])
  }

  @Test("<< with anything but maps is an error")
  func wrongMerge() {
    let parsed = yaml("- a: 1\n  <<: text\n- <<: [{b: 2}, 3]\n")
    #expect(parsed.tree == "[{a: 1}, {b: 2}]")
    #expect(parsed.places == ["a.yml:2:7 error", "a.yml:3:7 error"])
  }

  @Test("64 levels are read, more are an error, however many there are")
  func depth() {
    let deepest = String(repeating: "[", count: 64) + "1" + String(repeating: "]", count: 64)
    #expect(yaml(deepest).lines == [])
    for text in ["[\(deepest)]", String(repeating: "- ", count: 65) + "1", String(repeating: "[", count: 100_000)] {
      let parsed = yaml(text)
      #expect(parsed.tree == "nothing")
      #expect(parsed.problems.errors.map(\.message) == ["lists and maps are nested deeper than 64 levels"])
    }
    for start in ["- ", "? ", "[a: ", "{a: ", "{? ", "[\n"] {
      #expect(yaml(String(repeating: start, count: 100_000)).problems.errors.count == 1, "\(start)")
    }
  }

  @Test("aliases count with all that they repeat, so that a small file cannot become a huge tree")
  func bomb() {
    let lines = (1...20).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ","))]"
    }
    let parsed = yaml("a0: &a0 x\n" + lines.joined(separator: "\n"))
    #expect(parsed.tree == "nothing")
    #expect(
      parsed.problems.errors.map(\.message) == [
        "the file has more than 1000000 values, counting what aliases (*) repeat"
      ])
  }

  @Test("aliases count with their depth")
  func aliasDepth() {
    let lines = (1...100).map { "a\($0): &a\($0) [*a\($0 - 1)]" }
    let parsed = yaml("a0: &a0 x\n" + lines.joined(separator: "\n"))
    #expect(parsed.problems.errors.map(\.message) == ["lists and maps are nested deeper than 64 levels"])
  }
}
