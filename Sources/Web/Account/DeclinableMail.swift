import Conference
import HTTPTypes
import Hummingbird
import Markup

/// Mails of a kind that one may do without, each with a link by which its reader, signed in or not, says so (RFC 8058).
struct DeclinableMail: Sendable {
  /// The beginning of the link's path, before the token.
  let path: String
  let title: String
  /// What is so as long as they are wanted, and when they are not.
  let wanted: String
  let declined: String
  /// Nil where nobody's links have the token.
  let isWanted: @Sendable (Site, Secret) async throws -> Bool?
  let want: @Sendable (Site, Bool, Secret) async throws -> Void

  fileprivate func page(_ personal: Personal) async throws -> Page {
    let token = try personal.visit.parameter("token")
    guard let isWanted = try await self.isWanted(personal.visit.site, Secret(token)) else {
      throw ConferenceError.notFound("such link")
    }
    return Page(
      title: title, section: .other, styles: ["account"], isUnlisted: true,
      body: """
        <div class="door"><h1>\(title)</h1>
        <p role="status">\(isWanted ? wanted : declined)</p>
        <form action="\(url: "/\(path)/\(token)/wish")" method="post">\(personal.tokenField)<input type="hidden" name="wanted" value="\(isWanted ? "no" : "yes")">
        <button class="button is-main" type="submit">\(isWanted ? "No more of them" : "Send them again")</button></form></div>
        """)
  }
}

extension Routes {
  /// The page of such a link, which changes nothing by itself; its button; and what mail programs do there.
  func addDeclining(_ mail: DeclinableMail) {
    personal(RouterPath("\(mail.path)/:token"), .door) { try await mail.page($0) }
    form(RouterPath("\(mail.path)/:token/wish"), .door) { act in
      let token = try act.visit.parameter("token")
      try await mail.want(act.site, act.form["wanted"] == "yes", Secret(token))
      return .seeOther("/\(mail.path)/\(token)")
    }
    // The one click in a mail program (RFC 8058, 3.1): it knows no cookie and no token but the one in the address.
    let site = pages.site
    on(.post, RouterPath("\(mail.path)/:token"), .door) { _, context in
      try await mail.want(site, false, Secret(try context.parameters.require("token")))
      return Response(status: .noContent, headers: Security.personalFields)
    }
  }
}
