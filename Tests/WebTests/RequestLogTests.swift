import HTTPTypes
import Testing

@testable import Web

@Suite struct RequestLogTests {
  @Test("every answer that is not from memory has a number, also where nothing is found or nothing may be done")
  func numbers() async throws {
    // Of a logger that writes nothing, nobody needs a number.
    try await StorySite.run(papers: 5, logger: LogBook(level: .info).logger) { client, _ in
      var numbers: Set<String> = []
      let asked: [(HTTPRequest.Method, String)] = [
        (.get, "/papers?q=tone"), (.head, "/plan"), (.get, "/nowhere"), (.get, "/papers/nobody"),
        (.get, "/media/none.svg"),
        (.post, "/papers"), (.options, "/papers"), (.post, "/nowhere"), (.get, "/schedule.json"),
        (.get, "/health/live"), (.get, "/organize"), (.get, "/api/v1/nothing"), (.get, "/api/v1/people"),
        (.get, "/live?topics=announcements&after=0"),
      ]
      for (method, address) in asked {
        let answer = try await client.execute(uri: address, method: method)
        let number = try #require(answer.headers[RequestLog.field], "\(method) \(address)")
        #expect(numbers.insert(number).inserted, "\(method) \(address)")
      }
      let again = try await client.get("/papers")
      #expect(again.status == .ok && again.headers[RequestLog.field] == nil)
    }
  }

  @Test("every page says how long it took to make", arguments: ["/", "/papers?q=speech", "/plan", "/nowhere"])
  func timing(_ address: String) async throws {
    try await StorySite.run(papers: 5) { client, _ in
      let timing = try await client.get(address).headers[HTTPField.Name("Server-Timing")!]
      #expect(timing?.hasPrefix("render;dur=") == true)
    }
  }

  @Test("a page of what was searched for says how long the search took of that", arguments: ["/papers", "/search"])
  func searching(_ path: String) async throws {
    let field = HTTPField.Name("Server-Timing")!
    try await StorySite.run(papers: 5) { client, _ in
      let timing = try await client.get(path + "?q=speech").headers[field] ?? ""
      let match = timing.firstMatch(of: /^render;dur=([0-9.]+), search;dur=([0-9.]+), now;/)
      let times = try #require(match?.output)
      let (render, search) = (try #require(Double(times.1)), try #require(Double(times.2)))
      #expect(search <= render)
      #expect(try await client.get(path).headers[field]?.contains("search;") == false)
    }
  }

  @Test("at the usual level only what failed is written down, by its route")
  func failures() async throws {
    let book = LogBook(level: .info)
    try await StorySite.run(papers: 5, logger: book.logger) { client, story in
      try await story.addPeople()
      let browser = try await story.browser(.participant)
      #expect(try await client.get("/account", by: browser).status == .ok)
      #expect(try await client.get("/nowhere").status == .notFound)
      // A machine under load may be slow, which is written down, too.
      #expect(book.all.filter { $0.hasPrefix("Answered") && !$0.contains("\"status\": 200") } == [])
      try story.site.database.close()
      let failed = try await client.get("/account?query=unseen", by: browser)
      #expect(failed.status == .internalServerError)
      let line = try #require(book.all.first { $0.hasPrefix("Answered") && $0.contains("500") })
      let number = try #require(failed.headers[RequestLog.field])
      for part in ["500", "GET", "/account", number, "milliseconds"] { #expect(line.contains(part), "\(line)") }
      #expect(!line.contains("unseen"))
    }
  }

  @Test("what failed is a warning, what was slow a notice, and what balancers ask all the time neither")
  func levels() {
    #expect(RequestLog.level(.ok, after: .milliseconds(1_000), route: "/papers") == .debug)
    #expect(RequestLog.level(.ok, after: .milliseconds(1_001), route: "/papers") == .notice)
    #expect(RequestLog.level(.notFound, after: .zero, route: "none") == .debug)
    #expect(RequestLog.level(.serviceUnavailable, after: .zero, route: "/papers") == .warning)
    #expect(RequestLog.level(.serviceUnavailable, after: .seconds(2), route: "/health/ready") == .debug)
  }
}
