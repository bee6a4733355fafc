import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct HelpDeskTests {
  struct Desk {
    let scratch: ScratchPeople
    let ada: Account
    let vera: Account
    let bob: Account
    var help: HelpDesk { HelpDesk(scratch.database, clock: scratch.clock) }
  }

  func run(_ body: (Desk) async throws -> Void) async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org", name: "Ada")
      let vera = try await scratch.add("vera@example.org", name: "Vera", role: .volunteer)
      let bob = try await scratch.add("bob@example.org", name: "Bob", role: .volunteer)
      try await body(Desk(scratch: scratch, ada: ada, vera: vera, bob: bob))
    }
  }

  @Test("a request waits in its place, is taken by one helper, handed over, put back and closed with a note")
  func life() async throws {
    try await run { desk in
      let first = try await desk.help.ask(try HelpQuestion("No sound", page: "/papers/x"), by: desk.ada.id, client: "c")
      desk.scratch.time.pass(seconds: 60)
      let second = try await desk.help.ask(try HelpQuestion("No picture"), by: desk.bob.id, client: "c")
      let waiting = try await desk.help.open(for: nil)
      #expect(waiting.map(\.id) == [first, second])
      #expect(try await desk.help.place(of: waiting[0]) == 1)
      #expect(try await desk.help.place(of: waiting[1]) == 2)
      try await desk.help.take(first, by: desk.vera.id)
      await #expect(throws: ConferenceError.self) { try await desk.help.take(first, by: desk.bob.id) }
      let taken = try #require(try await desk.help.request(first, for: nil))
      #expect(taken.state == .taken && taken.helperName == "Vera")
      #expect(try await desk.help.place(of: taken) == nil)
      #expect(try await desk.help.place(of: waiting[1]) == 1)
      try await desk.help.handOver(first, to: desk.bob.id, by: desk.vera.id)
      #expect(try await desk.help.request(first, for: nil)?.helperName == "Bob")
      await #expect(throws: ConferenceError.self) {
        try await desk.help.handOver(first, to: desk.ada.id, by: desk.bob.id)
      }
      try await desk.help.handOver(first, to: nil, by: desk.bob.id)
      #expect(try await desk.help.open(for: nil).map(\.id) == [first, second])
      try await desk.help.close(first, note: "It was muted", by: desk.vera.id)
      await #expect(throws: ConferenceError.self) { try await desk.help.take(first, by: desk.vera.id) }
      #expect(try await desk.help.closed(for: nil).map(\.note) == ["It was muted"])
      try await desk.help.reopen(first, by: desk.ada.id)
      #expect(try await desk.help.open(for: nil).count == 2)
    }
  }

  @Test("where the clock is set back, who asks then comes after those who wait already")
  func clock() async throws {
    try await run { desk in
      let first = try await desk.help.ask(try HelpQuestion("No sound"), by: desk.ada.id, client: "c")
      desk.scratch.time.pass(seconds: -3_600)
      let second = try await desk.help.ask(try HelpQuestion("No picture"), by: desk.bob.id, client: "c")
      let waiting = try await desk.help.open(for: nil)
      #expect(waiting.map(\.id) == [first, second])
      #expect(try await desk.help.place(of: waiting[1]) == 2)
      for id in [first, second] { try await desk.help.close(id, note: "", by: desk.vera.id) }
      let third = try await desk.help.ask(try HelpQuestion("Again"), by: desk.ada.id, client: "c")
      #expect(try await desk.help.request(third, for: nil)?.asked == desk.scratch.time.now)
    }
  }

  @Test("a request that is reopened waits in its old place, whoever had it")
  func reopened() async throws {
    try await run { desk in
      let first = try await desk.help.ask(try HelpQuestion("No sound"), by: desk.ada.id, client: "c")
      desk.scratch.time.pass(seconds: 60)
      let second = try await desk.help.ask(try HelpQuestion("No picture"), by: desk.bob.id, client: "c")
      try await desk.help.take(first, by: desk.vera.id)
      try await desk.help.close(first, note: "Muted", by: desk.vera.id)
      try await desk.help.reopen(first, by: desk.ada.id)
      let request = try #require(try await desk.help.request(first, for: nil))
      #expect(request.state == .waiting && request.helper == nil && request.taken == nil && request.note == "Muted")
      #expect(try await desk.help.open(for: nil).map(\.id) == [first, second])
      try await desk.help.take(first, by: desk.bob.id)
    }
  }

  @Test("only one of many helpers who take a request at once gets it")
  func race() async throws {
    try await run { desk in
      let id = try await desk.help.ask(try HelpQuestion("Help"), by: desk.ada.id, client: "c")
      let help = desk.help
      let helpers = [desk.vera.id, desk.bob.id]
      let taken = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<8 {
          group.addTask { (try? await help.take(id, by: helpers[number % 2])) != nil }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(taken == 1)
    }
  }

  @Test("a request is read by its asker and by helpers only")
  func rights() async throws {
    try await run { desk in
      let id = try await desk.help.ask(try HelpQuestion("Help"), by: desk.ada.id, client: "c")
      let request = try #require(try await desk.help.request(id, for: nil))
      let eve = try await desk.scratch.add("eve@example.org")
      for (account, may) in [(desk.ada, true), (desk.vera, true), (eve, false)] {
        #expect(Access(account, conduct: nil).mayRead(request) == may)
        let door = ChannelDoor(Access(account, conduct: nil), .empty)
        let key = try #require(ChannelKey(request.channel))
        let channel = try await desk.scratch.database.read { try door.find(key, $0) }
        #expect((channel != nil) == may)
      }
      #expect(!Access(nil, conduct: nil).mayRead(request))
    }
  }

  @Test("a visitor is answered by mail, at most so often, and needs an address")
  func visitor() async throws {
    try await run { desk in
      let visitor = try HelpVisitor(name: "Nia", email: "nia@example.org")
      let question = try HelpQuestion("I cannot sign in", visitor: visitor)
      let id = try await desk.help.ask(question, by: nil, client: "192.0.2.1")
      try await desk.help.answer(id, "Ask for another code.", by: desk.vera.id) { request, text in
        Letter(purpose: .notice, subject: "Answer", text: "\(request.asker): \(text)")
      }
      let mail = try await Outbox(desk.scratch.database, clock: desk.scratch.clock).page(for: nil).first
      #expect(mail?.recipient == "nia@example.org" && mail?.text == "Nia: Ask for another code.")
      #expect(try await desk.help.answers(to: id, for: nil).map(\.text) == ["Ask for another code."])
      #expect(try await desk.help.request(id, for: nil)?.helperName == "Vera")
      await #expect(throws: ConferenceError.unauthenticated) {
        try await desk.help.ask(try HelpQuestion("Hello"), by: nil, client: "192.0.2.1")
      }
      for _ in 2...HelpDesk.mostOfOne { _ = try await desk.help.ask(question, by: nil, client: "192.0.2.1") }
      await #expect(throws: ConferenceError.self) { try await desk.help.ask(question, by: nil, client: "192.0.2.2") }
      #expect(throws: ConferenceError.self) { try HelpVisitor(name: "Nia", email: "nia") }
      #expect(throws: ConferenceError.self) { try HelpQuestion("  ") }
      #expect(throws: ConferenceError.self) { try HelpQuestion(String(repeating: "a", count: 2_001)) }
    }
  }

  @Test("who is on call now and next follows from the shifts that people signed up for")
  func shifts() async throws {
    try await run { desk in
      let shifts = HelpShifts(desk.scratch.database, clock: desk.scratch.clock)
      let now = desk.scratch.time.now
      let olga = try await desk.scratch.add("olga@example.org", name: "Olga", role: .organizer).id
      try await shifts.add(from: now, until: now.adding(minutes: 60), places: 1, by: olga)
      try await shifts.add(from: now.adding(minutes: 120), until: now.adding(minutes: 180), places: 2, by: olga)
      let all = try await shifts.coming()
      var call = try await shifts.call()
      #expect(call.helpers.isEmpty && call.next == nil)
      try await shifts.join(all[1].id, desk.bob.id, by: desk.bob.id)
      call = try await shifts.call()
      #expect(call.helpers.isEmpty && call.next == now.adding(minutes: 120))
      try await shifts.join(all[0].id, desk.vera.id, by: desk.vera.id)
      try await shifts.join(all[0].id, desk.vera.id, by: desk.vera.id)
      await #expect(throws: ConferenceError.self) { try await shifts.join(all[0].id, desk.bob.id, by: desk.bob.id) }
      await #expect(throws: ConferenceError.self) { try await shifts.join(all[1].id, desk.ada.id, by: desk.ada.id) }
      call = try await shifts.call()
      #expect(call.helpers.map(\.name) == ["Vera"] && call.until == now.adding(minutes: 60))
      try await shifts.leave(all[0].id, desk.vera.id, by: desk.vera.id)
      #expect(try await shifts.call().helpers.isEmpty)
      desk.scratch.time.pass(seconds: 121 * 60)
      #expect(try await shifts.call().helpers.map(\.name) == ["Bob"])
      try await shifts.remove(all[1].id, by: olga)
      #expect(try await shifts.coming().isEmpty)
      for (minutes, words) in [
        (0, "not after the beginning"), (-60, "not after the beginning"), (1_500, "within a day"),
      ] {
        let refusal = await #expect(throws: ConferenceError.self) {
          try await shifts.add(from: now, until: now.adding(minutes: minutes), places: 1, by: olga)
        }
        #expect(refusal?.message.contains(words) == true)
      }
    }
  }

  @Test("a shift that is over is not added, and does not count among those that there can be")
  func overShifts() async throws {
    try await run { desk in
      let shifts = HelpShifts(desk.scratch.database, clock: desk.scratch.clock)
      let now = desk.scratch.time.now
      let olga = try await desk.scratch.add("olga@example.org", name: "Olga", role: .organizer).id
      for minutes in [-60, 0] {
        await #expect(throws: ConferenceError.self) {
          try await shifts.add(
            from: now.adding(minutes: -120), until: now.adding(minutes: minutes), places: 1, by: olga)
        }
      }
      try await desk.scratch.database.write { connection in
        for number in 0..<HelpShifts.most {
          try connection.execute(
            """
            INSERT INTO help_shifts (id, from_at, until_at, places)
            VALUES (\("past-\(number)"), \(now.adding(minutes: -120).milliseconds), \(now.milliseconds), 1)
            """)
        }
      }
      try await shifts.add(from: now.adding(minutes: -120), until: now.adding(minutes: 1), places: 1, by: olga)
      #expect(try await shifts.coming().count == 1)
    }
  }

  @Test("who helps no more, or is banned, leaves the place on a shift to others")
  func places() async throws {
    try await run { desk in
      let shifts = HelpShifts(desk.scratch.database, clock: desk.scratch.clock)
      let now = desk.scratch.time.now
      let olga = try await desk.scratch.add("olga@example.org", name: "Olga", role: .organizer).id
      let id = try await shifts.add(from: now, until: now.adding(minutes: 60), places: 1, by: olga)
      try await shifts.join(id, desk.vera.id, by: desk.vera.id)
      try await desk.scratch.people.setRole(.participant, of: desk.vera.id, by: olga)
      try await shifts.join(id, desk.bob.id, by: desk.bob.id)
      #expect(try await shifts.shift(id)?.helpers.map(\.name) == ["Bob"])
      try await desk.scratch.people.setStanding(.banned, of: desk.bob.id, by: olga)
      try await shifts.join(id, olga, by: olga)
      #expect(try await shifts.shift(id)?.helpers.map(\.name) == ["Olga"])
    }
  }

  @Test("a known problem is announced by a helper until it is solved, and no other announcement is theirs to end")
  func problems() async throws {
    try await run { desk in
      let problems = KnownProblems(desk.scratch.database, clock: desk.scratch.clock)
      try await problems.add("Zoom is down", text: "Use the phone.", hours: 1, by: desk.vera.id)
      let shown = try await problems.shown()
      #expect(shown.map(\.title) == ["Zoom is down"])
      let text = try AnnouncementText(title: "News", text: "", from: desk.scratch.time.now)
      let other = try await Announcements(desk.scratch.database, clock: desk.scratch.clock).add(text, by: nil)
      await #expect(throws: ConferenceError.self) { try await problems.end(other, by: desk.vera.id) }
      try await problems.end(shown[0].id, by: desk.bob.id)
      #expect(try await problems.shown().isEmpty)
    }
  }

  @Test("the queue is told of a known problem that comes, changes and goes, and of no other announcement")
  func problemsTold() async throws {
    try await run { desk in
      let database = desk.scratch.database
      let announcements = Announcements(database, clock: desk.scratch.clock)
      let problems = KnownProblems(database, clock: desk.scratch.clock)
      func told() async throws -> Int {
        try await database.events(after: 0, limit: 100, topics: ["help-queue"]).count
      }
      let text = try AnnouncementText(title: "News", text: "", from: desk.scratch.time.now)
      let other = try await announcements.add(text, by: nil)
      try await announcements.change(other, to: text, by: nil)
      var counts = [try await told()]
      try await problems.add("Zoom is down", text: "Use the phone.", hours: 1, by: desk.vera.id)
      counts.append(try await told())
      let id = try #require(try await problems.shown().first).id
      try await announcements.change(id, to: text, by: nil)
      counts.append(try await told())
      try await problems.end(id, by: desk.vera.id)
      counts.append(try await told())
      #expect(counts == [0, 1, 2, 3])
    }
  }
}

extension Program {
  /// Without anything in it.
  static var empty: Program { Program(draft: nil, version: 1, changed: Instant(milliseconds: 0)) }
}
