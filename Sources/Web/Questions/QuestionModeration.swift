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
    let restorable = try await mayRestore(hidden, personal)
    return """
      <form id="moderating" action="/conduct/record" method="post" data-back="\(done)hidden">\(personal.tokenField)</form>\(
        HTML.when(!hidden.isEmpty, list(hidden, restorable, back: done + "shown")))
      """
  }

  /// Those that the reader may show again.
  private static func mayRestore(_ hidden: [Question], _ personal: Personal) async throws -> Set<String> {
    var ids = Set<String>()
    for question in hidden {
      let isSo = try await personal.visit.site.moderation.mayRestore(
        .question(question.id), of: question.author, by: personal.access)
      if isSo { ids.insert(question.id) }
    }
    return ids
  }

  private static func list(_ hidden: [Question], _ restorable: Set<String>, back: String) -> HTML {
    """
    <section class="questions-hidden" aria-labelledby="hidden-questions"><h2 id="hidden-questions">Hidden by moderators</h2>
    <ul class="rows">\(hidden.map { row($0, mayRestore: restorable.contains($0.id), back: back) })</ul></section>
    """
  }

  private static func row(_ question: Question, mayRestore: Bool, back: String) -> HTML {
    let beginning = QuestionWords.beginning(question)
    return """
      <li id="hidden-\(question.id)"><a href="\(url: Address.of(question))" dir="auto">\(beginning)</a>
      \(mayRestore ? show(question, beginning, back) : "<span class=\"muted\">\(HideButton.ofOwn)</span>")</li>
      """
  }

  private static func show(_ question: Question, _ beginning: String, _ back: String) -> HTML {
    """
    <button class="row-link" type="submit" form="moderating" formaction="\(url: "/conduct/questions/\(question.id)/restoring")" name="back" value="\(back)" data-focus="show">Show again<span class="sr">: \(beginning)</span></button>
    """
  }
}
