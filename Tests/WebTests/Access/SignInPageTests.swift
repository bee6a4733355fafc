import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct SignInPageTests {
  @Test("a mail's link leads to a button, and only the button signs in")
  func link() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let browser = CookieBrowser(client, story.site)
      _ = try await story.site.add("selam@example.org")
      let sent = try await browser.post("/sign-in", ["email": "selam@example.org", "back": "/papers"])
      #expect(sent.status == .ok)
      let mail = try await Self.letter(story.site, to: "selam@example.org")
      let link = try #require(mail.firstMatch(of: /https:\/\/conference\.example(\/sign-in\/link\/[^\s]+)/)).1
      // A scanner of mail looks at it, more than once.
      let scanner = CookieBrowser(client, story.site)
      for _ in 0..<3 { #expect(try await scanner.get(String(link)).status == .ok) }
      let page = try await browser.text(String(link))
      let secret = try #require(page.firstMatch(of: /name="link" value="([^"]+)"/)).1
      let entered = try await browser.post(
        "/sign-in/link", ["link": String(secret), "back": "/papers"], from: String(link))
      #expect(entered.status == .seeOther && entered.headers[.location] == "/papers")
      #expect(browser.cookies["__Host-device"] != nil)
      let set = entered.headers[values: .setCookie].first { $0.hasPrefix("__Host-device") }
      for word in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(set?.contains(word) == true, "\(word)") }
    }
  }

  @Test("who was removed is told so by mail, without a way in, whether they sign in or register; who was banned is not")
  func removed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await Registration(mode: .open).choose(by: nil, story.site.database, at: story.site.clock.now())
      try await story.site.refresh()
      for (standing, paths) in [(Standing.removed, ["/sign-in", "/registration"]), (.banned, ["/sign-in"])] {
        let email = "\(standing.rawValue)@example.org"
        let account = try await story.site.add(email)
        try await story.site.people.setStanding(standing, of: account.id, by: nil)
        for path in paths {
          let browser = CookieBrowser(client, story.site)
          let sent = try await browser.post(path, ["email": email, "name": "Selam Tesfaye", "back": "/"])
          #expect(sent.status == .ok, "\(path)")
          // Who has just registered is not registered yet.
          #expect(String(buffer: sent.body).contains("can be used to sign in, a mail is on its way there"))
        }
        let rows = try await story.site.database.query(
          "SELECT subject, body_text FROM outbox WHERE recipient = \(email) AND state <> 'dropped'")
        #expect(rows.count == (standing == .removed ? 2 : 0))
        for row in rows {
          let (subject, text): (String, String) = (try row.value(0), try row.value(1))
          #expect(subject.contains("You are not on the list") && text.contains("https://conference.example/help"))
          #expect(!text.contains("/sign-in/link/"))
        }
      }
    }
  }

  @Test("a page for those who are signed in leads who is not to the door, and from there back to itself")
  func door() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      for path in ["/account", "/chat/general/corridor?around=3"] {
        let answer = try await client.get(path)
        let page = String(buffer: answer.body)
        #expect(answer.status == .unauthorized, "\(path)")
        #expect(page.contains("href=\"/sign-in?back=\(Query.encoded(path))\">Sign in</a>"), "\(path)")
        #expect(!page.contains("lost-q") && Markup(page).problems.isEmpty, "\(path)")
      }
    }
  }

  @Test("a link that was used says how else one comes in, with a place for a code; who is signed in is led on")
  func spent() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let browser = CookieBrowser(client, story.site)
      _ = try await story.site.add("selam@example.org")
      let form = ["link": Secret.random().text, "back": "/papers"]
      let spent = try await browser.post("/sign-in/link", form, from: "/sign-in")
      let text = String(buffer: spent.body)
      #expect(spent.status == .forbidden && text.contains("the organizers for a new code"))
      #expect(text.contains("action=\"/sign-in/code\"") && text.contains("href=\"/sign-in?back=%2Fpapers\""))
      #expect(Markup(text).problems == [])
      let account = try await story.site.add("ben@example.org")
      try await browser.signIn(account)
      let again = try await browser.post("/sign-in/link", form, from: "/account")
      let words = String(buffer: again.body)
      #expect(again.status == .ok && words.contains("You are signed in") && words.contains("href=\"/papers\""))
    }
  }

  @Test("too many wrong codes and too many mails are refused with when to go on, and with what works until then")
  func limits() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let browser = CookieBrowser(client, story.site)
      let codes = ["email": "selam@example.org", "code": "0000-0000"]
      for _ in 0..<10 { #expect(try await browser.post("/sign-in/code", codes).status == .badRequest) }
      for _ in 0..<5 { #expect(try await browser.post("/sign-in", ["email": "selam@example.org"]).status == .ok) }
      for (address, words) in [
        ("/sign-in/code", "again in 10 minutes; until then the link of a mail works"),
        ("/sign-in", "again in 10 minutes; the newest one that came works"),
      ] {
        let refused = try await browser.post(address, codes)
        #expect(refused.status == .tooManyRequests, "\(address)")
        #expect(refused.headers[HTTPField.Name("Retry-After")!] == "600", "\(address)")
        #expect(String(buffer: refused.body).contains(words), "\(address)")
      }
    }
  }

  @Test("the first account, made beside a running server, makes it show where to sign in")
  func firstAccount() async throws {
    try await StorySite.run(papers: 5) { client, story in
      #expect(!(try await client.text("/").contains("href=\"/sign-in\"")))
      let email = try #require(EmailAddress("chair@example.org"))
      let database = try story.data.open()
      _ = try await People(database, clock: story.site.clock).addOrganizer(email, name: "Abeba")
      try database.close()
      for _ in 0..<400 where !(try await client.text("/").contains("href=\"/sign-in\"")) {
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(try await client.text("/").contains("href=\"/sign-in\""))
    }
  }

  @Test("known and unknown addresses get the same answer, after the time that is enough for both")
  func same() async throws {
    try await StorySite.run(papers: 5) { client, story in
      _ = try await story.site.add("selam@example.org")
      let browser = CookieBrowser(client, story.site)
      let asked = ContinuousClock.now
      let known = try await browser.post("/sign-in", ["email": "selam@example.org"])
      let askedAgain = ContinuousClock.now
      #expect(askedAgain - asked >= SignInActions.patience)
      let unknown = try await browser.post("/sign-in", ["email": "nobody@example.org"])
      #expect(ContinuousClock.now - askedAgain >= SignInActions.patience)
      let texts = [known, unknown].map { String(buffer: $0.body) }
      #expect(known.status == unknown.status)
      #expect(texts[0].replacing("selam@", with: "nobody@") == texts[1])
    }
  }

  @Test(
    "nothing is open to a signed-in person before the code of conduct is accepted, and a new text is asked for again")
  func conduct() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let account = try await story.site.add("selam@example.org")
      let browser = CookieBrowser(client, story.site)
      try await browser.signIn(account, accepting: false)
      let home = try await browser.get("/schedule")
      #expect(home.status == .seeOther && home.headers[.location] == "/conduct-acceptance?back=%2Fschedule")
      let version = try #require(story.site.edition.conduct)
      let accepted = try await browser.post(
        "/conduct-acceptance", ["version": version, "back": "/schedule"], from: "/conduct-acceptance")
      #expect(accepted.headers[.location] == "/schedule")
      #expect(try await browser.get("/schedule").status == .ok)
      var draft = story.story.draft()
      draft.conference.codeOfConduct = "Another text."
      try await ProgramStore(story.site.database).apply(draft, now: story.site.clock.now())
      try await story.site.refresh()
      #expect(try await browser.get("/schedule").status == .seeOther)
    }
  }

  @Test("signing out ends it on the server: the old cookie is of no use")
  func leaving() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let account = try await story.site.add("selam@example.org")
      let browser = CookieBrowser(client, story.site)
      try await browser.signIn(account)
      #expect(try await browser.get("/account").status == .ok)
      let stolen = browser.cookies
      _ = try await browser.post("/sign-out", [:], from: "/account")
      #expect(browser.cookies["__Host-device"] == nil)
      browser.cookies = stolen
      #expect(try await browser.get("/account").status == .unauthorized)
    }
  }

  @Test("a form without a token, with another's, or from another site changes nothing")
  func forgery() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let account = try await story.site.add("selam@example.org")
      let browser = CookieBrowser(client, story.site)
      try await browser.signIn(account)
      let other = CookieBrowser(client, story.site)
      let page = try await other.text("/sign-in")
      let foreign = try #require(page.firstMatch(of: /name="token" value="([^"]+)"/)).1
      for (form, headers) in [
        ([:], HTTPFields()), (["token": ""], HTTPFields()), (["token": String(foreign)], HTTPFields()),
      ] {
        #expect(try await browser.send("/sign-out", form, headers).status == .forbidden)
      }
      let mine = try await browser.text("/account")
      let token = String(try #require(mine.firstMatch(of: /name="token" value="([^"]+)"/)).1)
      for headers in [
        [.origin: "https://evil.example"], [.origin: "null"], [HTTPField.Name("Sec-Fetch-Site")!: "cross-site"],
        [HTTPField.Name("Sec-Fetch-Site")!: "same-site"],
      ] as [HTTPFields] {
        #expect(try await browser.send("/sign-out", ["token": token], headers).status == .forbidden)
      }
      #expect(try await browser.get("/account").status == .ok)
      let ours = try await browser.send("/sign-out", ["token": token], [.origin: "https://conference.example"])
      #expect(ours.status == .seeOther)
    }
  }

  @Test("a closed conference is open to who was let in, and to others only by its door")
  func closed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let paper = try #require(story.site.edition.program.papers.first)
      try await Policies.closed.choose(by: nil, story.site.database, at: story.site.clock.now())
      try await story.site.refresh()
      let account = try await story.site.add("selam@example.org")
      let (visitor, browser) = (CookieBrowser(client, story.site), CookieBrowser(client, story.site))
      try await browser.signIn(account)
      for address in [
        "/papers", "/papers/\(paper.id)", "/papers/\(paper.id).bib", "/schedule", "/calendars/all.ics",
        "/schedule.json", "/sponsors",
      ] {
        #expect(try await visitor.get(address).status == .unauthorized, "\(address)")
        #expect(try await browser.get(address).status == .ok, "\(address)")
      }
      for address in ["/", "/help", "/code-of-conduct", "/search?q=\(Query.encoded(paper.title))", "/sitemap.xml"] {
        let answer = try await visitor.get(address)
        #expect(answer.status == .ok, "\(address)")
        #expect(!String(buffer: answer.body).contains("/papers/\(paper.id)"), "\(address)")
      }
      #expect(try await browser.text("/search?q=\(Query.encoded(paper.title))").contains("/papers/\(paper.id)"))
    }
  }

  @Test("what opens at an instant is open from then on, without a restart")
  func opening() async throws {
    let start = try #require(Instant(iso8601: StorySite.now))
    let time = Moment(start)
    try await StorySite.run(papers: 5, clock: Clock { time.now }) { client, story in
      var policies = Policies()
      policies.papers = .everyoneFrom(start.adding(minutes: 10))
      try await policies.choose(by: nil, story.site.database, at: start)
      try await story.site.refresh()
      #expect(try await client.get("/papers").status == .unauthorized)
      time.pass(minutes: 10)
      #expect(try await client.get("/papers").status == .ok)
    }
  }
  private static func letter(_ site: Site, to email: String) async throws -> String {
    let row = try await site.database.first("SELECT body_text FROM outbox WHERE recipient = \(email) ORDER BY id DESC")
    return try #require(row).value(0)
  }
}
