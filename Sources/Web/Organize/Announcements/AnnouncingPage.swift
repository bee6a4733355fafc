import Conference
import Markup

/// Where organizers write announcements, and see those that there are.
enum AnnouncingPage {
  /// What was typed, and what is wrong with it.
  typealias Refused = (form: AnnouncementForm, problem: HTML)

  static func page(_ personal: Personal, refused: Refused? = nil) async throws -> Page {
    let visit = personal.visit
    let paging = Paging(visit.query)
    let all = try await Announcements(visit.site.database, clock: visit.site.clock)
      .all(for: try personal.account.id, offset: paging.offset, limit: Paging.size + 1)
    return OrganizePage.page(
      "Announcements", path: "/organize/announcements", personal, scripts: [FormTime.script],
      body: """
        \(refused?.problem)\(DoneNotice.html(visit, sentences))\(HTML.when(visit.query["done"] == "mailed", mailed))
        <p>An announcement stands at the top of every page, for everybody, for participants only, or only for those of one session; each reader can put it away.</p>
        \(form(refused?.form ?? AnnouncementForm(visit), personal, action: "/organize/announcements", button: "Announce it"))
        <section class="section" aria-labelledby="all"><div class="section-head"><h2 id="all">Announced</h2></div>
        \(HTML.when(all.isEmpty, "<p class=\"muted\">Nothing was announced yet.</p>"))
        <ul class="rows">\(all.prefix(Paging.size).map { row($0, personal) })</ul>
        \(paging.html("/organize/announcements", visit.query, keeping: [], hasMore: all.count > Paging.size))</section>
        """)
  }

  private static let sentences = [
    "added": "Announced; it is on every page now, or when its time comes.",
    "changed": "Changed on every page.",
    "withdrawn": "Withdrawn from every page; mails that had not gone were dropped.",
  ]

  private static let mailed: HTML = """
    <p class="notice" role="status">Announced. Its mails wait under <a href="/organize/outbox">Mail</a> until somebody sends them off, and go when it is shown.</p>
    """

  static func edit(_ personal: Personal, refused: Refused? = nil) async throws -> Page {
    let visit = personal.visit
    let store = Announcements(visit.site.database, clock: visit.site.clock)
    guard let announcement = try await store.announcement(try visit.parameter("id"), for: try personal.account.id)
    else {
      throw ConferenceError.notFound("announcement")
    }
    let path = "/organize/announcements/\(announcement.id)"
    guard announcement.withdrawn == nil else {
      return OrganizePage.page(
        "Change an announcement", path: path, personal, scripts: [FormTime.script],
        body: withdrawn(refused, personal))
    }
    let withdraw = ConsoleButton(
      action: path + "/withdrawal", label: "Withdraw",
      consequence: "It goes from every page at once, and those of its mails that have not gone are dropped.")
    return OrganizePage.page(
      "Change an announcement", path: path, personal, scripts: [FormTime.script],
      body: """
        \(refused?.problem)<p>Mails stay as they were written; those that have not gone go when it is shown.</p>
        \(form(refused?.form ?? AnnouncementForm(announcement, visit), personal, action: path, button: "Change it"))\(withdraw.html(personal))
        """)
  }

  /// What somebody typed while another one withdrew it can still be announced, as one of its own.
  private static func withdrawn(_ refused: Refused?, _ personal: Personal) -> HTML {
    guard let refused else { return "<p class=\"notice\">It is withdrawn.</p>" }
    return """
      \(refused.problem)<p>What you wrote stands below, and can be announced anew.</p>
      \(form(refused.form, personal, action: "/organize/announcements", button: "Announce it"))
      """
  }

  /// - Parameter shown: how it would look, or what is wrong with it.
  static func preview(_ form: AnnouncementForm, _ shown: HTML, _ act: Act) -> Page {
    let target =
      act.form["target"].flatMap { $0.hasPrefix("/organize/announcements") ? $0 : nil } ?? "/organize/announcements"
    return OrganizePage.page(
      "Preview", path: "/organize/announcements", act.personal, scripts: [FormTime.script],
      body: """
        \(shown)
        \(self.form(form, act.personal, action: target, button: target == "/organize/announcements" ? "Announce it" : "Change it"))
        """)
  }

