import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct LocalTimesTests {
  /// The page in Kathmandu, which is five hours and three quarters ahead, at a quarter past six in the evening of 28 April.
  private func inKathmandu(_ page: String) throws -> String {
    let zone = try #require(Zones.named("Asia/Kathmandu"))
    let now = try #require(Instant(iso8601: "2026-04-28T12:30:00Z"))
    return String(decoding: LocalTimes(zone: zone, now: now).written(Array(page.utf8)), as: UTF8.self)
  }

  private func instant(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }

  @Test("a time of today is its hour alone, one of another day has its day, and both say day and zone as their title")
  func days() throws {
    let today = LiveTime.html(try instant("2026-04-28T12:00:00Z")).string
    let tomorrow = LiveTime.html(try instant("2026-04-28T18:20:00Z")).string
    let page = try inKathmandu("<p>“\(today)”, <b>\(tomorrow)</b></p>")
    #expect(
      page == """
        <p>“<time datetime="2026-04-28T12:00:00Z" title="Tue 28 Apr, 17:45 (Asia/Kathmandu)">17:45</time>”, \
        <b><time datetime="2026-04-28T18:20:00Z" title="Wed 29 Apr, 00:05 (Asia/Kathmandu)">Wed 29 Apr, 00:05</time></b></p>
        """)
  }

  @Test("a month is said by three letters, also September")
  func september() throws {
    let page = try inKathmandu(LiveTime.html(try instant("2026-09-07T03:00:00Z")).string)
    #expect(page.contains(">Mon 7 Sep, 08:45</time>"))
  }

  @Test("an end is without its day where it is the day of its start in the reader's zone")
  func ends() throws {
    let start = try instant("2026-04-29T18:20:00Z")
    let same = try inKathmandu(LiveTime.end(start.adding(minutes: 60), of: start).string)
    #expect(same.contains(">01:05</time>") && !same.contains("data-"))
    let next = try inKathmandu(LiveTime.end(start.adding(minutes: 60), of: start.adding(minutes: -60)).string)
    #expect(next.contains(">Thu 30 Apr, 01:05</time>"))
  }

  @Test(
    "whatever else stands in a page stays as it is, to the byte",
    arguments: [
      "", "<", "<<time", "<time datetime=\"", "<time datetime=\"2026-04-28T12:00:00Z\" data-local",
      "<time datetime=\"2026-04-28T12:00:00Z\" data-local>12:00",
      "<time datetime=\"2026-04-28T12:00:00Z\">17:45</time>",
      "<time datetime=\"tomorrow\" data-local>tomorrow</time>",
      "<time datetime=\"2026-04-28T12:00:00Z\" data-local><b>12:00</b></time>",
      "<p title=\"&lt;time datetime=&quot;2026-04-28T12:00:00Z&quot; data-local&gt;12:00&lt;/time&gt;\">ሰላም 🎉</p>",
    ])
  func others(page: String) throws {
    #expect(try inKathmandu(page) == page)
    let time = LiveTime.html(try instant("2026-04-28T12:00:00Z")).string
    #expect(try inKathmandu(page + time).hasPrefix(page))
  }

  @Test("messages and shifts say their times in the zone of who reads the page, whether signed in or not")
  func pages() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org")
      let olga = try await site.insider("olga@example.org", role: .organizer)
      _ = try await ada.send("/chat/general/corridor/messages", ["text": "Hello"], client)
      let vera = try await site.insider("vera@example.org", name: "Vera", role: .volunteer)
      let (shifts, now) = (site.site.helpShifts, site.site.clock.now())
      let shift = try await shifts.add(
        from: now.adding(minutes: 400), until: now.adding(minutes: 460), places: 1, by: olga.account.id)
      try await shifts.join(shift, vera.account.id, by: vera.account.id)
      var headers = ada.headers
      headers[.cookie] = "\(headers[.cookie] ?? ""); zone=Asia%2FKathmandu"
      let corridor = String(buffer: try await client.get("/chat/general/corridor", headers).body)
      #expect(corridor.contains("title=\"Tue 28 Apr, 18:15 (Asia/Kathmandu)\">18:15</time>"))
      let own = try await ada.text("/chat/general/corridor", client)
      #expect(own.contains("title=\"Tue 28 Apr, 12:30 (UTC)\">12:30</time>"))
      for page in [corridor, own] { #expect(!page.contains("data-local") && Markup(page).problems.isEmpty) }
      let (there, elsewhere) = (
        try await client.text("/help/desk", zone: "Asia%2FKathmandu"), try await client.text("/help/desk", zone: "UTC")
      )
      #expect(there.contains(">Wed 29 Apr, 00:55</time>") && elsewhere.contains(">19:10</time>"))
    }
  }
}
