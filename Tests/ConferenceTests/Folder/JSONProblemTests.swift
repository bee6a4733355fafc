import Testing

@testable import Conference

@Suite struct JSONProblemTests {
  @Test(
    "what leaves no doubt is reported and read on",
    arguments: [
      ("[1, 2,]", "[1, 2]", "1:6", "remove the comma"),
      ("{\"a\": 1,\n}", "{a: 1}", "1:8", "remove the comma"),
      ("[1 2]", "[1, 2]", "1:4", "write a comma between values"),
      ("{\"a\": 1 \"b\": 2}", "{a: 1, b: 2}", "1:9", "write a comma between values"),
      ("[NaN]", "[NaN]", "1:2", "write null where there is no number"),
      ("[-Infinity]", "[-Infinity]", "1:2", "write null where there is no number"),
      ("[True]", "[True]", "1:2", "write it in lower case"),
      ("[01]", "[01]", "1:2", "put text in double quotes; numbers are written like 12, -0.5 or 1e6"),
      ("[.5]", "[.5]", "1:2", "put text in double quotes; numbers are written like 12, -0.5 or 1e6"),
      ("[2020-04-27]", "[2020-04-27]", "1:2", "put text in double quotes; numbers are written like 12, -0.5 or 1e6"),
      ("[\"\\ud83c\"]", "[\u{FFFD}]", "1:3", "write both halves, or the character itself"),
      ("[\"x\\udf93y\"]", "[x\u{FFFD}y]", "1:4", "write both halves, or the character itself"),
      ("[\"\\ud83c\\u0041\"]", "[\u{FFFD}A]", "1:3", "write both halves, or the character itself"),
      ("[\"\\u12g4\"]", "[\u{FFFD}12g4]", "1:3", "write it as in \\u00e9"),
      ("[\"C:\\Users\"]", "[C:\\Users]", "1:5", "write \\\\ for a backslash"),
      (
        "[\"a\nb\tc\"]", "[a\nb\tc]", "1:4",
        "write a line end as \\n and a tab as \\t, and check that the text's quotes are closed"
      ),
    ])
  func passable(text: String, tree: String, place: String, advice: String) {
    let parsed = json(text)
    #expect(parsed.tree == tree)
    #expect(parsed.places == ["a.json:\(place) error"])
    #expect(parsed.problems.errors.map(\.advice) == [advice])
  }

  @Test(
    "what cannot be read is one error, with its place and what to do",
    arguments: [
      ("[1, 2", "1:1", "close it with ], and check that the file is complete"),
      ("{\"a\": [1}", "1:9", "write a comma between values, and put text in double quotes"),
      ("{\"a\": 1", "1:1", "close it with }, and check that the file is complete"),
      ("{\"a\": ", "1:7", "check that the file is complete"),
      ("{\"a\" 1}", "1:6", "write \"name\": value"),
      ("{a: 1}", "1:2", "put names in double quotes"),
      ("['x']", "1:2", "JSON text stands in double quotes"),
      ("[ // x\n1]", "1:3", "JSON has no comments; remove this one"),
      ("[,1]", "1:2", "remove the comma, or write the value that is missing"),
      ("[1,,2]", "1:4", "remove the comma, or write the value that is missing"),
      ("[\"x]", "1:2", "close it with \", and write a quote inside of text as \\\""),
      ("[\"x\\", "1:2", "close it with \", and write a quote inside of text as \\\""),
      ("{}\n{}", "2:1", "put several values into one list: [ …, … ]"),
      ("[1]]", "1:4", "put several values into one list: [ …, … ]"),
      ("\u{FEFF}[]", "1:1", "put text in double quotes"),
      ("]", "1:1", "put text in double quotes"),
      ("\u{C}[]", "1:1", "put text in double quotes"),
    ])
  func unreadable(text: String, place: String, advice: String) {
    let parsed = json(text)
    #expect(parsed.tree == "nothing")
    #expect(parsed.problems.errors.last?.place.description == "a.json:\(place)")
    #expect(parsed.problems.errors.last?.advice == advice)
  }

  @Test("an empty file is an error", arguments: ["", " \n"])
  func empty(text: String) {
    #expect(json(text).lines == ["a.json: error: the file is empty (write at least [])"])
  }

  @Test("a key set twice is an error at the second, and a warning if no value is lost")
  func repeatedKeys() {
    let parsed = json("{\"a\": 1,\n \"a\": 2, \"b\": \"\",\n \"b\": 3, \"b\": null, \"b\": 3}")
    #expect(parsed.tree == "{a: 2, b: 3}")
    #expect(parsed.places == ["a.json:2:2 error", "a.json:3:2 warning", "a.json:3:10 warning", "a.json:3:21 warning"])
    #expect(
      parsed.lines.first == "a.json:2:2: error: “a” is set twice, first in line 1 (keep one of the two, or rename one)")
  }

  @Test("several mistakes are reported at once")
  func allAtOnce() {
    let parsed = json("[{\"a\": NaN},\n {\"a\": 1,},\n {\"a\": \"\\x\"}\n {\"a\": 1, \"a\": 2}]")
    #expect(
      parsed.places == [
        "a.json:1:8 error", "a.json:2:9 error", "a.json:3:9 error", "a.json:4:2 error", "a.json:4:11 error",
      ])
  }
}
