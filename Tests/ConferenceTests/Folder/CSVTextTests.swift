import Testing

@testable import Conference

@Suite struct CSVTextTests {
  @Test("rows become maps named by the trimmed header")
  func rows() {
    let parsed = csv("UID, title ,authors\n1,On Trees,Ada|Alan\n2,On Rings,Emmy\n")
    #expect(parsed.tree == "[{UID: 1, title: On Trees, authors: Ada|Alan}, {UID: 2, title: On Rings, authors: Emmy}]")
    #expect(parsed.lines == [])
  }

  @Test("quoted fields hold separators, doubled quotes and line ends")
  func quotes() {
    let parsed = csv("a,b\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\n\"\"\"\",\"\"\n")
    #expect(parsed.tree == "[{a: x, \"y\", b: one\r\ntwo}, {a: \", b: }]")
    #expect(parsed.lines == [])
  }

  @Test("blanks around quotes do not count, and quotes inside of unquoted text are text")
  func lenientQuotes() {
    let parsed = csv("a,b\n \"x, y\" , 5\" disk\n")
    #expect(parsed.tree == "[{a: x, y, b:  5\" disk}]")
    #expect(parsed.lines == [])
  }

  @Test("every line end is recognized, also none at the end", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let parsed = csv("a,b\(end)1,2\(end)\(end)3,\"4\(end)5\"\(end)6,7")
    #expect(parsed.tree == "[{a: 1, b: 2}, {a: 3, b: 4\(end)5}, {a: 6, b: 7}]")
    #expect(parsed.node?.items?.map(\.place.line) == [2, 4, 6])
    #expect(parsed.lines == [])
  }

  @Test("a line that declares the separator is no header", arguments: [",", ";", "\t"])
  func declaredSeparator(separator: String) {
    let parsed = csv("sep=\(separator)\r\na\(separator)b\r\n1\(separator)2\r\n")
    #expect(parsed.tree == "[{a: 1, b: 2}]")
    #expect(parsed.lines == [])
  }

  @Test("the separator is recognized from the header", arguments: [",", ";", "\t"])
  func separators(separator: String) {
    let parsed = csv("a\(separator)\"b,;\t,;\"\(separator)c\n1\(separator)2\(separator)3\n")
    #expect(parsed.tree == "[{a: 1, b,;\t,;: 2, c: 3}]")
    #expect(parsed.lines == [])
  }

  @Test("a .tsv file is separated by tabs even if commas are more frequent, and by commas if it has no tab")
  func tabs() {
    #expect(csv("a,b,c\td\n1\t2", file: "a.tsv").tree == "[{a,b,c: 1, d: 2}]")
    #expect(csv("a,b\n1,2", file: "a.tsv").tree == "[{a: 1, b: 2}]")
  }

  @Test("empty fields are null, quoted empty fields are empty text")
  func empty() {
    #expect(csv("a,b,c\n1,,\"\"\n").tree == "[{a: 1, b: -, c: }]")
  }

  @Test("blank lines and rows of nothing but separators are passed")
  func blankRows() {
    let parsed = csv("\n \na,b\n\n,,,\n1,2\n  \n")
    #expect(parsed.tree == "[{a: 1, b: 2}]")
    #expect(parsed.lines == [])
  }

  @Test("places count characters, not bytes")
  func fieldPlaces() {
    let parsed = csv("a,b,c\nné,🎓x,\"z\"\n\"1\n2\",y,w")
    #expect(
      parsed.node.map(places) == [
        "1:1", "2:1", "2:1", "2:1", "2:4", "2:4", "2:7", "2:7", "3:1", "3:1", "3:1", "4:4", "4:4", "4:6", "4:6",
      ])
  }

  @Test("separators that follow after the last column are passed")
  func trailingSeparators() {
    let parsed = csv("a,b,,\n1,2,,\n3,4,,,,\n")
    #expect(parsed.tree == "[{a: 1, b: 2}, {a: 3, b: 4}]")
    #expect(parsed.lines == [])
  }

  @Test("whatever is written by the rules is read back", arguments: 0..<50)
  func roundTrip(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = ["a", "é", "\"", ",", ";", "\n", "\r\n", "\t", " ", "🎓", "|"]
    let rows = (0..<20).map { _ in
      (0..<4).map { _ in
        "x"
          + (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
    }
    let written = rows.map { $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") }
    let parsed = csv("w,x,y,z\n" + written.joined(separator: "\n"))
    #expect(parsed.lines == [])
    #expect(parsed.node?.items?.compactMap { $0.entries?.map { $0.value.text ?? "" } } == rows)
  }
}
