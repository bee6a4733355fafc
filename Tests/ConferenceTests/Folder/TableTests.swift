import Testing

@testable import Conference

@Suite struct TableTests {
  private func records(_ text: String, under keys: [String] = []) -> [String] {
    guard let root = yaml(text).node else { return ["nothing"] }
    return Table(name: "a.yml", root: root).records(under: keys).map { "\($0.key ?? "-") \(picture($0.value))" }
  }

  @Test("a list at the top is the records, without empty items")
  func list() {
    #expect(records("- {a: 1}\n-\n- {a: 2}\n", under: ["papers"]) == ["- {a: 1}", "- {a: 2}"])
  }

  @Test("a list below one of the keys is the records, however the key is written")
  func below() {
    #expect(records("version: 1\nPaper-List: [{a: 1}]\n", under: ["papers", "paper_list"]) == ["- {a: 1}"])
  }

  @Test("the only field is the records' holder if it is a list of maps, whatever its name")
  func onlyField() {
    #expect(records("talks: [{a: 1}]\n", under: ["speakers"]) == ["- {a: 1}"])
  }

  @Test("a map is the records with their keys")
  func keyed() {
    #expect(records("1A: {date: x}\n1B: {date: y}\n") == ["1A {date: x}", "1B {date: y}"])
    #expect(records("p1: [p2, p3]\n") == ["p1 [p2, p3]"])
    #expect(records("papers:\n  p1: {a: 1}\n", under: ["papers"]) == ["p1 {a: 1}"])
  }

  @Test("lists of maps below the keys of a map are groups of records; an empty one has none")
  func groups() {
    #expect(
      records("Monday: [{a: 1}, {a: 2}]\nTuesday: [{a: 3}]\nFriday: []\n") == ["- {a: 1}", "- {a: 2}", "- {a: 3}"])
  }

  @Test("text alone has no records, and an empty holder has none either")
  func none() {
    #expect(records("text") == [])
    #expect(records("papers:\n", under: ["papers"]) == [])
  }

  @Test("fields beside the records are unknown until asked for")
  func beside() throws {
    let root = try #require(yaml("version: 1\npapers: [{a: 1, b: 2}]\n").node)
    let table = Table(name: "a.yml", root: root)
    #expect(table.records(under: ["papers"]).map { $0.text("a") } == ["1"])
    #expect(table.record.unknown.map(\.name) == ["version", "papers.b"])
  }
}
