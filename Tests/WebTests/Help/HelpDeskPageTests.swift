import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct HelpDeskPageTests {
  @Test(
    "from every page one click asks, with the page's address filled in; helpers take it, and its asker sees who answers"
  )
  func life() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let page = try await ada.text("/papers?q=x", client)
      #expect(page.contains("href=\"/help/desk?page=%2Fpapers%3Fq%3Dx\""))
      let form = try await ada.text("/help/desk?page=%2Fpapers%3Fq%3Dx", client)
      #expect(form.contains("value=\"https://conference.example/papers?q=x\"") && form.contains("Nobody is on call"))
      let fields = ["question": "No <sound>", "page": "https://conference.example/papers?q=x", "browser": "Firefox"]
      let asked = try await ada.send("/help/requests", fields, client)
      let path = try #require(asked.headers[.location]?.split(separator: "?").first.map(String.init))
      let mine = try await ada.text(path, client)
      #expect(
        mine.contains("Next in the queue") && mine.contains("No &lt;sound&gt;") && mine.contains("href=\"/papers?q=x\"")
      )
      #expect(mine.contains("The answer will stand here.") && !mine.contains("Begin the conversation"))
      #expect(!mine.contains("data-pause") && !mine.contains("chat-here"))
      // Its answers are messages, and look like them.
      #expect(mine.contains("chat+chat-row+chat-extras"))
      #expect(try await vera.text("/help/queue", client).contains("href=\"\(path)\""))
      _ = try await vera.send("\(path)/taking", [:], client)
      #expect(try await ada.text(path, client).contains("Vera</span> answers"))
      let bob = try await story.insider("bob@example.org", name: "Bob")
      #expect(try await bob.get(path, client).status == .notFound)
      #expect(try await bob.send("\(path)/closing", [:], client).status == .notFound)
      #expect(try await bob.send("\(path)/taking", [:], client).status == .forbidden)
      _ = try await vera.send("\(path)/closing", ["note": "Muted"], client)
      let closed = try await ada.text(path, client)
      #expect(closed.contains("Closed</strong>") && !closed.contains("Muted"))
      // An asker's own closing leaves the note of the helpers as it is.
      _ = try await ada.send("\(path)/reopening", [:], client)
      #expect(try await ada.text(path, client).contains("Next in the queue"))
      _ = try await ada.send("\(path)/closing", ["note": "Was never told"], client)
      let seen = try await vera.text(path, client)
      #expect(seen.contains("Closed</strong>") && seen.contains("Muted") && !seen.contains("Was never told"))
      // The asker is among those who write there, and finds it among their conversations.
      let conversations = try await ada.text("/chat", client)
      #expect(conversations.contains("/chat/help/") && conversations.contains(">Help desk: No &lt;sound&gt;</a>"))
    }
  }

  @Test("who helps reads what it is about as the title, takes it at the top, and goes to the page that it is about")
  func atTheTop() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let asked = try await ada.send("/help/requests", ["question": "No sound", "page": "/keynotes/1"], client)
      let path = try #require(asked.headers[.location]?.split(separator: "?").first.map(String.init))
      #expect(try await ada.text(path, client).contains(">Your question</h1>"))
      let page = try await vera.text(path, client)
      #expect(page.contains(">No sound</h1>") && page.contains("href=\"/keynotes/1\">/keynotes/1</a>"))
      let (take, text) = (page.firstRange(of: "Take it</button>"), page.firstRange(of: "class=\"help-text\""))
      #expect(try #require(take).lowerBound < (try #require(text)).lowerBound)
      #expect(!page.contains("Nobody is on call") && Markup(page).problems.isEmpty)
      #expect(try await vera.text("/help/queue", client).contains("class=\"is-helping\""))
    }
  }

  @Test("who helps sees in the header that somebody waits until a helper answers, and nobody else does")
  func waiting() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let door = "href=\"/help/queue\">Help desk (1)</a>"
      #expect(!(try await vera.text("/account", client)).contains("Help desk ("))
      let asked = try await ada.send("/help/requests", ["question": "No sound"], client)
      let path = try #require(asked.headers[.location]?.split(separator: "?").first.map(String.init))
      #expect(try await vera.text("/account", client).contains(door))
      #expect(!(try await ada.text("/account", client)).contains("Help desk ("))
      // Pages that an audience shares are told by their script, and none of it stands in them.
      #expect(!(try await vera.text("/papers", client)).contains("Help desk ("))
      #expect(try await vera.text("/chat/unread.json", client).contains(/"help" ?: 1\b/))
      #expect(!(try await ada.text("/chat/unread.json", client)).contains("help"))
      _ = try await vera.send("\(path)/taking", [:], client)
      #expect(!(try await vera.text("/account", client)).contains("Help desk ("))
      #expect(try await vera.text("/chat/unread.json", client).contains(/"help" ?: 0\b/))
    }
  }

  @Test("who cannot sign in asks too, and is answered by mail")
  func visitor() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let browser = CookieBrowser(client, story.site)
      let form = try await browser.text("/help/desk")
      #expect(form.contains("type=\"email\""))
      let fields = ["question": "No mail comes", "name": "Nia", "email": "nia@example.org"]
      let asked = try await browser.post("/help/requests", fields, from: "/help/desk")
      #expect(asked.headers[.location] == "/help/desk?done=asked")
      let path = try #require(
        found(/href="(\/help\/requests\/[A-Za-z0-9]+)"/, try await vera.text("/help/queue", client)))
      #expect(try await vera.text(path, client).contains("nia@example.org"))
      _ = try await vera.send("\(path)/answers", ["answer": "Look among spam."], client)
      let mail = try await Outbox(story.site.database, clock: story.site.clock).page(for: nil).first
      #expect(mail?.recipient == "nia@example.org" && mail?.text.contains("Look among spam.") == true)
      #expect(try await browser.get(path).status == .unauthorized)
      let wrong = try await browser.post("/help/requests", ["question": "Hello", "name": "Nia"], from: "/help/desk")
      #expect(wrong.status == .badRequest)
      let again = String(buffer: wrong.body)
      #expect(again.contains(">Hello</textarea>") && again.contains("name=\"name\" value=\"Nia\""))
      #expect(again.contains("role=\"alert\"") && again.contains("no mail can be sent to"))
    }
  }

  @Test("a question that is one too many stands in the form again, with when it may be asked")
  func limited() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      for number in 1...10 {
        #expect(try await ada.send("/help/requests", ["question": "\(number)"], client).status == .seeOther)
      }
      let fields = ["question": "One too <many>", "page": "https://conference.example/papers", "browser": "Firefox 9"]
      let answer = try await ada.send("/help/requests", fields, client)
      let page = String(buffer: answer.body)
      #expect(answer.status == .tooManyRequests)
      #expect(answer.headers[HTTPField.Name("Retry-After")!] == "3600")
      #expect(page.contains("One too &lt;many&gt;</textarea>") && page.contains("you can ask again in 60 minutes"))
      #expect(page.contains("value=\"https://conference.example/papers\"") && page.contains("value=\"Firefox 9\""))
      #expect(Markup(page).problems.isEmpty)
      let empty = try await ada.send("/help/requests", ["question": "", "browser": "Firefox 9"], client)
      #expect(empty.status == .badRequest && String(buffer: empty.body).contains("value=\"Firefox 9\""))
    }
  }

  @Test("a form for help that is sent twice asks once, also after it was refused")
  func twice() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let hidden = /name="client" value="([A-Za-z0-9]+)"/
      let form = try #require(found(hidden, try await ada.text("/help/desk", client)))
      let refused = try await ada.send("/help/requests", ["question": "", "client": form], client)
      #expect(refused.status == .badRequest && found(hidden, String(buffer: refused.body)) == form)
      var places: Set<String> = []
      for _ in 1...2 {
        let asked = try await ada.send("/help/requests", ["question": "No sound", "client": form], client)
        places.insert(asked.headers[.location] ?? "")
      }
      #expect(places.count == 1 && places.first?.hasPrefix("/help/requests/") == true)
      #expect(try await story.site.helpDesk.open(for: nil).count == 1)
    }
  }

  @Test(
    "volunteers sign up for shifts that organizers made, and the desk says who is on call and when somebody will be")
  func shifts() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let olga = try await story.insider("olga@example.org", name: "Olga", role: .organizer)
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let fields = ["from": "2026-04-28T12:00", "until": "2026-04-28T14:00", "places": "1", "days": "2"]
      #expect(try await olga.send("/organize/help-desk/shifts", fields, client).status == .seeOther)
      let text = try await vera.text("/help/shifts", client)
      let places = text.matches(of: /action="(\/help\/shifts\/[A-Za-z0-9]+\/place)"/).map { String($0.1) }
      #expect(places.count == 2)
      _ = try await vera.send(places[1], [:], client)
      #expect(try await ada.text("/help/desk", client).contains("Somebody will be from"))
      _ = try await vera.send(places[0], [:], client)
      let desk = try await ada.text("/help/desk", client)
      #expect(desk.contains("On call now:") && desk.contains("Vera"))
      #expect(!(try await client.text("/help/desk")).contains("Vera"))
    }
  }

  @Test("a known problem stands on every page until it is solved")
  func problems() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let vera = try await story.insider("vera@example.org", name: "Vera", role: .volunteer)
      _ = try await vera.send("/help/problems", ["title": "Zoom is down", "text": "", "hours": "2"], client)
      #expect(try await client.text("/papers").contains("Zoom is down"))
      let end = try #require(
        found(/action="(\/help\/problems\/[A-Za-z0-9]+\/end)"/, try await vera.text("/help/queue", client)))
      _ = try await vera.send(end, [:], client)
      #expect(!(try await client.text("/papers")).contains("Zoom is down"))
    }
  }
}
