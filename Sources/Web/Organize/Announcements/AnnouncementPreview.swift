import Conference
import Markup

/// How an announcement would look, who would see it, and to how many it would go.
enum AnnouncementPreview {
  /// - Parameter mails: how many would get it by mail; nil where it goes by none.
  static func html(_ text: AnnouncementText, mails: Int?, _ act: Act) -> HTML {
    """
    <article class="notice"><h2 dir="auto">\(text.title)</h2><div class="prose" dir="auto">\(Markdown.html(text.text))</div></article>
    <p dir="auto">For \(readers(text.readers, session: text.session, act.visit)). \(mails.map(words))</p>
    """
  }

  /// Whom it is for, in words.
  static func readers(_ readers: Announcement.Readers?, session: String?, _ visit: Visit) -> String {
    if let session { return "those of “\(visit.program.session(session)?.title ?? session)” only" }
    let readers = readers ?? .standard(visit.choices.policies, at: visit.now)
    return readers == .everyone ? "everybody, also who is not signed in" : "participants only"
  }

  private static func words(_ mails: Int) -> String {
    mails == 1 ? "One mail is written, to 1 person." : "\(mails) mails are written, each to one person."
  }
}
