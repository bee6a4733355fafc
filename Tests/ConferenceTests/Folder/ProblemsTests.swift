import Foundation
import Testing

@testable import Conference

@Suite struct ProblemsTests {
  @Test("a place is written as editors understand it")
  func placeDescription() {
    #expect(Place(file: "papers.csv", line: 12, column: 5).description == "papers.csv:12:5")
    #expect(Place(file: "papers.csv", line: 12).description == "papers.csv:12")
    #expect(Place(file: "papers.csv").description == "papers.csv")
  }

  @Test("places are ordered by file, line and column, all as numbers")
  func placeOrder() {
    let ordered = [
      Place(file: "a.csv"), Place(file: "a.csv", line: 2, column: 10), Place(file: "a.csv", line: 10, column: 9),
      Place(file: "a.csv", line: 10, column: 10), Place(file: "b.csv"),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }

  @Test("a problem is one line with what to do in brackets")
  func problemDescription() {
    let place = Place(file: "papers.csv", line: 12, column: 5)
    #expect(
      Problem(.error, at: place, "the title is missing", advice: "write one").description
        == "papers.csv:12:5: error: the title is missing (write one)")
    #expect(
      Problem(.note, at: place, "3 papers", advice: "").description == "papers.csv:12:5: note: 3 papers")
  }

  @Test("a problem survives encoding and decoding")
  func problemCoding() throws {
    let problem = Problem(.warning, at: Place(file: "é.csv", line: 1, column: 2), "what", advice: "how")
    let decoded = try JSONDecoder().decode(Problem.self, from: JSONEncoder().encode(problem))
    #expect(decoded == problem)
  }

  @Test("what is said once for many places names the first three, and all of them when encoded")
  func manyPlaces() throws {
    let places = (2...6).map { Place(file: "a.csv", line: $0, column: 1) }
    let problem = Problem(.note, at: places[0], "left out (5×)", advice: "leave it", more: Array(places.dropFirst()))
    #expect(
      problem.description == "a.csv:2:1: note: left out (5×), also at a.csv:3:1, a.csv:4:1 ... (leave it)")
    let decoded = try JSONDecoder().decode(Problem.self, from: JSONEncoder().encode(problem))
    #expect(decoded.more == Array(places.dropFirst()))
    let single = Problem(.note, at: places[0], "left out", advice: "")
    let text = String(decoding: try JSONEncoder().encode(single), as: UTF8.self)
    #expect(!text.contains("more"))
  }

  @Test("errors that are not kept are counted, also those of another collector")
  func allErrors() {
    var file = Problems(limit: 2)
    for line in 1...5 { file.error(at: Place(file: "a", line: line), "e", advice: "") }
    var all = Problems(limit: 2)
    all.append(contentsOf: file)
    all.error(at: Place(file: "b"), "e", advice: "")
    #expect(all.errors.count == 2 && all.errorCount == 6 && all.omitted == 4)
  }

  @Test("the collector keeps so many of each severity, counts the rest, and sorts by place")
  func limit() {
    var problems = Problems(limit: 2)
    #expect(problems.isEmpty)
    for line in [3, 2, 1] { problems.warning(at: Place(file: "a", line: line), "w", advice: "") }
    problems.note(at: Place(file: "a", line: 9), "n", advice: "")
    problems.error(at: Place(file: "a", line: 1), "e", advice: "")
    #expect(problems.warnings.count == 2)
    #expect(problems.errors.count == 1)
    #expect(problems.notes.count == 1)
    #expect(problems.omitted == 1)
    #expect(problems.sorted.map(\.place.line) == [1, 2, 3, 9])
  }

  @Test("text quoted in a message is short and shows no control characters")
  func quoting() {
    #expect("a\u{7}b\n".quoted == "“a·b·”")
    #expect(String(repeating: "x", count: 50).quoted == "“" + String(repeating: "x", count: 40) + "…”")
  }
}
