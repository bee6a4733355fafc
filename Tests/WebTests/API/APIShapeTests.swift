import Conference
import Testing

@testable import Web

@Suite struct APIShapeTests {
  private static let shape = Shape.object([
    .must("name", .text(5, least: 1), "A name."), ShapeField("age", .integer(0...9), "In years."),
    ShapeField("tags", .list(.choice(["a", "b"]), atMost: 2), "Some.", standard: []),
    ShapeField("note", .nullable(.text()), "Anything."), ShapeField("isOn", .truth, "Or off.", standard: false),
  ])

  @Test("a value of the shape passes, and is completed with what holds where a field is absent")
  func passes() throws {
    for value: JSONValue in [
      ["name": "é🙂abc", "age": 9, "tags": ["a", "b"], "note": .null, "isOn": true], ["name": "x"],
    ] {
      try Self.shape.check(value, at: "body")
    }
    #expect(Self.shape.completed(["name": "x"]) == ["name": "x", "tags": [], "isOn": false])
    #expect(Self.shape.completed(["name": "x", "tags": ["b"]]) == ["name": "x", "tags": ["b"], "isOn": false])
  }

  @Test(
    "what is not of the shape is told with its place",
    arguments: [
      ([], "body"), (["name": 1], "name"), (["name": ""], "name"), (["name": "abcdef"], "name"), ([:], "name"),
      (["name": "x", "age": 10], "age"), (["name": "x", "age": .number(1.5)], "age"),
      (["name": "x", "tags": ["a", "c"]], "tags[1]"), (["name": "x", "tags": ["a", "a", "a"]], "tags"),
      (["name": "x", "other": 1], "other"), (["name": .null], "name"), (["name": "x", "isOn": "true"], "isOn"),
    ] as [(JSONValue, String)])
  func refused(value: JSONValue, field: String) {
    let error = #expect(throws: Misshapen.self) { try Self.shape.check(value, at: "body") }
    #expect(error?.field == field)
  }

  @Test("names, colors, days and instants are held to how they are written, as the description says it")
  func written() throws {
    let shape = Shape.object([
      ShapeField("name", .line(9), "A name."), ShapeField("color", .color, "A color."),
      ShapeField("day", .text(format: "date"), "A day."), ShapeField("at", .instant, "When."),
      ShapeField("open", .either(["everyone"], .instant), "To whom."), ShapeField("share", .number, "Of all."),
    ])
    for value: JSONValue in [
      ["name": "Zoë\tłą\u{85}"], ["color": "#0b5C63"], ["day": "2026-05-14"], ["at": "2026-05-14T08:00:00Z"],
      ["at": "2026-05-14t08:00:00.25+05:30"], ["open": "everyone"], ["open": "2026-05-14T08:00:00Z"],
      ["share": 1], ["share": .number(0.5)],
    ] {
      #expect(throws: Never.self, "\(value)") { try shape.check(value, at: "body") }
    }
    for (value, field): (JSONValue, String) in [
      (["name": "a\u{0}"], "name"), (["name": "a\u{1B}"], "name"), (["name": "\u{80}"], "name"),
      (["color": "#12345Z"], "color"), (["color": "1234567"], "color"), (["day": "14 May"], "day"),
      (["at": "soon"], "at"), (["at": "2026-05-14T08:00Z"], "at"), (["at": "2026-05-14T08:00:00"], "at"),
      (["open": "nobody"], "open"), (["open": 1], "open"), (["share": "1"], "share"),
    ] {
      let error = #expect(throws: Misshapen.self, "\(value)") { try shape.check(value, at: "body") }
      #expect(error?.field == field)
    }
    var named: [String: JSONValue] = [:]
    let properties = shape.schema(&named)["properties"]
    #expect(properties?["color"]?["pattern"] == "^#[0-9A-Fa-f]{6}$")
    #expect(properties?["open"]?["anyOf"]?.items?.count == 2 && properties?["share"]?["type"] == "number")
  }

  @Test("a patch needs no field, and takes away what may be absent")
  func patch() throws {
    let patch = Self.shape.patch
    for value: JSONValue in [[:], ["note": .null], ["age": .null], ["name": "y"]] {
      try patch.check(value, at: "body")
    }
    for value: JSONValue in [["name": .null], ["tags": .null], ["nothing": 1]] {
      #expect(throws: Misshapen.self) { try patch.check(value, at: "body") }
    }
  }

  @Test("JSON that cannot be read is told with the line and column of the mistake")
  func unreadable() {
    for (text, field) in [
      ("{\"a\": 1,\n \"b\": nope}", "body, line 2, column 7"), ("{\"a\": 1", "body, line 1, column 1"),
      ("", "body"), ("[1, 2", "body, line 1, column 1"),
    ] {
      let error = #expect(throws: ConferenceError.self) { try JSONValue(json: Array(text.utf8)) }
      guard case .invalid(let place, _, _)? = error else { continue }
      #expect(place.hasPrefix(field), "\(text): \(place)")
    }
    #expect(throws: ConferenceError.self) { try JSONValue(json: [0x22, 0xFF, 0x22]) }
    #expect(throws: ConferenceError.self) {
      try JSONValue(json: Array(String(repeating: "[", count: 100_000).utf8))
    }
  }
}
