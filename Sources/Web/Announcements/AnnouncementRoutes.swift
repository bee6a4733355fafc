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
  /// What is announced now to who sees the page.
  var announcements: [Announcement] {
    choices.announcements.filter { one in
      one.isShown(at: now)
        && (one.isShared(with: audience, choices.policies, at: now) || ownAnnouncements?.contains(one) == true)
    }
  }

  /// Where what is announced to those of sessions stands; nil where nothing is.
  var ownState: AnnouncementBanner.Own? {
    guard audience != .visitor, let state = choices.announcements.filter({ $0.isShown(at: now) }).sessionState else {
      return nil
    }
    return ownAnnouncements == nil ? .elsewhere(state) : .here(state)
  }
}

extension Site {
  /// What is announced now to those of sessions that concern somebody.
  func ownAnnouncements(of access: Access) async throws -> [Announcement] {
    let (edition, now) = (self.edition, clock.now())
    let open = edition.choices.announcements.filter { $0.session != nil && $0.isShown(at: now) }
    guard !open.isEmpty, access.isLetIn, let account = access.account else { return [] }
    return try await Announcements(database, clock: clock).own(open, of: account, edition.circles)
  }
}
