import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct ReportPageTests {
  @Test(
    "a person is reported in two clicks, followed to the decision by reporter and moderator, and never seen by who is reported"
  )
  func toItsEnd() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let (reporter, moderator) = (
        try await story.insider("ada@example.org", name: "Ada"),
        try await story.insider("mona@example.org", name: "Mona <b>", role: .moderator)
      )
      let boss = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let profile = try await reporter.text("/people/\(boss.account.id)", client)
      #expect(profile.contains("href=\"/report/people/\(boss.account.id)\""))
      let form = try await reporter.text("/report/people/\(boss.account.id)", client)
      #expect(form.contains("Mona &lt;b&gt;") && !form.contains("<strong dir=\"auto\">Olga"))
      let sent = try await reporter.send("/report/people/\(boss.account.id)", ["words": "Rude <script>"], client)
      let path = try #require(sent.headers[.location]?.split(separator: "?").first.map(String.init))
      let id = try #require(path.split(separator: "/").last.map(String.init))
      #expect(try await reporter.text(path, client).contains("Rude &lt;script&gt;"))
      #expect(try await boss.get(path, client).status == .notFound)
      #expect(try await boss.get("/conduct/cases/\(id)", client).status == .notFound)
      #expect(!(try await boss.text("/conduct/cases", client)).contains(id))
      #expect(!(try await boss.text("/organize/outbox", client)).contains("reported"))
      #expect(!(try await boss.text("/organize/record", client)).contains(id))
      #expect(try await boss.send("/conduct/cases/\(id)/notes", ["words": "x"], client).status == .notFound)
      let list = try await moderator.text("/conduct/cases", client)
      #expect(list.contains("/conduct/cases/\(id)") && list.contains("Nobody has taken it yet"))
      #expect(!list.contains("Rude") && !list.contains("Olga") && !list.contains("A person"))
      // Until it is taken, that is what its page offers first.
      let later = "<details><summary>Write, note or decide without taking it"
      let before = try await moderator.text("/conduct/cases/\(id)", client)
      #expect(before.contains("<h1 dir=\"auto\">Case: a person</h1>") && before.contains(later))
      for (part, fields) in [
        ("taking", [:]), ("words", ["words": "We look into it"]), ("notes", ["words": "For the desk only"]),
        ("decision", ["decision": "A warning", "told": "They were warned"]),
      ] {
        let answer = try await moderator.send("/conduct/cases/\(id)/\(part)", fields, client)
        #expect(answer.status == .seeOther, "\(part)")
      }
      #expect(!(try await moderator.text("/conduct/cases/\(id)", client)).contains(later))
      let read = try await reporter.text(path, client)
      #expect(read.contains("We look into it") && read.contains("They were warned") && read.contains("Decided"))
      #expect(!read.contains("For the desk only") && !read.contains("A warning"))
      let participant = try await story.insider("bob@example.org", name: "Bob")
      #expect(try await participant.get("/conduct/cases/\(id)", client).status == .forbidden)
      #expect(try await participant.get(path, client).status == .notFound)
    }
  }

  @Test("from whoever wrote in a channel, or is around in it, two clicks lead to a report that names the channel")
  func inChannel() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let (ada, bob) = (
        try await story.insider("ada@example.org", name: "Ada"), try await story.insider("bob@example.org", name: "Bob")
      )
      let moderator = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      _ = try await bob.send("/chat/general/corridor/messages", ["text": "Hello"], client)
      let path = "/report/people/\(bob.account.id)?channel=general%2Fcorridor"
      let channel = try await ada.text("/chat/general/corridor", client)
      let message = try #require(found(/href="\/messages\/([A-Za-z0-9]+)"/, channel))
      // Until the site has heard of all three, which is when it forgets where they are.
      let row = try await story.site.database.first("SELECT MAX(id) FROM events WHERE topic = 'chat/general/corridor'")
      let last: Int64 = try row?.value(0) ?? 0
      while story.site.live.hub.published < last { try await Task.sleep(for: .milliseconds(10)) }
      for person in [ada, bob] { story.site.presence.enter(person.account.id, ["general/corridor"]) }
      let around = try await ada.text("/chat/general/corridor/around", client)
      #expect(!around.contains("/report/people/\(ada.account.id)"), "nobody reports themselves")
      let profile = try await ada.text("/people/\(bob.account.id)?channel=general%2Fcorridor", client)
      for page in [try await ada.text("/messages/\(message)", client), around, profile] {
        #expect(page.contains("href=\"\(path)\""))
      }
      let form = try await ada.text(path, client)
      #expect(form.contains("action=\"\(path)\"") && form.contains("In the channel <a href=\"/chat/general/corridor\""))
      let sent = try await ada.send(path, ["words": ""], client)
      let report = try #require(sent.headers[.location]?.split(separator: "?").first.map(String.init))
      let id = try #require(report.split(separator: "/").last.map(String.init))
      let page = try await moderator.text("/conduct/cases/\(id)", client)
      #expect(page.contains("href=\"/chat/general/corridor\"") && page.contains("/conduct/people/\(bob.account.id)"))
    }
  }

  @Test("a moderator whose message is hidden from a case does not read on the record that it was reported")
  func hidden() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let reporter = try await story.insider("ada@example.org", name: "Ada")
      let moderator = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let boss = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      _ = try await moderator.send("/chat/general/corridor/messages", ["text": "Something rude"], client)
      let message = try #require(
        found(/href="\/messages\/([A-Za-z0-9]+)"/, try await boss.text("/chat/general/corridor", client)))
      let sent = try await reporter.send("/report/messages/\(message)", ["words": ""], client)
      let path = try #require(sent.headers[.location]?.split(separator: "?").first.map(String.init))
      let id = try #require(path.split(separator: "/").last.map(String.init))
      let page = try await boss.text("/conduct/cases/\(id)", client)
      let why = try #require(found(/name="why" value="([^"]+)"/, page))
      _ = try await boss.send("/conduct/messages/\(message)/hiding", ["why": why], client)
      let record = try await moderator.text("/conduct/record", client)
      #expect(record.contains("Against the code of conduct") && !record.contains("reported"))
    }
  }

  @Test("the picture of a case is shown to those who may see the case, and to nobody else")
  func picture() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let reporter = try await story.insider("ada@example.org", name: "Ada")
      let moderator = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let boss = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let sent = try await reporter.send("/report/people/\(boss.account.id)", ["words": ""], client)
      let path = try #require(sent.headers[.location]?.split(separator: "?").first.map(String.init))
      let id = try #require(path.split(separator: "/").last.map(String.init))
      let picture = "/conduct/cases/\(id)/picture.jpg"
      #expect(try await moderator.get(picture, client).status == .notFound)
      let folder = story.data.path + "/case-pictures"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data("a picture".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(id).jpg"))
      let page = try await moderator.text("/conduct/cases/\(id)", client)
      #expect(page.contains("src=\"\(picture)\""))
      #expect(try await moderator.text(picture, client) == "a picture")
      #expect(try await boss.get(picture, client).status == .notFound)
      #expect(try await reporter.get(picture, client).status == .forbidden)
    }
  }

  @Test("who is ticked on the page of the general report never sees it, and the page names all who might")
  func incident() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let reporter = try await story.insider("ada@example.org", name: "Ada")
      let moderator = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let boss = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let form = try await reporter.text("/report", client)
      #expect(form.contains("Is it about somebody of these?"))
      for account in [moderator.account, boss.account] {
        #expect(form.contains("name=\"about\" value=\"\(account.id)\""))
      }
      let sent = try await reporter.send("/report", ["words": "In a room", "about": boss.account.id], client)
      let path = try #require(sent.headers[.location]?.split(separator: "?").first.map(String.init))
      let id = try #require(path.split(separator: "/").last.map(String.init))
      #expect(try await reporter.text(path, client).contains("kept from them"))
      #expect(try await boss.get("/conduct/cases/\(id)", client).status == .notFound)
      #expect(!(try await boss.text("/conduct/cases", client)).contains(id))
      #expect(
        try await boss.get("/live?topics=\(Query.encoded("cases/\(id)"))&after=0", client).status == .forbidden)
      #expect(try await moderator.text("/conduct/cases/\(id)", client).contains("In a room"))
    }
  }

  @Test("a ban ends the session at once, and its record is undone by one button")
  func ban() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let moderator = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let person = try await story.insider("bob@example.org", name: "Bob")
      #expect(try await person.get("/account", client).status == .ok)
      let page = try await moderator.text("/conduct/people/\(person.account.id)", client)
      #expect(page.contains("Ban Bob"))
      _ = try await moderator.send("/conduct/people/\(person.account.id)/ban", ["why": "Threats", "hide": "1"], client)
      #expect(try await person.get("/account", client).status == .unauthorized)
      let record = try await moderator.text("/conduct/record", client)
      let undo = try #require(found(/action="(\/conduct\/record\/[A-Za-z0-9]+\/undoing)"/, record))
      #expect(record.contains("Threats"))
      #expect(try await moderator.send(undo, [:], client).status == .seeOther)
      #expect(try await story.site.people.account(person.account.id)?.standing == .active)
      #expect(try await moderator.text("/conduct/record", client).contains("undone"))
    }
  }

  @Test("who may not come in anyway cannot be banned, and who waits can")
  func mayBan() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let moderator = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let people = [(Standing.waiting, true), (.removed, false), (.banned, false)]
      for (standing, mayBan) in people {
        let person = try await story.site.add("\(standing.rawValue)@example.org", name: "Bob", .participant, standing)
        let page = try await moderator.text("/conduct/people/\(person.id)", client)
        #expect(page.contains("<strong>\(standing.word)</strong>") && page.contains("Ban Bob") == mayBan, "\(standing)")
        let answer = try await moderator.send("/conduct/people/\(person.id)/ban", ["why": ""], client)
        #expect(answer.status == (mayBan ? .seeOther : .conflict), "\(standing)")
      }
    }
  }

  @Test("whom somebody blocked is theirs alone to know, and taken back")
  func blocks() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let bob = try await story.insider("bob@example.org", name: "Bob")
      _ = try await ada.send("/people/\(bob.account.id)/block", [:], client)
      #expect(try await ada.text("/account/blocks.json", client).contains(bob.account.id))
      #expect(!(try await bob.text("/account/blocks.json", client)).contains(ada.account.id))
      #expect(try await ada.text("/people/\(bob.account.id)", client).contains(">Unblock<"))
      #expect(!(try await bob.text("/people/\(ada.account.id)", client)).contains(">Unblock<"))
      _ = try await ada.send("/people/\(bob.account.id)/block/removal", [:], client)
      #expect(!(try await ada.text("/account/blocks.json", client)).contains(bob.account.id))
    }
  }

  @Test("the code of conduct names the desk to participants and leads to the report")
  func conduct() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      _ = try await story.insider("mona@example.org", name: "Mona Desk", role: .moderator)
      let text = try await ada.text("/code-of-conduct", client)
      #expect(text.contains("Mona Desk") && text.contains("href=\"/report\""))
      #expect(!(try await client.text("/code-of-conduct")).contains("Mona Desk"))
    }
  }
}
