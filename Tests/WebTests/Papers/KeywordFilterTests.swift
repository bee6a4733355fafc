import Conference
import Foundation
import Testing

@testable import Web

@Suite struct KeywordFilterTests {
  @Test("a keyword in an address narrows papers down in whatever case it is written, as a kind does")
  func anyCase() async throws {
    try await StorySite.run { client, story in
      let paper = try #require(story.story.draft().papers.first { !$0.keywords.isEmpty })
      let keyword = paper.keywords[0].uppercased()
      let encoded = try #require(keyword.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
      let found = try await client.text("/papers?show=titles&keyword=\(encoded)")
      #expect(found.contains("/papers/\(paper.id)"))
    }
  }
}
