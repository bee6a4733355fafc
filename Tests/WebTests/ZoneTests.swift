import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct ZonePageTests {
  @Test("a time is that of the visitor's zone on every page, and the zone's name is there")
  func follows() async throws {
    try await StorySite.run { client, _ in
      // P2S2 is from 08:00 to 10:00 UTC on the story's second day.
      for (zone, name, time) in [
        ("Africa/Lagos", "Lagos, UTC+1", "09:00"), ("Asia/Kolkata", "Kolkata, UTC+5:30", "13:30"),
        ("America/Los_Angeles", "Los Angeles, UTC−7", "01:00"),
      ] {
        for address in [
          "/sessions/P2S2", "/schedule?day=2026-04-28", "/papers/\(Story.heroinePaper)", "/plan?sessions=P2S2",
        ] {
          let page = try await client.text(address, zone: zone)
          #expect(page.contains(name), "\(address) in \(zone)")
          #expect(page.contains("<time datetime=\"2026-04-28T08:00:00Z\">\(time)</time>"), "\(address) in \(zone)")
        }
      }
    }
  }

  @Test("a session after midnight of the visitor is on the visitor's day")
  func nextDay() async throws {
    try await StorySite.run { client, _ in
      // P2S5 is from 20:00 to 22:00 UTC: already the 29th in Auckland.
      let (next, same) = (
        try await client.text("/schedule?day=2026-04-29", zone: "Pacific/Auckland"),
        try await client.text("/schedule?day=2026-04-28", zone: "Pacific/Auckland")
      )
      #expect(next.contains("/sessions/P2S5\""))
      #expect(!same.contains("/sessions/P2S5\""))
    }
  }

  @Test("choosing a zone sets the cookie and leads back, but never off the site")
  func choose() async throws {
    try await StorySite.run(papers: 5) { client, _ in
      func choose(_ form: String) async throws -> TestResponse {
        try await client.execute(
          uri: "/zones", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
          body: .init(string: form))
      }
      let answer = try await choose("zone=Africa%2FLagos&back=%2Fpapers%3Fq%3Dx")
      #expect(answer.status == .seeOther)
      #expect(answer.headers[.location] == "/papers?q=x")
      #expect(answer.headers[.setCookie]?.hasPrefix("zone=Africa") == true)
      for back in [
        "https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example", "%2Fa%0d%0aSet-Cookie%3A%20x%3Dy",
      ] {
        let elsewhere = try await choose("zone=UTC&back=\(back)")
        #expect(elsewhere.headers[.location] == "/", "\(back)")
      }
      let unknown = try await choose("zone=Mars%2FBase&back=%2F")
      #expect(unknown.status == .badRequest)
    }
  }

  @Test("an abbreviation leads to the zone that people mean by it, and to the offset that it always says")
  func abbreviations() async throws {
    try await StorySite.run(papers: 5) { client, _ in
      func found(_ query: String) async throws -> [String] {
        let page = try await client.text("/zones?q=\(Query.encoded(query))")
        return page.matches(of: /class="zone-option" name="zone" value="([^"]+)"/).map { String($0.output.1) }
      }
      let (pacific, three) = (try await found("PST"), try await found("UTC+3"))
      #expect(pacific.first == "America/Los_Angeles" && pacific.last == "UTC-8")
      #expect(three.contains("Africa/Nairobi") && three.last == "UTC+3")
      for (query, zone) in [("utc", "UTC"), ("asia/calcutta", "Asia/Calcutta"), ("AoE", "UTC-12")] {
        #expect(try await found(query) == [zone], "\(query)")
      }
    }
  }

  @Test("a cookie that names no zone counts as none")
  func badCookie() async throws {
    try await StorySite.run(papers: 5) { client, _ in
      for cookie in ["../../etc/passwd", "Mars/Base", "%00", ""] {
        let page = try await client.text("/", zone: cookie)
        #expect(page.contains("data-zone=\"UTC\""), "\(cookie)")
      }
    }
  }
}
