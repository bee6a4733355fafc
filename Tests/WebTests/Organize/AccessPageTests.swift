import Testing

@testable import Web

@Suite struct AccessPageTests {
  @Test("who may register is said in whole sentences, and when videos and slides come out in plain words")
  func words() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let page = try await Insider.organizer(story, client).text("/organize/access")
      #expect(page.contains("who is on the list, or knows the code below"))
      #expect(page.contains("<legend>When videos and slides come out</legend>"))
      for label in ["who sees what", "who may come in", "how long"] {
        #expect(page.contains("type=\"submit\">Save \(label)</button>"), "\(label)")
      }
      #expect(page.contains("on the day of their first session, from 02:00 (UTC+12)"))
    }
  }
}
