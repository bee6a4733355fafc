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

  @Test("a moderator whose question or message another one hid is not offered to show it again")
  func own() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let mona = try await site.insider("mona@example.org", role: .moderator)
      let olga = try await site.insider("olga@example.org", role: .organizer)
      _ = try await mona.send(Self.path, ["text": "Something rude?"], client)
      let question = try #require(try await site.site.questions.shown(QuestionSubject(.event(.keynote), "1")).first).id
      _ = try await mona.send("/chat/general/corridor/messages", ["text": "Something rude"], client)
      let chat = try await olga.text("/chat/general/corridor", client)
      let message = try #require(chat.firstMatch(of: /id="m-([A-Za-z0-9]+)"/)).1
      let pages = ["/question/\(question)", Self.path, "/messages/\(message)"]
      func offers(_ visitor: SignedInVisitor) async throws -> [Bool] {
        var found: [Bool] = []
        for page in pages {
          let text = try await visitor.text(page, client)
          found.append(text.contains("/restoring\"") && text.contains(">Show again"))
        }
        return found
      }
      for by in [olga, mona] {
        for thing in ["questions/\(question)", "messages/\(message)"] {
          #expect(try await by.send("/conduct/\(thing)/hiding", [:], client).status == .seeOther)
        }
        let (mine, others) = (try await offers(mona), try await offers(olga))
        #expect(others == [true, true, true])
        #expect(mine == (by.account.id == mona.account.id ? [true, true, true] : [false, false, false]))
        for thing in ["questions/\(question)", "messages/\(message)"] {
          #expect(try await olga.send("/conduct/\(thing)/restoring", [:], client).status == .seeOther)
        }
      }
    }
  }
}
