import Testing

@testable import Conference

@Suite(.bothDatabases) struct SignInTests {
  @Test("a link signs in the browser that asked, once, and no other browser")
  func link() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org")
      let (mine, other) = (Secret.random(), Secret.random())
      let ticket = try await scratch.ask("Selam@Example.org ", browser: mine)
      let stolen = try await scratch.signIns().enter(link: ticket.link, browser: other, named: "Firefox")
      guard case .otherBrowser = stolen else { Issue.record("another browser came in"); return }
      let entered = try await scratch.signIns().enter(link: ticket.link, browser: mine, named: "Firefox on Linux")
      let secret = try #require(entered.secret)
      let signedIn = try #require(try await scratch.devices.signedIn(secret))
      #expect(signedIn.account.id == account.id)
      let again = try await scratch.signIns().enter(link: ticket.link, browser: mine, named: "Firefox")
      #expect(again.secret == nil)
    }
  }

  @Test("a code signs in any browser, once, however it is typed")
  func code() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("selam@example.org")
      let email = try #require(EmailAddress("selam@example.org"))
      let ticket = try await scratch.ask("selam@example.org")
      let typed = try #require(SignInCode(typed: " \(ticket.code.shown.lowercased()) "))
      let entered = try await scratch.signIns().enter(code: typed, email: email, client: "a", named: "Safari")
      #expect(entered.secret != nil)
      let again = try await scratch.signIns().enter(code: typed, email: email, client: "a", named: "Safari")
      #expect(again.secret == nil)
    }
  }

  @Test("only the newest link and code work, for ten minutes")
  func newest() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("selam@example.org")
      let browser = Secret.random()
      let old = try await scratch.ask("selam@example.org", browser: browser)
      scratch.time.pass(seconds: 1)
      let new = try await scratch.ask("selam@example.org", browser: browser)
      #expect(try await scratch.signIns().enter(link: old.link, browser: browser, named: "x").secret == nil)
      scratch.time.pass(seconds: 599)
      let late = scratch.time
      late.pass(seconds: 1)
      #expect(try await scratch.signIns().enter(link: new.link, browser: browser, named: "x").secret == nil)
    }
  }

  @Test("nobody comes in by a link or a code that is not theirs")
  func attacks() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("selam@example.org")
      try await scratch.add("other@example.org")
      let email = try #require(EmailAddress("selam@example.org"))
      let others = try #require(EmailAddress("other@example.org"))
      var (tried, letIn) = (0, 0)
      func count(_ outcome: SignIns.Outcome) {
        tried += 1
        if outcome.secret != nil { letIn += 1 }
      }
      let signIns = scratch.signIns { $0.perClient = 1_000_000 }
      let browser = Secret.random()
      let ticket = try await scratch.ask("selam@example.org", browser: browser)
      // Mutated: every character of the link is another one.
      for index in ticket.link.text.indices {
        var text = ticket.link.text
        text.replaceSubrange(index...index, with: text[index] == "A" ? "B" : "A")
        count(try await signIns.enter(link: Secret(text), browser: browser, named: "x"))
      }
      for link in ["", ticket.link.hash, ticket.link.text + "=", ticket.link.text.lowercased(), "' OR 1=1 --"] {
        count(try await signIns.enter(link: Secret(link), browser: browser, named: "x"))
      }
      // Another person's code.
      count(try await signIns.enter(code: ticket.code, email: others, client: "a", named: "x"))
      // Guesses: after ten wrong ones even the right one is refused.
      for _ in 0..<300 {
        count(try await signIns.enter(code: .random(), email: email, client: "a", named: "x"))
      }
      count(try await signIns.enter(code: ticket.code, email: email, client: "a", named: "x"))
      print("tried \(tried), let in \(letIn)")
      #expect(tried > 300 && letIn == 0)
      #expect(try await signIns.enter(link: ticket.link, browser: browser, named: "x").secret != nil)
    }
  }

  @Test("ten thousand guesses at a code, from fifty clients, let nobody in, and are soon refused")
  func guesses() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("selam@example.org")
      let email = try #require(EmailAddress("selam@example.org"))
      _ = try await scratch.ask("selam@example.org")
      var (letIn, refused) = (0, 0)
      for guess in 0..<10_000 {
        let outcome = try await scratch.signIns().enter(
          code: .random(), email: email, client: "client \(guess % 50)", named: "x")
        if outcome.secret != nil { letIn += 1 }
        if case .tooMany = outcome { refused += 1 }
      }
      print("tried 10000, let in \(letIn)")
      #expect(letIn == 0)
      #expect(refused == 10_000 - 50 * scratch.signIns().limits.codesPerAddress)
    }
  }

  @Test("strangers and banned people are told the same, and get nothing")
  func strangers() async throws {
    try await ScratchPeople.run { scratch in
      let banned = try await scratch.add("banned@example.org")
      try await scratch.people.setStanding(.banned, of: banned.id, by: nil)
      for email in ["stranger@example.org", "banned@example.org"] {
        let browser = Secret.random()
        let ticket = try await scratch.ask(email, browser: browser)
        #expect(try await scratch.signIns().enter(link: ticket.link, browser: browser, named: "x").secret == nil)
      }
    }
  }

  @Test("too many mails to one address, or asked for by one client, are refused alike for everybody")
  func limits() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("selam@example.org")
      for email in ["selam@example.org", "stranger@example.org"] {
        for _ in 0..<5 { _ = try await scratch.ask(email) }
        let refusal = await #expect(throws: ConferenceError.self) { _ = try await scratch.ask(email) }
        guard case .limited(_, let seconds) = refusal else { Issue.record("refused otherwise"); return }
        #expect(seconds == 600)
      }
      scratch.time.pass(seconds: 601)
      _ = try await scratch.ask("selam@example.org")
    }
  }

  @Test("a sign-in ends on the server: at sign-out, everywhere at once, by a ban and by another role")
  func ends() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org")
      let organizer = try await scratch.add("chair@example.org", role: .organizer)
      func signIn() async throws -> Secret {
        let browser = Secret.random()
        let ticket = try await scratch.ask("selam@example.org", browser: browser)
        let entered = try await scratch.signIns().enter(link: ticket.link, browser: browser, named: "x")
        return try #require(entered.secret)
      }
      let first = try await signIn()
      let device = try #require(try await scratch.devices.signedIn(first)).device
      try await scratch.devices.signOut(device, of: organizer.id)
      #expect(try await scratch.devices.signedIn(first) != nil, "signed out by somebody else")
      try await scratch.devices.signOut(device, of: account.id)
      #expect(try await scratch.devices.signedIn(first) == nil)
      let (second, third) = (try await signIn(), try await signIn())
      try await scratch.devices.signOutEverywhere(account.id)
      for secret in [second, third] { #expect(try await scratch.devices.signedIn(secret) == nil) }
      scratch.time.pass(seconds: 601)
      let fourth = try await signIn()
      try await scratch.people.setRole(.moderator, of: account.id, by: organizer.id)
      #expect(try await scratch.devices.signedIn(fourth) == nil)
      let fifth = try await signIn()
      try await scratch.people.setStanding(.banned, of: account.id, by: organizer.id)
      #expect(try await scratch.devices.signedIn(fifth) == nil)
    }
  }

  @Test("a browser that is not used for 30 days is signed out, and one that is used is not")
  func lifetime() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("selam@example.org")
      let browser = Secret.random()
      let ticket = try await scratch.ask("selam@example.org", browser: browser)
      let entered = try await scratch.signIns().enter(link: ticket.link, browser: browser, named: "x")
      let secret = try #require(entered.secret)
      scratch.time.pass(seconds: 29 * 86_400)
      #expect(try await scratch.devices.signedIn(secret) != nil)
      scratch.time.pass(seconds: 29 * 86_400)
      #expect(try await scratch.devices.signedIn(secret) != nil)
      scratch.time.pass(seconds: 31 * 86_400)
      #expect(try await scratch.devices.signedIn(secret) == nil)
    }
  }

  @Test("a newcomer has an account only when the mail has come back, and waits where organizers want to approve")
  func newcomers() async throws {
    try await ScratchPeople.run { scratch in
      try await Registration(mode: .approval).choose(by: nil, scratch.database, at: scratch.time.now)
      let email = try #require(EmailAddress("new@example.org"))
      let browser = Secret.random()
      let ticket = try await scratch.ask(
        "new@example.org", browser: browser, newcomer: Newcomer(name: "  Nia   Okoro "))
      #expect(try await scratch.people.account(email) == nil)
      let entered = try await scratch.signIns().enter(link: ticket.link, browser: browser, named: "x")
      #expect(entered.secret != nil)
      let account = try #require(try await scratch.people.account(email))
      #expect(account.name == "Nia Okoro" && account.standing == .waiting && account.role == .participant)
      #expect(!Access(account, conduct: nil).isLetIn)
    }
  }

  @Test("who registered by a name that somebody with a role has by now waits for an organizer's word")
  func namesake() async throws {
    try await ScratchPeople.run { scratch in
      try await Registration(mode: .open).choose(by: nil, scratch.database, at: scratch.time.now)
      let browser = Secret.random()
      let ticket = try await scratch.ask("new@example.org", browser: browser, newcomer: Newcomer(name: "Nia Okoro"))
      try await scratch.add("nia@example.org", name: "Nia Ókoro", role: .moderator)
      _ = try await scratch.signIns().enter(link: ticket.link, browser: browser, named: "x")
      #expect(try await scratch.account("new@example.org")?.standing == .waiting)
    }
  }

  @Test("a code given by an organizer's hand works in any browser, and is on record")
  func issued() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org")
      let organizer = try await scratch.add("chair@example.org", role: .organizer)
      let ticket = try await scratch.signIns().issue(for: account, by: organizer.id)
      #expect(try await scratch.signIns().enter(link: ticket.link, browser: nil, named: "x").secret != nil)
      let deed = try #require(try await scratch.people.deeds(about: account.id, for: nil).first)
      #expect(deed.deed.action == "sign-in code issued" && deed.deed.by == organizer.id)
    }
  }

  @Test("what is given by hand stays good while others ask for mails and guess; only another one by hand ends it")
  func byHand() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org")
      let email = try #require(account.email)
      let signIns = scratch.signIns()
      let (first, browser) = (try await signIns.issue(for: account, by: nil, lasting: 86_400), Secret.random())
      let mailed = try await scratch.ask("selam@example.org", browser: browser)
      for _ in 0..<20 { _ = try await signIns.enter(code: .random(), email: email, client: "a", named: "x") }
      // Ten wrong ones keep this client from the mail's code, but not from the other.
      #expect(try await signIns.enter(code: mailed.code, email: email, client: "a", named: "x").secret == nil)
      #expect(try await signIns.enter(code: first.code, email: email, client: "a", named: "x").secret != nil)
      #expect(try await signIns.enter(link: first.link, browser: nil, named: "x").secret == nil)
      #expect(try await signIns.enter(link: mailed.link, browser: browser, named: "x").secret != nil)
      let second = try await signIns.issue(for: account, by: nil)
      let third = try await signIns.issue(for: account, by: nil)
      #expect(try await signIns.enter(link: second.link, browser: nil, named: "x").secret == nil)
      _ = try await scratch.ask("selam@example.org")
      scratch.time.pass(seconds: 3_599)
      #expect(try await signIns.enter(link: third.link, browser: nil, named: "x").secret != nil)
    }
  }
}
