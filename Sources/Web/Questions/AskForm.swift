import Conference
import Markup

/// Where one writes a question.
enum AskForm {
  static let closingId = "asking-closed"
  static let rulesId = "asking-rules"

  /// - Parameters:
  ///   - silence: why its reader may not ask for now, in place of it.
  ///   - refused: what was written into it in vain, which stands in it again.
  static func html(
    _ board: QuestionBoard, about thing: QuestionedThing, silence: HTML, _ personal: Personal,
    _ refused: RefusedForm?
  ) -> HTML {
    guard personal.access.mayAsk else { return visitor(board, personal) }
    let path = Address.questions(thing.subject)
    return """
      \(closing(board.isClosed))\(silence)\(refused.map { problem($0) })
      <form class="ask\(HTML.when(refused != nil, " is-refused"))" action="\(url: path)" method="post" data-draft="\(path)">\(personal.tokenField)<input type="hidden" name="client" value="\(refused?.form["client"] ?? Account.newId())">
      <label for="ask-text">Ask \(QuestionWords.asked(thing))</label>
      <textarea class="field" id="ask-text" name="text" rows="3" maxlength="\(Questions.longest)" required dir="auto" data-similar="\(path)/similar" aria-describedby="ask-similar">\(refused?.form["text"])</textarea>
      <div id="ask-similar" class="ask-similar" role="status"></div>
      <div class="ask-row">\(HTML.when(thing.hasTalk, moment(refused?.form["moment"])))\(anonymous(refused?.form["anonymous"] != nil))
      <button class="button is-main" type="submit">Ask</button></div>
      \(rules(board.rules))</form>
      <form id="voting" action="\(url: path)/votes" method="post">\(personal.tokenField)<input type="hidden" name="order" value="\(personal.visit.query["order"] ?? "")"></form>
      """
  }

  /// Says that no new ones are taken, in which case the form after it is not shown unless it was just sent in vain.
  static func closing(_ isClosed: Bool) -> HTML {
    HTML.when(
      isClosed, "<p class=\"notice\" id=\"asking-closed\">No more questions are taken here. You can still vote.</p>")
      + HTML.when(!isClosed, "<p id=\"asking-closed\" hidden></p>")
  }

  private static func problem(_ refused: RefusedForm) -> HTML {
    "<p class=\"problem\" role=\"alert\" dir=\"auto\">\(refused.why)</p>"
  }

  private static func moment(_ written: String?) -> HTML {
    """
    <label class="ask-moment" for="ask-moment">At minute of the talk <span class="muted">(optional)</span> <input class="field" id="ask-moment" name="moment" value="\(written)" autocomplete="off" placeholder="12:34" maxlength="8"></label>
    """
  }

  /// It is there in any case, so that an open page takes up whether one may; what was chosen stays in view, to be undone.
  private static func anonymous(_ isChosen: Bool) -> HTML {
    "<label class=\"choice ask-nameless\"><input type=\"checkbox\" name=\"anonymous\" value=\"1\"\(HTML.when(isChosen, " checked"))> Without my name</label>"
  }

  /// How questions are asked here, in words, and for the style sheet.
  static func rules(_ rules: QuestionRules) -> HTML {
    let review = rules.isReviewed ? "A host looks at it before others see it. " : ""
    let name =
      rules.allowsAnonymous
      ? "Others see your name unless you ask without it; moderators can look it up." : "Others see your name."
    return
      "<p class=\"ask-hint\" id=\"\(rulesId)\"\(HTML.when(rules.allowsAnonymous, " data-nameless"))>\(review)\(name)</p>"
  }

  /// Voting leads in whoever is not.
  private static func visitor(_ board: QuestionBoard, _ personal: Personal) -> HTML {
    """
    \(closing(board.isClosed))<p class="muted">Participants ask and vote. <a href="/sign-in?back=\(Query.encoded(Address.questions(board.subject)))">Sign in</a></p>
    <form id="voting" action="/sign-in"><input type="hidden" name="back" value="\(Address.questions(board.subject))"></form>
    """
  }
}
