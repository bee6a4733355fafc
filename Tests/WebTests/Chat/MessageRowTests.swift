import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite(.serialized) struct MessageRowTests {
  private let corridor = "/chat/general/corridor"

  @Test("who wrote a message is looked at as somebody in its channel, which a report from there then names")
  func author() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      _ = try await selam.post(corridor + "/messages", [("text", "Hello")])
      let path = "/people/\(selam.account.id)?channel=general%2Fcorridor"
      for who in [organizer, selam] {
        #expect(try await who.text(corridor).contains("<a class=\"message-author\" href=\"\(path)\""))
      }
      let report = "/report/people/\(selam.account.id)?channel=general%2Fcorridor"
      #expect(try await organizer.text(path).contains("href=\"\(report)\""))
      #expect(try await selam.get(path).status == .ok)
    }
  }

  @Test("a row leads to where one reacts, and says in the same words for everybody what scripts may offer there")
  func react() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      _ = try await selam.post(corridor + "/messages", [("text", "Hello")])
      let page = try await selam.text(corridor)
      let id = try #require(page.firstMatch(of: /id="m-([A-Za-z0-9]+)"/)).1
      #expect(page.contains("href=\"/messages/\(id)#react\" data-focus=\"react\" data-reacting>React<"))
      #expect(page.contains(" data-signs=\"👍 thumbs up|❤️ heart|🎉 celebration|💡 idea|❓ question|👀 looking\""))
      let thread = try await selam.text("/messages/\(id)")
      #expect(Markup(thread).problems.isEmpty && thread.contains(" data-signs=\"👍 thumbs up|"))
    }
  }

  @Test("a message's page has its address, to copy or as a link, and its report before what is about its author")
  func address() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let reader = try await Insider.organizer(story, client)
      _ = try await selam.post(corridor + "/messages", [("text", "Hello")])
      let channel = try await selam.text(corridor)
      let id = try #require(channel.firstMatch(of: /id="m-([A-Za-z0-9]+)"/)).1
      let page = try await reader.text("/messages/\(id)")
      #expect(page.contains(" aria-hidden=\"true\">https://conference.example/messages/\(id)</span>"))
      #expect(page.contains("data-copy=\"#message-address\" hidden>Copy link</button>"))
      #expect(
        page.contains("<noscript><a class=\"button is-quiet\" href=\"/messages/\(id)\">Link to it</a></noscript>"))
      let report = try #require(page.range(of: ">Report</a>"))
      let block = try #require(page.range(of: ">Block "))
      #expect(report.lowerBound < block.lowerBound)
      let own = try await selam.text("/messages/\(id)")
      // That in the row, which is the same for everybody, goes by script.
      #expect(own.ranges(of: ">Report</a>").count == page.ranges(of: ">Report</a>").count - 1)
      #expect(Markup(page).problems.isEmpty)
    }
  }
}
