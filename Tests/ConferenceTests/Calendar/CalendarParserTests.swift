import Foundation
import Testing

@testable import Conference

@Suite("Calendar files read by another program")
struct CalendarParserTests {
  /// What a parser that we did not write found in an event.
  private struct Found: Decodable, Hashable {
    var uid, summary, description, start, end, stamp, status: String
    var sequence: Int
    var categories: [String]
  }

  private static let script = """
    import icalendar, json, sys
    calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
    assert not calendar.errors and str(calendar["NAME"]) == "C"
    found = []
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        date = lambda name: event.decoded(name).strftime("%Y-%m-%dT%H:%M:%SZ")
        text = lambda name: str(event.get(name, ""))
        found.append(dict(uid=text("UID"), summary=text("SUMMARY"), description=text("DESCRIPTION"),
            start=date("DTSTART"), end=date("DTEND"), stamp=date("DTSTAMP"), status=text("STATUS"),
            sequence=int(event["SEQUENCE"]), categories=[str(c) for c in event["CATEGORIES"].cats]))
    print(json.dumps(found))
    """

  @Test(
    "icalendar, a Python library, reads every event as it was meant",
    .enabled(if: Python.has("icalendar"), "needs the Python module icalendar"))
  func parsed() throws {
    var random = RandomText(seed: 4)
    let items = (0..<200).map { number in
      CalendarItem(
        uid: "\(1000 + number)@c.hatata", start: NightConference.at("2026-04-27T22:00:00Z").adding(minutes: number),
        end: NightConference.at("2026-04-28T22:00:00Z"), summary: "a" + random.text(upTo: 200) + "z",
        description: "a" + random.text(upTo: 500) + "z", categories: ["x,y", "a" + random.text(upTo: 20) + "z"],
        sequence: number, modified: NightConference.at("2026-04-01T00:00:00Z"), isCancelled: number % 2 == 1
      )
    }
    let output = try Python.run(Self.script, reading: CalendarText.ics(name: "C", items: items))
    let found = try JSONDecoder().decode([Found].self, from: output)
    for (found, item) in zip(found, items) { #expect(found == expected(item)) }
    #expect(found.count == items.count)
  }

  private func expected(_ item: CalendarItem) -> Found {
    Found(
      uid: item.uid, summary: CalendarReading.plain(item.summary),
      description: CalendarReading.plain(item.description ?? ""), start: item.start.iso8601, end: item.end.iso8601,
      stamp: item.modified.iso8601, status: item.isCancelled ? "CANCELLED" : "CONFIRMED", sequence: item.sequence,
      categories: item.categories.map(CalendarReading.plain)
    )
  }
}
