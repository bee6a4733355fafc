import Conference
import HTTPTypes
import Hummingbird
import Markup

extension Routes {
  /// Whether an author wants a mail on questions that wait: in the account, and by the link in each of those mails.
  func addQuestionMail() {
    form("account/question-mail", .participant) { act in
      try await act.site.questionDigests.want(act.form["wanted"] == "yes", by: try act.personal.account.id)
      return .seeOther("/account#question-mail")
    }
    personal("question-mail/:token", .door) { try await QuestionMailPage.page($0) }
    form("question-mail/:token/wish", .door) { act in
      let token = try act.visit.parameter("token")
      try await act.site.questionDigests.want(act.form["wanted"] == "yes", Secret(token))
      return .seeOther("/question-mail/\(token)")
    }
    // The one click in a mail program (RFC 8058, 3.1): it knows no cookie and no token but the one in the address.
    let site = pages.site
    on(.post, "question-mail/:token", .door) { _, context in
      try await site.questionDigests.want(false, Secret(try context.parameters.require("token")))
      return Response(status: .noContent, headers: Security.personalFields)
    }
  }
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

/// Where who got such a mail says whether they want more.
enum QuestionMailPage {
  static func page(_ personal: Personal) async throws -> Page {
    let token = try personal.visit.parameter("token")
    guard let isWanted = try await personal.visit.site.questionDigests.areWanted(Secret(token)) else {
      throw ConferenceError.notFound("such link")
    }
    return Page(
      title: "Questions by mail", section: .other, styles: ["account"], isUnlisted: true,
      body: """
        <div class="door"><h1>Questions by mail</h1>
        <p role="status">\(isWanted ? "You get a mail when questions about your papers wait for an answer, at most once a day." : "You get no mail on questions about your papers. They still stand on the pages.")</p>
        <form action="\(url: "/question-mail/\(token)/wish")" method="post">\(personal.tokenField)<input type="hidden" name="wanted" value="\(isWanted ? "no" : "yes")">
        <button class="button is-main" type="submit">\(isWanted ? "No more of them" : "Send them again")</button></form></div>
        """)
  }
}
