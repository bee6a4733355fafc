import Conference
import Markup

/// One question, with everything that one may do with it.
enum QuestionPage {
  static func page(_ personal: Personal) async throws -> Page {
    let (visit, questions) = (personal.visit, personal.visit.site.questions)
    guard let question = try await questions.question(try visit.parameter("id"), for: personal.host) else {
      throw ConferenceError.notFound("question")
    }
    let thing = try visit.thing(question.subject)
    let isHost = try await questions.mayHost(question.subject, personal.host)
    let isMine = question.author == personal.access.account?.id
    let isReportable = !isMine && personal.access.isLetIn && (question.isShown || (isHost && !question.isHidden))
    return Page(
      title: "Question: \(QuestionWords.beginning(question))", section: .other,
      styles: ["paper", "questions", "question-row", "account", "organize"],
      scripts: ["maths"], isUnlisted: true,
      body: """
        <p class="crumb"><a href="\(url: Address.questions(thing.subject))" dir="auto">Questions: \(thing.title)</a></p>
        \(DoneNotice.html(visit, sentences))
        <article class="one-question" data-topics="\(question.subject.topic)\(HTML.when(isHost, " \(question.subject.hostTopic)"))" data-cursor="\(visit.cursor)"><h1 class="question-text" dir="auto"\(Maths.mark)>\(QuestionRow.text(question, thing))</h1>
        \(facts(question, thing, isMine: isMine, personal))
        \(QuestionFate.html(question))\(QuestionFate.unseen(question))
        \(try await vote(question, personal))\(HTML.when(isReportable, report(question)))
        </article>
        \(isHost && !question.isHidden ? try await hosting(question, personal) : .empty)
        \(personal.access.mayModerate ? try await moderating(question, personal) : .empty)
        """)
  }

  private static let sentences = [
    "answered": "Answered; whoever sees the question sees it.", "merged": "Merged; each voter has one vote for both.",
    "moved": "Done.",
  ]

  private static func facts(_ question: Question, _ thing: QuestionedThing, isMine: Bool, _ personal: Personal) -> HTML
  {
    let name: HTML =
      question.isAnonymous && personal.access.mayModerate
      ? "Anonymous; moderators see the name: <span dir=\"auto\">\(question.authorName)</span>"
      : "<span dir=\"auto\">\(question.publicName)</span>"
    return """
      <p class="question-meta">\(isMine ? "You asked" : name) <span aria-hidden="true">·</span> \(ConsoleTime.html(question.asked, personal.visit))\(QuestionRow.moment(question, thing))</p>
      """
  }

  private static func vote(_ question: Question, _ personal: Personal) async throws -> HTML {
    guard question.isShown, question.state.isOpen, personal.access.mayAsk, let account = personal.access.account else {
      return .empty
    }
    let isVoted = try await personal.visit.site.questions.hasVoted(account.id, for: question.id)
    return """
      <form class="actions one-vote" action="\(url: Address.of(question))/vote" method="post">\(personal.tokenField)
      <button class="button\(HTML.when(!isVoted, " is-main"))" type="submit" name="\(isVoted ? "unvote" : "vote")" value="1">\(isVoted ? "Take my vote back" : "Vote for it")</button></form>
      """
  }

  private static func report(_ question: Question) -> HTML {
    "<p><a href=\"\(url: Address.report(question))\">Report<span class=\"sr\"> this question</span></a></p>"
  }

  private static func moderating(_ question: Question, _ personal: Personal) async throws -> HTML {
    let thing = WrittenThing.question(question.id)
    let mayRestore = try await personal.visit.site.moderation.mayRestore(
      thing, of: question.author, by: personal.access)
    let hide = HideButton(
      thing: thing, isHidden: question.isHidden, mayRestore: mayRestore, back: Address.of(question))
    let more = "/conduct/people/\(question.author)?channel=\(Query.encoded(question.subject.text))"
    return """
      <section class="section" aria-labelledby="moderation"><h2 id="moderation">Moderate</h2>
      <div class="actions">\(hide.html(personal))<a class="button is-quiet" href="\(url: more)">Mute who asked, or ban them</a></div></section>
      """
  }

