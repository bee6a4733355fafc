import Conference
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Web

@Suite struct CacheTests {
  @Test("a page that has not changed is answered with 304, and gzip gives the same bytes")
  func unchanged() async throws {
    try await StorySite.run(papers: 5) { client, _ in
      let first = try await client.get("/papers")
      let tag = try #require(first.headers[.eTag])
      #expect(try await client.get("/papers", [.ifNoneMatch: tag]).status == .notModified)
      #expect(try await client.get("/papers", [.ifNoneMatch: "\"other\""]).status == .ok)
      let zipped = try await client.get("/papers", [.acceptEncoding: "gzip"])
      #expect(zipped.headers[.contentEncoding] == "gzip")
      #expect(zipped.body.readableBytes < first.body.readableBytes / 3)
      #expect(try await client.get("/papers", [.acceptEncoding: "gzip;q=0"]).headers[.contentEncoding] == nil)
    }
  }

  @Test("an import shows without a restart")
  func imported() async throws {
    try await StorySite.run(papers: 5) { client, story in
      #expect(!(try await client.text("/").contains("Another name")))
      var draft = story.story.draft()
      draft.conference.name = "Another name"
      let database = try story.data.open()
      try await ProgramStore(database).apply(draft, now: try #require(Instant(iso8601: StorySite.now)))
      try database.close()
      for _ in 0..<400 where !(try await client.text("/").contains("Another name")) {
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(try await client.text("/").contains("Another name"))
    }
  }

  @Test("a page follows the clock from minute to minute")
  func clock() async throws {
    let instant = Mutex(try #require(Instant(iso8601: StorySite.now)))
    let clock = Clock { instant.withLock { $0 } }
    try await StorySite.run(papers: 5, clock: clock) { client, _ in
      let before = try await client.text("/")
      #expect(before.contains("data-clock>12:30</time>"))
      instant.withLock { $0 = $0.adding(minutes: 1) }
      let after = try await client.text("/")
      #expect(after.contains("data-clock>12:31</time>"))
    }
  }

  @Test("no page is larger than its cache allows, and the oldest go first")
  func bounded() {
    let cache = PageCache(limit: 80_000)
    let now = Instant(milliseconds: 0)
    let body = StoredBody(Array(repeating: 65, count: 3000), type: "text/html", caching: "", isCompressible: false)
    for number in 0..<100 {
      cache.store(body, .init(address: "/\(number)", zone: "", shuffle: 0), version: 1, now: now)
    }
    #expect(cache.body(.init(address: "/99", zone: "", shuffle: 0), version: 1, now: now) != nil)
    #expect(cache.body(.init(address: "/0", zone: "", shuffle: 0), version: 1, now: now) == nil)
    #expect(cache.body(.init(address: "/99", zone: "", shuffle: 0), version: 2, now: now) == nil)
    #expect(cache.body(.init(address: "/99", zone: "", shuffle: 0), version: 1, now: now.adding(minutes: 1)) == nil)
  }

  @Test("what a browser loads first stays small")
  func weight() async throws {
    try await StorySite.run { client, _ in
      for address in ["/", "/papers", "/schedule", "/papers/\(Story.heroinePaper)"] {
        let page = try await client.text(address)
        var total = try #require(Gzip.compressed(Array(page.utf8))).count
        var scripts = 0
        for match in Set(page.matches(of: /(?:href|src)="(\/(?:assets|accent)[^"#]+)"/).map { String($0.1) }) {
          let size = try await client.get(match, [.acceptEncoding: "gzip"]).body.readableBytes
          total += size
          if match.hasSuffix(".js") { scripts += size }
        }
        #expect(total < 50_000, "\(address)")
        #expect(scripts < 28_000, "\(address)")
        #expect(scripts > 1_000, "\(address)")
      }
    }
  }
}
