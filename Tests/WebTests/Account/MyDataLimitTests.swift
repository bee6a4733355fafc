import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct MyDataLimitTests {
  @Test("one's data is taken along a few times an hour, and one is told when again; looking at its head is not counted")
  func allowance() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let ben = try await story.insider("ben@example.org", name: "Ben")
      for _ in 0..<People.mostArchives {
        #expect(try await ada.get("/account/data.zip", client).status == .ok)
        let head = try await client.execute(uri: "/account/data.zip", method: .head, headers: ada.headers)
        #expect(head.status == .ok)
      }
      let refused = try await ada.get("/account/data.zip", client)
      #expect(refused.status == .tooManyRequests)
      #expect(String(buffer: refused.body).contains("You can do so again in 60 minutes"))
      #expect(try await ada.get("/account/data.json", client).status == .ok)
      #expect(try await ben.get("/account/data.zip", client).status == .ok)
    }
  }

  @Test("to one person one archive is sent at a time, and the place is free again once it is let go")
  func running() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let ben = try await story.insider("ben@example.org", name: "Ben")
      var place = story.site.runningArchives.begin(ada.account.id)
      #expect(place != nil && story.site.runningArchives.begin(ada.account.id) == nil)
      #expect(try await ada.get("/account/data.zip", client).status == .tooManyRequests)
      #expect(try await ben.get("/account/data.zip", client).status == .ok)
      place = nil
      #expect(try await ada.get("/account/data.zip", client).status == .ok)
      #expect(try await ada.get("/account/data.zip", client).status == .ok)
    }
  }

  @Test("who erases themselves is told that a database server may hold what was deleted for longer, where there is one")
  func server() {
    let (own, server) = (
      KeptForList.afterErasure(.standard, scrubsAtOnce: true), KeptForList.afterErasure(.standard, scrubsAtOnce: false)
    )
    let (note, text) = ("The database server’s files", String(decoding: server.bytes, as: UTF8.self))
    #expect(text.contains(note) && text.hasSuffix(String(decoding: own.bytes, as: UTF8.self)))
    #expect(!String(decoding: own.bytes, as: UTF8.self).contains(note))
  }

  @Test("the page about one's data promises that names go where they are links, and no more")
  func names() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let page = try await ada.text("/account/data", client)
      #expect(page.contains("as which you also stand where your name after an @ is a link."))
      #expect(page.contains("Your name stays where others only wrote it, and on papers that you are an author of."))
    }
  }
}
