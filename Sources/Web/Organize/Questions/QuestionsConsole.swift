import Conference
import Markup

extension Routes {
  /// How questions are asked, how many are answered, and a word to authors who have open ones, or have asked none.
  func addQuestionsConsole() {
    personal("organize/questions", .organizer) { try await QuestionsConsole.page($0) }
    form("organize/questions", .organizer) { act in
      let rules = QuestionRules(
        isReviewed: act.form["reviewed"] != nil, allowsAnonymous: act.form["anonymous"] != nil)
      try await act.choose(rules)
      return .seeOther("/organize/questions?done=rules")
    }
    form("organize/questions/nudge", .organizer) { act in
      let fewer = Fewer(act.form)
      return try await QuestionsConsole.nudge(fewer.map { NudgedPapers.answered(fewerThan: $0.count) } ?? .all, act)
    }
    form("organize/questions/papers/:id/nudge", .organizer) { act in
      try await QuestionsConsole.nudge(.one(try act.visit.parameter("id")), act)
    }
    form("organize/questions/asking", .organizer) { act in
      _ = try await act.site.questions.nudgeToAsk(by: try act.personal.account.id, address: act.site.settings.address)
      return .seeOther("/organize/questions?done=nudged")
    }
  }
}

/// So many questions the authors of each paper should answer: the list then holds the papers that lack some.
private struct Fewer {
  static let range = 1...1_000
  let count: Int

  /// Nil where no number was chosen.
  init?(_ query: Query) {
    guard let count = query["fewer"].flatMap({ Int($0) }), Self.range.contains(count) else { return nil }
    self.count = count
  }
}

