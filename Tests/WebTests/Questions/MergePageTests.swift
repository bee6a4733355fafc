import Conference
import Database
import Foundation
import Testing

@testable import Web

@Suite struct MergePageTests {
  private static let path = "/questions/keynotes/1"
  private static let subject = QuestionSubject(.event(.keynote), "1")

  @Test("from the queue, a host merges a question into an open one, the similar ones first, and is back in the queue")
  func merge() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org")
      let host = try await site.insider("mod@example.org", role: .moderator)
      let access = Access(ada.account, conduct: site.site.edition.conduct)
      var ids: [String] = []
      for text in ["Why drums?", "Does it scale to five tones?", "Is it scaling to many tones?", "Done already?"] {
        ids.append(try await site.site.questions.ask(QuestionText(text), about: Self.subject, by: access))
      }
      let (drums, scale, scaling, done) = (ids[0], ids[1], ids[2], ids[3])
      _ = try await host.send("\(Self.path)/host", ["live": done], client)
      let queue = try await host.text("\(Self.path)/host", client)
      #expect(queue.contains("href=\"/question/\(scaling)/merge\"") && !queue.contains("/question/\(done)/merge"))
      let page = try await host.text("/question/\(scaling)/merge", client)
      #expect(Markup(page).problems == [])
      #expect(page.contains("value=\"\(scale)\" required checked>") && page.contains("value=\"\(drums)\" required>"))
      #expect(!page.contains("value=\"\(scaling)\"") && !page.contains("value=\"\(done)\""))
      #expect(try await ada.get("/question/\(scaling)/merge", client).status == .forbidden)
      let answer = try await host.send("/question/\(scaling)/merge", ["into": scale, "queue": "1"], client)
      #expect(answer.headers[.location] == "\(Self.path)/host?done=merged")
      #expect(try await site.site.questions.question(scaling, for: nil)?.mergedInto == scale)
      #expect(try await host.get("/question/\(scaling)/merge", client).status == .conflict)
      // By the question's own page, one is back there.
      let other = try await host.send("/question/\(drums)/merge", ["into": scale], client)
      #expect(other.headers[.location] == "/question/\(drums)?done=merged")
      let last = try await host.text("/question/\(scale)/merge", client)
      #expect(last.contains("No other question is open.") && Markup(last).problems == [])
      try await site.site.moderation.hide(
        .question(scale), why: "", by: Access(host.account, conduct: site.site.edition.conduct))
      #expect(try await host.get("/question/\(scale)/merge", client).status == .notFound)
    }
  }

  @Test("of very many open questions two hundred stand there, with where the others are")
  func many() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let host = try await site.insider("mod@example.org", role: .moderator)
      let (author, subject, now) = (host.account.id, Self.subject.text, site.site.clock.now().milliseconds)
      try await site.site.database.write { connection in
        for number in 1...203 {
          let id = "q\(number)"
          try connection.execute(
            """
            INSERT INTO questions (id, subject, author, is_anonymous, client, body, state, root, asked_at, changed_at)
            VALUES (\(id), \(subject), \(author), \(false), \(id), \(id), 'open', \(id), \(now), \(now))
            """)
          try connection.execute("INSERT INTO question_numbers (question) VALUES (\(id))")
        }
      }
      let page = try await host.text("/question/q1/merge", client)
      #expect(page.components(separatedBy: "name=\"into\"").count == 201)
      #expect(page.contains("The first 200 of 202 stand here") && Markup(page).problems == [])
    }
  }

  @Test("a question's own page offers nothing to merge it into that others do not see, and nothing is merged into that")
  func unseen() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org")
      let host = try await site.insider("mod@example.org", role: .moderator)
      let access = Access(ada.account, conduct: site.site.edition.conduct)
      var ids: [String] = []
      for text in ["Why drums?", "Why tones?", "Why not?"] {
        ids.append(try await site.site.questions.ask(QuestionText(text), about: Self.subject, by: access))
      }
      _ = try await host.send("/question/\(ids[1])/move", ["move": "dismiss"], client)
      let page = try await host.text("/question/\(ids[0])", client)
      #expect(page.contains("<option value=\"\(ids[2])\">") && !page.contains("<option value=\"\(ids[1])\">"))
      #expect(try await host.send("/question/\(ids[0])/merge", ["into": ids[1]], client).status == .conflict)
      #expect(try await ada.text(Self.path, client).contains("id=\"question-\(ids[0])\""))
    }
  }
}
