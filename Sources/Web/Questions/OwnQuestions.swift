import Conference
import Markup

/// What somebody asked about one thing, and what became of it, also what others do not see: told to their own pages, and to nobody else's.
enum OwnQuestions {
  static func id(_ subject: QuestionSubject) -> String { "asked-\(subject.text.replacing("/", with: "-"))" }

  /// It has its place also where nothing was asked yet. Scripts read from it which questions are one's own.
  static func html(_ mine: [Question], about subject: QuestionSubject) -> HTML {
    """
    <section class="questions-mine" id="\(id(subject))" aria-labelledby="mine" data-own-questions="\(mine.map(\.id).joined(separator: " "))"\(HTML.when(mine.isEmpty, " hidden"))>\
    <h2 id="mine">What you asked</h2><ul>\(mine.map { row($0) })</ul></section>
    """
  }

  private static func row(_ question: Question) -> HTML {
    """
    <li id="mine-\(question.id)"><a class="plain" href="\(url: Address.of(question))" dir="auto">\(QuestionWords.beginning(question))</a> <span class="tag" id="fate-\(question.id)">\(QuestionWords.fate(question))</span></li>
    """
  }

  /// What pages of who asked a question show now: beside what it is about, and its own.
  static func updates(_ id: String, of account: String, _ site: Site) async throws -> [LiveUpdate] {
    guard let question = try await site.questions.question(id, for: nil), question.author == account else { return [] }
    let mine = try await site.questions.asked(about: question.subject, by: account)
    return [
      .put(html(mine, about: question.subject), id: self.id(question.subject), in: ""), QuestionFate.update(question),
      QuestionFate.unseenUpdate(question),
    ]
  }
}
