import Conference
import Markup

/// The questions about one thing: a page of its own, and a part of the thing's page.
enum QuestionsPage {
  /// - Parameter refused: what the reader just asked in vain.
  static func page(_ personal: Personal, refused: RefusedForm? = nil) async throws -> Page {
    let visit = personal.visit
    let thing = try visit.questionedThing()
    let order = QuestionBoard.Order(rawValue: visit.query["order"] ?? "") ?? .votes
    let paging = Paging(visit.query)
    let board = try await visit.site.questions.board(
      thing.subject, by: order, offset: (paging.page - 1) * 100, for: personal.access.account?.id)
    let isHost = try await visit.site.questions.mayHost(thing.subject, personal.host)
    let moderation = try await QuestionModeration.html(
      thing.subject, back: "\(Address.questions(thing.subject))?order=\(order.rawValue)&page=\(paging.page)", personal)
    let silence: HTML =
      personal.access.mayAsk ? try await SilenceNotice.html(about: thing.subject, personal) : .empty
    return Page(
      title: "Questions: \(thing.title)", section: .other, styles: ["paper", "questions", "question-row"],
      scripts: ["part", "questions", "maths"], isUnlisted: true,
      body: """
        <p class="crumb"><a href="\(url: Address.of(thing.subject))" dir="auto">\(thing.title)</a></p>
        <div class="page-head questions-head"><h1>Questions</h1>
        \(HTML.when(isHost, ways(to: thing)))</div>
        <div data-part="\(Address.questions(thing.subject))" data-part-loaded>\(part(board, order, paging, about: thing, isHost: isHost, moderation, silence: silence, personal, refused))</div>
        """
    ).refusing(refused?.refusal)
  }

  /// What hosts go to, at the head of the page.
  private static func ways(to thing: QuestionedThing) -> HTML {
    """
    <div class="actions">\(way(to: thing))<a class="button is-quiet" href="\(url: Address.questions(thing.subject))/screen">Big screen</a></div>
    """
  }

  /// For hosts, to their queue. A script makes the links of the rows, which are the same for everybody, lead hosts to the answer.
  private static func way(to thing: QuestionedThing) -> HTML {
    "<a class=\"button is-quiet\" href=\"\(url: Address.queue(thing.subject))\">Host's view</a>"
  }

  /// What the thing's page takes in, too.
  private static func part(
    _ board: QuestionBoard, _ order: QuestionBoard.Order, _ paging: Paging, about thing: QuestionedThing,
    isHost: Bool, _ moderation: HTML, silence: HTML, _ personal: Personal, _ refused: RefusedForm?
  ) -> HTML {
    let isFirst = paging.page == 1
    return """
      <div class="questions" data-part-body tabindex="-1" data-topics="\(topics(thing, personal))" data-cursor="\(personal.visit.cursor)" data-count="\(board.count)" data-voted="\(board.voted.sorted().joined(separator: " "))"\(HTML.when(isHost, " data-hosted"))>
      \(HTML.when(isHost, "<p class=\"questions-host\">\(way(to: thing))</p>"))\(DoneNotice.html(personal.visit, sentences))
      \(AskForm.html(board, about: thing, silence: silence, personal, refused))
      \(HTML.when(personal.access.account != nil, OwnQuestions.html(board.mine, about: thing.subject)))
      \(orders(order, thing))
      <ol class="question-list" id="\(isFirst ? QuestionRow.list : "questions-more")" data-sort="\(order.rawValue)"\(HTML.when(order == .newest, " data-order=\"descending\"")) aria-label="Questions">\(
        board.shown.map { QuestionRow.html($0, about: thing, isVoted: board.voted.contains($0.id)) })</ol>
      <p class="questions-none muted">Nobody has asked yet.</p>
      \(paging.html(Address.questions(thing.subject), personal.visit.query, keeping: ["order"], hasMore: board.hasMore))\(moderation)</div>
      """
  }

  /// Who asks follows how that is done, too, and whether they may.
  private static func topics(_ thing: QuestionedThing, _ personal: Personal) -> String {
    thing.subject.topic + (personal.access.mayAsk ? " \(LiveMe.name) \(LiveChoices.name)" : "")
  }

  private static let sentences = QuestionModeration.sentences.merging([
    "asked": "Asked. Others can vote for it now.",
    "waiting": "Asked. Others see it once a host has looked at it.",
  ]) { $1 }

  private static func orders(_ chosen: QuestionBoard.Order, _ thing: QuestionedThing) -> HTML {
    let words: [(QuestionBoard.Order, String)] = [
      (.votes, "Most votes"), (.newest, "Newest"), (.unanswered, "Not yet answered"),
    ]
    return """
      <nav class="chips question-orders" aria-label="Order">\(words.map { order, word in
        """
        <a class="chip" href="\(url: "\(Address.questions(thing.subject))?order=\(order.rawValue)")"\(HTML.when(order == chosen, " aria-current=\"true\"")) data-part-link><span class="chip-body">\(word)</span></a>
        """ as HTML
      })</nav>
      """
  }
}

/// The place on a thing's page that is filled with its questions; without scripts, the way to them.
enum QuestionsBeside {
  static let countID = "questions-count"

  static func html(_ subject: QuestionSubject, _ visit: Visit) -> HTML {
    let isOpen = visit.choices.policies.questions.isOpen(to: visit.audience, at: visit.now)
    guard visit.hasDoors, isOpen || !visit.isSignedIn, let thing = visit.program.thing(subject) else { return .empty }
    let (path, wayIn) = (Address.questions(thing.subject), door(to: thing.subject))
    let look: HTML = "<a href=\"\(url: path)\">See the questions</a>"
    let words: HTML =
      visit.isSignedIn
      ? "Ask \(QuestionWords.asked(thing)), and vote for what you want to hear answered. \(look)"
      : "Participants ask here. <a href=\"\(url: wayIn)\">Sign in</a>\(HTML.when(isOpen, " · \(look)"))"
    return """
      <section class="talk-beside" id="ask" aria-labelledby="questions-name" data-part="\(path)">
      <h2 id="questions-name"><a href="\(url: isOpen ? path : wayIn)">Questions</a> <span class="count" id="\(countID)" data-part-count></span></h2>
      <p class="muted" data-part-body>\(words)</p></section>
      """
  }

  /// The way in for who is not signed in, and from there back to the thing's questions.
  private static func door(to subject: QuestionSubject) -> String {
    "/sign-in?back=\(Query.encoded("\(Address.of(subject))#ask"))"
  }
}
