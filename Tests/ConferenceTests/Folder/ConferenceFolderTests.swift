import Testing

@testable import Conference

@Suite struct ConferenceFolderTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("names are sorted, sizes and bytes are given as they are")
  func names() throws {
    let folder = ConferenceFolder(files: ["papers.csv": [1, 2], "media/map.png": [3]])
    #expect(folder.names == ["media/map.png", "papers.csv"])
    #expect(folder.size("papers.csv") == 2)
    #expect(folder.size("other.csv") == nil)
    #expect(try folder.bytes("media/map.png") == [3])
  }

  @Test(
    "a file that does not exist is an error, also by a path that leads out", arguments: ["x.csv", "../x", "/etc/hosts"])
  func absent(name: String) {
    let folder = ConferenceFolder(files: ["papers.csv": []])
    #expect(throws: Problem(.error, at: Place(file: name), "there is no such file", advice: "add it to the folder")) {
      try folder.bytes(name)
    }
  }

  @Test(
    "a table is found in any format",
    arguments: [
      ("papers.csv", "id,title\n1,x\n"), ("Papers.CSV", "id,title\n1,x\n"), ("papers.tsv", "id\ttitle\n1\tx\n"),
      ("papers.json", #"[{"id": 1, "title": "x"}]"#), ("papers.yml", "- {id: 1, title: x}"),
      ("papers.yaml", "- id: 1\n  title: x\n"),
    ])
  func formats(name: String, text: String) throws {
    var problems = Problems()
    let folder = ConferenceFolder(files: [name: bytes(text)])
    let table = try #require(folder.table("papers", problems: &problems))
    #expect(table.name == name)
    #expect(picture(table.root) == "[{id: 1, title: x}]")
    #expect(problems.isEmpty)
  }

  @Test("of several formats csv comes before json before yml, and the others are named")
  func preference() throws {
    var problems = Problems()
    let folder = ConferenceFolder(files: [
      "papers.yml": bytes("- a: yml"), "papers.json": bytes("[]"), "papers.csv": bytes("a\ncsv\n"),
    ])
    let table = try #require(folder.table("papers", problems: &problems))
    #expect(picture(table.root) == "[{a: csv}]")
    #expect(
      problems.sorted.map(\.description) == [
        "papers.json: warning: this file is left out because there is papers.csv too (keep one of the two)",
        "papers.yml: warning: this file is left out because there is papers.csv too (keep one of the two)",
      ])
  }

  @Test("an absent table is nothing, without a problem")
  func absentTable() {
    var problems = Problems()
    #expect(ConferenceFolder(files: [:]).table("papers", problems: &problems) == nil)
    #expect(problems.isEmpty)
  }

  @Test("a kind of file that holds no data is an error")
  func otherKind() {
    var problems = Problems()
    #expect(ConferenceFolder(files: ["a.xlsx": [65]]).table(file: "a.xlsx", problems: &problems) == nil)
    #expect(problems.errors.map(\.message) == ["this kind of file holds no data that can be read"])
  }

  @Test("a byte order mark of UTF-8 is passed")
  func mark() throws {
    var problems = Problems()
    let folder = ConferenceFolder(files: ["a.csv": [0xEF, 0xBB, 0xBF] + bytes("id\n1\n")])
    let table = try #require(folder.table("a", problems: &problems))
    #expect(picture(table.root) == "[{id: 1}]")
    #expect(table.root.items?.first?.entries?.first?.keyPlace == Place(file: "a.csv", line: 2, column: 1))
  }

  @Test(
    "UTF-16 and UTF-32 are named",
    arguments: [
      ([0xFF, 0xFE, 0x41, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x41], "UTF-16"),
      ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "UTF-32"),
      ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41], "UTF-32"),
    ] as [([UInt8], String)])
  func wide(bytes: [UInt8], encoding: String) {
    var problems = Problems()
    #expect(ConferenceFolder(files: ["a.csv": bytes]).table("a", problems: &problems) == nil)
    #expect(
      problems.sorted.map(\.description) == [
        "a.csv: error: the file is saved as \(encoding), not as UTF-8 "
          + "(save it as “CSV UTF-8” in the spreadsheet program, or as UTF-8 in a text editor)"
      ])
  }

  @Test(
    "the first byte that is not UTF-8 is named with its place and what it probably means",
    arguments: [
      ([0xE9, 0x20], 2, 5, "the byte 0xE9 is not UTF-8; it would be “é” in Windows-1252 (Latin-1)"),
      ([0x92], 2, 5, "the byte 0x92 is not UTF-8; it would be “’” in Windows-1252 (Latin-1)"),
      ([0x81], 2, 5, "the byte 0x81 is not UTF-8"),
      ([0x0A, 0xE2, 0x82], 3, 1, "the byte 0xE2 is not UTF-8; it would be “â” in Windows-1252 (Latin-1)"),
      ([0xED, 0xA0, 0x80], 2, 5, "the byte 0xED is not UTF-8; it would be “í” in Windows-1252 (Latin-1)"),
    ] as [([UInt8], Int, Int, String)])
  func invalid(bad: [UInt8], line: Int, column: Int, message: String) {
    var problems = Problems()
    let folder = ConferenceFolder(files: ["a.yml": bytes("a: 1\né🎓: ") + bad])
    #expect(folder.table("a", problems: &problems) == nil)
    #expect(
      problems.errors == [
        Problem(
          .error, at: Place(file: "a.yml", line: line, column: column), message,
          advice: "save it with the encoding UTF-8 in a text editor")
      ])
  }

  @Test("UTF-16 without a mark is called so", arguments: [0, 1])
  func wideLetters(parity: Int) {
    var problems = Problems()
    let wide: [UInt8] = bytes("id,title\np1,One\n").flatMap { parity == 0 ? [0, $0] : [$0, 0] }
    #expect(ConferenceFolder(files: ["a.csv": wide]).text("a.csv", problems: &problems) == nil)
    #expect(problems.errors.first?.message.contains("UTF-16") == true)
  }

  @Test("a spreadsheet is called so, whatever its name", arguments: ["people.csv", "people.xlsx"])
  func workbook(name: String) {
    let heads: [[UInt8]] = [[0x50, 0x4B, 3, 4, 0x14, 0, 6, 0], [0xD0, 0xCF, 0x11, 0xE0, 0, 0]]
    for head in heads {
      let list = PeopleList(file: name, bytes: head)
      #expect(
        list.problems.errors == [
          Problem(
            .error, at: Place(file: name), "this is an Excel file or another packed one, not text",
            advice: "save it as “CSV UTF-8” in the spreadsheet program")
        ])
    }
  }

  @Test("a NUL byte is an error with its place")
  func nul() {
    var problems = Problems()
    #expect(ConferenceFolder(files: ["a.json": bytes("[1,\n2\0]")]).text("a.json", problems: &problems) == nil)
    #expect(problems.errors.map(\.place) == [Place(file: "a.json", line: 2, column: 2)])
  }

  @Test("a file over the limit is an error that names both sizes")
  func tooLarge() {
    let folder = ConferenceFolder(files: ["a.csv": [UInt8](repeating: 32, count: (3 << 20) + 1)])
    #expect(
      throws: Problem(
        .error, at: Place(file: "a.csv"), "a.csv has 4 MB; at most 2 MB are read",
        advice: "split it into several files, or leave out what is not needed")
    ) { try folder.bytes("a.csv", limit: 2 << 20) }
  }
}
