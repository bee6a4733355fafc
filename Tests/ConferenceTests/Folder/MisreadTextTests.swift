import Testing

@testable import Conference

@Suite struct MisreadTextTests {
  private func problems(_ table: String, isLenient: Bool = false) -> [Problem] {
    var problems = Problems()
    _ = CSVText.parse(table, file: "a.csv", isLenient: isLenient, problems: &problems)
    return problems.sorted
  }

  @Test(
    "text whose encoding was mistaken is told, once for a file with all places",
    arguments: [
      ("id,t\n1,MÃ¼ller\n2,GÃ¶del and RenÃ©\n", "a.csv:2:4", [3, 3], "“Ã©”"), ("t\nitâ€™s\n", "a.csv:2:3", [], "“Ã©”"),
      ("t\nR\u{FFFD}my\nx\u{FFFD}\n", "a.csv:2:2", [3], "“\u{FFFD}”"), ("t\nÃ…sa\n", "a.csv:2:1", [], "“Ã©”"),
    ])
  func told(table: String, place: String, more: [Int], words: String) {
    let found = problems(table)
    #expect(found.map { "\($0.severity) \($0.place)" } == ["warning \(place)"])
    #expect((found.first?.more ?? []).map(\.line) == more)
    #expect(found.first?.message.contains(words) == true)
    #expect(problems(table, isLenient: true) == [])
  }

  @Test("what is written in other letters is not", arguments: ["NÃO é São", "âge €5", "Ångström ü ß ﬁ", "שלום 你好"])
  func others(text: String) { #expect(problems("t\n\(text)\n") == []) }

  @Test("a cell that a spreadsheet could not calculate is told at its place")
  func failures() {
    let found = problems("id,title\n1,#NAME?\n#REF!,x\n3,#1 in the list\n")
    #expect(found.map { "\($0.severity) \($0.place)" } == ["warning a.csv:2:3", "warning a.csv:3:1"])
    #expect(found.first?.message.contains("“#NAME?”") == true)
  }
}
