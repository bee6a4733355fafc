import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct OneClickTests {
  /// The hidden fields of the form with a button.
  private func fields(_ label: String, _ page: String) throws -> (action: String, fields: [String: String]) {
    let end = try #require(page.range(of: ">\(label)</button>"))
    let start = try #require(page[..<end.lowerBound].range(of: "<form", options: .backwards))
    let form = page[start.lowerBound..<end.upperBound]
    let action = try #require(form.firstMatch(of: /action="([^"]+)"/)?.1)
    var fields: [String: String] = [:]
    for field in form.matches(of: /type="hidden" name="([^"]+)" value="([^"]*)"/) where field.1 != "token" {
      fields[String(field.1)] = String(field.2)
    }
    return (String(action), fields)
  }

  @Test(
    "moderators mute somebody everywhere, and ban them with what they wrote, from their page by one click, undoably")
  func person() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let bob = try await story.insider("bob@example.org", name: "Bob")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let boss = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let path = "/people/\(bob.account.id)"
      #expect(!(try await bob.text("/people/\(mona.account.id)", client)).contains("Mute everywhere"))
      #expect(!(try await mona.text("/people/\(boss.account.id)", client)).contains("Mute everywhere"))
      _ = try await bob.send("/chat/general/corridor/messages", ["text": "Something rude"], client)
      let page = try await mona.text(path, client)
      #expect(Markup(page).problems.isEmpty)
      #expect(page.contains("hides every message and question of theirs"))
      for label in ["Mute everywhere for an hour", "Ban and hide what they wrote"] {
        var form = try fields(label, page)
        if label.hasPrefix("Ban") { form.fields["why"] = "Threats" }
        #expect(try await mona.send(form.action, form.fields, client).status == .seeOther, "\(label)")
      }
      #expect(page.contains("<label for=\"ban-why\">"))
      let record = try await story.site.moderation.record(ModerationChoice(person: bob.account.id), for: nil)
      let mute = try #require(record.first { $0.action == .mute })
      #expect(mute.channel.isEmpty && mute.until == story.site.clock.now().adding(minutes: 60))
      #expect(record.first { $0.action == .ban }?.why == "Threats")
      #expect(try await bob.get("/account", client).status == .unauthorized)
      #expect(!(try await boss.text("/chat/general/corridor", client)).contains("Something rude"))
      for entry in record { _ = try await mona.send("/conduct/record/\(entry.id)/undoing", [:], client) }
      #expect(try await story.site.people.account(bob.account.id)?.standing == .active)
      #expect(try await boss.text("/chat/general/corridor", client).contains("Something rude"))
    }
  }

  @Test("moderators mute somebody in the channel or everywhere from the page of a message by one click, and stay there")
  func message() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let bob = try await story.insider("bob@example.org", name: "Bob")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      _ = try await bob.send("/chat/general/corridor/messages", ["text": "Something rude"], client)
      let chat = try await mona.text("/chat/general/corridor", client)
      let path = try #require(found(/href="(\/messages\/[A-Za-z0-9]+)"/, chat))
      for (label, channel) in [("Mute here for an hour", "general/corridor"), ("Mute everywhere for an hour", "")] {
        let form = try fields(label, try await mona.text(path, client))
        #expect(try await mona.send(form.action, form.fields, client).headers[.location] == path)
        let record = try await story.site.moderation.record(ModerationChoice(channel: channel), for: nil)
        #expect(record.map(\.person) == [bob.account.id] && record.first?.until != nil, "\(label)")
      }
    }
  }

  @Test("a channel is slowed down, quickened, closed and opened from its tools by one click, by moderators only")
  func channel() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let bob = try await story.insider("bob@example.org", name: "Bob")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let (path, key) = ("/chat/general/corridor", "general/corridor")
      #expect(!(try await bob.text(path, client)).contains("/conduct/"))
      for (label, seconds) in [("Slow down", 30), ("End slow mode", 0)] {
        let form = try fields(label, try await mona.text(path, client))
        let answer = try await mona.send(form.action, form.fields, client)
        #expect(answer.headers[.location] == path)
        #expect(try await story.site.moderation.rules(of: key).slowSeconds == seconds)
      }
      let open = try await mona.text(path, client)
      #expect(open.contains("title=\"Then only moderators write here\">Close the channel</button>"))
      #expect(Markup(open).problems.isEmpty)
      let form = try fields("Close the channel", open)
      _ = try await mona.send(form.action, form.fields, client)
      #expect(try await story.site.moderation.rules(of: key).closed != nil)
      #expect(!(try await mona.text(path, client)).contains(">Close the channel</button>"))
      let kept = try await mona.text("/conduct/channels/\(key)", client)
      #expect(kept.contains("It has been closed since") && kept.contains(">Open the channel again</button>"))
      #expect(Markup(kept).problems.isEmpty)
      let opening = try fields("Open the channel again", try await mona.text(path, client))
      #expect(try await bob.send(opening.action, opening.fields, client).status == .forbidden)
      #expect(try await mona.send(opening.action, opening.fields, client).headers[.location] == path)
      #expect(try await story.site.moderation.rules(of: key).closed == nil)
      #expect(try await mona.send(opening.action, opening.fields, client).status == .conflict)
      #expect(try await mona.text(path, client).contains(">Close the channel</button>"))
    }
  }
}
