import Conference
import Markup

/// Answers that open by a click, or by their address: `/help#ID`.
enum AnswerList {
  /// All of them, with links to the sections where there are several.
  static func bySection(_ answers: [Answer]) -> HTML {
    guard !answers.isEmpty else { return none }
    let names = answers.reduce(into: [String?]()) { names, answer in
      if !names.contains(answer.section) { names.append(answer.section) }
    }
    let sections = names.map { name in (name: name ?? "General", answers: answers.filter { $0.section == name }) }
    return """
      <p class="sr" data-announce>\(counted(answers.count))</p>\(HTML.when(sections.count > 1, chips(sections)))
      \(sections.enumerated().map { number, section in
        """
        <section class="answers" id="section-\(number)" aria-labelledby="section-\(number)-name">
        <h2 id="section-\(number)-name" dir="auto">\(section.name)</h2>\(section.answers.map { html($0, isOpen: false) })</section>
        """ as HTML
      })
      """
  }

  /// What a search found, the best first, all open.
  static func found(_ answers: [Answer], _ query: String) -> HTML {
    guard !answers.isEmpty else {
      return """
        <div class="empty"><h2>No answer has “\(query)”</h2><p data-announce>No answers found. Try fewer or other words, or search \
        everything.</p><p class="actions"><a class="button" href="/help">All answers</a><a class="button" \
        href="/search?q=\(Query.encoded(query))">Search everything</a></p></div>
        """
    }
    return """
      <section class="answers" aria-labelledby="found"><h2 id="found" data-announce>\(counted(answers.count))</h2>\(
        answers.map { html($0, isOpen: true) })</section>
      """
  }

  private static func counted(_ count: Int) -> String { count == 1 ? "1 answer" : "\(count) answers" }

  private static func chips(_ sections: [(name: String, answers: [Answer])]) -> HTML {
    let links = sections.enumerated().map { number, section in
      """
      <li><a class="chip" href="#section-\(number)"><span class="chip-body"><span dir="auto">\(section.name)</span> \
      <span class="count">\(section.answers.count)</span></span></a></li>
      """ as HTML
    }
    return "<nav aria-label=\"Sections\"><ul class=\"chips is-strip\" role=\"list\">\(links)</ul></nav>"
  }

  private static func html(_ answer: Answer, isOpen: Bool) -> HTML {
    """
    <details class="answer" id="\(answer.id)"\(HTML.when(isOpen, " open"))><summary dir="auto">\(answer.question)</summary>
    \(Prose.html(answer.text))</details>
    """
  }

  private static let none: HTML = """
    <div class="empty"><p>Questions and answers will be here when the organizers have written them.</p></div>
    """
}
