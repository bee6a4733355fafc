import Foundation
import HTTPTypes
import Testing

@testable import Conference
@testable import Database
@testable import Web

@Suite(.serialized) struct EditPageTests {
  private let corridor = "/chat/general/corridor"

  /// Writes something, and gives back the path of its page.
  private func say(_ text: String, _ who: Insider) async throws -> String {
    let answer = try await who.post(corridor + "/messages", [("text", text)])
    let place = try #require(answer.headers[.location])
    let id = try #require(place.firstMatch(of: /#m-([A-Za-z0-9]+)$/)).1
    return "/messages/\(id)"
  }

  @Test("a change that is refused comes back in its box, with what to do")
  func refused() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let path = try await say("Hello", selam)
      let long = String(repeating: "word ", count: 900)
      let tooLong = try await selam.post(path, [("text", long)])
      let page = String(buffer: tooLong.body)
      #expect(tooLong.status == .badRequest && Markup(page).problems.isEmpty)
      #expect(page.contains("longer than 4,000 characters") && page.contains("data-names>\(long.prefix(4_000))"))
      let empty = try await selam.post(path, [("text", " ")])
      #expect(empty.status == .badRequest && String(buffer: empty.body).contains("it is empty"))
      for _ in 0..<30 { _ = try await selam.post(path, [("text", "Changed")]) }
      let tooOften = try await selam.post(path, [("text", "Once <more>")])
      #expect(tooOften.status == .tooManyRequests && tooOften.headers[HTTPField.Name("Retry-After")!] == "600")
      #expect(String(buffer: tooOften.body).contains("data-names>Once &lt;more&gt;</textarea>"))
      let mute = [("channel", "general/corridor"), ("minutes", "60")]
      _ = try await organizer.post("/conduct/people/\(selam.account.id)/mutes", mute)
      let muted = try await selam.post(path, [("text", "In vain")])
      #expect(muted.status == .forbidden)
      #expect(String(buffer: muted.body).contains("<details open>"))
      #expect(String(buffer: muted.body).contains("data-names>In vain</textarea>"))
      let message = try await story.site.chat.message(String(path.dropFirst("/messages/".count)))
      #expect(message.body == "Changed")
    }
  }

  @Test("who changes another's message is refused without a box")
  func others() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let path = try await say("Hello", selam)
      let answer = try await organizer.post(path, [("text", "Mine")])
      #expect(answer.status == .forbidden && !String(buffer: answer.body).contains("edit-text"))
      let id = String(path.dropFirst("/messages/".count))
      #expect(try await story.site.chat.message(id).body == "Hello")
    }
  }

  @Test("a picture needs no words, also where they are changed; anything else does")
  func picture() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let path = try await say("What it shows", selam)
      let id = String(path.dropFirst("/messages/".count))
      try await story.site.database.execute("UPDATE messages SET picture = 'none.jpg' WHERE id = \(id)")
      let form = try #require(try await selam.text(path).firstMatch(of: /<textarea[^>]*id="edit-text"[^>]*>/)).output
      #expect(!form.contains("required"))
      #expect(try await selam.post(path, [("text", "")]).status == .seeOther)
      let message = try await story.site.chat.message(id)
      #expect(message.body.isEmpty && message.edited != nil && message.picture != nil)
    }
  }
}
