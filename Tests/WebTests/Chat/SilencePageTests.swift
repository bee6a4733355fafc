import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite(.serialized) struct SilencePageTests {
  private let corridor = "/chat/general/corridor"

  @Test("who is muted reads until when in place of the box, on the channel's page and on a message's, and not why")
  func muted() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let said = try await ada.send(corridor + "/messages", ["text": "Hello"], client)
      let id = try #require(said.headers[.location]?.split(separator: "#m-").last)
      let pages = [corridor, "/messages/\(id)"]
      for page in pages { #expect(try await ada.text(page, client).contains("data-composer")) }
      let access = Access(mona.account, conduct: story.site.edition.conduct)
      try await story.site.moderation.mute(
        ada.account.id, in: "general/corridor", minutes: 60, why: "Among moderators", by: access)
      for page in pages {
        let text = try await ada.text(page, client)
        #expect(Markup(text).problems.isEmpty)
        #expect(text.contains("A moderator has muted you in this channel until <time datetime=\"2026-04-28T13:30"))
        #expect(!text.contains("data-composer") && !text.contains("Among moderators"))
        #expect(!text.contains("Skip the messages"))
        #expect(try await mona.text(page, client).contains("data-composer"))
      }
      // Sent from a page that was open before, it stands there still, to be copied.
      let refused = try await ada.send(corridor + "/messages", ["text": "Typed in vain"], client)
      #expect(refused.status == .forbidden)
      #expect(String(buffer: refused.body).contains("Typed in vain</textarea>"))
      moment.pass(minutes: 61)
      #expect(try await ada.text(corridor, client).contains("data-composer"))
    }
  }

  @Test("who is muted writes to the help desk")
  func help() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let access = Access(mona.account, conduct: story.site.edition.conduct)
      try await story.site.moderation.mute(ada.account.id, in: nil, minutes: nil, why: "", by: access)
      let asked = try await story.site.helpDesk.ask(try HelpQuestion("Why?"), by: ada.account.id, client: "c")
      #expect(try await ada.text("/help/requests/\(asked)", client).contains("data-composer"))
      let page = try await ada.text(corridor, client)
      #expect(page.contains("A moderator has muted you. You can read."))
      #expect(page.contains("href=\"/help/desk\">help desk</a> is open to you"))
    }
  }

  @Test("in a channel of two that one of them has ended by a block, neither has a box")
  func blocked() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let ben = try await story.insider("ben@example.org", name: "Ben")
      for one in [ada, ben] {
        var form = ProfileForm()
        (form.name, form.isReachable) = (one.account.name, true)
        try await story.site.people.write(form, of: one.account.id)
      }
      let access = Access(ada.account, conduct: story.site.edition.conduct)
      let key = try await story.site.directChannels.open(with: ben.account.id, by: access)
      for one in [ada, ben] { #expect(try await one.text("/chat/\(key)", client).contains("data-composer")) }
      try await story.site.blocks.block(ada.account.id, by: ben.account.id)
      for one in [ada, ben] {
        let page = try await one.text("/chat/\(key)", client)
        #expect(!page.contains("data-composer") && page.contains("cannot write to each other directly."))
      }
    }
  }

  @Test("that a channel is closed stands in place of the box for who is no moderator, on pages that are open, too")
  func closed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let said = try await ada.send(corridor + "/messages", ["text": "Hello"], client)
      let id = try #require(said.headers[.location]?.split(separator: "#m-").last)
      let access = Access(mona.account, conduct: story.site.edition.conduct)
      for path in [corridor, "/messages/\(id)"] {
        var page = LivePage(try await ada.text(path, client))
        #expect(page.element("channel-rules")?.contains("hidden") == true)
        try await story.site.moderation.close("general/corridor", why: "", by: access)
        try await page.catchUp("chat/general/corridor", ada, story, client)
        let fresh = try await ada.text(path, client)
        page.agrees(with: fresh, in: "channel-rules")
        // By that the style sheet knows; moderators' pages say whose they are.
        #expect(page.element("channel-rules")?.contains(" data-closed>") == true)
        #expect(fresh.contains("class=\"composer-none is-closed\"") && !fresh.contains("data-moderates"))
        #expect(try await mona.text(path, client).contains("data-moderates"))
        let entry = try #require(try await story.site.moderation.record(for: nil).first { $0.undone == nil })
        try await story.site.moderation.undo(entry.id, by: access)
      }
    }
  }
}
