import Testing

@testable import Conference

@Suite struct JSONTextTests {
  @Test("all kinds of values are read in order; numbers and truth values keep their text")
  func values() {
    let parsed = json(#" { "b" : [1, -0.50, 1E+6, true, false, null, "x"], "a": {}, "c": [] } "#)
    #expect(parsed.tree == "{b: [1, -0.50, 1E+6, true, false, -, x], a: {}, c: []}")
    #expect(parsed.lines == [])
  }

  @Test("escapes and surrogate pairs are decoded")
  func escapes() {
    let parsed = json(#"["\"\\\/\b\f\n\r\t", "\u00e9\u4e2D", "\ud83c\udf93!", "é🎓"]"#)
    #expect(parsed.node?.items?.map(\.text) == ["\"\\/\u{8}\u{C}\n\r\t", "é中", "🎓!", "é🎓"])
    #expect(parsed.lines == [])
  }

  @Test("places count lines and characters")
  func jsonPlaces() {
    let parsed = json("{\"é🎓\": [1,\r\n  \"x\"],\n\"b\": null}")
    #expect(parsed.node.map(places) == ["1:1", "1:2", "1:8", "1:9", "2:3", "3:1", "3:6"])
  }

  @Test("a value alone is a document", arguments: ["1", "\"x\"", "null", "[]", "-0", "10.25e-3"])
  func scalars(text: String) {
    let parsed = json(text)
    #expect(parsed.node != nil)
    #expect(parsed.lines == [])
  }

  @Test("64 levels are read, 65 are an error")
  func depth() {
    let deepest = String(repeating: "[", count: 64) + "1" + String(repeating: "]", count: 64)
    #expect(json(deepest).lines == [])
    #expect(
      json("[" + deepest + "]").lines == [
        "a.json:1:65: error: lists and maps are nested deeper than 64 levels (make the data flatter)"
      ])
    #expect(json(String(repeating: "{\"a\":[", count: 100_000)).places == ["a.json:1:193 error"])
  }

  @Test("more values than the limit are an error")
  func limit() {
    var text = "[1,2,3]"
    text.withUTF8 { bytes in
      var reader = JSONReader(bytes, file: "a.json", problems: Problems(), limit: 3)
      #expect(throws: Problem.self) { try reader.document() }
    }
  }

  @Test("large maps find keys that are set twice")
  func largeMap() {
    let fields = (0..<200).map { "\"k\($0)\": \($0)" }.joined(separator: ",\n")
    #expect(json("{\(fields)}").lines == [])
    #expect(json("{\(fields),\n\"k3\": 4,\n\"k150\": 0}").places == ["a.json:201:1 error", "a.json:202:1 error"])
  }
}
