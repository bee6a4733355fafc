import Conference
import Testing

@testable import Web

@Suite struct QuestionModerationTests {
  private static let path = "/questions/keynotes/1"

  @Test("every question can be reported from its row; moderators hide it there, and show again what they have hidden")
  func rows() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org")
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      _ = try await ada.send(Self.path, ["text": "Something rude?"], client)
      let subject = QuestionSubject(.event(.keynote), "1")
      let id = try #require(try await site.site.questions.shown(subject).first).id
      for page in [try await ada.text(Self.path, client), try await moderator.text("\(Self.path)/host", client)] {
        #expect(page.contains("href=\"/report/questions/\(id)\""))
      }
      #expect(try await !ada.text(Self.path, client).contains("id=\"moderating\""))
      let back = "\(Self.path)?order=newest&page=1&done=hidden"
      let board = try await moderator.text("\(Self.path)?order=newest", client)
      #expect(board.contains("data-back=\"\(back.replacing("&", with: "&amp;"))\""))
      #expect(!board.contains("Hidden by moderators"))
      let hiding = try await moderator.send("/conduct/questions/\(id)/hiding", ["back": back], client)
      #expect(hiding.headers[.location] == back)
      for path in [back, "\(Self.path)/host"] {
        let page = try await moderator.text(path, client)
        #expect(page.contains("Something rude?") && page.contains("/conduct/questions/\(id)/restoring"), "\(path)")
        #expect(Markup(page).problems == [], "\(path)")
      }
      #expect(try await moderator.text(back, client).contains("It stands below, to be shown again."))
      let other = try await site.insider("ben@example.org")
      #expect(try await !other.text(Self.path, client).contains("Something rude?"))
      _ = try await moderator.send("/conduct/questions/\(id)/restoring", ["back": Self.path], client)
      #expect(try await other.text(Self.path, client).contains("Something rude?"))
      #expect(try await !moderator.text(Self.path, client).contains("Hidden by moderators"))
    }
  }
}
