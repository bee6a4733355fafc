import Conference
import HTTPTypes
import Testing

@testable import Web

/// Forms of the console that were refused: they come again with what was typed.
@Suite(.serialized) struct RefusedFormTests {
  private static let problem = "<p class=\"notice problem\" role=\"alert\" dir=\"auto\">Nothing was saved. "

  @Test("who sees what is not chosen without its day and time, and the form comes again as it was filled in")
  func access() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      var fields = AccessChoices.kinds.map { (AccessChoices.field($0.name), "everyone") }
      fields[1].1 = "from"
      fields[5].1 = "participants"
      let answer = try await organizer.post("/organize/access", fields + [("release", "onTheirDay")])
      let page = String(buffer: answer.body)
      #expect(answer.status == .badRequest)
      #expect(page.contains(Self.problem + "Papers: no day and time are chosen. Choose the day and time"))
      #expect(page.contains("name=\"sees-papers\" value=\"from\" checked"))
      #expect(page.contains("name=\"sees-questions\" value=\"participants\" checked"))
      #expect(page.contains("name=\"release\" value=\"onTheirDay\" checked"))
      #expect(!page.contains("What you wrote"))
      #expect(Markup(page).problems.isEmpty)
    }
  }
}
