import Conference
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

/// Forms without scripts, which do not keep what is typed into them.
@Suite struct WrittenTests {
  private static let text = "Line one\n</textarea><script>alert(1)</script> & more"
  private static let escaped = "Line one\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"
  private static let forms = [
    ("/chat/general/corridor/messages", "text"), ("/questions/keynotes/1", "text"), ("/report", "words"),
  ]

  /// What stands in the box, and where its button leads.
  private func shown(_ answer: TestResponse) -> (text: Substring?, page: String) {
    let page = String(buffer: answer.body)
    return (page.firstMatch(of: /readonly[^>]*>\n?([^<]*)<\/textarea>/)?.1, page)
  }

  private func post(
    _ path: String, _ field: String, by browser: Browser, token: String? = nil, _ client: TestClient
  ) async throws -> TestResponse {
    try await client.post(path, [(field, Self.text), ("code", "K3TZ-90QA")], by: browser, token: token) {
      $0[.referer] = "https://conference.example/chat/general/corridor?after=7"
    }
  }

  @Test("what was written stands on the page that asks one to sign in, which leads back to where it was written")
  func signedOut() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let ended = try await story.browser(.participant)
      try await story.site.people.signOut(try await story.account(.participant).id, by: nil)
      for browser in [Browser(device: nil), ended] {
        for (path, field) in Self.forms {
          let answer = try await post(path, field, by: browser, client)
          let (text, page) = shown(answer)
          #expect(answer.status == .unauthorized, "\(path)")
          #expect(text == Self.escaped[...], "\(path)")
          #expect(page.contains("What you wrote") && !page.contains("<script>alert") && !page.contains("K3TZ-90QA"))
          #expect(page.contains("/sign-in?back=%2Fchat%2Fgeneral%2Fcorridor%3Fafter%3D7"))
          #expect(Markup(page).problems.isEmpty)
        }
      }
    }
  }

  @Test("what a picture shows, as its sender wrote it, stands on the page that refuses the picture")
  func pictures() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let (path, large) = (
        "/chat/general/corridor/pictures", [UInt8](repeating: 1, count: PictureFolder.largestFile + (65 << 10))
      )
      let tooLarge = try await selam.upload(path, bytes: large, field: "picture", [("text", Self.text)])
      try await story.site.people.signOut(selam.account.id, by: nil)
      let signedOut = try await selam.upload(path, bytes: large, field: "picture", [("text", Self.text)])
      #expect((tooLarge.status, signedOut.status) == (.badRequest, .unauthorized))
      for answer in [tooLarge, signedOut] { #expect(shown(answer).text == Self.escaped[...]) }
    }
  }

  @Test("what was written into a form that is too old stands on the page that says so, and nothing was sent")
  func oldToken() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let browser = try await story.browser(.participant)
      for (path, field) in Self.forms + [("/help/requests", "question")] {
        let answer = try await post(path, field, by: browser, token: "old", client)
        let (text, page) = shown(answer)
        #expect(answer.status == .forbidden, "\(path)")
        #expect(text == Self.escaped[...], "\(path)")
        #expect(page.contains("href=\"/chat/general/corridor?after=7\""))
      }
    }
  }

  @Test("what was written is not lost where the database cannot even say who writes")
  func database() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let browser = try await story.browser(.participant)
      try await story.site.database.execute("ALTER TABLE devices RENAME TO lost_devices")
      for (path, field) in Self.forms {
        let answer = try await post(path, field, by: browser, client)
        #expect(answer.status.code >= 500, "\(path)")
        #expect(shown(answer).text == Self.escaped[...], "\(path)")
      }
    }
  }

  @Test("what is typed into any larger box of the console and of what is one's own is shown again")
  func everyBox() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let own = ["/account/profile", "/report", "/help/desk", "/help/queue", "/papers/\(Story.heroinePaper)/mine"]
      let console = ["/organize/announcements", "/organize/appearance"]
      var found = Set<String>()
      for page in EntryKind.allCases.map({ "/organize/program/entry?of=\($0.rawValue)" }) + console + own {
        let boxes = try await organizer.text(page).matches(of: /<textarea[^>]* name="([^"]+)"/).map { String($0.1) }
        found.formUnion(boxes)
        // A code to sign in with has the name of the field for code, of which nothing is shown.
        for box in boxes where box != "code" { #expect(Written.isProse(box), "\(page): \(box)") }
      }
      let known: Set = ["abstract", "agenda", "biography", "bibtex", "codeOfConduct", "links", "text", "welcome"]
      #expect(found.isSuperset(of: known))
      #expect(Written.isProse("person-0-biography") && !Written.isProse("code"))
      let conduct = String(repeating: "Be kind. ", count: 3_000)
      let answer = try await client.post(
        "/organize/program/entry", [("of", "conference"), ("codeOfConduct", conduct)], by: Browser(device: nil))
      #expect(shown(answer).text?.count == conduct.count - 1)
    }
  }

  @Test("each box is named after its field")
  func labels() {
    #expect(Written.label("text") == nil)
    #expect(Written.label("abstract") == "Abstract")
    #expect(Written.label("codeOfConduct") == "Code of conduct")
    #expect(Written.label("person-0-biography") == "Biography 1")
    let form = Query("abstract=Looms&notice=Late")
    let page = Written(form).shown(on: Page(title: "-", section: .other, body: ""), back: "/", isSignedOut: false)
    let text = page.body.string
    #expect(text.contains("What you wrote: Abstract<") && text.contains("What you wrote: Notice<"))
  }

  @Test("another site's form is not shown again, nor what is too long, nor fields that are no prose")
  func notShown() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let path = "/chat/general/corridor/messages"
      let foreign = try await client.post(path, [("text", "Mine")], by: Browser(device: nil)) {
        $0[.origin] = "https://evil.example"
      }
      let long = try await client.post(
        path, [("text", String(repeating: "a", count: 70_000))], by: Browser(device: nil))
      let code = try await client.post("/sign-in/code", [("code", "K3TZ-90QA")], by: Browser(device: nil), token: "old")
      for answer in [foreign, long, code] {
        let page = shown(answer).page
        #expect(!page.contains("What you wrote") && !page.contains("K3TZ"))
      }
    }
  }

  @Test("the way back leads to where the form is, not to an address to which it is only sent")
  func doors() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let table = RouteTable(Routes(story.site).all)
      for (referrer, path) in [
        ("/sign-in/code", "/sign-in"), ("/sign-in/link?back=/x", "/sign-in"), ("/help/requests", "/help/desk"),
        ("/organize/announcements/preview", "/organize/announcements"),
        ("/organize/outbox/batches/approval", "/organize/outbox"),
        ("/organize/people/import/preview", "/organize/people/import"),
        ("/chat/papers/x/messages", "/chat/papers/x"), ("/messages/x/removal", "/messages/x"),
        ("/chat/general/corridor?around=3", "/chat/general/corridor?around=3"), ("/nothing/here", "/"),
        ("/organize/program/entry?of=paper&id=x", "/organize/program/entry?of=paper&id=x"),
      ] {
        let head = HTTPRequest(
          method: .post, scheme: "https", authority: "c.example", path: "/",
          headerFields: [.referer: "https://c.example\(referrer)"])
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        #expect(Written.page(of: request, nil, in: table) == path)
      }
      let organizer = try await Insider.organizer(story, client)
      for route in table.all where route.method == .post && !route.need.isToken {
        let back = table.page(at: route.path.replacing(/\{[a-z]+\}/, with: "x"))
        let page = try await organizer.text(back)
        #expect(!page.contains("There is no page here"), "\(route.path) leads back to \(back)")
      }
    }
  }

  @Test("the form of an entry is sent to where it is, which is the way back to it")
  func entries() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      for address in [ProgramLink.entry(.paper, Story.heroinePaper), ProgramLink.new(.session)] {
        let form = " action=\"\(address.replacing("&", with: "&amp;"))\" method=\"post\""
        #expect(try await organizer.text(address).contains(form), "\(address)")
      }
    }
  }

  @Test("who sends a refused message again after the session has ended is led back to its channel")
  func refusedBefore() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let answer = try await client.post(
        "/chat/general/corridor/messages", [("text", Self.text)], by: Browser(device: nil)
      ) { $0[.referer] = "https://conference.example/chat/general/corridor/messages" }
      #expect(answer.status == .unauthorized)
      #expect(shown(answer).page.contains("/sign-in?back=%2Fchat%2Fgeneral%2Fcorridor\""))
    }
  }
}
