import Conference
import Markup

extension Routes {
  /// What somebody has put away of what is announced, in their account: as a style sheet that hides it, so that pages may be the same for everybody and
  /// it is not seen for a moment; and by forms.
  func addDismissed() {
    ownFile("account/dismissed.css", .door) { try await DismissedSheet.file($0) }
    ownFile("account/announcements.html") { try await OwnAnnouncements.file($0) }
    personal("account/announcements", .participant) { try await DismissedPage.page($0) }
    form("account/announcements", .participant) { act in
      let (dismissed, account) = (act.site.dismissedAnnouncements, try act.personal.account.id)
      if let shown = act.form["shown"] { try await dismissed.restore(shown, of: account) }
      let words = (act.form["announcements"] ?? "").split(separator: ",").map { AnnouncementVersion(String($0)) }
      try await dismissed.dismiss(words.compactMap(\.self), of: account)
      return act.form["back"] == nil ? .nothing : .seeOther(act.back)
    }
  }
}

/// What is announced to somebody, with what is for those of their sessions: for pages that many share.
enum OwnAnnouncements {
  static func file(_ personal: Personal) async throws -> OwnFile {
    var visit = personal.visit
    visit.ownAnnouncements = try await visit.site.ownAnnouncements(of: personal.access)
    let section = AnnouncementBanner.section(visit.announcements, path: nil, own: visit.ownState)
    return OwnFile(type: "text/html; charset=utf-8", bytes: section.bytes)
  }
}

/// The rules that hide what somebody has put away; none for whoever is not let in.
enum DismissedSheet {
  static func file(_ personal: Personal) async throws -> OwnFile {
    var text = ""
    if personal.access.isLetIn, let account = personal.access.account?.id {
      // What stands in the rules are ids and digits.
      for one in try await personal.visit.site.dismissedAnnouncements.all(of: account).map(\.description).sorted() {
        text += ".announcement[data-announcement=\"\(one)\"] { display: none; }\n"
      }
    }
    return OwnFile(type: "text/css; charset=utf-8", bytes: Array(text.utf8))
  }

  /// The link to it, where there is something that it may hide.
  static func link(_ visit: Visit) -> HTML {
    HTML.when(
      visit.audience != .visitor && (!visit.announcements.isEmpty || visit.ownState != nil),
      "<link rel=\"stylesheet\" href=\"/account/dismissed.css\">")
  }
}

/// Where one puts announcements away, and takes them out again, also without scripts.
enum DismissedPage {
  static let path = "/account/announcements"

  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let dismissed = try await visit.site.dismissedAnnouncements.all(of: try personal.account.id)
    let shown = visit.announcements
    return Page(
      title: "What is announced to me", section: .account, styles: ["account"], isUnlisted: true,
      body: """
        <p class="crumb"><a href="/announcements">Announcements</a></p>
        <div class="page-head"><div><h1>What is announced to me</h1><p class="muted">What you put away stands on no page any more, on none of your devices. If its text changes, you see it again.</p></div></div>
        \(HTML.when(shown.isEmpty, "<p class=\"muted\">Nothing is announced just now.</p>"))
        <ul class="rows">\(shown.map { row($0, isDismissed: dismissed.contains($0.reading), personal) })</ul>
        """)
  }

  private static func row(_ announcement: Announcement, isDismissed: Bool, _ personal: Personal) -> HTML {
    let field: HTML =
      isDismissed
      ? "<input type=\"hidden\" name=\"shown\" value=\"\(announcement.id)\">"
      : "<input type=\"hidden\" name=\"announcements\" value=\"\(announcement.reading.description)\">"
    return """
      <li id="\(announcement.id)">\(words(announcement, personal.visit))
      <form action="\(url: path)" method="post">\(personal.tokenField)<input type="hidden" name="back" value="\(path)">\(field)
      <button class="button" type="submit">\(isDismissed ? "Show it again" : "Put it away")<span class="sr">: \(announcement.title)</span></button></form></li>
      """
  }
}

extension DismissedPage {
  /// What is for all stands in full on its own page; what is for those of a session stands here.
  private static func words(_ announcement: Announcement, _ visit: Visit) -> HTML {
    guard let session = announcement.session else {
      return "<a href=\"\(url: "/announcements#\(announcement.id)")\" dir=\"auto\">\(announcement.title)</a>"
    }
    let about = visit.program.session(session).map { session -> HTML in
      "<p class=\"muted\">To those of <a href=\"\(url: Address.of(session))\" dir=\"auto\">\(session.title)</a></p>"
    }
    return """
      <div><strong dir="auto">\(announcement.title)</strong>\(about)<div class="prose" dir="auto">\(Markdown.html(announcement.text))</div></div>
      """
  }
}

extension Site {
  var dismissedAnnouncements: DismissedAnnouncements { DismissedAnnouncements(database, clock: clock) }
}
