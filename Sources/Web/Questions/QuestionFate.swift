import Conference
import Markup

/// What became of a question, on its own page: the same for everybody, on the page and in what open pages are told.
enum QuestionFate {
  static func id(_ question: String) -> String { "question-fate-\(question)" }

  /// Of what others do not see, it holds no more than that.
  static func html(_ question: Question) -> HTML {
    """
    <div class="question-fate is-\(question.isShown ? question.state.rawValue : "gone")" id="\(id(question.id))"><p><strong>\(QuestionWords.fate(question))</strong>\(
      HTML.when(question.isShown, votes(question)))\(HTML.when(!question.isHidden && question.isRootShown, root(question)))</p>
    \(HTML.when(question.isShown, QuestionRow.answer(question)))</div>
    """
  }

  static func update(_ question: Question) -> LiveUpdate { .put(html(question), id: id(question.id), in: "") }

  /// The answer to what others do not see: for who asked it and its hosts, and told to them alone. It has its place also where there is none.
  static func unseen(_ question: Question) -> HTML {
    "<div id=\"\(unseenID(question.id))\">\(HTML.when(!question.isShown, QuestionRow.answer(question)))</div>"
  }

  static func unseenUpdate(_ question: Question) -> LiveUpdate {
    .put(unseen(question), id: unseenID(question.id), in: "")
  }

  private static func unseenID(_ question: String) -> String { "question-unseen-\(question)" }

  private static func votes(_ question: Question) -> HTML {
    """
     <span class="muted"><span aria-hidden="true">·</span> votes: <span id="\(QuestionRow.votesId(question.id))">\(question.votes)</span></span>
    """
  }

  private static func root(_ question: Question) -> HTML {
    question.mergedInto.map { " <a href=\"\(url: "/question/\($0)")\">See that one</a>" as HTML } ?? .empty
  }
}
