import Conference
import HTTPTypes
import Hummingbird

extension Routes {
  /// What organizers tell everybody; and, by the link in each of its mails, whether one wants those.
  func addAnnouncements() {
    page("announcements", .anyone) { AnnouncementsPage.page($0) }
    addDismissed()
    personal("mail/:token", .door) { try await MailWishPage.page($0) }
    form("mail/:token/wish", .door) { act in
      let token = try act.visit.parameter("token")
      try await act.site.people.wish(act.form["announcements"] != nil, Secret(token))
      return .seeOther("/mail/\(token)?done=1")
    }
    // The one click in a mail program (RFC 8058, 3.1): it knows no cookie and no token but the one in the address.
    let site = pages.site
    on(.post, "mail/:token", .door) { _, context in
      try await site.people.wish(false, Secret(try context.parameters.require("token")))
      return Response(status: .noContent, headers: Security.personalFields)
    }
  }
}

extension Visit {
  /// What is announced now.
  var announcements: [Announcement] { choices.announcements.filter { $0.isShown(at: now) } }
}
