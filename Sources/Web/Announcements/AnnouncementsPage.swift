import Conference
import Markup

/// All that is announced now, in full.
enum AnnouncementsPage {
  static func page(_ visit: Visit) -> Page {
    let shown = visit.announcements
    return Page(
      title: "Announcements", section: .other, isUnlisted: true,
      body: """
        <div class="page-head"><h1>Announcements</h1></div>
        \(HTML.when(shown.isEmpty, "<p class=\"muted\">Nothing is announced just now. News of the organizers will stand here, and at the top of every page.</p>"))
        \(shown.map { article($0, visit) })
        \(HTML.when(visit.audience != .visitor && (!shown.isEmpty || visit.ownState != nil), "<p class=\"section\"><a href=\"\(url: DismissedPage.path)\">My announcements: with those for my sessions, and what I put away</a></p>"))
        """)
  }

  private static func article(_ announcement: Announcement, _ visit: Visit) -> HTML {
    """
    <article class="section" id="\(announcement.id)"><h2 dir="auto">\(announcement.title)</h2>
    <p class="muted">\(ConsoleTime.html(announcement.from, visit))</p>
    <div class="prose" dir="auto">\(Markdown.html(announcement.text))</div></article>
    """
  }
}

/// Where who got an announcement by mail says whether they want more.
enum MailWishPage {
  static func page(_ personal: Personal) async throws -> Page {
    let token = try personal.visit.parameter("token")
    guard let gets = try await personal.visit.site.people.getsAnnouncements(Secret(token)) else {
      throw ConferenceError.notFound("such link")
    }
    return Page(
      title: "Announcements by mail", section: .other, styles: ["account"], isUnlisted: true,
      body: """
        <div class="door"><h1>Announcements by mail</h1>
        <p role="status">\(gets ? "You get announcements by mail." : "You get no announcements by mail. They still stand on the pages.")</p>
        <form action="\(url: "/mail/\(token)/wish")" method="post">\(personal.tokenField)
        \(HTML.when(!gets, "<input type=\"hidden\" name=\"announcements\" value=\"1\">"))
        <button class="button is-main" type="submit">\(gets ? "No more of them" : "Send them again")</button></form></div>
        """)
  }
}
