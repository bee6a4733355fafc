import Conference
import Foundation
import FoundationXML
import HTTPTypes
import Testing

@testable import Web

@Suite struct ExportTests {
  @Test("the schedule is at its address as JSON, with every session and where it is")
  func json() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let answer = try await client.get("/schedule.json")
      #expect(answer.status == .ok && answer.headers[.contentType] == "application/json")
      let data = Data(String(buffer: answer.body).utf8)
      let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let schedule = try #require(root?["schedule"] as? [String: Any])
      #expect(schedule["base_url"] as? String == "https://conference.example")
      let conference = try #require(schedule["conference"] as? [String: Any])
      #expect(conference["acronym"] as? String == "inquiry2026")
      let days = try #require(conference["days"] as? [[String: Any]])
      let rooms = days.compactMap { $0["rooms"] as? [String: [[String: Any]]] }
      let events = rooms.flatMap { $0.values.flatMap(\.self) }
      let program = story.site.edition.program
      #expect(
        events.compactMap { $0["url"] as? String }.sorted()
          == program.sessions.map { "https://conference.example/sessions/\($0.id)" }.sorted())
      let poster = try #require(events.first { ($0["url"] as? String)?.hasSuffix("/P2S2") == true })
      #expect(poster["date"] as? String == "2026-04-28T08:00:00+00:00" && poster["duration"] as? String == "02:00")
      #expect(poster["title"] as? String == program.session("P2S2")?.title)
    }
  }

  @Test("the schedule is at its address as XML, with the same events")
  func xml() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let answer = try await client.get("/schedule.xml")
      #expect(answer.status == .ok && answer.headers[.contentType] == "application/xml; charset=utf-8")
      let (text, json) = (String(buffer: answer.body), try await client.text("/schedule.json"))
      #expect(XMLParser(data: Data(text.utf8)).parse())
      let ids = text.matches(of: /<event guid="([^"]+)"/).map { String($0.output.1) }
      #expect(ids.count == story.site.edition.program.sessions.count)
      #expect(Set(ids).count == ids.count && ids.allSatisfy { json.contains("\"guid\":\"\($0)\"") })
      #expect(text.contains("<url>https://conference.example/sessions/P2S2</url>"))
    }
  }

  @Test("who has the schedule already is told so, and a change of it is told to who asks again")
  func again() async throws {
    try await StorySite.run(papers: 5) { client, story in
      for path in ["/schedule.json", "/schedule.xml"] {
        let tag = try #require(try await client.get(path).headers[.eTag])
        #expect(try await client.get(path, [.ifNoneMatch: tag]).status == .notModified)
        let editor = ProgramEditor(story.site.database, clock: story.site.clock)
        try await editor.edit(by: nil) { edit in
          var session = try #require(try edit.entry(Session.self, "P2S2"))
          session.title += ", moved"
          try edit.put(session, seen: .anything)
        }
        try await story.site.refresh()
        #expect(try await client.get(path, [.ifNoneMatch: tag]).status == .ok)
      }
    }
  }
}
