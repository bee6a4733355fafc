import Testing

@testable import Conference

@Suite struct RecordTests {
  private func record(_ text: String) throws -> Record {
    Record(try #require(yaml(text).node))
  }

  @Test("the first name that is present and not empty counts, trimmed, however it is written")
  func text() throws {
    let record = try record("PDF URL: ' http://x '\nurl: ''\nlink:\nTitle: t\n")
    #expect(record.text("url", "link", "pdf_url") == "http://x")
    #expect(record.text("pdfurl") == "http://x")
    #expect(record.text("title", "pdf_url") == "t")
    #expect(record.text("url", "absent") == nil)
  }

  @Test("a list or map is no text and stays unknown")
  func noText() throws {
    let record = try record("day: [Mon, Tue]\nroom: {name: A}\ndate: x\n")
    #expect(record.text("day") == nil)
    #expect(record.text("room", "date") == "x")
    #expect(record.unknown.map(\.name) == ["day", "room"])
  }

  @Test("lists are lists, or text split at the first separator that it holds")
  func lists() throws {
    let record = try record(
      "a: [x, ' y ', '', 3]\nb: x | y;z |\nc: x; y\nd: x · y, z\ne: x, y and z\nf: one\ng: []\n")
    #expect(record.list("a") == ["x", "y", "3"])
    #expect(record.list("b") == ["x", "y;z"])
    #expect(record.list("c") == ["x", "y"])
    #expect(record.list("d", separators: ["·", ","]) == ["x", "y, z"])
    #expect(record.list("e") == ["x, y and z"])
    #expect(record.list("none", "f") == ["one"])
    #expect(record.list("g") == [])
    #expect(record.unknown.isEmpty)
  }

  @Test("a list that holds more than texts gives its texts and stays unknown")
  func mixedList() throws {
    let record = try record("authors: [Ada, {name: Alan}]\n")
    #expect(record.list("authors") == ["Ada"])
    #expect(record.unknown.map(\.name) == ["authors"])
  }

  @Test("fields that nobody asked for are unknown unless empty or ignored")
  func unknown() throws {
    let record = try record("a: 1\nb: 2\nc:\nInternal-Note: x\ne: 5\n")
    #expect(record.text("a") == "1")
    record.ignore("internal note")
    #expect(record.unknown.map { "\($0.name) \($0.place)" } == ["b a.yml:2:1", "e a.yml:5:1"])
    #expect(record.node("E")?.text == "5")
    #expect(record.unknown.map(\.name) == ["b"])
  }

  @Test("records inside are the same at every call and name what is unknown in them")
  func inside() throws {
    let record = try record("sessions:\n- {name: A, link: x}\n- {name: B, room: y}\nrooms: {1: {name: C}}\n")
    #expect(record.records("sessions").map { $0.text("name") } == ["A", "B"])
    #expect(record.records("sessions").map { $0.text("link") } == ["x", nil])
    #expect(record.records("rooms").map(\.key) == ["1"])
    #expect(
      record.unknown.map { "\($0.name) \($0.place.line):\($0.place.column)" } == [
        "sessions.room 3:13", "rooms.name 4:13",
      ])
    #expect(record.records("absent").isEmpty)
  }

  @Test("text where records are expected stays unknown")
  func textForRecords() throws {
    let record = try record("sessions: A\n")
    #expect(record.records("sessions").isEmpty)
    #expect(record.unknown.map(\.name) == ["sessions"])
  }

  @Test("a nested map can be laid beside the record's own fields, more than once")
  func flattened() throws {
    let record = try record("id: 1\ncontent: {id: 2, title: t, more: {pdf: p, x: y}}\n")
    let flat = record.flattened("Content").flattened("more")
    #expect(flat.text("id") == "1")
    #expect(flat.text("title") == "t")
    #expect(flat.text("pdf") == "p")
    #expect(flat.unknown.map(\.name) == ["id", "x"])
    #expect(flat.place == record.place)
    #expect(record.flattened("absent") === record)
    #expect(record.flattened("id") === record)
  }

  @Test("a place is the field's, or the record's where the field is absent")
  func places() throws {
    let record = try record("a: 1\nb:\n  c\nd:\n")
    #expect(record.place("b").description == "a.yml:3:3")
    #expect(record.place("d", "a").description == "a.yml:1:4")
    #expect(record.place("d").line == 4)
    #expect(record.place("z").description == "a.yml:1:1")
  }

  @Test("a record that is no map has a value and no fields")
  func scalar() throws {
    let records = Record.records(in: try #require(yaml("- Ada\n- [x]\n").node))
    #expect(records.map { picture($0.value) } == ["Ada", "[x]"])
    #expect(records[0].text("name") == nil)
  }

  @Test(
    "names are compared without case, blanks, _ and -",
    arguments: [
      ("PDF URL", "pdf_url"), ("pdf-url", "pdfUrl"), ("TL;DR", "tl;dr"), ("Straße", "STRAßE"), ("a\u{A0}b", "AB"),
    ])
  func sameNames(left: String, right: String) {
    #expect(FieldName.normalized(left) == FieldName.normalized(right))
  }
}
