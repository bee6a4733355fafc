import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

extension LivePage {
  /// Takes up all that somebody is told of topics since the page was rendered.
  mutating func catchUp(
    _ topics: String, _ visitor: SignedInVisitor, _ story: StorySite, _ client: TestClient
  ) async throws {
    let newest = try await story.site.database.read { try $0.newestEventId() }
    for _ in 0..<500 where story.site.live.hub.published < newest { try await Task.sleep(for: .milliseconds(10)) }
    try apply(stream: try await visitor.text("/live?topics=\(Query.encoded(topics))&after=\(try cursor)", client))
  }

  /// That some of its elements are those of a page that is rendered now.
  func agrees(with fresh: String, in ids: String...) {
    for id in ids { #expect(element(id) == LivePage(fresh).element(id), "\(id)") }
  }
}

@Suite(.serialized) struct LiveHelpTests {
  @Test("a queue that was rendered long ago, with all that was told since, is the queue as it is now")
  func queue() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let before = try await vera.text("/help/queue", client)
      let desk = story.site.helpDesk
      var ids: [String] = []
      for number in 0..<4 {
        moment.pass(minutes: 1)
        ids.append(try await desk.ask(try HelpQuestion("Question \(number) <b>"), by: ada.account.id, client: "c"))
      }
      try await desk.take(ids[0], by: vera.account.id)
      try await desk.take(ids[1], by: vera.account.id)
      try await desk.close(ids[1], note: "Solved <i>", by: vera.account.id)
      try await desk.handOver(ids[0], to: nil, by: vera.account.id)
      try await desk.take(ids[2], by: vera.account.id)
      var page = LivePage(before)
      try await page.catchUp("help-queue", vera, story, client)
      let fresh = try await vera.text("/help/queue", client)
      page.agrees(with: fresh, in: "help-waiting", "help-taken", "help-closed", "help-count")
      #expect(fresh.contains("help-taken-\(ids[2])") && fresh.contains("help-closed-\(ids[1])"))
    }
  }

  @Test("of what was closed, an old queue holds as many as one that is rendered now, also where one was reopened")
  func closed() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { client, story in
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let before = try await vera.text("/help/queue", client)
      let desk = story.site.helpDesk
      var ids: [String] = []
      for number in 0..<24 {
        // No more than one may ask in an hour.
        moment.pass(minutes: 10)
        ids.append(try await desk.ask(try HelpQuestion("Question \(number)"), by: vera.account.id, client: "c"))
        try await desk.close(ids[number], note: "", by: vera.account.id)
      }
      try await desk.reopen(ids[22], by: vera.account.id)
      var page = LivePage(before)
      try await page.catchUp("help-queue", vera, story, client)
      let fresh = try await vera.text("/help/queue", client)
      page.agrees(with: fresh, in: "help-waiting", "help-closed", "help-count")
      #expect(!fresh.contains("Question 2<") && fresh.contains("Question 3<"))
    }
  }

  @Test("the asker's page follows the place in the queue and who answers; a stranger follows neither it nor the queue")
  func request() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let desk = story.site.helpDesk
      let first = try await desk.ask(try HelpQuestion("First"), by: vera.account.id, client: "c")
      moment.pass(minutes: 1)
      let mine = try await desk.ask(try HelpQuestion("Mine"), by: ada.account.id, client: "c")
      let before = try await ada.text("/help/requests/\(mine)", client)
      #expect(before.contains("Number 2 in the queue"))
      try await desk.take(first, by: vera.account.id)
      var old = LivePage(before)
      try await old.catchUp("help/\(mine)", ada, story, client)
      let page = try await ada.text("/help/requests/\(mine)", client)
      #expect(page.contains("Next in the queue"))
      old.agrees(with: page, in: "help-state")
      try await desk.take(mine, by: vera.account.id)
      var told = LivePage(before)
      try await told.catchUp("help/\(mine)", ada, story, client)
      told.agrees(with: try await ada.text("/help/requests/\(mine)", client), in: "help-state")
      let bob = try await story.insider("bob@example.org", name: "Bob")
      for topic in ["help/\(mine)", "help-queue", "chat/help/\(mine)"] {
        let status = try await bob.get("/live?topics=\(Query.encoded(topic))&after=0", client).status
        #expect(status == .forbidden || status == .notFound, "\(topic)")
      }
    }
  }

  @Test("where a request was taken or closed by another helper, its old page knows its state, its note and its answers")
  func helpers() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let bob = try await story.insider("bob@example.org", name: "Bob", role: .volunteer)
      let (desk, visitor) = (story.site.helpDesk, try HelpVisitor(name: "Nia", email: "nia@example.org"))
      let mine = try await desk.ask(try HelpQuestion("Mine"), by: ada.account.id, client: "c")
      let mailed = try await desk.ask(try HelpQuestion("By mail", visitor: visitor), by: nil, client: "c")
      var pages = [
        mine: LivePage(try await vera.text("/help/requests/\(mine)", client)),
        mailed: LivePage(try await vera.text("/help/requests/\(mailed)", client)),
      ]
      let asking = LivePage(try await ada.text("/help/requests/\(mine)", client))
      try await desk.answer(mailed, "Look among spam.", by: bob.account.id) { _, text in
        Letter(purpose: .notice, subject: "An answer", text: text)
      }
      for id in [mine, mailed] { try await desk.close(id, note: "It was muted", by: bob.account.id) }
      for id in [mine, mailed] {
        var page = try #require(pages[id])
        try await page.catchUp("help/\(id),help-queue", vera, story, client)
        let fresh = try await vera.text("/help/requests/\(id)", client)
        page.agrees(with: fresh, in: "help-state", "help-note-\(id)")
        pages[id] = page
        #expect(fresh.contains("data-state=\"closed\"") && fresh.contains("It was muted"))
      }
      pages[mailed]?.agrees(with: try await vera.text("/help/requests/\(mailed)", client), in: "help-answers")
      #expect(pages[mailed]?.element("help-answers")?.contains("Look among spam.") == true)
      // What can be done in each state is there, and the style sheet shows what is so in this one.
      for (state, label) in [("waiting", "Take it"), ("taken", "Back to the queue"), ("closed", "Reopen")] {
        #expect(asking.text.contains("data-when=\"\(state)\"") == (state != "taken"), "\(state)")
        #expect(pages[mine]?.text.contains(label) == true, "\(label)")
      }
      let (topics, cursor) = (Query.encoded("help/\(mine),me"), try asking.cursor)
      let told = try await ada.text("/live?topics=\(topics)&after=\(cursor)", client)
      #expect(told.contains("help-state") && !told.contains("It was muted"))
    }
  }

  @Test("what somebody asked stands on their old page of the desk as on one that is rendered now, and on nobody else's")
  func asked() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let ben = try await story.insider("ben@example.org", name: "Ben")
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let desk = story.site.helpDesk
      let first = try await desk.ask(try HelpQuestion("The very first"), by: ada.account.id, client: "c")
      let before = try await ada.text("/help/desk", client)
      let others = try await ben.text("/help/desk", client)
      _ = try await desk.ask(try HelpQuestion("Second <b>"), by: ada.account.id, client: "c")
      let third = try await desk.ask(try HelpQuestion("Third"), by: ada.account.id, client: "c")
      try await desk.take(third, by: vera.account.id)
      try await desk.close(first, note: "", by: vera.account.id)
      var page = LivePage(before)
      try await page.catchUp("me", ada, story, client)
      let fresh = try await ada.text("/help/desk", client)
      page.agrees(with: fresh, in: "help-asked")
      #expect(fresh.contains("Second &lt;b&gt;") && fresh.contains("answered by") && !fresh.contains("very first"))
      let told = try await ben.text("/live?topics=me&after=\(try LivePage(others).cursor)", client)
      #expect(!told.contains("Second"))
    }
  }

  @Test("who is on call, and who is on which shift, follow on old pages; participants read names, others a number")
  func shifts() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let olga = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let bob = try await story.insider("bob@example.org", name: "Bob", role: .volunteer)
      let (shifts, now) = (story.site.helpShifts, moment.now)
      let gone = try await shifts.add(from: now, until: now.adding(minutes: 60), places: 1, by: olga.account.id)
      let list = LivePage(try await bob.text("/help/shifts", client))
      let (named, counted) = (
        LivePage(try await ada.text("/help/desk", client)), LivePage(try await client.text("/help/desk"))
      )
      let later = try await shifts.add(
        from: now.adding(minutes: 120), until: now.adding(minutes: 180), places: 2, by: olga.account.id)
      let current = try await shifts.add(
        from: now.adding(minutes: -5), until: now.adding(minutes: 60), places: 1, by: olga.account.id)
      try await shifts.remove(gone, by: olga.account.id)
      try await shifts.join(current, vera.account.id, by: vera.account.id)
      try await shifts.join(later, vera.account.id, by: vera.account.id)
      var page = list
      try await page.catchUp("help-shifts", bob, story, client)
      page.agrees(with: try await bob.text("/help/shifts", client), in: "help-shifts")
      #expect(page.element("help-shift-\(current)")?.contains("class=\"help-shift is-full\"") == true)
      let mine = LivePage(try await vera.text("/help/shifts", client))
      #expect(mine.element("help-shift-\(current)")?.contains("is-full is-mine") == true)
      var desk = named
      try await desk.catchUp("help-call/participants", ada, story, client)
      desk.agrees(with: try await ada.text("/help/desk", client), in: "help-call")
      #expect(desk.element("help-call")?.contains("Vera</span> until") == true)
      var outside = counted
      try outside.apply(stream: try await client.text("/live?topics=help-call&after=\(try counted.cursor)"))
      #expect(outside.element("help-call") == LivePage(try await client.text("/help/desk")).element("help-call"))
      #expect(outside.element("help-call")?.contains("1 volunteer until") == true)
      let refused = try await client.get("/live?topics=help-call/participants&after=0").status
      #expect(refused == .forbidden || refused == .unauthorized)
      #expect(try await ada.get("/live?topics=help-shifts&after=0", client).status == .forbidden)
      // A shift ends by itself, and by no event.
      moment.pass(minutes: 90)
      var left = named
      try await left.catchUp("help-call/participants", ada, story, client)
      left.agrees(with: try await ada.text("/help/desk", client), in: "help-call")
      #expect(left.element("help-call")?.contains("Somebody will be from") == true)
    }
  }

  @Test("who signs up is told once, and who is on call by then when it is looked at again")
  func once() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { _, story in
      let olga = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let (shifts, now) = (story.site.helpShifts, moment.now)
      let watch = LiveWatch(site: story.site)
      let page = await OpenStream([LiveHelpCall.name], in: story.site.live.hub)
      let shift = try await shifts.add(
        from: now.adding(minutes: 60), until: now.adding(minutes: 120), places: 1, by: olga.account.id)
      try await shifts.join(shift, vera.account.id, by: vera.account.id)
      await watch.takeUp()
      // Two changes, which the site tells by a watch of its own, too.
      let mark = "\"put\":\"help-call\""
      var told = ""
      for _ in 0..<500 where told.ranges(of: mark).count < 4 {
        try await Task.sleep(for: .milliseconds(10))
        told += try await page.told()
      }
      #expect(told.ranges(of: mark).count == 4 && told.contains("Somebody will be from"))
      await watch.tellCall()
      #expect(try await !page.told().contains(mark))
      moment.pass(minutes: 61)
      await watch.tellCall()
      #expect(try await page.told().contains("1 volunteer until"))
    }
  }

  @Test("known problems on an old queue are those of a queue that is rendered now, also where one has ended with time")
  func problems() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { client, story in
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let (known, before) = (story.site.knownProblems, try await vera.text("/help/queue", client))
      for title in ["Zoom is down", "No <captions>", "No sound"] {
        moment.pass(minutes: 1)
        try await known.add(title, text: "", hours: title == "No sound" ? 8 : 1, by: vera.account.id)
      }
      let first = try #require(try await known.shown().last)
      try await known.end(first.id, by: vera.account.id)
      var page = LivePage(before)
      try await page.catchUp("help-queue", vera, story, client)
      page.agrees(with: try await vera.text("/help/queue", client), in: "help-problems")
      #expect(page.element("help-problems")?.contains("No &lt;captions&gt;") == true)
      #expect(page.element("help-problems")?.contains("Zoom") == false)
      moment.pass(minutes: 120)
      try await page.catchUp("help-queue", vera, story, client)
      page.agrees(with: try await vera.text("/help/queue", client), in: "help-problems")
      #expect(page.element("help-problems")?.contains("captions") == false)
    }
  }
}
