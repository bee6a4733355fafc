import Conference
import Letters
import Markup

extension Routes {
  /// Telling everybody something: on every page at once, and by mail.
  func addAnnouncing() {
    personal("organize/announcements", .organizer) { try await AnnouncingPage.page($0) }
    personal("organize/announcements/:id", .organizer) { try await AnnouncingPage.edit($0) }
    form("organize/announcements", .organizer) { try await AnnouncingActions.add($0) }
    form("organize/announcements/preview", .organizer) { try await AnnouncingActions.preview($0) }
    form("organize/announcements/:id", .organizer) { try await AnnouncingActions.change($0) }
    form("organize/announcements/:id/withdrawal", .organizer) { try await AnnouncingActions.withdraw($0) }
  }
}

/// What the forms of announcements do.
enum AnnouncingActions {
  static func add(_ act: Act) async throws -> Reply {
    let form = AnnouncementForm(act.form, act.visit)
    do {
      let text = try form.text(act.visit)
      let mail = form.byMail ? AnnouncementLetter.mail(text, Letterhead(act.visit)) : nil
      _ = try await act.announcements.add(text, by: try act.personal.account.id, mail: mail)
    } catch let error as ConferenceError {
      return try await .refused(error) { try await AnnouncingPage.page(act.personal, refused: (form, $0)) }
    }
    await act.site.takeUp()
    return .seeOther("/organize/announcements?done=\(form.byMail ? "mailed" : "added")")
  }

  static func preview(_ act: Act) async throws -> Reply {
    let form = AnnouncementForm(act.form, act.visit)
    do {
      let me = try act.personal.account.id
      let text = try form.text(act.visit, known: try await known(act))
      let mails = form.byMail ? try await act.announcements.mails(forSession: text.session, for: me) : nil
      return .page(
        AnnouncingPage.preview(form, AnnouncementPreview.html(text, mails: mails, act), act))
    } catch let error as ConferenceError {
      return try await .refused(error) { AnnouncingPage.preview(form, $0, act) }
    }
  }

  /// What a form that is looked at first is to change; nil where it makes another one.
  private static func known(_ act: Act) async throws -> Announcement? {
    guard let id = act.form["target"]?.split(separator: "/").last else { return nil }
    return try await act.announcements.announcement(String(id), for: try act.personal.account.id)
  }

  static func change(_ act: Act) async throws -> Reply {
    let form = AnnouncementForm(act.form, act.visit)
    do {
      let (id, me) = (try act.visit.parameter("id"), try act.personal.account.id)
      let known = try await act.announcements.announcement(id, for: me)
      try await act.announcements.change(id, to: try form.text(act.visit, known: known), by: me)
    } catch let error as ConferenceError {
      return try await .refused(error) { try await AnnouncingPage.edit(act.personal, refused: (form, $0)) }
    }
    await act.site.takeUp()
    return .seeOther("/organize/announcements?done=changed")
  }

  static func withdraw(_ act: Act) async throws -> Reply {
    try await act.announcements.withdraw(try act.visit.parameter("id"), by: try act.personal.account.id)
    await act.site.takeUp()
    return .seeOther("/organize/announcements?done=withdrawn")
  }
}

extension Act {
  fileprivate var announcements: Announcements { Announcements(site.database, clock: site.clock) }
}

/// What stands in the form of an announcement, as it was typed.
struct AnnouncementForm {
  var title = ""
  var body = ""
  var session = ""
  /// Also "session", for those of the session only; empty for what is meant where nobody says.
  var readers = ""
  /// On a wall in the zone; empty for now.
  var from = ""
  var until = ""
  let times: FormTime
  var byMail = false

  init(_ visit: Visit) { times = FormTime(visit) }

  init(_ form: Query, _ visit: Visit) {
    times = FormTime(visit, typed: form)
    (title, body, session) = (form["title"] ?? "", form["text"] ?? "", form["session"] ?? "")
    readers = form["readers"] ?? ""
    (from, until, byMail) = (form["from"] ?? "", form["until"] ?? "", form["mail"] != nil)
  }

  init(_ announcement: Announcement, _ visit: Visit) {
    times = FormTime(visit)
    (title, body, session) = (announcement.title, announcement.text, announcement.session ?? "")
    readers = announcement.session == nil ? announcement.readers?.rawValue ?? "" : Self.ofSession
    from = times.value(announcement.from)
    until = announcement.until.map(times.value) ?? ""
  }

  static let ofSession = "session"

  /// Whether it is for those of a session only.
  var isForSession: Bool { readers == Self.ofSession || (readers.isEmpty && !session.isEmpty) }

  /// Checked; throws what is wrong with it.
  ///
  /// - Parameter known: what it changes.
  func text(_ visit: Visit, known: Announcement? = nil) throws -> AnnouncementText {
    guard isForSession == !session.isEmpty else { throw isForSession ? Self.noSession : Self.twoReaders }
    guard session.isEmpty || visit.program.session(session) != nil else {
      throw ConferenceError.invalid(
        field: "Session", problem: "there is none with the id “\(session.prefix(40))”",
        advice: "Write what stands at the end of the address of its page.")
    }
    return try AnnouncementText(
      title: title, text: body, session: session.isEmpty ? nil : session, readers: chosen(visit),
      from: try instant(from, "Shown from", known?.from) ?? visit.now,
      until: try instant(until, "Shown until", known?.until))
  }

  private static let noSession = ConferenceError.invalid(
    field: "Session", problem: "none is chosen", advice: "Choose it by its title, or say that others see it, too.")
  private static let twoReaders = ConferenceError.invalid(
    field: "Who sees it", problem: "a session is chosen, too",
    advice: "Choose “those of one session only”, or leave the session empty.")

  func chosen(_ visit: Visit) -> Announcement.Readers {
    Announcement.Readers(rawValue: readers) ?? .standard(visit.choices.policies, at: visit.now)
  }

  private func instant(_ text: String, _ field: String, _ known: Instant?) throws -> Instant? {
    text.isEmpty ? nil : try times.instant(text, field, known: known)
  }
}

/// The mail of an announcement.
enum AnnouncementLetter {
  static func mail(_ text: AnnouncementText, _ head: Letterhead) -> AnnouncementMail {
    let (name, prose) = (head.conference, LetterProse(markdown: text.text, at: head.absolute("")))
    return AnnouncementMail(decliningAt: head.absolute("/\(AnnouncementMail.path)/")) { account, declining in
      var parts: [LetterPart] = [.greeting(account.name), .heading(text.title)]
      if !prose.isEmpty { parts.append(.prose(prose)) }
      return Letter(
        on: head.stationery, purpose: .announcement, subject: "\(name): \(text.title)", parts,
        footnotes: [
          .link("All announcements", url: head.absolute("/announcements")),
          .link("No more announcements of \(name) by mail", url: declining),
        ])
    }
  }
}
