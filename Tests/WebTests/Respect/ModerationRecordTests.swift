import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct ModerationRecordTests {
  @Test("the record leads to a question that was hidden, and says who showed it again")
  func question() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      _ = try await ada.send("/questions/keynotes/1", ["text": "Something rude?"], client)
      let subject = QuestionSubject(.event(.keynote), "1")
      let id = try #require(try await story.site.questions.shown(subject).first).id
      _ = try await mona.send("/conduct/people/\(ada.account.id)/ban", ["hide": "1"], client)
      _ = try await mona.send("/conduct/questions/\(id)/restoring", [:], client)
      _ = try await mona.send("/conduct/questions/\(id)/hiding", [:], client)
      let record = try await mona.text("/conduct/record", client)
      let link = "<a href=\"/question/\(id)\">a question</a>"
      #expect(record.contains("hid \(link) of") && record.contains("showed \(link) of"))
      #expect(record.contains(" again<br>") && Markup(record).problems.isEmpty)
      #expect(try await mona.get("/question/\(id)", client).status == .ok)
    }
  }

  @Test("a moderator sees who of the organizers banned somebody and why, and undoes it")
  func organizersBan() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let bob = try await story.insider("bob@example.org", name: "Bob")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let olga = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let (theirs, ours) = ("/organize/people/\(bob.account.id)", "/conduct/people/\(bob.account.id)")
      let console = try await olga.text(theirs, client)
      #expect(console.contains("name=\"why\"") && Markup(console).problems.isEmpty)
      _ = try await olga.send(theirs + "/standing", ["standing": "banned", "why": "Threats"], client)
      let page = try await mona.text(ours, client)
      #expect(page.contains("<strong dir=\"auto\">Olga</strong> banned") && page.contains("Threats"))
      #expect(!page.contains("on the record of the organizers") && Markup(page).problems.isEmpty)
      let banned = try await olga.text(theirs, client)
      #expect(banned.contains("id=\"moderation\"") && banned.contains("<span dir=\"auto\">Threats</span>"))
      #expect(!console.contains("id=\"moderation\"") && Markup(banned).problems.isEmpty)
      let undo = try #require(found(/action="(\/conduct\/record\/[A-Za-z0-9]+\/undoing)"/, page))
      _ = try await mona.send(undo, [:], client)
      #expect(try await story.site.people.account(bob.account.id)?.standing == .active)
      try await story.site.people.setStanding(.banned, of: bob.account.id, by: nil)
      #expect(try await mona.text(ours, client).contains("on the record of the organizers"))
    }
  }
}
