import Conference
import Markup

extension Routes {
  /// How questions are asked, how many are answered, and a word to authors who have open ones.
  func addQuestionsConsole() {
    personal("organize/questions", .organizer) { try await QuestionsConsole.page($0) }
    form("organize/questions", .organizer) { act in
      let rules = QuestionRules(
        isReviewed: act.form["reviewed"] != nil, allowsAnonymous: act.form["anonymous"] != nil)
      try await rules.choose(by: try act.personal.account.id, act.site.database, at: act.site.clock.now())
      return .seeOther("/organize/questions?done=rules")
    }
    form("organize/questions/nudge", .organizer) { act in
      _ = try await act.site.questions.nudge(by: try act.personal.account.id, address: act.site.settings.address)
      return .seeOther("/organize/questions?done=nudged")
    }
  }
}

/// What organizers see of all questions.
enum QuestionsConsole {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let paging = Paging(visit.query)
    let rules = try await QuestionRules.current(visit.site.database)
    let me = try personal.account.id
    let totals = try await visit.site.questions.totals(for: me)
    let counts = try await visit.site.questions.counts(for: me, offset: paging.offset, limit: Paging.size + 1)
    let nudge = ConsoleButton(
      action: "/organize/questions/nudge", label: "Write to authors with open questions",
      consequence: "One mail each, with the questions in it; they wait under Mail until you have looked at them.")
    return OrganizePage.page(
      "Questions", path: "/organize/questions", personal,
      body: """
        \(DoneNotice.html(visit, sentences))
        <dl class="facts"><dt>Open</dt><dd>\(totals.open), about \(totals.unanswered) \(totals.unanswered == 1 ? "thing" : "things")</dd><dt>Answered</dt><dd>\(totals.answered)</dd><dt>Waiting for a host</dt><dd>\(totals.waiting)</dd></dl>
        \(HTML.when(totals.open > 0, nudge.html(personal)))
        \(form(rules, personal))
        <section class="section" aria-labelledby="counts"><div class="section-head"><h2 id="counts">Where questions are</h2></div>
        \(HTML.when(counts.isEmpty, "<p class=\"muted\">Nobody has asked yet.</p>"))
        <ul class="rows">\(counts.prefix(Paging.size).map { row($0, visit) })</ul>
        \(paging.html("/organize/questions", visit.query, keeping: [], hasMore: counts.count > Paging.size))</section>
        """)
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

  private static func row(_ counts: QuestionCounts, _ visit: Visit) -> HTML {
    let waiting = counts.waiting > 0 ? ", \(counts.waiting) waiting for a host" : ""
    return """
      <li><a href="\(url: Address.questions(counts.subject))" dir="auto">\(visit.program.thing(counts.subject)?.title ?? counts.subject.text)</a>
      <span class="muted figures">\(counts.answered) of \(counts.all) answered, \(counts.open) open\(waiting)</span></li>
      """
  }
}
