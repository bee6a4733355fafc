import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct WaitingQuestionReportTests {
  private static let path = "/questions/keynotes/1"

  @Test("a question that waits for review is reported by those who look after it, from the queue and its page alone")
  func waiting() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let (site, now) = (story.site, story.site.clock.now())
      try await QuestionRules(isReviewed: true).choose(by: nil, site.database, at: now)
      let bob = try await story.insider("bob@example.org", name: "Bob")
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let olga = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      _ = try await bob.send(Self.path, ["text": "Something rude?"], client)
      let subject = QuestionSubject(.event(.keynote), "1")
      let id = try #require(try await site.questions.queue(subject, for: nil).first).id
      let report = "/report/questions/\(id)"
      for page in [Self.path + "/host", "/question/\(id)"] {
        let text = try await mona.text(page, client)
        #expect(text.contains("href=\"\(report)\"") && Markup(text).problems.isEmpty, "\(page)")
      }
      #expect(try await !bob.text("/question/\(id)", client).contains(report))
      #expect(try await ada.get(report, client).status == .notFound)
      #expect(try await ada.send(report, ["words": ""], client).status == .notFound)
      #expect(try await mona.text(report, client).contains("Something rude?"))
      let sent = try await mona.send(report, ["words": ""], client)
      let own = try #require(sent.headers[.location]?.split(separator: "?").first.map(String.init))
      let found = try #require(own.split(separator: "/").last.map(String.init))
      #expect(try await olga.text("/conduct/cases/\(found)", client).contains("Something rude?"))
    }
  }
}
