import Testing

@testable import Conference

@Suite("Escaping and folding of calendar files")
struct CalendarFoldingTests {
  private func ics(_ text: String) -> String {
    var item = CalendarItem(uid: text, start: .earliest, end: .latest, summary: text, modified: .earliest)
    item.description = text
    item.location = text
    item.categories = [text, text]
    item.url = text
    return CalendarText.ics(name: text, description: text, url: text, source: text, items: [item])
  }

  @Test("a thousand random texts come back as they were, but for control characters")
  func roundTrip() {
    var random = RandomText(seed: 1)
    for _ in 0..<1000 {
      let text = random.text(upTo: 300)
      let values = CalendarReading.values(of: "LOCATION", in: ics(text)).map(CalendarReading.unescaped)
      let expected = text.isEmpty ? [] : [CalendarReading.plain(text)]
      // By bytes, since texts that look alike are equal as strings.
      #expect(values.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }
  }

  @Test("no line of a thousand calendars is wider than 75 octets, ends otherwise than CR LF, or splits a character")
  func lines() throws {
    var random = RandomText(seed: 2)
    for _ in 0..<1000 {
      let lines = try #require(CalendarReading.lines(of: ics(random.text(upTo: 300))))
      #expect(lines.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
    }
  }

  @Test("hostile text adds no line of its own")
  func injection() {
    let calm = CalendarReading.unfolded(ics("x")).map { $0.prefix { $0 != ":" } }
    let text = "x\r\nEND:VEVENT\nBEGIN:VALARM\rATTACH:y\u{85}Z:1\u{B}"
    #expect(CalendarReading.unfolded(ics(text)).map { $0.prefix { $0 != ":" } } == calm)
  }

  @Test("a line of exactly 75 octets is not folded, and one of 76 is")
  func boundary() {
    let room = 75 - "X-WR-CALNAME:".utf8.count
    let fits = CalendarText.ics(name: String(repeating: "a", count: room), items: [])
    let over = CalendarText.ics(name: String(repeating: "a", count: room + 1), items: [])
    #expect(CalendarReading.lines(of: fits)?.map(\.count).max() == 75)
    #expect(!fits.contains("\r\n "))
    #expect(over.contains("\r\n a\r\n"))
  }
}
