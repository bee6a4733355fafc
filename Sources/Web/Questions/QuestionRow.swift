import Conference
import Markup

/// One question as everybody sees it: on pages, and in live updates, which are the same for all.
enum QuestionRow {
  static func id(_ question: String) -> String { "question-\(question)" }
  static func votesId(_ question: String) -> String { "votes-\(question)" }
  /// Of the list on a page that takes up new ones.
  static let list = "questions"

  /// Who asked without a name is named to no script either.
  ///
  /// - Parameter isVoted: whether the reader voted for it; scripts mark it in live updates.
  static func html(_ question: Question, about thing: QuestionedThing?, isVoted: Bool = false) -> HTML {
    """
    <li class="question is-\(question.state.rawValue)" id="\(id(question.id))" data-number="\(question.newness)" data-asked="\(question.number)" data-state="\(question.state.rawValue)"\(HTML.when(!question.isAnonymous, " data-author=\"\(question.author)\""))>
    \(votes(question, isVoted: isVoted))
    <div class="question-main">\(state(question))
    <p class="question-text" dir="auto"\(Maths.mark)>\(text(question, thing))</p>
    <p class="question-meta">\(asker(question)) <span aria-hidden="true">·</span> \(LiveTime.html(question.asked))\(moment(question, thing))
    <span class="question-ways" data-ways><a href="\(url: Address.of(question))">More<span class="sr"> about: \(QuestionWords.beginning(question))</span></a>
    <a href="\(url: Address.report(question))" data-focus="report">Report<span class="sr">: \(QuestionWords.beginning(question))</span></a></span></p>
    \(answer(question))</div></li>
    """
  }

  private static func votes(_ question: Question, isVoted: Bool) -> HTML {
    let count: HTML = """
      <span class="vote-count" id="\(votesId(question.id))">\(question.votes)</span><span class="sr">: votes</span>
      """
    guard question.state.isOpen else { return "<p class=\"vote is-over\">\(count)</p>" }
    return """
      <button class="vote" type="submit" form="voting" name="\(isVoted ? "unvote" : "vote")" value="\(question.id)" aria-pressed="\(isVoted ? "true" : "false")" data-focus="vote">\
      <span class="vote-sign" aria-hidden="true"></span>\(count)<span class="sr"> for: \(QuestionWords.beginning(question))</span></button>
      """
  }

  private static func state(_ question: Question) -> HTML {
    switch question.state {
    case .pinned: "<p class=\"live\">Being answered now</p>"
    case .live, .written: "<p class=\"question-state\">\(Icon.check)\(QuestionWords.fate(question))</p>"
    case .open, .waiting, .dismissed: .empty
    }
  }

  /// The text with links to the moments that it names.
  static func text(_ question: Question, _ thing: QuestionedThing?) -> HTML {
    guard let thing, thing.hasTalk else { return "\(question.text)" }
    return TalkMoment.pieces(of: question.text).map { piece in
      piece.moment.map { link($0, thing, "\(piece.text)") } ?? "\(piece.text)"
    }.joined()
  }

  static func moment(_ question: Question, _ thing: QuestionedThing?) -> HTML {
    guard let moment = question.moment, let thing else { return .empty }
    return " <span aria-hidden=\"true\">·</span> at \(link(moment, thing, "\(moment.text)"))"
  }

  private static func link(_ moment: TalkMoment, _ thing: QuestionedThing, _ text: HTML) -> HTML {
    """
    <a href="\(url: "\(Address.of(thing.subject))#t=\(moment.seconds)")" data-moment="\(moment.seconds)" aria-label="The talk at \(moment.text)">\(text)</a>
    """
  }

  private static func asker(_ question: Question) -> HTML {
    guard !question.isAnonymous, question.isAuthorHere else {
      return "<span dir=\"auto\">\(question.publicName)</span>"
    }
    return "<a class=\"plain\" href=\"\(url: "/people/\(question.author)")\" dir=\"auto\">\(question.publicName)</a>"
  }

  static func answer(_ question: Question) -> HTML {
    guard let answer = question.answer else { return .empty }
    return """
      <div class="question-answer"><p class="question-meta">\(question.state.isAnswered ? "Answer" : "Earlier answer")\(question.answeredBy.map { " of <span dir=\"auto\">\($0)</span>" as HTML })\(
        question.answeredAt.map { " <span aria-hidden=\"true\">·</span> \(LiveTime.html($0))" as HTML })</p>
      \(Prose.html(answer, headingLevel: 4))</div>
      """
  }
}
