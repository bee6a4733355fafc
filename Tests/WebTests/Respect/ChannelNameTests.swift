import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct ChannelNameTests {
  @Test("pages that keep order call channels by their titles, not by their keys")
  func titles() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let paper = story.site.edition.program.papers[0]
      let channels = try await story.site.generalChannels.all()
      let corridor = try #require(channels.first { $0.key.description == "general/corridor" })
      for key in ["general/corridor", "papers/\(paper.id)"] {
        _ = try await mona.send("/conduct/channels/\(key)/closing", ["why": "Enough"], client)
      }
      let record = try await mona.text("/conduct/record", client)
      #expect(record.contains("href=\"/chat/general/corridor\" dir=\"auto\">\(corridor.title)</a>"))
      #expect(!record.contains(">general/corridor<") && !record.contains(">papers/\(paper.id)<"))
      let page = try await mona.text("/conduct/channels/general/corridor", client)
      #expect(page.contains("Keep order in \(corridor.title)"))
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let person = try await mona.text("/conduct/people/\(ada.account.id)?channel=general%2Fcorridor", client)
      #expect(person.contains("<option value=\"general/corridor\">Only in \(corridor.title)</option>"))
    }
  }

  @Test("the record names what merged questions were about, and says roles and standings by their words")
  func record() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let olga = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let access = Access(ada.account, conduct: story.site.edition.conduct)
      let event = try #require(story.site.edition.program.events.first { $0.kind == .keynote })
      var ids: [String] = []
      for text in ["Why drums?", "Why tones?"] {
        let about = QuestionSubject(.event(.keynote), event.name)
        ids.append(try await story.site.questions.ask(QuestionText(text), about: about, by: access))
      }
      _ = try await olga.send("/question/\(ids[0])/merge", ["into": ids[1]], client)
      _ = try await olga.send("/organize/people/\(ada.account.id)/standing", ["standing": "removed"], client)
      let page = try await olga.text("/organize/record", client)
      #expect(page.contains("with: <a href=\"/question/\(ids[1])\">another question</a>"))
      #expect(!page.contains("about: keynotes/"))
      #expect(!page.contains("participant, active"))
    }
  }
}
