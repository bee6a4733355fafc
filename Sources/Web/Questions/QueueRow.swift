import Conference
import Markup

/// A question in the hosts' queue, with what they do with it: by buttons of the one form of the page.
enum QueueRow {
  static let list = "queue"
  /// From so many characters on a question is written smaller on a phone, so that its buttons are in view, too.
  private static let long = 140

  static func id(_ question: String) -> String { "queued-\(question)" }

  static func html(_ question: Question, about thing: QuestionedThing?) -> HTML {
    let isDone = question.rank < 1_000_000_000
    return """
      <li class="queued is-\(question.state.rawValue)\(HTML.when(isDone, " is-done"))" id="\(id(question.id))" tabindex="-1" data-number="\(question.rank)">
      <p class="queued-meta"><span class="\(question.state == .pinned ? "live" : "queued-state")">\(QuestionWords.fate(question))</span>
      <span>Votes: <b id="\(QuestionRow.votesId(question.id))">\(question.votes)</b></span>
      <span dir="auto">\(question.publicName)</span> \(LiveTime.html(question.asked))\(QuestionRow.moment(question, thing))</p>
      <p class="queued-text\(HTML.when(question.text.count > long, " is-long"))" dir="auto"\(Maths.mark)>\(QuestionRow.text(question, thing))</p>
      \(QuestionRow.answer(question))
      <p class="actions" data-ways>\(buttons(question))<a class="button is-quiet" href="\(url: Address.of(question))" data-key="Enter">More<span class="sr"> about: \(QuestionWords.beginning(question))</span></a>\(
        report(question))</p></li>
      """
  }

  private static func buttons(_ question: Question) -> HTML {
    guard question.mergedInto == nil else { return .empty }
    let pin = button(.pin, "Take up", "p", question, isMain: question.state == .open)
    let answered = button(.live, "Answered", "a", question, isMain: question.state == .pinned)
    let dismiss = button(.dismiss, "Dismiss", "d", question)
    let join = merge(question)
    return switch question.state {
    case .waiting: button(.open, "Let others see it", "o", question, isMain: true) + dismiss + join
    case .open: pin + answered + dismiss + join
    case .pinned: answered + button(.open, "Put back", "o", question) + dismiss + join
    case .live, .written, .dismissed: button(.open, "Open again", "o", question)
    }
  }

  private static func merge(_ question: Question) -> HTML {
    """
    <a class="button is-quiet" href="\(url: Address.merge(question))" data-part-link data-key="m" data-focus="merge">Merge<span class="sr">: \(QuestionWords.beginning(question))</span></a>
    """
  }

  private static func report(_ question: Question) -> HTML {
    """
    <a class="button is-quiet" href="\(url: Address.report(question))" data-focus="report">Report<span class="sr">: \(QuestionWords.beginning(question))</span></a>
    """
  }

  private static func button(
    _ move: Questions.Move, _ label: String, _ key: String, _ question: Question, isMain: Bool = false
  ) -> HTML {
    """
    <button class="button\(HTML.when(isMain, " is-main"))" type="submit" form="hosting" name="\(move.rawValue)" value="\(question.id)" data-key="\(key)" data-focus="\(move.rawValue)">\(label)<span class="sr">: \(QuestionWords.beginning(question))</span></button>
    """
  }
}
