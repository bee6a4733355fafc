import Testing

@testable import Conference

@Suite struct CSVProblemTests {
  @Test("a row with too many fields is an error at the first of them, and is left out")
  func tooMany() {
    let parsed = csv("a,b\n1,2,3\n4,5\n")
    #expect(parsed.tree == "[{a: 4, b: 5}]")
    #expect(
      parsed.lines == [
        "a.csv:2:5: error: the row has 3 fields, but the header names 2 "
          + "(put text that holds a separator in quotes, or name the column in the header)"
      ])
  }

  @Test("a row with too few fields is a warning that names the missing ones")
  func tooFew() {
    let parsed = csv("a,b,c\n1\n")
    #expect(parsed.tree == "[{a: 1}]")
    #expect(
      parsed.lines == [
        "a.csv:2:1: warning: the row has 1 field, but the header names 3: “b”, “c” are missing "
          + "(add the missing separators, also for empty fields)"
      ])
  }

  @Test("a name used by two columns is an error, also if written differently")
  func repeatedName() {
    let parsed = csv("pdf_url,title,PDF URL\n1,2,3\n")
    #expect(
      parsed.lines == [
        "a.csv:1:15: error: the columns 1 and 3, “pdf_url” and “PDF URL”, have the same name (rename or remove one of them)"
      ])
  }

  @Test("of two columns with one name the first counts, and the second is not told of again")
  func repeatedValues() {
    let parsed = csv("a,b,a\n1,2,3\n")
    #expect(parsed.tree == "[{a: 1, b: 2}]")
    #expect(parsed.places == ["a.csv:1:3 error"] || parsed.places == ["a.csv:1:5 error"])
  }

  @Test("a header that stands between the rows once more is a warning, and no row")
  func headerAgain() {
    let parsed = csv("UID,Title\n1,x\nuid, title\n2,y\n")
    #expect(parsed.tree == "[{UID: 1, Title: x}, {UID: 2, Title: y}]")
    #expect(parsed.places == ["a.csv:3:1 warning"])
  }

  @Test("text in curly quotes that holds a separator, and a title above the header, get advice of their own")
  func misleadingRows() {
    #expect(csv("a,b\n“x, y”,1\n").problems.errors.first?.advice.contains("straight quotes") == true)
    #expect(csv("All papers\na,b\n1,2\n").problems.errors.first?.advice.contains("first line") == true)
    #expect(csv("All papers,,\n,,\na,b,c\n").places == ["a.csv:1:1 warning"])
  }

  @Test("rows that only lack columns without a name are whole")
  func trailingColumns() {
    #expect(csv("a,b,,\n1,2\n3,4,,\n,,,\n").lines == [])
  }

  @Test("a column without a name is a warning once, if it holds anything")
  func namelessColumn() {
    let parsed = csv(",title\n0,x\n1,y\n")
    #expect(parsed.tree == "[{title: x}, {title: y}]")
    #expect(
      parsed.lines == [
        "a.csv:1:1: warning: column 1 has no name and is left out (name it in the header, or remove it)"
      ])
  }

  @Test("a quote that is never closed is an error where it opens; the rows before it are kept")
  func unclosed() {
    let parsed = csv("a,b\n1,2\n3,\"x\n4,5\n")
    #expect(parsed.tree == "[{a: 1, b: 2}]")
    #expect(
      parsed.lines == [
        "a.csv:3:3: error: the quote that opens here is never closed; the rest of the file is not read "
          + "(close it with \", and write a quote inside of quoted text twice)"
      ])
  }

  @Test("text after a closing quote is an error, its row is left out, and the next row is read")
  func afterQuote() {
    let parsed = csv("a,b\n\"x\" y,1\n2,\"z\"\"\"w\n3,4\n")
    #expect(parsed.tree == "[{a: 3, b: 4}]")
    #expect(parsed.places == ["a.csv:2:5 error", "a.csv:3:8 error"])
    #expect(
      parsed.problems.errors.first?.message == "text follows the closing quote of the field that starts in line 2")
  }

  @Test("of a portal, text after a closing quote is the field's, with a warning, as Python's reader has it")
  func afterQuoteOfPortals() {
    var problems = Problems()
    let records = CSVText.parse("a,b\n\"x\" y,1\n", file: "a.csv", isLenient: true, problems: &problems)
    #expect(records.map { Record($0).text("a") } == ["x y"])
    #expect(problems.errors == [] && problems.warnings.map(\.place.description) == ["a.csv:2:5"])
  }

  @Test("all problems are reported at once")
  func allAtOnce() {
    let parsed = csv("a,A,c\n1,2\n1,2,3,4\n\"x\"y,2,3\n\"open")
    #expect(
      parsed.places == [
        "a.csv:1:3 error", "a.csv:2:1 warning", "a.csv:3:7 error", "a.csv:4:4 error", "a.csv:5:1 error",
      ])
  }

  @Test("an empty file is a warning, a header alone is not", arguments: ["", "\n\n", "  \r\n"])
  func empty(text: String) {
    #expect(csv(text).places == ["a.csv warning"])
    #expect(csv("a,b").places == [])
  }

  @Test("too many fields in a file are an error")
  func limit() {
    var text = "1,2\n3,4\n5,6\n"
    var problems = Problems()
    text.withUTF8 { bytes in
      var rows = CSVRows(bytes, file: "a.csv", delimiter: .comma, limit: 4)
      #expect(throws: Problem.self) {
        while try rows.next(problems: &problems) != nil {}
      }
    }
  }
}
