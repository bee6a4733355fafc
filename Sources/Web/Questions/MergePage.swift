import Conference
import Markup

/// Where a host chooses the open question that another one becomes a part of. With scripts it stands in the queue's place until it is done.
enum MergePage {
  /// So many stand on the page besides the similar ones.
  private static let most = 200

  static func page(_ personal: Personal) async throws -> Page {
    let (visit, questions) = (personal.visit, personal.visit.site.questions)
    guard let question = try await questions.question(try visit.parameter("id"), for: personal.host), !question.isHidden
    else {
      throw ConferenceError.notFound("question")
    }
    let thing = try visit.thing(question.subject)
    try personal.access.require(
      try await questions.mayHost(question.subject, personal.host), "Only the speakers and moderators merge questions")
    guard question.mergedInto == nil else {
      throw ConferenceError.conflict("This question is merged into another one; take it out of that first.")
    }
    let others = try await questions.queue(question.subject, for: personal.host).filter {
      $0.id != question.id && $0.mergedInto == nil && $0.state.isOpen
    }
    let queue = Address.queue(question.subject)
    return Page(
      title: "Merge: \(QuestionWords.beginning(question))", section: .other,
      styles: ["questions", "question-row", "question-host"], scripts: ["part", "host", "maths"], isUnlisted: true,
      body: """
        <p class="crumb"><a href="\(url: queue)">Queue</a></p>
        <div class="host"><h1 dir="auto">\(thing.title)</h1>
        <div data-part="\(queue)" data-part-loaded><div data-part-body tabindex="-1">\(form(question, others, queue, personal))</div></div></div>
        """)
  }

  private static func form(_ question: Question, _ others: [Question], _ queue: String, _ personal: Personal) -> HTML {
    let similar = SimilarQuestions.find(question.text, among: others, limit: 5)
    let rest = others.filter { other in !similar.contains { $0.id == other.id } }
    let back: HTML = """
      <a class="button is-quiet" href="\(url: queue)" data-part-link data-key="Escape">Back to the queue</a>
      """
    let intro: HTML = """
      <h2>Merge a question into another one</h2>
      <p class="queued-text" dir="auto"\(Maths.mark)>\(question.text)</p>
      """
    guard !others.isEmpty else {
      return
        "\(intro)<div id=\"merging\"><p class=\"muted\">No other question is open.</p><p class=\"actions\">\(back)</p></div>"
    }
    return """
      \(intro)<form class="merge-form" id="merging" action="\(url: Address.merge(question))" method="post">\(personal.tokenField)<input type="hidden" name="queue" value="1">
      \(choices("Similar open questions", similar, chosen: similar.first))\(choices(similar.isEmpty ? "Open questions" : "Other open questions", Array(rest.prefix(most))))
      \(HTML.when(rest.count > most, "<p>The first \(most) of \(rest.count) stand here, in the order of the queue. To merge with one of the others, press Merge at it there.</p>"))
      <p class="muted">Who voted for both has one vote. It can be taken out again.</p>
      <p class="actions"><button class="button is-main" type="submit">Merge</button>\(back)</p></form>
      """
  }

  /// Each is named like its row in the queue, so that one is there afterwards.
  private static func choices(_ name: String, _ questions: [Question], chosen: Question? = nil) -> HTML {
    guard !questions.isEmpty else { return .empty }
    return """
      <fieldset><legend>\(name)</legend><ul class="merge-choices">\(questions.map { question in
        """
        <li id="\(QueueRow.id(question.id))"><label class="choice"><input type="radio" name="into" value="\(question.id)" required\(HTML.when(question.id == chosen?.id, " checked"))>
        <span><span dir="auto"\(Maths.mark)>\(question.text)</span> <span class="muted">\(QuestionWords.votes(question.votes))</span></span></label></li>
        """ as HTML
      })</ul></fieldset>
      """
  }
}
