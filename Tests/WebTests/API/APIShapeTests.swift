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