/// What organizers see of all questions.
enum QuestionsConsole {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let rules = try await QuestionRules.current(visit.site.database)
    let totals = try await visit.site.questions.totals(for: try personal.account.id)
    let fewer = Fewer(visit.query)
    return OrganizePage.page(
      "Questions", path: "/organize/questions", personal,
      body: """
        \(DoneNotice.html(visit, sentences))
        <dl class="facts"><dt>Open</dt><dd>\(totals.open)\(HTML.when(totals.open > 0, ", about \(totals.unanswered) \(totals.unanswered == 1 ? "paper or event" : "papers and events")"))</dd><dt>Answered</dt><dd>\(totals.answered)</dd><dt>Waiting for a host</dt><dd>\(totals.waiting)</dd></dl>
        \(form(rules, personal))
        <section class="section" aria-labelledby="nudging"><div class="section-head"><h2 id="nudging">Mails to authors</h2></div>
        \(HTML.when(totals.open > 0, nudge(fewer).html(personal)))\(ask.html(personal))</section>
        \(try await list(fewer, personal))
        """)
  }

  private static func nudge(_ fewer: Fewer?) -> ConsoleButton {
    let which = fewer.map { " of papers with fewer than \($0.count) answered" } ?? ""
    return ConsoleButton(
      action: "/organize/questions/nudge", label: "Write to authors with open questions\(which)",
      fields: fields(fewer),
      consequence: "One mail each, with the questions in it; they wait under Mail until you have looked at them.")
  }

  private static let ask = ConsoleButton(
    action: "/organize/questions/asking", label: "Write to authors who have asked nothing yet",
    consequence:
      "One mail to each author who has not asked about others' papers, with the ways to the schedule and the papers; they wait under Mail, too."
  )

  private static func fields(_ fewer: Fewer?) -> [(name: String, value: String)] {
    fewer.map { [(name: "fewer", value: "\($0.count)")] } ?? []
  }

  private static let sentences = [
    "rules": "Saved; it holds from now on.", "nudged": "The mails wait under Mail until somebody sends them off.",
  ]

  private static func form(_ rules: QuestionRules, _ personal: Personal) -> HTML {
    """
    <form class="stack" action="/organize/questions" method="post">\(personal.tokenField)
    <fieldset><legend>How questions are asked</legend>
    <label class="choice"><input type="checkbox" name="reviewed" value="1"\(HTML.when(rules.isReviewed, " checked"))> Others see a question only once a host has looked at it</label>
    <label class="choice"><input type="checkbox" name="anonymous" value="1"\(HTML.when(rules.allowsAnonymous, " checked"))> One may ask without one's name; moderators can look it up</label></fieldset>
    <button class="button is-main" type="submit">Save</button>
    <p class="muted">Who sees questions is set under <a href="/organize/access">Who sees what</a>.</p></form>
    """
  }

  fileprivate static func nudge(_ papers: NudgedPapers, _ act: Act) async throws -> Reply {
    _ = try await act.site.questions.nudge(
      papers, by: try act.personal.account.id, address: act.site.settings.address)
    let kept = Fewer(act.form).map { "&fewer=\($0.count)" } ?? ""
    return .seeOther("/organize/questions?done=nudged\(kept)")
  }

  private static func list(_ fewer: Fewer?, _ personal: Personal) async throws -> HTML {
    let (visit, paging) = (personal.visit, Paging(personal.visit.query))
    let (questions, limit) = (visit.site.questions, Paging.size + 1)
    let me = try personal.account.id
    let counts =
      if let fewer {
        try await questions.papers(answeredFewerThan: fewer.count, for: me, offset: paging.offset, limit: limit)
      } else {
        try await questions.counts(for: me, offset: paging.offset, limit: limit)
      }
    let none =
      fewer == nil
      ? "Nobody has asked yet. What is asked about will be listed here." : "Every paper has as many answered."
    return """
      <section class="section" aria-labelledby="counts"><div class="section-head"><h2 id="counts">\(fewer == nil ? "What is asked about" : "Papers that lack answers")</h2></div>
      \(filter(fewer))
      \(HTML.when(counts.isEmpty, "<p class=\"muted\">\(none)</p>"))
      <ul class="rows">\(counts.prefix(Paging.size).map { row($0, fewer, personal) })</ul>
      \(paging.html("/organize/questions", visit.query, keeping: ["fewer"], hasMore: counts.count > Paging.size))</section>
      """
  }

  private static func filter(_ fewer: Fewer?) -> HTML {
    """
    <form class="deed" action="/organize/questions" method="get"><label for="fewer">Papers with fewer answered questions than</label>
    <input class="field is-short" type="number" id="fewer" name="fewer" value="\(fewer?.count ?? 1)" min="\(Fewer.range.lowerBound)" max="\(Fewer.range.upperBound)" required>
    <button class="button" type="submit">Show them</button>\(HTML.when(fewer != nil, "<a href=\"/organize/questions\">All that is asked about</a>"))</form>
    """
  }

  private static func row(_ counts: QuestionCounts, _ fewer: Fewer?, _ personal: Personal) -> HTML {
    let title = personal.visit.program.thing(counts.subject)?.title ?? counts.subject.text
    let waiting = counts.waiting > 0 ? ", \(counts.waiting) waiting for a host" : ""
    let figures =
      counts.all == 0 ? "no questions" : "\(counts.answered) of \(counts.all) answered, \(counts.open) open\(waiting)"
    return """
      <li><a href="\(url: Address.questions(counts.subject))" dir="auto">\(title)</a>
      <span class="muted figures">\(figures)</span>\(HTML.when(counts.subject.kind == .paper && counts.open > 0, one(counts.subject, title, fewer, personal)))</li>
      """
  }

  private static func one(_ paper: QuestionSubject, _ title: String, _ fewer: Fewer?, _ personal: Personal) -> HTML {
    """
    <form action="\(url: "/organize/questions/papers/\(paper.id)/nudge")" method="post">\(personal.tokenField)\(HiddenFields.html(fields(fewer)))<button class="button" type="submit">Write to its authors<span class="sr">: \(title)</span></button></form>
    """
  }
}
