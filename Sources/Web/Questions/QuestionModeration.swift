import Conference
import Markup

/// What moderators do with questions where they stand. Rows are the same for everybody: a script puts the buttons into them, which belong to one form here.
/// Without scripts they stand on the page of each question.
enum QuestionModeration {
  static let sentences = ["hidden": "Hidden. It stands below, to be shown again.", "shown": "Shown again."]

  /// The form, and what is hidden; nothing for who does not moderate.
  ///
  /// - Parameter back: where one was.
  static func html(_ subject: QuestionSubject, back: String, _ personal: Personal) async throws -> HTML {
    guard personal.access.mayModerate else { return .empty }
    let hidden = try await personal.visit.site.questions.hidden(subject, for: try personal.account.id)
    let done = back + (back.contains("?") ? "&" : "?") + "done="
    return """
      <form id="moderating" action="/conduct/record" method="post" data-back="\(done)hidden">\(personal.tokenField)</form>\(
        HTML.when(!hidden.isEmpty, list(hidden, back: done + "shown")))
      """
  }

  private static func list(_ hidden: [Question], back: String) -> HTML {
    """
    <section class="questions-hidden" aria-labelledby="hidden-questions"><h2 id="hidden-questions">Hidden by moderators</h2>
    <ul class="rows">\(hidden.map { row($0, back: back) })</ul></section>
    """
  }

  private static func row(_ question: Question, back: String) -> HTML {
    let beginning = QuestionWords.beginning(question)
    return """
      <li id="hidden-\(question.id)"><a href="\(url: Address.of(question))" dir="auto">\(beginning)</a>
      <button class="row-link" type="submit" form="moderating" formaction="\(url: "/conduct/questions/\(question.id)/restoring")" name="back" value="\(back)" data-focus="show">Show again<span class="sr">: \(beginning)</span></button></li>
      """
  }
}
