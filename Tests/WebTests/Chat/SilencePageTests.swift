import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite(.serialized) struct SilencePageTests {
  private let corridor = "/chat/general/corridor"

  /// What the style sheet knows by that a page's reader may not write: everywhere, and here.
  private let everywhere = "silence"
  private let here = "silence-general-corridor"

  private func isSilent(_ page: LivePage, _ id: String) throws -> Bool {
    !(try #require(page.element(id))).contains(" hidden>")
  }

  /// Whether an open page, once it is as one that is rendered now, says that its reader is muted here, and everywhere.
  private func says(
    _ page: inout LivePage, at path: String, _ reader: SignedInVisitor, _ story: StorySite, _ client: TestClient
  ) async throws -> [Bool] {
    try await page.catchUp("me,chat/general/corridor", reader, story, client)
    page.agrees(with: try await reader.text(path, client), in: everywhere, here)
    return [try isSilent(page, here), try isSilent(page, everywhere)]
  }

  @Test("who is muted reads until when in place of the box, on a channel's page and on a message's, and not why")
  func muted() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let said = try await ada.send(corridor + "/messages", ["text": "Hello"], client)
      let id = try #require(said.headers[.location]?.split(separator: "#m-").last)
      let pages = [corridor, "/messages/\(id)"]
      let access = Access(mona.account, conduct: story.site.edition.conduct)
      try await story.site.moderation.mute(
        ada.account.id, in: "general/corridor", minutes: 60, why: "Among moderators", by: access)
      for path in pages {
        let page = LivePage(try await ada.text(path, client))
        #expect(Markup(page.text).problems.isEmpty)
        let silent = [try isSilent(page, here), try isSilent(page, everywhere)]
        #expect(silent == [true, false])
        #expect(page.text.contains("A moderator has muted you in this channel until <time datetime=\"2026-04-28T13:30"))
        #expect(page.element(here)?.contains(" data-to=\"2026-04-28T13:30") == true)
        #expect(!page.text.contains("Among moderators"))
        let isMonaSilent = try isSilent(LivePage(try await mona.text(path, client)), here)
        #expect(!isMonaSilent)
      }
      // Sent from a page that was open before, it stands there still, to be copied.
      let refused = try await ada.send(corridor + "/messages", ["text": "Typed in vain"], client)
      #expect(refused.status == .forbidden)
      let text = String(buffer: refused.body)
      #expect(text.contains("Typed in vain</textarea>") && text.contains("class=\"composer is-refused\""))
      moment.pass(minutes: 61)
      let isStillSilent = try isSilent(LivePage(try await ada.text(corridor, client)), here)
      #expect(!isStillSilent)
    }
  }

  @Test("open pages take up that their reader is muted, here or everywhere, and that it is undone; others' do not")
  func open() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let ben = try await story.insider("ben@example.org", name: "Ben")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let said = try await ada.send(corridor + "/messages", ["text": "Hello"], client)
      let id = try #require(said.headers[.location]?.split(separator: "#m-").last)
      let moderation = story.site.moderation
      let mutes: [(channel: String?, minutes: Int?)] = [("general/corridor", 60), ("general/feedback", 60), (nil, nil)]
      let access = Access(mona.account, conduct: story.site.edition.conduct)
      for path in [corridor, "/messages/\(id)"] {
        var page = LivePage(try await ada.text(path, client))
        var other = LivePage(try await ben.text(path, client))
        var told = [try await says(&page, at: path, ada, story, client)]
        for mute in mutes {
          try await moderation.mute(ada.account.id, in: mute.channel, minutes: mute.minutes, why: "", by: access)
          told.append(try await says(&page, at: path, ada, story, client))
        }
        let others = try await says(&other, at: path, ben, story, client)
        #expect(others == [false, false])
        for entry in try await moderation.record(for: nil).filter({ $0.undone == nil }) {
          try await moderation.undo(entry.id, by: access)
        }
        told.append(try await says(&page, at: path, ada, story, client))
        #expect(told == [[false, false], [true, false], [true, false], [true, true], [false, false]])
      }
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
      let request = try await ada.text("/help/requests/\(asked)", client)
      #expect(request.contains("data-composer") && !request.contains("is-silence"))
      let page = LivePage(try await ada.text(corridor, client))
      let isMuted = try isSilent(page, everywhere)
      #expect(isMuted)
      #expect(page.text.contains("A moderator has muted you. You can read."))
      #expect(page.text.contains("href=\"/help/desk\">help desk</a> is open to you"))
    }
  }

  @Test("in a channel of two of whom one has blocked the other neither has a box until that ends, on open pages, too")
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
      let id = "silence-direct-\(key.name)"
      for one in [ada, ben] {
        var page = LivePage(try await one.text("/chat/\(key)", client))
        var told = [try isSilent(page, id)]
        try await story.site.blocks.block(ada.account.id, by: ben.account.id)
        try await page.catchUp("me", one, story, client)
        page.agrees(with: try await one.text("/chat/\(key)", client), in: id)
        told.append(try isSilent(page, id))
        #expect(page.element(id)?.contains("cannot write to each other directly.") == true)
        try await story.site.blocks.unblock(ada.account.id, by: ben.account.id)
        try await page.catchUp("me", one, story, client)
        page.agrees(with: try await one.text("/chat/\(key)", client), in: id)
        told.append(try isSilent(page, id))
        #expect(told == [false, true, false])
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