  private static func row(_ announcement: Announcement, _ personal: Personal) -> HTML {
    """
    <li><span dir="auto"><a href="\(url: "/organize/announcements/\(announcement.id)")">\(announcement.title)</a><br>
    <span class="muted">from \(ConsoleTime.html(announcement.from, personal.visit))\(announcement.until.map { " until \(ConsoleTime.html($0, personal.visit))" as HTML }), for \(AnnouncementPreview.readers(announcement.readers, session: announcement.session, personal.visit))\(HTML.when(announcement.batch != nil, ", also by mail"))</span></span>
    <span>\(state(announcement, personal.visit.now))</span></li>
    """
  }

  private static func state(_ announcement: Announcement, _ now: Instant) -> String {
    if announcement.withdrawn != nil { return "withdrawn" }
    if announcement.isShown(at: now) { return "shown now" }
    return announcement.from > now ? "later" : "over"
  }

  private static func choice(_ readers: Announcement.Readers, _ label: String, _ form: AnnouncementForm, _ visit: Visit)
    -> HTML
  {
    """
    <label class="choice"><input type="radio" name="readers" value="\(readers.rawValue)"\(HTML.when(!form.isForSession && form.chosen(visit) == readers, " checked"))> \(label)</label>
    """
  }

  private static func isScheduleOpen(_ visit: Visit) -> Bool {
    visit.choices.policies.schedule.isOpen(to: .visitor, at: visit.now)
  }

  /// A session as browsers offer it to who types its id or its title.
  private static func option(_ session: Session, _ times: FormTime) -> HTML {
    let start = times.value(session.start).replacing("T", with: " ")
    return "<option value=\"\(session.id)\">\(session.title), \(start), \(times.words)</option>"
  }

  private static func form(_ form: AnnouncementForm, _ personal: Personal, action: String, button: String) -> HTML {
    """
    <form class="stack" action="\(url: action)" method="post">\(personal.tokenField)<input type="hidden" name="target" value="\(action)">
    <label for="title">Title</label><input class="field" id="title" name="title" value="\(form.title)" maxlength="120" required dir="auto">
    <label for="text">Text, in Markdown, at most 2,000 characters</label><textarea class="field" id="text" name="text" rows="5" maxlength="2000" dir="auto">\(form.body)</textarea>
    <fieldset><legend>Who sees it</legend>
    \(choice(.everyone, "everybody, also who is not signed in\(isScheduleOpen(personal.visit) ? "" : ", though the schedule is closed to them")", form, personal.visit))
    \(choice(.participants, "participants only", form, personal.visit))
    <label class="choice"><input type="radio" name="readers" value="\(AnnouncementForm.ofSession)"\(HTML.when(form.isForSession, " checked"))> those of one session only</label>
    <div class="stack of-session"><label for="session">Which session: its id, found by its title</label><input class="field is-short" id="session" name="session" value="\(form.session)" list="sessions" placeholder="Words of its title" maxlength="120" autocomplete="off" aria-describedby="session-notes">
    <datalist id="sessions">\(personal.visit.program.sessions.map { option($0, form.times) })</datalist>
    <p class="muted" id="session-notes">Those are who saved it or a paper in it, who leads it, its speakers and hosts, and the authors of its papers; nobody else sees it.</p></div></fieldset>
    \(form.times.hidden)<label for="from">\(form.times.label("Shown from")) <span class="muted">(optional, else now)</span></label><input class="field is-short" type="datetime-local" id="from" name="from" value="\(form.from)">\(form.times.beside)
    <label for="until">\(form.times.label("Shown until")) <span class="muted">(optional, else until it is withdrawn)</span></label><input class="field is-short" type="datetime-local" id="until" name="until" value="\(form.until)">\(form.times.beside)
    \(HTML.when(action == "/organize/announcements", "<label class=\"choice\"><input type=\"checkbox\" name=\"mail\" value=\"1\"\(HTML.when(form.byMail, " checked"))> Also by mail; the mails wait under Mail until somebody sends them off, and go when it is shown</label>"))
    <p class="actions"><button class="button is-main" type="submit">\(button)</button>
    <button class="button" type="submit" formaction="/organize/announcements/preview">Preview</button></p></form>
    """
  }
}
