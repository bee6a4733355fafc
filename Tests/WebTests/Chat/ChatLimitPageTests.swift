import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct ChatLimitPageTests {
  @Test("a message that is one too many stands in its box again, with when it may be sent")
  func kept() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let path = "/chat/general/corridor/messages"
      for number in 1...ChatRules.standard.channelBurst {
        #expect(try await selam.post(path, [("text", "\(number)")]).status == .seeOther)
      }
      let answer = try await selam.post(path, [("text", "One too <many>")])
      let page = String(buffer: answer.body)
      #expect(answer.status == .tooManyRequests && page.contains("One too &lt;many&gt;</textarea>"))
      #expect(answer.headers[HTTPField.Name("Retry-After")!] == "10")
      #expect(page.contains("6 messages in ten seconds in this channel. You can write again in 10 seconds"))
    }
  }

  @Test("a script that writes too much is told so, and not given the page of the channel each time")
  func byScript() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await story.insider("selam@example.org")
      let path = "/chat/general/corridor/messages"
      for number in 1...ChatRules.standard.channelBurst {
        #expect(try await selam.send(path, ["text": "\(number)"], client, mode: "cors").status == .seeOther)
      }
      let answer = try await selam.send(path, ["text": "One too many"], client, mode: "cors")
      let page = String(buffer: answer.body)
      #expect(answer.status == .tooManyRequests && answer.headers[HTTPField.Name("Retry-After")!] == "10")
      #expect(page.contains("6 messages in ten seconds in this channel. You can write again in 10 seconds"))
      #expect(!page.contains("data-chat"))
    }
  }

  @Test("organizers choose all limits in one form, each within its bounds")
  func settings() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let path = "/organize/conduct/limits"
      let fields = try FormFields.of(try await organizer.text("/organize/conduct"), action: path)
      let chosen = ["burst": "9", "hourly": "90", "channel-burst": "3", "channel-hourly": "30"]
      #expect(try await organizer.post(path, FormFields.with(fields, chosen)).status == .seeOther)
      let rules = try await ChatRules.current(story.site.database)
      #expect(rules.burst == 9 && rules.hourly == 90 && rules.channelBurst == 3 && rules.channelHourly == 30)
      for (name, value) in [("channel-burst", "0"), ("channel-hourly", "10001"), ("burst", "many"), ("hourly", "")] {
        let answer = try await organizer.post(path, FormFields.with(fields, [name: value]))
        #expect(answer.status == .badRequest, "\(name) \(value)")
      }
      #expect(try await ChatRules.current(story.site.database) == rules)
    }
  }
}
