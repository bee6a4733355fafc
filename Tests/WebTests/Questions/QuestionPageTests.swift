import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct QuestionPageTests {
  private static let path = "/questions/keynotes/1"

  private static func ask(
    _ text: String, by visitor: SignedInVisitor, _ site: StorySite, _ client: TestClient,
    at path: String = path
  ) async throws -> String {
    let answer = try await visitor.send(path, ["text": text, "client": Account.newId()], client)
    #expect(answer.status == .seeOther)
    let subject = try #require(QuestionSubject(String(path.dropFirst("/questions/".count))))
    let board = try await site.site.questions.board(subject, by: .newest, for: visitor.account.id)
    return try #require(board.mine.first { $0.text == text }).id
  }

  @Test("one asks, votes and takes the vote back by forms alone")
  func forms() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let (ada, ben) = (
        try await site.insider("ada@example.org", name: "Ada"), try await site.insider("ben@example.org")
      )
      let id = try await Self.ask("Why <b>tones</b>?", by: ada, site, client)
      let page = try await ben.text(Self.path, client)
      #expect(page.contains("Why &lt;b&gt;tones&lt;/b&gt;?") && page.contains(">Ada</a>"))
      #expect(page.contains("name=\"vote\" value=\"\(id)\" aria-pressed=\"false\""))
      #expect(try await ben.send("\(Self.path)/votes", ["vote": id], client).status == .seeOther)
      let voted = try await ben.text(Self.path, client)
      #expect(voted.contains("name=\"unvote\" value=\"\(id)\" aria-pressed=\"true\""))
      #expect(voted.contains("id=\"votes-\(id)\">2</span>"))
      _ = try await ben.send("\(Self.path)/votes", ["unvote": id], client)
      #expect(try await ben.text(Self.path, client).contains("id=\"votes-\(id)\">1</span>"))
      #expect(Markup(page).problems == [] && Markup(voted).problems == [])
    }
  }

  @Test("visitors see no questions unless the organizers chose so, and then only of what they may see")
  func visitors() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org", name: "Ada")
      _ = try await Self.ask("Why tones?", by: ada, site, client)
      #expect(try await client.get(Self.path).status == .unauthorized)
      #expect(try await client.get("\(Self.path)/screen").status == .unauthorized)
      let wayIn = "Participants ask here. <a href=\"/sign-in?back=%2Fkeynotes%2F1%23ask\">Sign in</a>"
      let closed = try await client.text("/keynotes/1")
      #expect(closed.contains(wayIn) && !closed.contains("See the questions"))
      var policies = Policies()
      policies.questions = .everyone
      try await policies.choose(by: nil, site.site.database, at: site.site.clock.now())
      try await site.site.refresh()
      let page = try await client.text(Self.path)
      #expect(page.contains("Why tones?") && page.contains("action=\"/sign-in\""))
      #expect(Markup(page).problems == [])
      policies.schedule = .participants
      try await policies.choose(by: nil, site.site.database, at: site.site.clock.now())
      try await site.site.refresh()
      #expect(try await client.get(Self.path).status == .notFound)
    }
  }

  @Test("the queue is for hosts; by its one form they take up, answer and close, and what waits is nobody else's")
  func hosts() async throws {
    try await StorySite.run(papers: 5) { client, site in
      try await QuestionRules(isReviewed: true).choose(by: nil, site.site.database, at: site.site.clock.now())
      let (ada, ben) = (try await site.insider("ada@example.org"), try await site.insider("ben@example.org"))
      let host = try await site.insider("mod@example.org", role: .moderator)
      let id = try await Self.ask("Why tones?", by: ada, site, client)
      #expect(try await ben.get("\(Self.path)/host", client).status == .forbidden)
      #expect(try await ben.send("\(Self.path)/host", ["pin": id], client).status == .forbidden)
      #expect(try await ben.get("/question/\(id)", client).status == .notFound)
      #expect(try await !ben.text(Self.path, client).contains("Why tones?"))
      #expect(try await ada.text(Self.path, client).contains("Waits until a host has looked at it"))
      let queue = try await host.text("\(Self.path)/host", client)
      #expect(queue.contains("Let others see it") && Markup(queue).problems == [])
      _ = try await host.send("\(Self.path)/host", ["open": id], client)
      #expect(try await ben.text(Self.path, client).contains("Why tones?"))
      _ = try await host.send("\(Self.path)/host", ["next": "1"], client)
      let screen = try await ben.text("\(Self.path)/screen", client)
      #expect(screen.contains("Being answered now") && screen.contains("Why tones?"))
      #expect(Markup(screen).problems == [] && screen.contains("Ask at <span class=\"screen-address\""))
      _ = try await host.send("\(Self.path)/host", ["live": id], client)
      #expect(try await ben.text(Self.path, client).contains("Answered live"))
      _ = try await host.send("\(Self.path)/host", ["close": "1"], client)
      #expect(try await ben.text(Self.path, client).contains("No more questions are taken here"))
      #expect(try await ben.send(Self.path, ["text": "Too late?"], client).status == .conflict)
    }
  }

  @Test("the queue's bar names what is being answered, and next changes nothing where that is another one by now")
  func next() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org")
      let host = try await site.insider("mod@example.org", role: .moderator)
      let first = try await Self.ask("Why tones?", by: ada, site, client)
      let second = try await Self.ask("Why drums?", by: ada, site, client)
      // Both were asked in the same moment.
      _ = try await host.send("\(Self.path)/votes", ["vote": first], client)
      #expect(try await host.text("\(Self.path)/host", client).contains("name=\"after\" value=\"\">"))
      for _ in 0..<2 {
        let answer = try await host.send("\(Self.path)/host", ["next": "1", "after": ""], client)
        #expect(answer.headers[.location] == "\(Self.path)/host")
        #expect(try await host.text("\(Self.path)/host", client).contains("name=\"after\" value=\"\(first)\">"))
      }
      _ = try await host.send("\(Self.path)/host", ["next": "1", "after": first], client)
      #expect(try await host.text("\(Self.path)/host", client).contains("name=\"after\" value=\"\(second)\">"))
    }
  }

  @Test("a question that is refused stands in the form again, with what is wrong with it and what else was chosen")
  func refused() async throws {
    let talk: (inout Draft) -> Void = { draft in
      for index in draft.papers.indices { draft.papers[index].video = "https://vimeo.com/12345" }
    }
    try await StorySite.run(papers: 5, change: talk) { client, site in
      try await QuestionRules(allowsAnonymous: true).choose(by: nil, site.site.database, at: site.site.clock.now())
      let ada = try await site.insider("ada@example.org")
      let host = try await site.insider("mod@example.org", role: .moderator)
      let path = "/questions/papers/\(Story.heroinePaper)"
      let wrong = ["text": "Why <b>tones</b>?", "moment": "soon", "anonymous": "1", "client": "form-1"]
      let invalid = try await ada.send(path, wrong, client)
      let page = String(buffer: invalid.body)
      #expect(invalid.status == .badRequest && page.contains("At minute: “soon” is no moment"))
      #expect(page.contains(">Why &lt;b&gt;tones&lt;/b&gt;?</textarea>") && page.contains("value=\"1\" checked>"))
      #expect(page.contains("value=\"soon\"") && page.contains("name=\"client\" value=\"form-1\""))
      #expect(Markup(page).problems == [])
      for number in 1...Questions.mostInTenMinutes { _ = try await Self.ask("No. \(number)?", by: ada, site, client) }
      let limited = try await ada.send(Self.path, ["text": "One too many?"], client)
      #expect(limited.status == .tooManyRequests && limited.headers[HTTPField.Name("Retry-After")!] == "600")
      #expect(String(buffer: limited.body).contains(">One too many?</textarea>"))
      _ = try await host.send("\(Self.path)/host", ["close": "1"], client)
      let closed = try await host.send(Self.path, ["text": "Too late?"], client)
      #expect(closed.status == .conflict && String(buffer: closed.body).contains(">Too late?</textarea>"))
      #expect(Markup(String(buffer: closed.body)).problems == [])
    }
  }

  @Test("a paper's author answers in writing, with safe Markdown; merging and hiding work by forms")
  func author() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let path = "/questions/papers/\(Story.heroinePaper)"
      let (ada, author) = (
        try await site.insider("ada@example.org"),
        try await site.insider("adaeze.okonkwo@example.org", name: "Adaeze Okonkwo")
      )
      let id = try await Self.ask("Why tones, at 1:23?", by: ada, site, client, at: path)
      let other = try await Self.ask("But why tones?", by: ada, site, client, at: path)
      let page = try await author.text("/question/\(id)", client)
      #expect(page.contains("Answer in writing") && Markup(page).problems == [])
      _ = try await author.send(
        "/question/\(id)/answer", ["answer": "**So** <script>alert(1)</script>"], client)
      let answered = try await ada.text(path, client)
      #expect(answered.contains("<strong>So</strong>") && !answered.contains("<script>alert"))
      _ = try await author.send("/question/\(other)/merge", ["into": id], client)
      #expect(try await !ada.text(path, client).contains("id=\"question-\(other)\""))
      _ = try await author.send("/question/\(other)/unmerge", [:], client)
      #expect(try await ada.text(path, client).contains("id=\"question-\(other)\""))
      #expect(try await author.send("/conduct/questions/\(id)/hiding", [:], client).status == .forbidden)
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      _ = try await moderator.send("/conduct/questions/\(id)/hiding", ["back": "/question/\(id)"], client)
      #expect(try await moderator.text("/question/\(id)", client).contains("Hidden by a moderator"))
      #expect(try await !author.text(path, client).contains("id=\"question-\(id)\""))
      _ = try await moderator.send("/conduct/questions/\(id)/restoring", [:], client)
      #expect(try await author.text(path, client).contains("id=\"question-\(id)\""))
    }
  }

  @Test("hosts find the way to their queue in the part that a paper's page takes in; others do not")
  func hostsWay() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let path = "/questions/papers/\(Story.heroinePaper)"
      let author = try await site.insider("adaeze.okonkwo@example.org")
      let page = try await author.text(path, client)
      let part = try #require(page.split(separator: "data-part-body").last)
      #expect(part.contains(" data-hosted>") && part.contains("href=\"\(path)/host\""))
      #expect(Markup(page).problems == [])
      let other = try await site.insider("ben@example.org")
      let others = try await other.text(path, client)
      #expect(!others.contains("data-hosted") && !others.contains("\(path)/host"))
    }
  }

  @Test("the pages of what is asked about lead to its questions, and hold nothing of them")
  func beside() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org")
      let paper = "/papers/\(Story.heroinePaper)"
      _ = try await Self.ask("Why tones?", by: ada, site, client, at: "/questions\(paper)")
      for address in [paper, "/keynotes/1", "/workshops/W2"] {
        let page = try await ada.text(address, client)
        #expect(page.contains("data-part=\"/questions\(address)\"") && !page.contains("Why tones?"), "\(address)")
      }
      // Of a session with papers, too: below them, and by a link above.
      let hall = try #require(site.site.edition.program.sessions.first { !$0.slots.isEmpty })
      let page = try await ada.text("/sessions/\(hall.id)", client)
      #expect(page.contains("data-part=\"/questions/sessions/\(hall.id)\"") && page.contains("href=\"#ask\""))
      #expect(Markup(page).problems == [])
    }
  }

  @Test("organizers choose how one asks, see what is answered, and write to authors by way of the outbox")
  func console() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let organizer = try await site.insider("chair@example.org", role: .organizer)
      _ = try await organizer.send("/organize/questions", ["anonymous": "1"], client)
      #expect(try await QuestionRules.current(site.site.database) == QuestionRules(allowsAnonymous: true))
      let path = "/questions/papers/\(Story.heroinePaper)"
      let answer = try await organizer.send(path, ["text": "Why?", "anonymous": "1"], client)
      #expect(answer.status == .seeOther)
      #expect(try await organizer.text(path, client).contains("Anonymous"))
      let page = try await organizer.text("/organize/questions", client)
      #expect(page.contains("0 of 1 answered, 1 open") && Markup(page).problems == [])
      _ = try await organizer.send("/organize/questions/nudge", [:], client)
      let outbox = Outbox(site.site.database, clock: site.site.clock)
      let mails = try await outbox.page(for: nil)
      #expect(mails.map(\.recipient) == ["adaeze.okonkwo@example.org"])
      #expect(mails.map(\.state) == [.waitingForReview])
      // Papers that lack answers, each with a word to its authors.
      let lacking = try await organizer.text("/organize/questions?fewer=1", client)
      #expect(Markup(lacking).problems == [] && lacking.contains("no questions"))
      let nudge = "/organize/questions/papers/\(Story.heroinePaper)/nudge"
      #expect(page.contains("action=\"\(nudge)\"") && lacking.contains("action=\"\(nudge)\""))
      let one = try await organizer.send(nudge, ["fewer": "1"], client)
      #expect(one.headers[.location] == "/organize/questions?done=nudged&fewer=1")
      _ = try await organizer.send("/organize/questions/asking", [:], client)
      let all = try await outbox.page(for: nil).map(\.recipient)
      #expect(all.filter { $0 == "adaeze.okonkwo@example.org" }.count == 3)
    }
  }

  @Test("similar questions are told while one types, also those that are answered, as such")
  func similar() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org")
      let id = try await Self.ask("Does it scale to five tones?", by: ada, site, client)
      let text = try await ada.text("\(Self.path)/similar?text=scaling+to+many+tones", client)
      #expect(text.contains(id) && text.contains("Does it scale to five tones?"))
      #expect(text.contains("\"isAnswered\" : false"))
      #expect(try await ada.text("\(Self.path)/similar?text=what+about+drums", client) == "[\n\n]")
      #expect(try await client.get("\(Self.path)/similar?text=tones").status == .unauthorized)
      let host = try await site.insider("mod@example.org", role: .moderator)
      _ = try await host.send("\(Self.path)/host", ["live": id], client)
      let answered = try await ada.text("\(Self.path)/similar?text=scaling+to+many+tones", client)
      #expect(answered.contains(id) && answered.contains("\"isAnswered\" : true"))
      _ = try await host.send("\(Self.path)/host", ["dismiss": id], client)
      #expect(try await ada.text("\(Self.path)/similar?text=scaling+to+many+tones", client) == "[\n\n]")
    }
  }
}
