import Conference
import Markup

extension Routes {
  /// Whether an author wants a mail on questions that wait: in the account, and by the link in each of those mails.
  func addQuestionMail() {
    form("account/question-mail", .participant) { act in
      try await act.site.questionDigests.want(act.form["wanted"] == "yes", by: try act.personal.account.id)
      return .seeOther("/account#question-mail")
    }
    addDeclining(.questions)
  }
}

extension DeclinableMail {
  fileprivate static let questions = DeclinableMail(
    path: "question-mail", title: "Questions by mail",
    wanted:
      "You get a mail when questions about your papers wait for an answer, at most once a day, and a word from the organizers at times.",
    declined: "You get no mail on questions, those about your papers or others'. They still stand on the pages.",
    isWanted: { site, token in try await site.questionDigests.areWanted(token) },
    want: { site, isWanted, token in try await site.questionDigests.want(isWanted, token) })
}

extension Site {
  var questionDigests: QuestionDigests { QuestionDigests(database, clock: clock) }
}

/// The part of an author's account page.
enum QuestionMailChoice {
  static func section(_ personal: Personal) async throws -> HTML {
    guard personal.access.isLetIn, try await isAuthor(personal) else { return .empty }
    let isWanted = try await personal.visit.site.questionDigests.areWanted(by: try personal.account.id)
    return """
      <section class="section" aria-labelledby="question-mail"><div class="section-head"><h2 id="question-mail">Questions about my papers</h2></div>
      <p>\(isWanted ? "You get a mail when questions wait for your answer, at most once a day." : "No mail is sent when questions wait for your answer.")</p>
      <form action="/account/question-mail" method="post">\(personal.tokenField)<input type="hidden" name="wanted" value="\(isWanted ? "no" : "yes")">
      <button class="button" type="submit">\(isWanted ? "Send no such mails" : "Tell me by mail")</button></form></section>
      """
  }

  private static func isAuthor(_ personal: Personal) async throws -> Bool {
    let site = personal.visit.site
    if site.edition.program.papers.contains(where: { personal.access.isAuthor(of: $0) }) { return true }
    return try await site.claims.states(of: try personal.account.id).values.contains(.granted)
  }
}
