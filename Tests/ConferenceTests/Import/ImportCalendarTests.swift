import Foundation
import Testing

@testable import Conference

@Suite(.enabled(if: RealFolders.exist, "needs the folder ../shared/data beside the repository"))
struct ImportCalendarTests {
  /// Start, end and summary of every event of the calendar that ICLR 2020 published.
  private func published() throws -> [(start: String, end: String, summary: String)] {
    let text = try String(contentsOfFile: RealFolders.root + "/iclr2020/calendar.ics", encoding: .utf8)
    return text.components(separatedBy: "BEGIN:VEVENT").dropFirst().map { event in
      let lines = event.split(whereSeparator: \.isNewline)
      func value(_ name: String) -> String {
        lines.first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) } ?? ""
      }
      return (value("DTSTART"), value("DTEND"), value("SUMMARY"))
    }
  }

  @Test("poster sessions and questions to speakers of ICLR 2020 are when its own calendar says")
  func times() throws {
    let draft = Importer.read(try ConferenceFolder(portal: RealFolders.root + "/iclr2020/sitedata")).draft
    let events = try published()
    #expect(events.count == 28)
    for event in events {
      let match = draft.sessions.first { session in
        guard session.start.basic == event.start, session.end.basic == event.end else { return false }
        if session.kind == .poster { return event.summary.hasSuffix("(\(session.id))") }
        return session.kind == .qa && event.summary.hasPrefix("Live Q&A: ")
      }
      #expect(match != nil, "\(event)")
    }
    let questions = events.filter { $0.summary.hasPrefix("Live Q&A") }.map(\.start).sorted()
    #expect(draft.sessions.filter { $0.kind == .qa }.map(\.start.basic).sorted() == questions)
    #expect(draft.sessions.filter { $0.kind == .qa }.allSatisfy { $0.event?.kind == .keynote })
  }
}