  private static func hosting(_ question: Question, _ personal: Personal) async throws -> HTML {
    guard question.mergedInto == nil else { return unmerge(question, "Take it out of the other question", personal) }
    let questions = personal.visit.site.questions
    let merged = try await questions.merged(into: question.id, for: personal.host)
    let queue = try await questions.queue(question.subject, for: personal.host)
    return """
      <section class="section" aria-labelledby="answer-name"><h2 id="answer-name">Answer in writing</h2>
      <form class="stack" action="\(url: Address.of(question))/answer" method="post">\(personal.tokenField)
      <label for="answer">In Markdown, at most 4,000 characters; an empty answer is taken back</label>
      <textarea class="field" id="answer" name="answer" rows="6" maxlength="\(Questions.longestAnswer)" dir="auto">\(question.answer ?? "")</textarea>
      <button class="button is-main" type="submit">\(question.answer == nil || !question.state.isAnswered ? "Answer" : "Change the answer")</button></form></section>
      <section class="section" aria-labelledby="taking-up"><h2 id="taking-up">Taking it up</h2>
      <form class="actions" action="\(url: Address.of(question))/move" method="post">\(personal.tokenField)\(moves(question))</form>
      \(mergeForm(question, queue, personal))\(parts(merged, personal))</section>
      """
  }

  private static func moves(_ question: Question) -> HTML {
    let words: [(Questions.Move, String)] = [
      (.open, question.state == .waiting ? "Let others see it" : "Open again"), (.pin, "Take up now"),
      (.live, "Answered live"), (.dismiss, "Dismiss"),
    ]
    return words.filter { $0.0.isChange(of: question) }.map { move, word in
      "<button class=\"button\" type=\"submit\" name=\"move\" value=\"\(move.rawValue)\">\(word)</button>" as HTML
    }.joined()
  }

  private static func mergeForm(_ question: Question, _ queue: [Question], _ personal: Personal) -> HTML {
    let others = queue.filter { $0.id != question.id && $0.isShown }
    guard !others.isEmpty else { return .empty }
    let similar = SimilarQuestions.find(question.text, among: others, limit: 5)
    let rest = others.filter { other in !similar.contains { $0.id == other.id } }
    let option = { (other: Question) -> HTML in
      "<option value=\"\(other.id)\">\(QuestionWords.beginning(other)) (\(QuestionWords.votes(other.votes)))</option>"
    }
    return """
      <form class="stack" action="\(url: Address.of(question))/merge" method="post">\(personal.tokenField)
      <label for="into">Merge it into another question: who voted for both has one vote</label>
      <select class="field is-wide" id="into" name="into">\(HTML.when(!similar.isEmpty, "<optgroup label=\"Similar\">\(similar.map(option))</optgroup>"))
      \(HTML.when(!rest.isEmpty, "<optgroup label=\"Others\">\(rest.prefix(200).map(option))</optgroup>"))</select>
      <button class="button" type="submit">Merge</button></form>
      """
  }

  private static func parts(_ merged: [Question], _ personal: Personal) -> HTML {
    guard !merged.isEmpty else { return .empty }
    return """
      <h3>Merged into it</h3><ul class="rows">\(merged.map { part in
        "<li><span dir=\"auto\">\(part.text)</span>\(unmerge(part, "Take it out", personal))</li>" as HTML
      })</ul>
      """
  }

  private static func unmerge(_ question: Question, _ label: String, _ personal: Personal) -> HTML {
    """
    <form action="\(url: Address.of(question))/unmerge" method="post">\(personal.tokenField)<button class="button" type="submit">\(label)<span class="sr">: \(QuestionWords.beginning(question))</span></button></form>
    """
  }
}

extension Questions.Move {
  /// Whether it would change anything.
  fileprivate func isChange(of question: Question) -> Bool {
    switch self {
    case .open: question.state != .open
    case .pin: question.state != .pinned
    case .live: question.state != .live
    case .dismiss: question.state != .dismissed
    }
  }
}
